import { shanghaiDay, type Day } from './day';

/** Where time comes from. Domain code takes it as an argument and never asks the machine. */
export interface Clock {
  /** The instant. */
  now(): Date;
  /** The office's day: in Asia/Shanghai, or the day that the operator or the demonstration fixed. */
  today(): Day;
  /** Whether the day is fixed and never turns. */
  readonly fixed: boolean;
}

/** The machine's clock, with the day fixed when one is given. */
export function systemClock(fixedDay: Day | null): Clock {
  const now = () => new Date();
  return { now, today: () => fixedDay ?? shanghaiDay(now()), fixed: fixedDay !== null };
}
