import type { Language } from '../../api/refusal';
import { INDICATORS, type IndicatorKey } from '../../water/indicators';
import type { SampleItem } from '../../water/items';
import type { SampleColumn } from './answer';

/** More columns than this nobody reads. */
const LISTED = 500;

/** The columns of values in a file, each with its first value: what shows a unit that was read wrong. */
export class Columns {
  private readonly byPlace = new Map<string, SampleColumn>();

  constructor(private readonly language: Language) {}

  /** A column, once, however often its heading comes again. @param unit as it is written; null for the item's own */
  column(sheet: string, cell: string, title: string, indicator: IndicatorKey, unit: string | null): SampleColumn {
    const { name, nameEn, unit: own } = INDICATORS[indicator];
    const column: SampleColumn = { sheet, cell, title: title.slice(0, 100), indicator, name: this.language === 'zh' ? name : nameEn, unit: unit ?? own, example: null };
    const key = [sheet, title, indicator, column.unit].join('\n');
    const known = this.byPlace.get(key);
    if (!known && this.byPlace.size < LISTED) this.byPlace.set(key, column);
    return known ?? column;
  }

  /** Takes a value down as a column's example, if it is the first. */
  static example(column: SampleColumn, text: string, { value, belowDetection }: SampleItem): void {
    column.example ??= { text: text.slice(0, 40), value: (belowDetection ? '<' : '') + value.toText(), unit: INDICATORS[column.indicator].unit };
  }

  all(): SampleColumn[] {
    return [...this.byPlace.values()];
  }
}
