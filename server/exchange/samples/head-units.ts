import { cellName } from '../sheet/places';
import { isBlank, shownText, type SheetRow } from '../sheet/cell';
import { INDICATORS, type IndicatorKey } from '../../water/indicators';
import { factorOf, isUnit, namedItem, sameUnit, unitOf } from './item-names';

/** Units as they stand in running text; behind a number they are of that number alone. */
const UNIT = /(?<![\da-zμ.]\s*)(?:(?:[mμun]?g)\/(?:l|m3)|(?:毫克|微克|纳克|克)\/升|[mμun]?g[·.]?l-1|(?:个|mpn|cfu)\/(?:100ml|ml|l|升))/gi;
const METALS: readonly IndicatorKey[] = ['Cu', 'Zn', 'As', 'Hg', 'Cd', 'Cr6', 'Pb'];
/** Some count selenium among the metals and some do not. */
const METAL_OR_NOT: IndicatorKey = 'Se';
/** Words around the names and units of a line. */
const FILLERS = /其余|其他|其它|其中|项目|指标|浓度|(?:的)?(?:计量)?单位|除.*?外|除外|均|都|为|以|是|计|注|[\s()[\]【】:;,.。、=]/g;

/** A unit of a line, and what it is of: the items named, ALL that no other one is of, or OPEN where that cannot be told. */
interface Statement {
  unit: string;
  of: readonly IndicatorKey[] | 'ALL' | 'METALS' | 'OPEN';
}

/** A line that states units: where it stands, what it says. */
export interface UnitLine {
  cell: string;
  text: string;
  statements: Statement[];
}

/** What the words before a unit are about. */
function subjectOf(words: string): Statement['of'] {
  if (!words.replace(FILLERS, '')) return 'ALL';
  if (words.includes('金属')) return words.replace(FILLERS, '').replace(/(?:重|类)?金属(?:类|元素)?/, '') ? 'OPEN' : 'METALS';
  const named = words.replace(/其中|的|(?:计量)?单位|[均都]?[为是以]|[:=]/g, '').split(/[、,;和及与(]/).map((part) => part.replace(/[)\s]/g, '')).filter(Boolean).map((part) => namedItem(part)?.key ?? null);
  return named.some((key) => key === null) ? 'OPEN' : (named as IndicatorKey[]);
}

/**
 * What a line above a table says of units: "单位：mg/L（重金属为μg/L）", "汞、镉单位为μg/L", a heading that ends in "（mg/L）".
 * @returns null where it states none
 */
export function unitLine({ cells, number }: SheetRow): UnitLine | null {
  const said = cells.flatMap((cell, index) => (isBlank(cell) || (typeof cell === 'object' && cell.kind === 'COVERED') ? [] : [{ text: shownText(cell).normalize('NFKC'), index }]));
  const states = said.filter(({ text }) => /单位/.test(text) || isUnit(text) || unitOf(text) !== null);
  if (!states.length) return null;
  const line = (states.length === 1 && unitsIn(states[0].text).length ? states : said.slice(said.indexOf(states[0]))).map(({ text }) => text).join(' ');
  const found = unitsIn(line);
  if (!found.length) return null;
  let from = 0;
  const statements = found.map(({ 0: unit, index }): Statement => {
    const words = line.slice(from, index);
    from = index + unit.length;
    const of = subjectOf(words);
    // A title before "（单位：mg/L）" names the table, not an item.
    return { unit, of: of === 'OPEN' && !words.includes('金属') && (/[([]\s*(?:计量)?单位[:为]?\s*$/.test(words) || sameUnit(unit, 'mg/L')) ? 'ALL' : of };
  });
  return { cell: cellName(number, states[0].index), text: line.slice(0, 60), statements };
}

const unitsIn = (text: string) => [...text.matchAll(UNIT)];

/** The units that lines above a table state. */
export class StatedUnits {
  static readonly NONE = new StatedUnits([]);

  constructor(private readonly lines: readonly UnitLine[]) {}

  /** The unit of an item whose column names none; null where no line is about it. */
  unitOf(key: IndicatorKey): string | null {
    const statements = this.lines.flatMap(({ statements: all }) => all).filter(({ unit }) => factorOf(key, unit) !== null);
    const own = statements.findLast(({ of }) => (of === 'METALS' ? METALS.includes(key) : Array.isArray(of) && of.includes(key)));
    return (own ?? statements.findLast(({ of }) => of === 'ALL'))?.unit ?? null;
  }

  /** Lines that could be about these columns, and yet it cannot be told about which, or no column has their unit. */
  open(columns: readonly { key: IndicatorKey; unit: string | null; own: boolean }[]): UnitLine[] {
    return this.lines.filter(({ statements }) => statements.some(({ unit, of }) => {
      const able = columns.filter(({ key }) => factorOf(key, unit) !== null);
      if (!able.length) return false;
      if (of === 'OPEN') return true;
      if (of === 'METALS' && able.some(({ key, own }) => key === METAL_OR_NOT && !own)) return true;
      const meant = of === 'ALL' ? able : able.filter(({ key }) => (of === 'METALS' ? METALS : of).includes(key));
      return meant.length > 0 && !meant.some((column) => sameUnit(column.unit ?? INDICATORS[column.key].unit, unit));
    }));
  }
}

/** Whether a group's name is that of metals, which ends where another item begins. */
export const isMetals = (group: string): boolean => group.includes('金属');
export const isMetal = (key: IndicatorKey): boolean => METALS.includes(key) || key === METAL_OR_NOT;
