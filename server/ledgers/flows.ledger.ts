import type { Day } from '../api/day';
import { globalId } from '../api/ids';
import type { Region } from '../portfolio/reference.entity';
import { countFlows, flowIn, latestFlowMonth, monthOf, yearUpTo, type FlowCount, type FlowSheet, type FlowState } from '../water/flows';
import { ColumnType, defineLedger } from './definition';

const { TEXT, NUMBER, PERCENT } = ColumnType;

/** A river in a region as it stands on the day asked. */
interface FlowRow {
  sheet: FlowSheet;
  region: Region;
  /** The last month by the day in which it was measured; null where it never was. */
  latest: FlowState | null;
  /** The months of the year up to the day's. */
  year: FlowCount;
  sampleYear: boolean;
}

function rowOf(sheet: FlowSheet, region: Region, day: Day): FlowRow {
  const month = latestFlowMonth([sheet], day);
  const year = yearUpTo(monthOf(day)).map((each) => flowIn(sheet, each, day));
  return { sheet, region, latest: month === null ? null : flowIn(sheet, month, day), year: countFlows(year), sampleYear: year.some(({ sample }) => sample) };
}

/** Litres per second as m³/s. */
const shown = (litres: number): number => litres / 1000;
const sample = ({ latest }: FlowRow): boolean => latest?.sample ?? false;
const sampleYear = (row: FlowRow): boolean => row.sampleYear;

/** Rivers with a target of ecological flow: the last month, and how the year goes; for everyone who may read ledgers. */
export default defineLedger<FlowRow>({
  id: 'flows',
  place: 18,
  name: '生态流量台账',
  nameEn: 'Ecological flow',
  description: '各县（市、区）河流的生态流量目标、最近一月月均流量、是否达标，以及当年达标情况。',
  descriptionEn: 'Rivers with a target of ecological flow: the latest monthly mean, whether it reached the target, and how the year went.',
  filters: ['search', 'regions'],
  columns: [
    { key: 'river', title: '河流', titleEn: 'River', type: TEXT, value: ({ sheet }) => sheet.target.river },
    { key: 'region', title: '县（市、区）', titleEn: 'Region', type: TEXT, value: ({ region }) => region.name, order: ({ region }) => region.sort },
    { key: 'target', title: '目标流量（m³/s）', titleEn: 'Target (m³/s)', type: NUMBER, value: ({ sheet }) => shown(sheet.target.target) },
    { key: 'month', title: '最近月份', titleEn: 'Latest month', type: TEXT, value: ({ latest }) => latest?.month ?? null, sample },
    { key: 'flow', title: '月均流量（m³/s）', titleEn: 'Mean flow (m³/s)', type: NUMBER, value: ({ latest }) => latest && shown(latest.flow!), sample },
    { key: 'above', title: '高于目标（m³/s）', titleEn: 'Above target (m³/s)', type: NUMBER, value: ({ latest, sheet }) => latest && shown(latest.flow! - sheet.target.target), sample },
    { key: 'met', title: '达标', titleEn: 'Target met', type: TEXT, value: ({ latest }) => latest && (latest.met ? '达标' : '未达标'), sample },
    { key: 'monthsDue', title: '当年应测月数', titleEn: 'Months due this year', type: NUMBER, value: ({ year }) => year.due, total: 'SUM' },
    { key: 'monthsMeasured', title: '当年实测月数', titleEn: 'Months measured this year', type: NUMBER, value: ({ year }) => year.measured, total: 'SUM', sample: sampleYear },
    { key: 'monthsMet', title: '当年达标月数', titleEn: 'Months met this year', type: NUMBER, value: ({ year }) => year.met, total: 'SUM', sample: sampleYear },
    { key: 'metShare', title: '当年达标率', titleEn: 'Share met this year', type: PERCENT, value: ({ year: { met, measured } }) => (measured ? Math.round((1000 * met) / measured) / 10 : null), total: { part: 'monthsMet', whole: 'monthsMeasured' }, sample: sampleYear },
  ],
  region: ({ region }) => region,
  rows: ({ facts, day, filter }) => {
    const search = filter?.search?.normalize('NFKC').toLowerCase().trim() ?? '';
    return facts.flows.sheets
      .map((sheet) => rowOf(sheet, facts.reference.regionById.get(sheet.target.regionId)!, day))
      .filter(({ sheet, region }) => (!filter?.regions?.length || filter.regions.includes(region.adcode)) && [sheet.target.river, region.name].some((text) => text.toLowerCase().includes(search)));
  },
  position: ({ sheet: { target } }) => [target.sort, target.id],
  key: ({ sheet: { target } }) => globalId('FlowTarget', target.id),
});
