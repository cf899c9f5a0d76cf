import type { Day } from '../../api/day';
import { refuse } from '../../api/refusal';
import { Stage, StageEventStatus } from '../../portfolio/facts.entity';
import { actualDates, byDayThenRecording, stageEventOn, type StageFact } from '../../portfolio/history';
import { checkStage, stageNames, statusOfStep, type Step } from '../../portfolio/stage-rules';
import { farOff, notBeforeRegistration, notInFuture } from '../../portfolio/writing';
import type { Desk, Target } from './desk';
import { squeeze } from './read-text';
import type { RowCheck } from './row-check';
import type { Read, WorkFields } from './rows';

const ORDER = Object.values(Stage);
const rank = (stage: Stage): number => ORDER.indexOf(stage);

/** "2024年3月" and "2024.03": a month of which the day was not written. */
const MONTH_ONLY = /^\d{4}(?:年|[-./])\d{1,2}月?[^\d]*$/;

/** Whether a cell means the day on record: a month without a day means any of its days. */
const meansDay = ({ value, text }: Read<Day>, recorded: Day): boolean => value === recorded || (MONTH_ONLY.test(squeeze(text)) && value.slice(0, 7) === recorded.slice(0, 7));

/** A step that a row asks for, and the cells that say so. */
type Asked = Step & { keys: (keyof WorkFields)[] };

/** The stage that a row puts a work in; undefined where it says nothing of it. */
function stageAsked(check: RowCheck<WorkFields>, current: Stage): Stage | undefined {
  const stage = check.value('stage');
  if (stage !== undefined) return stage;
  const implied = check.read('actualFinish') ? Stage.COMPLETED : check.read('actualStart') ? Stage.CONSTRUCTION : undefined;
  // A day of something long past says nothing of where the work is now.
  return implied === undefined || rank(implied) > rank(current) ? implied : current;
}

/** Notes days that do not fit the stage beside them, and those that lie ahead. @returns whether all fit. */
function daysFit(desk: Desk, check: RowCheck<WorkFields>, stage: Stage, day: Day | null): boolean {
  const before = check.errors.length;
  for (const [key, needed] of [['actualStart', Stage.CONSTRUCTION], ['actualFinish', Stage.COMPLETED]] as const) {
    const given = check.value(key);
    if (given === undefined) continue;
    if (rank(stage) < rank(needed)) check.refuse(refuse('IMPORT_STAGE_AGAINST', { stage: desk.show.stage(stage) }), key);
    else if (given > desk.today) check.refuse(refuse('DATE_IN_FUTURE', { today: desk.today }), key);
    else if (day !== null && given > day) check.refuse(refuse('IMPORT_AFTER_SHEET', { day }), key);
  }
  return check.errors.length === before;
}

/** Notes days other than those on record, which only a correction moves. */
function compareDays(check: RowCheck<WorkFields>, recorded: Readonly<Record<'actualStart' | 'actualFinish', Day | null>>): void {
  for (const key of ['actualStart', 'actualFinish'] as const) {
    const given = check.read(key);
    const before = recorded[key];
    if (given && before !== null && !meansDay(given, before)) check.refuse(refuse('IMPORT_STAGE_DATE', { before }), key);
  }
}

/**
 * The steps that bring a work to the stage that its row puts it in, each on its own day or else on the sheet's.
 * A step back and other days than those on record are refused: corrections are made by hand, with their reasons.
 */
export function stepsOf(desk: Desk, check: RowCheck<WorkFields>, { sheet, isNew }: Target): Asked[] {
  const day = desk.dayOf(check.row);
  const until = day ?? desk.today;
  const event = stageEventOn(sheet.stages, until);
  const current = event?.stage ?? Stage.PREPARATION;
  const stage = stageAsked(check, current);
  if (stage === undefined || !daysFit(desk, check, stage, day)) return [];
  if (rank(stage) < rank(current)) {
    check.refuse(refuse('IMPORT_STAGE_BACK', { current: desk.show.stage(current), since: event!.effectiveDate, stage: desk.show.stage(stage) }), 'stage');
    return [];
  }
  const recorded = actualDates(sheet.stages, until);
  compareDays(check, { actualStart: recorded.start, actualFinish: recorded.finish });
  const steps: Asked[] = [];
  const dayOr = (given: Day | undefined): Day => {
    if (given === undefined && day === null) desk.needDay(check.row);
    return given ?? until;
  };
  if (current === Stage.PREPARATION && stage !== Stage.PREPARATION) {
    const start = check.value('actualStart');
    if (stage === Stage.COMPLETED && start === undefined) {
      check.refuse(refuse('IMPORT_START_NEEDED'), 'stage', 'actualFinish');
      return [];
    }
    steps.push({ stage: Stage.CONSTRUCTION, effectiveDate: dayOr(start), correction: false, reason: null, keys: ['actualStart', 'stage'] });
  }
  if (current !== Stage.COMPLETED && stage === Stage.COMPLETED) {
    // Of a new work nothing is on record that its completion could go against.
    const reason = isNew && check.value('progress') === undefined ? `${desk.file}未列形象进度` : null;
    steps.push({ stage, effectiveDate: dayOr(check.value('actualFinish')), correction: false, reason, keys: ['actualFinish', 'stage'] });
  }
  return steps;
}

/** A work's progress with what its row brings, by day. */
const withProgress = ({ sheet, writes }: Target) => writes.progress.length
  ? [...sheet.progress.filter(({ date }) => !writes.progress.some((entry) => entry.date === date)), ...writes.progress].sort((a, b) => (a.date < b.date ? -1 : 1))
  : sheet.progress;

/** Plans the steps of a work, having held them to the rules that hold for steps made by hand. */
export function planSteps(desk: Desk, check: RowCheck<WorkFields>, target: Target, steps: readonly Asked[]): void {
  const { sheet, scope, writes } = target;
  if (!steps.length || !desk.allows(check, 'RECORD_STAGE', target, [check.read('stage') ? 'stage' : steps[0].keys[0]])) return;
  const events: StageFact[] = [...sheet.stages];
  const progress = withProgress(target);
  let before = stageEventOn(sheet.stages, desk.today)?.stage ?? Stage.PREPARATION;
  for (const { keys, ...step } of steps) {
    const held = check.holds(() => {
      notInFuture(desk, step.effectiveDate, 'input.effectiveDate');
      notBeforeRegistration(sheet.project, step.effectiveDate, 'input.effectiveDate');
      checkStage(desk.today, { events, suspensions: sheet.suspensions, progress }, step);
      return true;
    }, { effectiveDate: keys, reason: ['progress', 'stage'], stage: ['stage', ...keys] });
    check.change('stage', check.read('stage') ? 'stage' : keys[0], target.isNew && before === Stage.PREPARATION ? null : desk.show.stage(before), `${desk.show.stage(step.stage)}（${step.effectiveDate}）`);
    before = step.stage;
    if (!held) return;
    const status = statusOfStep(desk.identity, scope, step.stage);
    events.push({ id: Number.MAX_SAFE_INTEGER, stage: step.stage, effectiveDate: step.effectiveDate, status });
    if (events.length > 1) events.sort(byDayThenRecording);
    check.warn(farOff(desk, desk.language, step.effectiveDate, 'input.effectiveDate', 'fact'), { effectiveDate: keys });
    writes.stages.push({ stage: step.stage, effectiveDate: step.effectiveDate, status, reason: step.reason });
    writes.words.push(`${stageNames[step.stage]}（${step.effectiveDate}）${status === StageEventStatus.REPORTED ? '，待核' : ''}`);
  }
}
