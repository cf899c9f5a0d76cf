import { isGood, numberOf } from '../../water/classes';
import { isIndicatorKey, type IndicatorKey, type WaterBody } from '../../water/indicators';
import { measureOfItem } from '../../water/items';
import type { Measure } from '../../water/measures';
import { meanOf } from '../../water/period-mean';
import { readCell } from '../../water/reading';
import { judgeSection } from '../../water/section-class';
import type { WaterClass } from '../../water/section.entity';
import type { Settings } from './settings';
import type { SampleRow } from './water-items';
import type { SectionCells } from './water-works';

/** A row's values as they enter the reckoning. */
function measuresOf({ items }: SampleRow): Map<IndicatorKey, Measure> {
  const measures = new Map<IndicatorKey, Measure>();
  for (const [key, cell] of Object.entries(items)) {
    const reading = readCell(cell);
    if (!isIndicatorKey(key) || (reading.kind !== 'FOUND' && reading.kind !== 'BELOW')) throw new Error(`${key} ${cell} was drawn`);
    const belowDetection = reading.kind === 'BELOW';
    measures.set(key, measureOfItem({ value: belowDetection ? reading.limit : reading.value, belowDetection }));
  }
  return measures;
}

/** The class of a section over the months from one to another, as the platform reckons it. */
export function classOver(section: SectionCells, rows: readonly SampleRow[], from: string, to: string): WaterClass | null {
  const measures = rows.filter(({ period }) => period >= from && period <= to).map(measuresOf);
  return judgeSection(measures.length === 1 ? measures[0] : meanOf(measures), (section.water_body ?? 'RIVER') as WaterBody).class;
}

/** Holds drawn samples against what was published. */
export class PeriodJudge {
  private readonly goodByYear = new Map<string, number>();
  private goodLast = 0;
  private missedLast = 0;

  constructor(private readonly settings: Settings) {}

  /** Takes a section's samples in; false where a span of them has another class than was published. */
  take(section: SectionCells, rows: readonly SampleRow[]): boolean {
    const { water } = this.settings;
    for (const { from, to, classes } of water.known) {
      const given = classes[section.code];
      if (given && classOver(section, rows, from, to) !== given) return false;
    }
    for (const year of Object.keys(water.goodByYear)) {
      const value = classOver(section, rows, `${year}-01`, `${year}-12`);
      if (value && isGood(value)) this.goodByYear.set(year, (this.goodByYear.get(year) ?? 0) + 1);
    }
    const last = classOver(section, rows, water.to, water.to);
    if (last && isGood(last)) this.goodLast += 1;
    if (last && numberOf(last) > numberOf(section.target_class as WaterClass)) this.missedLast += 1;
    return true;
  }

  /** Whether the counts over all sections are the published ones. */
  holds(): boolean {
    const { goodByYear, goodLast, missingTargetLast: [least, most] } = this.settings.water;
    return Object.entries(goodByYear).every(([year, count]) => (this.goodByYear.get(year) ?? 0) === count)
      && this.goodLast === goodLast && this.missedLast >= least && this.missedLast <= most;
  }
}
