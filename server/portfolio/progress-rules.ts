import type { Day } from '../api/day';
import { FEN_LIMIT, yuanText, type Fen } from '../api/money';
import type { Warning } from '../api/node';
import { refuse, type Language } from '../api/refusal';
import { warn } from '../api/warnings';
import { Stage } from './facts.entity';
import { lastOn, stageEventOn, suspensionOn, type ProgressFact, type StageFact, type SuspensionFact } from './history';

type Entry = Pick<ProgressFact, 'date' | 'progress' | 'investmentDone'>;

/** Figures as they are given. */
export interface Figures {
  date: Day;
  /** Percent. */
  progress: number;
  /** Left out, the last figure stays. */
  investmentDone?: Fen | null;
  reason: string | null;
}

/**
 * What an entry of a day comes to.
 * @param entries the work's, by day
 * @throws Refusal when a figure is none, or below the entry before without a reason.
 */
export function progressOf(entries: readonly Entry[], { date, reason, ...given }: Figures): { progress: number; investmentDone: Fen } {
  if (!(given.progress >= 0 && given.progress <= 100)) throw refuse('PROGRESS_RANGE', { field: 'input.progress' });
  if (given.investmentDone && (given.investmentDone < 0 || given.investmentDone >= FEN_LIMIT)) throw refuse('AMOUNT_NEGATIVE', { field: 'input.investmentDone' });
  const before = entries.filter((entry) => entry.date < date).at(-1);
  const progress = Math.round(given.progress * 100) / 100;
  const investmentDone = given.investmentDone ?? lastOn(entries, date, (entry) => entry.date)?.investmentDone ?? 0;
  if (before && !reason) {
    if (progress < before.progress) throw refuse('PROGRESS_LOWER', { field: 'input.progress', date: before.date, before: before.progress });
    if (investmentDone < before.investmentDone) throw refuse('INVESTMENT_DONE_LOWER', { field: 'input.investmentDone', date: before.date, before: yuanText(before.investmentDone) });
  }
  return { progress, investmentDone };
}

/** What figures are compared with. */
export interface ProgressGround {
  investment: Fen | null;
  /** By day, then by recording. */
  events: readonly StageFact[];
  suspensions: readonly SuspensionFact[];
  /** By day. */
  entries: readonly Entry[];
}

/** What of an entry may be worth a second look. */
export function progressDoubts(language: Language, { investment, events, suspensions, entries }: ProgressGround, { date, progress, investmentDone }: Entry): Warning[] {
  const stage = stageEventOn(events, date)?.stage ?? Stage.PREPARATION;
  const later = entries.find((entry) => entry.date > date);
  const lower = later && (later.progress < progress || later.investmentDone < investmentDone);
  return [
    ...(lower ? [warn(language, 'LATER_ENTRY_LOWER', 'input.date', { date: later.date, progress: String(later.progress) })] : []),
    ...(stage === Stage.PREPARATION && progress > 0 ? [warn(language, 'PROGRESS_WITHOUT_START', 'input.progress')] : []),
    ...(stage === Stage.COMPLETED && progress < 100 ? [warn(language, 'PROGRESS_BELOW_COMPLETED', 'input.progress')] : []),
    ...(suspensionOn(suspensions, date) ? [warn(language, 'PROGRESS_WHILE_SUSPENDED', 'input.date')] : []),
    ...(investment !== null && investmentDone > investment ? [warn(language, 'DONE_ABOVE_INVESTMENT', 'input.investmentDone', { investment: yuanText(investment) })] : []),
  ];
}
