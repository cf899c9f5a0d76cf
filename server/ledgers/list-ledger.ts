import { defineLedger, type LedgerDefinition } from './definition';
import { aboutWorks, workColumns, workRows, type WorkRow } from './work-columns';

const c = workColumns;

/** A ledger of the works on one list, whose code is the ledger's id. */
export const listLedger = (about: Pick<LedgerDefinition, 'id' | 'place' | 'name' | 'nameEn' | 'description' | 'descriptionEn'>): LedgerDefinition =>
  defineLedger<WorkRow>({
    ...about,
    ...aboutWorks,
    columns: [
      c.number, c.code, c.name, c.region, c.sector, c.category, c.ownerUnit, c.plannedStart, c.plannedFinish, c.stage, c.stageSince, c.unverified, c.suspended, c.progress, c.health,
      c.investment, c.investmentDone, c.planned, c.arrived, c.paid, c.arrivalRate,
    ],
    rows: (question) => workRows(question).filter(({ work }) => work.sheet.lists.some(({ code }) => code === about.id)),
  });
