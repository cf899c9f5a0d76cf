import type { Day } from '../../server/api/day';
import { SystemClock } from '../../server/api/clock';

/** A clock that stands still until the test moves it. */
export class TestClock extends SystemClock {
  private instant: number;

  /** @param day its noon in Asia/Shanghai is the first instant */
  constructor(private day: Day) {
    super(day);
    this.instant = Date.parse(`${day}T12:00:00+08:00`);
  }

  override now(): Date {
    return new Date(this.instant);
  }

  override today(): Day {
    return this.day;
  }

  /** Moves to noon of a day. */
  turnTo(day: Day): void {
    this.day = day;
    this.instant = Date.parse(`${day}T12:00:00+08:00`);
  }

  /** Moves on within the day. */
  forward(milliseconds: number): void {
    this.instant += milliseconds;
  }
}
