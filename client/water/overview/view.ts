import type { SectionLevel } from '../../graphql.generated';
import { isPeriod } from '../periods';

/** How the water of a month or year is looked at; it stands in the address. */
export interface OverviewView {
  /** Null: the latest month that was judged. */
  period: string | null;
  level: SectionLevel | null;
}

export const LEVELS: readonly SectionLevel[] = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'];

export function readOverview(params: URLSearchParams): OverviewView {
  const period = params.get('period');
  return { period: isPeriod(period) && period.length <= 7 ? period : null, level: LEVELS.find((one) => one === params.get('level')?.toUpperCase()) ?? null };
}

export function overviewAddress({ period, level }: OverviewView): string {
  const params = new URLSearchParams();
  if (period) params.set('period', period);
  if (level) params.set('level', level.toLowerCase());
  const query = params.toString();
  return `/water${query && `?${query}`}`;
}
