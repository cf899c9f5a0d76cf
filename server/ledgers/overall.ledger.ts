import { defineLedger } from './definition';
import { aboutWorks, workColumns, workRows, type WorkRow } from './work-columns';

const c = workColumns;

/** The ledger that all others are cut from: every work with everything that is known of it. */
export default defineLedger<WorkRow>({
  id: 'overall',
  place: 1,
  name: '工程总台账',
  nameEn: 'All works',
  description: '全部工程：基本情况、计划与实际进度、投资和资金。',
  descriptionEn: 'Every work: basic facts, planned and actual progress, investment and funds.',
  ...aboutWorks,
  columns: [
    // First what is asked most; what only identifies or describes comes last.
    c.number, c.code, c.name, c.region, c.sector, c.stage, c.progress, c.health, c.investment, c.investmentDone, c.planned, c.allocated, c.arrived, c.paid, c.arrivalRate, c.paymentRate,
    c.plannedStart, c.actualStart, c.plannedFinish, c.actualFinish, c.stageSince, c.unverified, c.suspended,
    c.category, c.lists, c.ownerUnit, c.scale, c.content, c.waterBody, c.regions, c.nationalCode, c.lon, c.lat,
  ],
  rows: workRows,
});
