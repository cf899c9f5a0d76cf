import { defineLedger } from './definition';
import { aboutSources, sourceColumns, sourceRows, type SourceRow } from './source-rows';
import { workColumns as c } from './work-columns';

const s = sourceColumns;

/** The money of every work by source. */
export default defineLedger<SourceRow>({
  id: 'funding',
  place: 8,
  name: '资金台账',
  nameEn: 'Funding by source',
  description: '各工程分来源的计划、下达、到位和支付资金，以及到位率、支付率。',
  descriptionEn: 'The money of each work by source: planned, allocated, in place, paid, and the rates.',
  ...aboutSources,
  columns: [c.number, c.code, c.name, c.region, c.sector, s.source, s.planned, s.allocated, s.arrived, s.paid, s.arrivalRate, s.paymentRate],
  rows: sourceRows,
});
