import type { ReferenceQuery } from '../graphql.generated';
import type { LedgerColumn, LedgerRow } from './pages';
import { addressOf, type Conditions, type LedgerView } from './view';

const ALL_WORKS = 'overall';

type Known = { reference: ReferenceQuery | undefined; columns: readonly Pick<LedgerColumn, 'key'>[]; view: LedgerView };

/** The type that a global id names; null where the text is none. */
export function typeOf(id: string): string | null {
  try {
    return /^([A-Za-z]+):\d+/.exec(atob(id.split('.')[0]!.replaceAll('-', '+').replaceAll('_', '/')))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Where a row leads: to its work, to the works that it adds up, as of the same day, to its section or task; null where it leads nowhere. */
export function leadsTo(row: Pick<LedgerRow, 'key' | 'cells' | 'projectId'>, { reference, columns, view }: Known): string | null {
  const cell = (key: string) => row.cells[columns.findIndex((column) => column.key === key)] ?? null;
  // The ledger of all works, under the same conditions: as many rows as the row has counted.
  const worksOf = (more: Partial<Conditions>) => addressOf(ALL_WORKS, { ...view, columns: null, orderBy: null, direction: 'ASC', ...more });
  const number = cell('number');
  if (row.projectId && number) return `/projects/${number}${view.asOf ? `?asOf=${view.asOf}` : ''}`;
  switch (typeOf(row.key)) {
    case 'Region': {
      const region = reference?.regions?.find(({ id }) => id === row.key);
      return region ? worksOf({ leadRegions: [region.adcode] }) : null;
    }
    case 'Sector': {
      const sector = reference?.sectors?.find(({ name }) => name === cell('name'));
      return sector ? worksOf({ sectors: [sector.code] }) : null;
    }
    case 'MonitoringSection':
      return `/maps/water#${encodeURIComponent(cell('code') ?? '')}`;
    case 'Task':
      return '/tasks';
    default:
      return null;
  }
}
