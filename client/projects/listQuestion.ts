import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { OrderDirection, ProjectFilter, ProjectOrderField, SectorCode, Stage } from '../graphql.generated';

export const ORDER_FIELDS: readonly ProjectOrderField[] = ['NUMBER', 'NAME', 'REGION', 'SECTOR', 'PLANNED_START', 'PLANNED_FINISH', 'PROGRESS', 'INVESTMENT', 'FUNDS_ARRIVED'];
export const STAGES: readonly Stage[] = ['PREPARATION', 'CONSTRUCTION', 'COMPLETED'];
export const MARKS = ['LAGGING', 'SERIOUS', 'suspended', 'unverified', 'sample'] as const;
export type Mark = (typeof MARKS)[number];

type Many = 'region' | 'sector' | 'stage' | 'list' | 'category' | 'mark';

export type Question = {
  search: string;
  many: Record<Many, string[]>;
  order: { field: ProjectOrderField; direction: OrderDirection };
  asOf: string | null;
  narrowed: boolean;
  variables: { filter: ProjectFilter | null; orderBy: { field: ProjectOrderField; direction: OrderDirection }[]; asOf: string | null };
  set: (change: Partial<Record<Many, string[]>> & { search?: string; asOf?: string | null; order?: Question['order'] }) => void;
  clear: () => void;
};

const FIELDS: readonly Many[] = ['region', 'sector', 'stage', 'list', 'category', 'mark'];

/** What the list was asked for. It stands in the address, so that it can be kept, sent to a colleague, and gone back to. */
export function useListQuestion(): Question {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const many = Object.fromEntries(FIELDS.map((field) => [field, params.get(field)?.split(',').filter(Boolean) ?? []])) as Question['many'];
    const search = params.get('q') ?? '';
    const asked = params.get('sort')?.split('-') ?? [];
    const field = ORDER_FIELDS.find((one) => one === asked[0]) ?? 'NUMBER';
    const direction: OrderDirection = asked[1] === 'DESC' ? 'DESC' : 'ASC';
    const asOf = /^\d{4}-\d{2}-\d{2}$/.test(params.get('asOf') ?? '') ? params.get('asOf') : null;
    const set: Question['set'] = (change) =>
      setParams(
        () => {
          // What the address says now: a choice that was just made may not have been drawn yet, and this one must not undo it.
          const after = new URLSearchParams(window.location.search);
          const put = (name: string, value: string) => (value ? after.set(name, value) : after.delete(name));
          for (const one of FIELDS) if (change[one]) put(one, change[one].join(','));
          if (change.search !== undefined) put('q', change.search.trim());
          if (change.asOf !== undefined) put('asOf', change.asOf ?? '');
          if (change.order) put('sort', change.order.field === 'NUMBER' && change.order.direction === 'ASC' ? '' : `${change.order.field}-${change.order.direction}`);
          return after;
        },
        { replace: true },
      );
    return {
      search, many, asOf, set,
      order: { field, direction },
      narrowed: Boolean(search) || FIELDS.some((one) => many[one].length > 0),
      variables: { filter: filterOf(search, many), orderBy: [{ field, direction }], asOf },
      clear: () => setParams({}, { replace: true }),
    };
  }, [params, setParams]);
}

function filterOf(search: string, many: Question['many']): ProjectFilter | null {
  const filter: ProjectFilter = {};
  if (search) filter.search = search;
  if (many.region.length) filter.regions = many.region;
  if (many.sector.length) filter.sectors = many.sector as SectorCode[];
  if (many.stage.length) filter.stages = many.stage as Stage[];
  if (many.list.length) filter.lists = many.list;
  if (many.category.length) filter.categories = many.category;
  const health = (['LAGGING', 'SERIOUS'] as const).filter((one) => many.mark.includes(one));
  if (health.length) filter.health = health;
  if (many.mark.includes('suspended')) filter.suspended = true;
  if (many.mark.includes('unverified')) filter.unverified = true;
  if (many.mark.includes('sample')) filter.sample = true;
  return Object.keys(filter).length ? filter : null;
}
