import type { Day } from '../../api/day';
import { shownText, type SheetRow } from '../sheet/cell';
import { cellName } from '../sheet/places';
import { splitAsOf, splitUnit } from './read-column';
import { unitOf } from './read-figures';
import type { Names } from './read-names';
import { squeeze } from './read-text';
import type { Read } from './rows';

/** What stands around a table and holds for all of it. */
export interface Preamble {
  readonly asOf: Day | null;
  /** The unit of money, as a power of ten of a yuan. */
  readonly unit: number | null;
  /** The county whose file it is, where it says so. */
  readonly region: Read<string[]> | null;
}

interface Line {
  readonly cell: string;
  readonly text: string;
}

const linesOf = (rows: readonly SheetRow[]): Line[] =>
  rows.flatMap(({ number, cells }) => [...cells.entries()].flatMap(([column, cell]) => (typeof cell === 'string' ? [{ cell: cellName(number, column), text: shownText(cell) }] : [])));

const UNIT = /单位[:]?(?:人民币)?((?:亿|千万|百万|十万|万|千)元|元(?![\u4e00-\u9fff]))([、,/和](?:亿|千万|百万|十万|万|千)?元)?/g;
const UNIT_EN = /\bunits?\s*:\s*([^)\];]+)/i;

/** The unit that a line gives: "单位：万元", or "(万元)" in a title. Null when it gives none, or two. */
function unitIn(text: string): number | null {
  const squeezed = squeeze(text);
  const units = new Set([...squeezed.matchAll(UNIT)].flatMap(([, unit, other]) => [unit, ...(other ? [other.slice(1)] : [])]).map(unitOf));
  if (units.size > 0) return units.size === 1 ? [...units][0] : null;
  const english = UNIT_EN.exec(text.normalize('NFKC'));
  return english ? unitOf(squeeze(english[1])) : splitUnit(squeezed).unit;
}

/** The county that a file is of: by the line of the unit that filled it in, by the sheet's name, by a title. */
function regionOf(names: Names, sheet: string, lines: readonly Line[]): Read<string[]> | null {
  const filler = /填报(?:单位|部门)[:：]?\s*([^\s:：]+)/;
  const places: (Line & { within: string; column: string })[] = [
    ...lines.flatMap((line) => {
      const within = filler.exec(line.text)?.[1];
      return within ? [{ ...line, within, column: '填报单位' }] : [];
    }),
    { cell: 'A1', text: sheet, within: sheet, column: sheet },
    ...lines.map((line) => ({ ...line, within: line.text, column: line.text })),
  ];
  for (const { cell, text, within, column } of places) {
    const regions = names.countiesWithin(within);
    if (regions.length === 1) return { value: regions, cell, column, text };
  }
  return null;
}

/** Reads what stands above a table, and in its notes where that leaves the day open. */
export function readPreamble(names: Names, sheet: string, above: readonly SheetRow[], notes: readonly SheetRow[]): Preamble {
  const lines = linesOf(above);
  const units = new Set(lines.map(({ text }) => unitIn(text)).filter((unit) => unit !== null));
  const asOf = [...lines, ...linesOf(notes)].map(({ text }) => splitAsOf(text).asOf).find((day) => day !== null) ?? null;
  return { asOf, unit: units.size === 1 ? [...units][0] : null, region: regionOf(names, sheet, lines) };
}
