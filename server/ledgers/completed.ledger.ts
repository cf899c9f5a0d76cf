import { daysBetween, type Day } from '../api/day';
import { ProcedureKind, ProcedureStatus, Stage } from '../portfolio/facts.entity';
import { actualDates } from '../portfolio/history';
import { procedureStatusNames } from '../portfolio/procedure.service';
import { procedureOn, type ProcedureFact } from '../portfolio/procedures';
import { ColumnType, defineLedger, type Column, type Value } from './definition';
import { aboutWorks, workColumns as c, workRows, type WorkRow } from './work-columns';

const { TEXT, NUMBER, MONEY, DATE } = ColumnType;

type CompletedRow = WorkRow & { finish: Day; acceptance: ProcedureFact | null };

const acceptanceColumn = (key: string, title: string, titleEn: string, type: ColumnType, value: (acceptance: ProcedureFact, day: Day) => Value): Column<CompletedRow> => ({
  key, title, titleEn, type, value: ({ acceptance, day }) => acceptance && value(acceptance, day), sample: ({ acceptance }) => acceptance?.sample ?? false,
});

/** Completed works and what follows completion: verification, final acceptance, the last of the money. */
export default defineLedger<CompletedRow>({
  id: 'completed',
  place: 14,
  name: '完工工程台账',
  nameEn: 'Completed works',
  description: '已完工的工程及后续事项：完工核定、竣工验收、资金结清。选定年度时只列当年完工的。',
  descriptionEn: "Completed works and what follows: confirmation, final acceptance, the last of the money. With a year, only that year's.",
  takesYear: true,
  ...aboutWorks,
  columns: [
    c.number, c.code, c.name, c.region, c.sector, c.ownerUnit, c.plannedFinish, c.actualFinish,
    {
      key: 'daysLate', title: '晚于计划天数', titleEn: 'Days after plan', type: NUMBER, sample: (row) => c.plannedFinish.sample(row) || c.actualFinish.sample(row),
      value: ({ work, finish }) => (work.sheet.project.plannedFinish === null ? null : daysBetween(work.sheet.project.plannedFinish, finish)),
    },
    c.unverified, c.progress,
    acceptanceColumn('acceptance', '竣工验收', 'Final acceptance', TEXT, (acceptance, day) => procedureStatusNames[procedureOn(acceptance, day).status]),
    acceptanceColumn('acceptedOn', '验收日期', 'Accepted on', DATE, ({ doneOn }, day) => (doneOn !== null && doneOn <= day ? doneOn : null)),
    c.investment, c.investmentDone, c.planned, c.arrived, c.paid,
    { key: 'unpaid', title: '到位未支付', titleEn: 'In place, not paid', type: MONEY, value: ({ work: { standing: { funds } } }) => (funds.arrived > funds.paid ? funds.arrived - funds.paid : 0n), total: 'SUM', sample: c.paid.sample },
    c.arrivalRate, c.paymentRate,
  ],
  rows: (question) =>
    workRows(question)
      .filter(({ work }) => work.standing.stage === Stage.COMPLETED)
      .map((row) => {
        const { stages, procedures } = row.work.sheet;
        const acceptance = procedures.find(({ kind, status }) => kind === ProcedureKind.FINAL_ACCEPTANCE && status !== ProcedureStatus.NOT_NEEDED) ?? null;
        return { ...row, finish: actualDates(stages, row.day).finish!, acceptance };
      })
      .filter(({ finish }) => !question.yearGiven || finish.startsWith(`${question.year}-`)),
});
