import type { EntityManager } from 'typeorm';
import { grainOf, type Period } from '../api/period';
import type { Day } from '../api/day';
import { compensate, type CompensationLine, type SchemeRule } from './compensation';
import { CompensationSchemeRow } from './compensation.entity';
import type { SectionSheet } from './sections';
import type { WaterClass } from './section.entity';

/** Which section stands at whose border. */
export interface SchemeBorder {
  /** The section's code. */
  section: string;
  /** The adcode of the region upstream, which pays for what is over the limit. */
  payer: string;
  /** The adcode of the region downstream. */
  receiver: string;
  /** The class to be kept; null for the section's own target. */
  target: WaterClass | null;
}

/** A scheme's own part of its row. */
export interface SchemeDefinition extends SchemeRule {
  borders: readonly SchemeBorder[];
}

/** A scheme as it stands. */
export interface Scheme extends SchemeDefinition {
  validFrom: Period;
  name: string;
  nameEn: string;
  example: boolean;
}

export const schemeOf = ({ validFrom, name, nameEn, example, definition }: CompensationSchemeRow): Scheme => ({ ...(JSON.parse(definition) as SchemeDefinition), validFrom, name, nameEn, example });

/** All schemes, the oldest first. */
export const readSchemes = async (manager: EntityManager): Promise<Scheme[]> => (await manager.find(CompensationSchemeRow, { order: { validFrom: 'ASC' } })).map(schemeOf);

/** The scheme in force in a month; undefined before the first one. */
export const schemeIn = (schemes: readonly Scheme[], month: Period): Scheme | undefined => schemes.findLast(({ validFrom }) => validFrom <= month);

/** A line with where and when it arose, and who pays whom. */
export interface DueLine extends CompensationLine {
  month: Period;
  sheet: SectionSheet;
  target: WaterClass;
  /** Adcodes; of a reward downstream pays upstream. */
  payer: string;
  receiver: string;
  sample: boolean;
}

/** The months of a month or a year that have begun by a day. */
export function monthsOf(period: Period, today: Day): Period[] {
  const months = grainOf(period) === 'MONTH' ? [period] : Array.from({ length: 12 }, (_, i) => `${period}-${String(i + 1).padStart(2, '0')}`);
  return months.filter((month) => month <= today.slice(0, 7));
}

/** What a scheme comes to in a month. Sections that are no more are left out. */
export function dueIn(scheme: Scheme, sheets: ReadonlyMap<string, SectionSheet>, month: Period): DueLine[] {
  return scheme.borders.flatMap(({ section: code, payer, receiver, target: own }) => {
    const sheet = sheets.get(code);
    if (!sheet) return [];
    const result = sheet.in(month);
    const target = own ?? sheet.section.target;
    const lines = compensate(scheme, { body: sheet.section.waterBody, target, measures: result?.hasValues ? result.measures : null, class: result?.hasValues ? result.judged(scheme.waterRounding).class : null });
    return lines.map((line): DueLine => ({
      ...line, month, sheet, target, sample: result?.sample ?? false,
      ...(line.kind === 'REWARD' ? { payer: receiver, receiver: payer } : { payer, receiver }),
    }));
  });
}

/** What a region paid and received. */
export interface Balance {
  paid: number;
  received: number;
}

/** What lines come to by the adcodes of regions; those that are part of a border and owe nothing too. */
export function balancesOf(lines: readonly DueLine[]): Map<string, Balance> {
  const balances = new Map<string, Balance>();
  const of = (adcode: string): Balance => {
    const balance = balances.get(adcode) ?? { paid: 0, received: 0 };
    balances.set(adcode, balance);
    return balance;
  };
  for (const { payer, receiver, amount } of lines) {
    of(payer).paid += amount;
    of(receiver).received += amount;
  }
  return balances;
}
