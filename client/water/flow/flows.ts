import { shortMonth } from '../../format/days';
import type { FlowPageQuery, FlowRowFragment, ReplenishedYearFragment } from '../../graphql.generated';

export type FlowRow = FlowRowFragment;
export type FlowSeries = NonNullable<FlowPageQuery['flows']>[number];
export type FlowMonth = FlowSeries['months'][number];
export type ReplenishedYear = ReplenishedYearFragment;

/** A river in a region by one name. */
export const nameOf = ({ region, river }: { region: { adcode: string }; river: string }): string => `${region.adcode} ${river}`;

/** How a month stands: told by a sign and a word beside its colour. */
export type FlowState = 'met' | 'missed' | 'missing' | 'running';

export function stateOf({ met, due }: Pick<FlowMonth, 'met' | 'due'>): FlowState {
  if (met !== null && met !== undefined) return met ? 'met' : 'missed';
  return due ? 'missing' : 'running';
}

/** A month so many months away. */
export function monthAway(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** 2025年1月, or Jan 2025. */
export const monthName = (month: string, language: string): string =>
  language.startsWith('zh') ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : `${shortMonth(`${month}-01`, 'en').slice(0, 3)} ${month.slice(0, 4)}`;

/** Cubic metres per second as gauges are read: no digits that say nothing. */
export const flowText = (flow: number): string => String(flow);

/** How far above the target, with its sign. The difference of two thousandths is one. */
export function aboveText(flow: number, target: number): string {
  const thousandths = Math.round(flow * 1000) - Math.round(target * 1000);
  return `${thousandths > 0 ? '+' : thousandths < 0 ? '−' : ''}${Math.abs(thousandths) / 1000}`;
}

/** Series by river, each river once, in their order. */
export function byRiver(series: readonly FlowSeries[]): { river: string; places: FlowSeries[] }[] {
  const groups = new Map<string, FlowSeries[]>();
  for (const one of series) groups.set(one.river, [...(groups.get(one.river) ?? []), one]);
  return [...groups].map(([river, places]) => ({ river, places }));
}

/** Series without the months before the first and after the last of which anything was measured or is due. */
export function trimmed(series: readonly FlowSeries[]): FlowSeries[] {
  const months = series[0]?.months ?? [];
  const first = months.findIndex((_, i) => series.some((one) => one.months[i]!.flow !== null));
  const last = months.findLastIndex((_, i) => series.some((one) => one.months[i]!.flow !== null || one.months[i]!.due));
  return first < 0 ? [] : series.map((one) => ({ ...one, months: one.months.slice(first, last + 1) }));
}

/** Round figures up to a value for a small chart: zero and two or three more. */
export function ticksUpTo(most: number): number[] {
  const rough = Math.max(most, 1e-9) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999)!;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Cubic metres in what the language counts in: 万立方米, or million m³. */
export const volumeText = (volume: number, language: string): string => {
  const value = language.startsWith('zh') ? volume / 10_000 : volume / 1_000_000;
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
};
