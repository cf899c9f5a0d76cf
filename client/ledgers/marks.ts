import { type Conditions, type FlagCondition, knows, type LedgerInfo } from './view';

const HEALTHS = ['LAGGING', 'SERIOUS', 'ON_TRACK'] as const;
const FLAGS: readonly FlagCondition[] = ['suspended', 'unverified', 'fundsExceeded', 'sample'];
export type Mark = (typeof HEALTHS)[number] | FlagCondition | `${FlagCondition}-no`;

/** The marks that a ledger can be asked for. What must not be so is offered only where a link asked for it. */
export function markChoices(info: Pick<LedgerInfo, 'filters'>, view: Conditions): Mark[] {
  return [
    ...(knows(info, 'health') ? HEALTHS : []),
    ...FLAGS.filter((flag) => knows(info, flag)).flatMap((flag): Mark[] => (view[flag] === false ? [flag, `${flag}-no`] : [flag])),
  ];
}

export function chosenMarks(view: Conditions): Mark[] {
  return [...HEALTHS.filter((health) => view.health.includes(health)), ...FLAGS.flatMap((flag): Mark[] => (view[flag] === null ? [] : [view[flag] ? flag : `${flag}-no`]))];
}

export function marksToView(chosen: readonly string[]): Pick<Conditions, 'health' | FlagCondition> {
  const flag = (name: FlagCondition) => (chosen.includes(name) ? true : chosen.includes(`${name}-no`) ? false : null);
  return { health: HEALTHS.filter((health) => chosen.includes(health)), suspended: flag('suspended'), unverified: flag('unverified'), fundsExceeded: flag('fundsExceeded'), sample: flag('sample') };
}
