import { Health, scheduleFindings, expectedProgress, type ScheduleFinding, type ScheduleRule } from '../dispatch/rules';
import { scheduleFactsOn } from '../catalogue/sheet';
import { ColumnType, defineLedger, type Column } from './definition';
import { aboutWorks, workColumns as c, workRows, type WorkRow } from './work-columns';

const { TEXT, NUMBER, PERCENT } = ColumnType;

type OverdueRow = WorkRow & { findings: readonly ScheduleFinding[]; expected: number | null };

const sample = c.health.sample;
const of = ({ findings }: OverdueRow, rule: ScheduleRule): number | null => findings.find((finding) => finding.rule === rule)?.by ?? null;
const tenth = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);
const days = (key: string, title: string, titleEn: string, rule: ScheduleRule): Column<OverdueRow> => ({ key, title, titleEn, type: NUMBER, value: (row) => of(row, rule), sample });

const REASONS: Record<ScheduleRule, string> = { START_OVERDUE: '逾期未开工', FINISH_OVERDUE: '逾期未完工', SLOW_PROGRESS: '进度滞后' };

/** The works that the schedule rules find late, and by how much; a suspended work is left alone. */
export default defineLedger<OverdueRow>({
  id: 'overdue',
  place: 13,
  name: '逾期滞后台账',
  nameEn: 'Overdue and lagging',
  description: '逾期未开工、逾期未完工和进度滞后的工程；停工期间不计。',
  descriptionEn: 'Works that are late to start or to finish, or behind their schedule; suspended days do not count.',
  ...aboutWorks,
  columns: [
    c.number, c.code, c.name, c.region, c.sector, c.ownerUnit, c.stage, c.health,
    { key: 'reasons', title: '原因', titleEn: 'Findings', type: TEXT, value: ({ findings }) => findings.map(({ rule }) => REASONS[rule]).join('、'), sample },
    c.plannedStart, days('startDays', '逾期未开工天数', 'Days start is overdue', 'START_OVERDUE'),
    c.plannedFinish, days('finishDays', '逾期未完工天数', 'Days finish is overdue', 'FINISH_OVERDUE'),
    { key: 'expected', title: '应达进度', titleEn: 'Expected progress', type: PERCENT, value: ({ expected }) => tenth(expected), sample },
    c.progress,
    { key: 'behind', title: '滞后百分点', titleEn: 'Points behind', type: NUMBER, value: (row) => tenth(of(row, 'SLOW_PROGRESS')), sample },
    c.investment, c.investmentDone,
  ],
  rows: (question) =>
    workRows(question)
      .filter(({ work }) => work.standing.health !== Health.ON_TRACK)
      .map((row) => {
        const facts = scheduleFactsOn(row.work.sheet, row.day);
        return { ...row, findings: scheduleFindings(facts, row.day, row.facts.thresholds), expected: expectedProgress(facts, row.day) };
      }),
});
