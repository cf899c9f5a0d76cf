import { grainOf, yearBefore, type Period } from '../api/period';
import { refuse } from '../api/refusal';

/**
 * The period that another one is compared with: the one that was asked for, else the same one a year before.
 * @throws Refusal PERIODS_DIFFER where it is of another length: the mean of a year is no base for a day.
 */
export function baseFor(period: Period, asked: Period | null | undefined): Period {
  if (!asked) return yearBefore(period);
  if (grainOf(asked) !== grainOf(period)) throw refuse('PERIODS_DIFFER', { field: 'base', from: asked, to: period });
  return asked;
}
