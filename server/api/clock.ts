import { shanghaiDay, type Day } from './day';

/** Where time comes from. Domain code takes it as an argument and never asks the machine. */
export interface Clock {
  /** The instant. */
  now(): Date;
  /** The office's day: in Asia/Shanghai, or the day that the operator or the demonstration fixed. */
  today(): Day;
}

/** The machine's clock, with the day fixed when one is given. */
export class SystemClock implements Clock {
  constructor(private fixedDay: Day | null) {}

  now(): Date {
    return new Date();
  }

  today(): Day {
    return this.fixedDay ?? shanghaiDay(this.now());
  }

  /** Stops the day, e.g. on the demonstration's last one; null lets it run. */
  fix(day: Day | null): void {
    this.fixedDay = day;
  }
}

export const systemClock = (fixedDay: Day | null): SystemClock => new SystemClock(fixedDay);
