import type { CompensationQuery } from '../graphql.generated';

export type Compensation = NonNullable<CompensationQuery['compensation']>;
export type Line = Compensation['lines'][number];

/** Whether money moves because of a line. */
export const isDue = ({ kind }: Pick<Line, 'kind'>): boolean => kind === 'PAYMENT' || kind === 'REWARD';

/** Whether any value stands behind the lines: of months without one nothing was reckoned. */
export const isMeasured = (lines: readonly Pick<Line, 'kind'>[]): boolean => lines.some(({ kind }) => kind !== 'MISSING');

/** The period in an address, "2024" or "2024-06"; the year of the day where it names none. */
export function periodOf(text: string | null, today: string): string {
  return /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text ?? '') ? text! : today.slice(0, 4);
}

/** Items that a scheme can reckon: those of GB 3838-2002 that are the worse the more there is. */
export const ITEMS = ['COD', 'NH3N', 'TP', 'CODMn', 'BOD5', 'F', 'Oil', 'VP', 'LAS', 'S', 'CN', 'Cu', 'Zn', 'Se', 'As', 'Hg', 'Cd', 'Cr6', 'Pb', 'FC'] as const;
