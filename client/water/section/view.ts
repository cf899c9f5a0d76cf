import type { WaterRounding } from '../../graphql.generated';
import { type Grain, grainOf, isPeriod, placeOf, shiftPeriod } from '../periods';

export const GRAINS: readonly Grain[] = ['YEAR', 'MONTH', 'DAY', 'HOURS'];
export interface Span { grain: Grain; from: string; to: string }

/** How a section is looked at. It stands in the address whole, so that a link keeps it. */
export interface SectionView {
  grain: Grain;
  /** Null: the last periods that were measured, as many as `USUAL` says. */
  from: string | null;
  to: string | null;
  rounding: WaterRounding;
}

/** How many periods are shown where nobody chose: three years of months, two months of days, ten days of four hours. */
export const USUAL: Record<Grain, number> = { YEAR: 20, MONTH: 36, DAY: 60, HOURS: 60 };
/** The server gives so many periods at most. */
export const MOST = 2200;

export function readSection(params: URLSearchParams): SectionView {
  const [from, to] = [params.get('from'), params.get('to')];
  const known = isPeriod(from) && isPeriod(to) && grainOf(from) === grainOf(to) && from <= to;
  const grain = GRAINS.find((one) => one === params.get('grain')?.toUpperCase()) ?? (known ? grainOf(from) : 'MONTH');
  const kept = known && grainOf(from) === grain;
  return { grain, from: kept ? from : null, to: kept ? to : null, rounding: params.get('rounding') === 'given' ? 'AS_GIVEN' : 'EVALUATION' };
}

export function sectionAddress(code: string, { grain, from, to, rounding }: SectionView): string {
  const params = new URLSearchParams();
  if (grain !== 'MONTH' && !from) params.set('grain', grain.toLowerCase());
  if (from && to) { params.set('from', from); params.set('to', to); }
  if (rounding === 'AS_GIVEN') params.set('rounding', 'given');
  const query = params.toString();
  return `/water/sections/${encodeURIComponent(code)}${query && `?${query}`}`;
}

/** The range that is asked for: what was chosen, within what the server gives, or the last periods of the grain. Null where there are none. */
export function rangeOf({ grain, from, to }: SectionView, measured: readonly Span[]): { from: string; to: string } | null {
  const span = measured.find((one) => one.grain === grain);
  if (from && to) return { from: placeOf(to) - placeOf(from) >= MOST ? shiftPeriod(to, 1 - MOST) : from, to };
  if (!span) return null;
  const first = shiftPeriod(span.to, 1 - USUAL[grain]);
  return { from: first > span.from ? first : span.from, to: span.to };
}
