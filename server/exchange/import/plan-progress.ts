import { yuanText } from '../../api/money';
import { refuse } from '../../api/refusal';
import { Stage, StageEventStatus } from '../../portfolio/facts.entity';
import { byDayThenRecording, lastOn, type StageFact } from '../../portfolio/history';
import { progressDoubts, progressOf } from '../../portfolio/progress-rules';
import type { Step } from '../../portfolio/stage-rules';
import { farOff, notBeforeRegistration, notInFuture } from '../../portfolio/writing';
import type { Desk, Target } from './desk';
import type { RowCheck } from './row-check';
import type { WorkFields } from './rows';

type Entry = Target['writes']['progress'][number];

/** Entries in order of day, a new one in place of the old one of its day. */
const withEntry = (entries: readonly Entry[], entry: Entry): readonly Entry[] =>
  entries.length ? [...entries.filter(({ date }) => date !== entry.date), entry].sort((a, b) => (a.date < b.date ? -1 : 1)) : [entry];

/**
 * Plans the figures of a work as of the sheet's day, where they differ from what stands on it. A work that its row calls
 * complete had all its progress on the day of completion, not only on the sheet's.
 */
export function planProgress(desk: Desk, check: RowCheck<WorkFields>, target: Target, steps: readonly Step[]): void {
  const progress = check.value('progress');
  const investmentDone = check.value('investmentDone');
  if (progress === undefined && investmentDone === undefined) return;
  if (!isPlain(check)) return;
  const { sheet, writes } = target;
  const known = desk.dayOf(check.row);
  const day = known ?? desk.today;
  let entries: readonly Entry[] = sheet.progress;
  const standsOn = (date: string) => lastOn(entries, date, (entry) => entry.date) ?? { progress: 0, investmentDone: 0 };
  const plan: Entry[] = [];
  const add = (entry: Entry): void => {
    entries = withEntry(entries, entry);
    plan.push(entry);
  };
  const before = standsOn(day);
  const completion = steps.find(({ stage }) => stage === Stage.COMPLETED);
  if (completion && progress === 100 && completion.effectiveDate < day && standsOn(completion.effectiveDate).progress < 100) {
    add({ date: completion.effectiveDate, progress, investmentDone: standsOn(completion.effectiveDate).investmentDone });
  }
  const now = standsOn(day);
  const after = { progress: progress ?? now.progress, investmentDone: investmentDone ?? now.investmentDone };
  const moves = after.progress !== now.progress || after.investmentDone !== now.investmentDone;
  if (!moves && !plan.length) return;
  if (!desk.allows(check, 'RECORD_PROGRESS', target, [...(progress === before.progress ? [] : ['progress' as const]), ...(investmentDone === before.investmentDone ? [] : ['investmentDone' as const])])) return;
  if (moves) {
    if (known === null) desk.needDay(check.row);
    add({ date: day, ...after });
  }
  if (after.progress !== before.progress) check.change('progress', 'progress', target.isNew ? null : desk.show.percent(before.progress), desk.show.percent(after.progress));
  if (after.investmentDone !== before.investmentDone) check.change('investmentDone', 'investmentDone', target.isNew ? null : desk.show.money(before.investmentDone), desk.show.money(after.investmentDone));
  for (const entry of plan) judge(desk, check, target, entry, steps);
  writes.progress.push(...plan);
  writes.words.push(`进度 ${after.progress}%，累计完成投资 ${yuanText(after.investmentDone)} 元（${day}）`);
}

/** A figure below one without a sign anywhere may be a share that lost its format: nobody can tell 0.55 from 55 %. @returns whether it is plain */
function isPlain(check: RowCheck<WorkFields>): boolean {
  const read = check.read('progress');
  if (!read || read.value <= 0 || read.value >= 1 || /[%％]|百分/.test(read.text + read.column)) return true;
  check.refuse(refuse('IMPORT_SHARE_OR_PERCENT', { value: read.text, share: String(Math.round(read.value * 10_000) / 100) }), 'progress');
  return false;
}

const asEvent = ({ stage, effectiveDate }: Step): StageFact => ({ id: Number.MAX_SAFE_INTEGER, stage, effectiveDate, status: StageEventStatus.CONFIRMED });

function withSteps(stages: readonly StageFact[], steps: readonly Step[]): readonly StageFact[] {
  if (!steps.length) return stages;
  const events = [...stages, ...steps.map(asEvent)];
  return events.length > 1 ? events.sort(byDayThenRecording) : events;
}

function judge(desk: Desk, check: RowCheck<WorkFields>, target: Target, entry: Entry, steps: readonly Step[]): void {
  const { sheet } = target;
  const keys = { date: ['progress', 'investmentDone'], progress: ['progress', 'investmentDone'], investmentDone: ['investmentDone', 'progress'] } as const;
  const held = check.holds(() => {
    notInFuture(desk, entry.date, 'input.date');
    notBeforeRegistration(sheet.project, entry.date, 'input.date');
    return progressOf(sheet.progress, { ...entry, reason: null });
  }, keys);
  if (!held) return;
  const { suspensions, progress: entries, project } = sheet;
  const events = withSteps(sheet.stages, steps);
  const investment = target.writes.fields.investment ?? project.investment;
  check.warn(farOff(desk, desk.language, entry.date, 'input.date', 'fact'), keys);
  check.warn(progressDoubts(desk.language, { investment, events, suspensions, entries }, entry), keys);
}
