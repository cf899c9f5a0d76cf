import { refuse } from '../../api/refusal';
import type { FundingSource } from '../../funding/funding.entity';
import type { Desk, Target } from './desk';
import { planMoney, sourceList, sourcesOf } from './plan-money';
import type { RowCheck } from './row-check';
import type { FundingFields } from './rows';

/** The source that a row is about: the one it names, else the work's only one. Otherwise that is noted. */
export function sourceOf(check: RowCheck<FundingFields>, target: Target): FundingSource | null {
  const named = check.value('source');
  if (named) return named;
  const sources = sourcesOf(target);
  if (sources.length === 1) return sources[0];
  const refusal = sources.length ? refuse('IMPORT_SOURCES_SEVERAL', { sources: sourceList(sources) }) : refuse('IMPORT_SOURCE_NEEDED');
  check.refuse(refusal, 'planned', 'allocated', 'arrived', 'paid');
  return null;
}

/** Plans a row of funds: a source's cumulative figures. */
export const planFunding = (desk: Desk, check: RowCheck<FundingFields>, target: Target, source: FundingSource): void => planMoney(desk, check, target, source);
