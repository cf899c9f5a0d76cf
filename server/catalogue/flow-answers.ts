import type { Day } from '../api/day';
import type { Period } from '../api/period';
import type { Region } from '../portfolio/reference.entity';
import { RegionKind } from '../portfolio/reference.entity';
import type { Reference } from '../portfolio/reference';
import { countFlows, flowIn, monthOf, monthsBetween, yearUpTo, type FlowSheet, type FlowState } from '../water/flows';
import { replenishedIn } from '../water/replenishment';
import type { Facts } from './facts';
import type { FlowMonth, FlowRow, FlowSeries, Replenishment } from './flow.types';

/** What a pack says of ecological flow beside the targets of rivers. */
export interface FlowSetting {
  /** Cubic metres to be led into the rivers a year; null where none are asked for. */
  replenishmentTarget: number | null;
  /** The published document that sets the targets. */
  source: string | null;
}

/** The setting of a pack; nothing where it has none. */
export const flowSetting = (reference: Reference): FlowSetting => reference.setting<FlowSetting>('ecologicalFlow') ?? { replenishmentTarget: null, source: null };

/** The city itself. */
export const cityOf = ({ regions }: Reference): Region => regions.find(({ kind }) => kind === RegionKind.MUNICIPALITY)!;

/** Litres per second as m³/s: the double nearest to the thousandths. */
const shownFlow = (litres: number): number => litres / 1000;

const shownMonth = ({ flow, ...state }: FlowState): FlowMonth => ({ ...state, flow: flow === null ? null : shownFlow(flow) });

const headOf = ({ target }: FlowSheet, reference: Reference): Pick<FlowRow, 'region' | 'river' | 'target'> =>
  ({ region: reference.regionById.get(target.regionId)!, river: target.river, target: shownFlow(target.target) });

/** A river in a month and in its year so far, as known of a day. */
export function flowRow(sheet: FlowSheet, reference: Reference, month: Period, day: Day): FlowRow {
  const { due, measured, met } = countFlows(yearUpTo(month).map((each) => flowIn(sheet, each, day)));
  return { ...headOf(sheet, reference), month: shownMonth(flowIn(sheet, month, day)), monthsDue: due, monthsMeasured: measured, monthsMet: met };
}

/** A river over months, as known of a day. */
export function flowSeries(sheet: FlowSheet, reference: Reference, from: Period, to: Period, day: Day): FlowSeries {
  const last = to < monthOf(day) ? to : monthOf(day);
  return { ...headOf(sheet, reference), months: monthsBetween(from, last).map((month) => shownMonth(flowIn(sheet, month, day))) };
}

/** A year of replenishment, as known of a day. */
export function replenishmentShown({ flows, reference }: Facts, year: number, day: Day): Replenishment {
  const { replenishmentTarget, source } = flowSetting(reference);
  const reckoned = replenishedIn(flows.replenishment, year, day, replenishmentTarget);
  return {
    ...reckoned,
    source,
    months: reckoned.months.map(({ entries, ...month }) => ({
      ...month,
      sample: entries.some(({ sample }) => sample),
      parts: entries.map(({ regionId, volume, sample }) => ({ region: reference.regionById.get(regionId)!, volume, sample })),
    })),
    sample: reckoned.months.some(({ entries }) => entries.some(({ sample }) => sample)),
  };
}
