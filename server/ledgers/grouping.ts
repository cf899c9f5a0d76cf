import { registerEnumType } from 'type-graphql';
import type { Reference } from '../portfolio/reference';
import type { LedgerDefinition } from './definition';

export enum LedgerGroupBy {
  REGION = 'REGION',
  SECTOR = 'SECTOR',
}
registerEnumType(LedgerGroupBy, {
  name: 'LedgerGroupBy',
  description: 'What the rows of a ledger are gathered under, each group with its subtotals.',
  valuesConfig: { REGION: { description: 'The lead region, in the official order.' }, SECTOR: { description: "The sector, in the pack's order." } },
});

/** A group that a row belongs to. */
export interface GroupPlace {
  /** An adcode, or the sector's name in the API. */
  key: string;
  label: string;
  sort: number;
}

/** How a ledger's rows are gathered; null where they have no such thing. */
export function groupingOf({ region, sector }: LedgerDefinition, by: LedgerGroupBy): ((reference: Reference) => (row: never) => GroupPlace) | null {
  const memo = <Found extends object>(place: (found: Found) => GroupPlace) => {
    const places = new WeakMap<Found, GroupPlace>();
    return (found: Found) => places.get(found) ?? places.set(found, place(found)).get(found)!;
  };
  if (by === LedgerGroupBy.REGION) return region ? () => {
    const placeOf = memo((one: ReturnType<typeof region>) => ({ key: one.adcode, label: one.name, sort: one.sort }));
    return (row) => placeOf(region(row));
  } : null;
  return sector ? ({ sectorByCode }) => {
    const places = new Map([...sectorByCode.values()].map(({ code, name, sort }) => [code, { key: code, label: name, sort }]));
    return (row) => places.get(sector(row)) ?? { key: sector(row), label: sector(row), sort: Number.MAX_SAFE_INTEGER };
  } : null;
}
