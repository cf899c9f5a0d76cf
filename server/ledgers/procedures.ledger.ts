import { globalId } from '../api/ids';
import { ProcedureStatus } from '../portfolio/facts.entity';
import { procedureNames, procedureStatusNames } from '../portfolio/procedure.service';
import { procedureOn, type ProcedureFact, type ProcedureStanding } from '../portfolio/procedures';
import { ColumnType, defineLedger, type Column, type Value } from './definition';
import { aboutWorks, workColumns, workRows, type WorkRow } from './work-columns';

const c = workColumns;
const { TEXT, NUMBER, DATE } = ColumnType;

type ProcedureRow = WorkRow & { procedure: ProcedureFact; standing: ProcedureStanding; place: number };

const column = (key: string, title: string, titleEn: string, type: ColumnType, value: (row: ProcedureRow) => Value, more: Partial<Column<ProcedureRow>> = {}): Column<ProcedureRow> =>
  ({ key, title, titleEn, type, value, sample: ({ procedure }) => procedure.sample, ...more });

const byThen = (row: ProcedureRow, date: string | null): string | null => (date !== null && date <= row.day ? date : null);

/** The approvals of every work: who holds each since when, and the days it took against those promised (calendar days). */
export default defineLedger<ProcedureRow>({
  id: 'procedures',
  place: 7,
  name: '手续办理台账',
  nameEn: 'Procedures',
  description: '各工程的前期手续：由谁办理、何时申报、承诺与实际办理天数（自然日）；不需办理的不列。',
  descriptionEn: 'The approvals of each work: who holds it, since when, calendar days held against days promised. Those not needed are left out.',
  ...aboutWorks,
  columns: [
    c.number, c.code, c.name, c.region, c.sector,
    column('kind', '手续', 'Procedure', TEXT, ({ procedure }) => procedureNames[procedure.kind], { order: ({ place }) => place }),
    column('status', '办理状态', 'Status', TEXT, ({ standing }) => procedureStatusNames[standing.status], { order: ({ standing }) => Object.values(ProcedureStatus).indexOf(standing.status) }),
    column('heldBy', '办理部门', 'Held by', TEXT, ({ procedure, facts }) => (procedure.heldById === null ? null : (facts.reference.departmentById.get(procedure.heldById)?.name ?? null))),
    column('appliedOn', '申报日期', 'Applied on', DATE, (row) => byThen(row, row.procedure.appliedOn)),
    column('promisedDays', '承诺天数', 'Promised days', NUMBER, ({ procedure }) => procedure.promisedDays),
    column('daysHeld', '已办天数', 'Days held', NUMBER, ({ standing }) => standing.daysHeld),
    column('daysOver', '超期天数', 'Days over', NUMBER, ({ standing }) => standing.daysOver),
    column('due', '应办结日期', 'Due', DATE, ({ procedure }) => procedure.due),
    column('doneOn', '办结日期', 'Done on', DATE, (row) => byThen(row, row.procedure.doneOn)),
    column('documentNumber', '文号', 'Document', TEXT, ({ procedure, standing }) => (standing.status === ProcedureStatus.DONE ? procedure.documentNumber : null)),
    column('greenChannel', '绿色通道', 'Green channel', TEXT, ({ procedure }) => (procedure.greenChannel ? '是' : null)),
  ],
  *rows(question) {
    for (const row of workRows(question)) {
      for (const [place, procedure] of row.work.sheet.procedures.entries()) {
        const standing = procedureOn(procedure, row.day);
        if (standing.status !== ProcedureStatus.NOT_NEEDED) yield { ...row, procedure, place, standing };
      }
    }
  },
  position: ({ work, place }) => [work.sheet.project.number, place],
  key: ({ procedure }) => globalId('Procedure', procedure.id),
});
