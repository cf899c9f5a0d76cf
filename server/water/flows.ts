import type { EntityManager } from 'typeorm';
import { monthEnd, type Day } from '../api/day';
import type { Period } from '../api/period';
import { Exact } from './exact';
import { FlowRecord, FlowTarget, ReplenishmentEntry } from './flow.entity';

/** A target with what was measured against it. */
export class FlowSheet {
  private readonly byMonth: ReadonlyMap<Period, FlowRecord>;

  /** @param records of this target, oldest first */
  constructor(readonly target: FlowTarget, readonly records: readonly FlowRecord[]) {
    this.byMonth = new Map(records.map((record) => [record.month, record]));
  }

  /** What was measured in a month; null where nothing was. */
  in(month: Period): FlowRecord | null {
    return this.byMonth.get(month) ?? null;
  }
}

/** Everything known of ecological flow. */
export interface FlowFacts {
  /** In the order of the pack. */
  sheets: readonly FlowSheet[];
  /** By month, the oldest first. */
  replenishment: readonly ReplenishmentEntry[];
}

/** What a flow is held against a target as. */
export interface FlowState {
  month: Period;
  /** Litres per second; null where it was not measured, and of months after the day. */
  flow: number | null;
  /** Whether the target was reached; null where it was not measured. */
  met: boolean | null;
  /** Whether the month is over or was measured: only then is a value missing. */
  due: boolean;
  sample: boolean;
}

/** Reads all of it: ten rivers or so, a row a month. */
export async function readFlows(manager: EntityManager): Promise<FlowFacts> {
  const targets = await manager.find(FlowTarget, { order: { sort: 'ASC', id: 'ASC' } });
  const records = new Map<number, FlowRecord[]>();
  for (const record of await manager.find(FlowRecord, { order: { month: 'ASC', id: 'ASC' } })) {
    const own = records.get(record.targetId);
    if (own) own.push(record);
    else records.set(record.targetId, [record]);
  }
  return {
    sheets: targets.map((target) => new FlowSheet(target, records.get(target.id) ?? [])),
    replenishment: await manager.find(ReplenishmentEntry, { order: { month: 'ASC', regionId: 'ASC' } }),
  };
}

/** The month that a day lies in. */
export const monthOf = (day: Day): Period => day.slice(0, 7);

/** Whether a month is over on a day. */
export const isOver = (month: Period, day: Day): boolean => monthEnd(`${month}-01`) < day;

/** How a river stood against its target in a month, as known of a day. A flow equal to the target meets it. */
export function flowIn(sheet: FlowSheet, month: Period, day: Day): FlowState {
  const record = month <= monthOf(day) ? sheet.in(month) : null;
  return { month, flow: record?.flow ?? null, met: record ? record.flow >= sheet.target.target : null, due: record !== null || isOver(month, day), sample: record?.sample ?? false };
}

/** Months with and without a value. */
export interface FlowCount {
  /** Months that are over or were measured. */
  due: number;
  measured: number;
  met: number;
}

/** Counts states. */
export const countFlows = (states: readonly FlowState[]): FlowCount => ({
  due: states.filter(({ due }) => due).length,
  measured: states.filter(({ flow }) => flow !== null).length,
  met: states.filter(({ met }) => met).length,
});

/** The months from one to another, both included; none where the first is the later. */
export function monthsBetween(from: Period, to: Period): Period[] {
  const months: Period[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}

/** The month after. */
export const monthAfter = (month: Period): Period => monthEnd(`${month}-01`, 1).slice(0, 7);

/** The months of the year of a month, up to that month. */
export const yearUpTo = (month: Period): Period[] => monthsBetween(`${month.slice(0, 4)}-01`, month);

/** The last month, by a day, in which any river was measured; null where none was. */
export function latestFlowMonth(sheets: readonly FlowSheet[], day: Day): Period | null {
  let latest: Period | null = null;
  for (const { records } of sheets) {
    const own = records.findLast(({ month }) => month <= monthOf(day))?.month;
    if (own && (latest === null || own > latest)) latest = own;
  }
  return latest;
}

/** Litres per second as people write it, "0.56". */
export const cubicMetres = (litres: number): string => Exact.ratio(BigInt(litres), 1000n).toText();
