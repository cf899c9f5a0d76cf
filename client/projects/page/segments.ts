import type { Stage, StageEventStatus } from '../../graphql.generated';

export type StageFact = { stage: Stage; effectiveDate: string; recordedAt: string; status: StageEventStatus };
export type Segment = { stage: Stage; from: string; to: string };

/**
 * The stages as stretches of days, from registration up to `day`. Rejected events count for no day; of two on one day the last
 * recorded wins.
 */
export function segmentsOf(registeredOn: string, events: readonly StageFact[], day: string): Segment[] {
  const byDay = new Map<string, StageFact>();
  const counting = events.filter((event) => event.status !== 'REJECTED' && event.effectiveDate <= day);
  for (const event of [...counting].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt))) byDay.set(event.effectiveDate, event);
  const starts: { stage: Stage; from: string }[] = [{ stage: 'PREPARATION', from: registeredOn }];
  for (const event of [...byDay.values()].sort((a, b) => a.effectiveDate.localeCompare(b.effectiveDate))) {
    const last = starts.at(-1)!;
    if (last.stage === event.stage) continue;
    if (last.from >= event.effectiveDate) starts[starts.length - 1] = { stage: event.stage, from: last.from };
    else starts.push({ stage: event.stage, from: event.effectiveDate });
  }
  return starts.map(({ stage, from }, i) => ({ stage, from, to: starts[i + 1]?.from ?? (day > from ? day : from) }));
}
