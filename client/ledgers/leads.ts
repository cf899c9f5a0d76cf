import type { ReferenceQuery } from '../graphql.generated';
import type { LedgerColumn, LedgerRow } from './pages';

type Known = { reference: ReferenceQuery | undefined; columns: readonly Pick<LedgerColumn, 'key'>[]; asOf: string | null };

/** The type that a global id names; null where the text is none. */
export function typeOf(id: string): string | null {
  try {
    return /^([A-Za-z]+):\d+/.exec(atob(id.split('.')[0]!.replaceAll('-', '+').replaceAll('_', '/')))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Where a row leads: to its work, to the works that it adds up, to its section or task; null where it leads nowhere. */
export function leadsTo(row: Pick<LedgerRow, 'key' | 'cells' | 'projectId'>, { reference, columns, asOf }: Known): string | null {
  const cell = (key: string) => row.cells[columns.findIndex((column) => column.key === key)] ?? null;
  const on = (path: string, query: Record<string, string>) => {
    const params = new URLSearchParams({ ...query, ...(asOf && { asOf }) }).toString();
    return params ? `${path}?${params}` : path;
  };
  const number = cell('number');
  if (row.projectId && number) return on(`/projects/${number}`, {});
  switch (typeOf(row.key)) {
    case 'Region': {
      const region = reference?.regions?.find(({ id }) => id === row.key);
      return region ? on('/projects', { region: region.adcode }) : null;
    }
    case 'Sector': {
      const sector = reference?.sectors?.find(({ name }) => name === cell('name'));
      return sector ? on('/projects', { sector: sector.code }) : null;
    }
    case 'MonitoringSection':
      return `/maps/water#${encodeURIComponent(cell('code') ?? '')}`;
    case 'Task':
      return '/tasks';
    default:
      return null;
  }
}
