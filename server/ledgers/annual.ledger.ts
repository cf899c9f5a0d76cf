import type { Day } from '../api/day';
import { actualDates } from '../portfolio/history';
import { ColumnType, defineLedger, type Column } from './definition';
import { aboutWorks, workColumns, workRows, type WorkRow } from './work-columns';

const c = workColumns;
const { TEXT } = ColumnType;

type AnnualRow = WorkRow & {
  /** What the year asks of the work; null where nothing. */
  toStart: Day | null;
  toFinish: Day | null;
};

const inYear = (day: Day | null, year: number): Day | null => (day?.startsWith(`${year}-`) ? day : null);
const taskOf = ({ toStart, toFinish }: AnnualRow): string => [toStart && '开工', toFinish && '完工'].filter(Boolean).join('并');

/** Whether a task is done: by the day asked, whenever it was. */
const outcome = (due: Day | null, done: Day | null): string | null => (due === null ? null : done === null ? '未完成' : done > due ? '已完成（逾期）' : '已完成');

const startDone: Column<AnnualRow> = { key: 'startDone', title: '开工任务', titleEn: 'Start', type: TEXT, value: ({ work, day, toStart }) => outcome(toStart, actualDates(work.sheet.stages, day).start), sample: c.actualStart.sample };
const finishDone: Column<AnnualRow> = { key: 'finishDone', title: '完工任务', titleEn: 'Finish', type: TEXT, value: ({ work, day, toFinish }) => outcome(toFinish, actualDates(work.sheet.stages, day).finish), sample: c.actualFinish.sample };

/** The works that are to start or to be finished in a year, and whether they were. */
export default defineLedger<AnnualRow>({
  id: 'annual',
  place: 6,
  name: '年度任务台账',
  nameEn: 'Annual tasks',
  description: '计划在当年开工或完工的工程，以及是否完成。',
  descriptionEn: 'Works that are to start or to finish in the year, and whether they did.',
  takesYear: true,
  needsYear: true,
  ...aboutWorks,
  columns: [
    c.number, c.code, c.name, c.region, c.sector,
    { key: 'task', title: '年度任务', titleEn: 'Task of the year', type: TEXT, value: taskOf, sample: (row) => c.plannedStart.sample(row) || c.plannedFinish.sample(row) },
    c.plannedStart, c.actualStart, startDone, c.plannedFinish, c.actualFinish, finishDone,
    c.stage, c.unverified, c.suspended, c.progress, c.health, c.investment, c.investmentDone,
  ],
  rows: (question) =>
    workRows(question)
      .map((row) => {
        const { plannedStart, plannedFinish } = row.work.sheet.project;
        return { ...row, toStart: inYear(plannedStart, question.year), toFinish: inYear(plannedFinish, question.year) };
      })
      .filter(({ toStart, toFinish }) => toStart !== null || toFinish !== null),
});
