import type { Day } from '../api/day';
import { globalId } from '../api/ids';
import type { Facts, Work } from '../catalogue/facts';
import { Health } from '../dispatch/rules';
import { Stage } from '../portfolio/facts.entity';
import { actualDates, lastOn, stageEventOn } from '../portfolio/history';
import { ColumnType, percentOf, type Column, type Grouping, type Question } from './definition';

/** A row that is about a work, as it stands on the day asked. */
export interface WorkRow {
  work: Work;
  day: Day;
  facts: Facts;
}

/** A row for each work asked about. */
export const workRows = ({ works, day, facts }: Question): WorkRow[] => works.map((work) => ({ work, day, facts }));

/** The Chinese names of the marks. */
export const healthNames: Record<Health, string> = { ON_TRACK: '正常', LAGGING: '滞后', SERIOUS: '严重滞后' };

const { TEXT, NUMBER, MONEY, PERCENT, DATE, STAGE } = ColumnType;

/** Whether a field of the work's own record is made up. */
const made = (...fields: string[]) => ({ work: { sheet: { project } } }: WorkRow): boolean => project.sample || fields.some((field) => project.sampleFields.includes(field));

const projectOf = ({ work }: WorkRow) => work.sheet.project;

const sectorOf = ({ work, facts }: WorkRow) => facts.reference.sectorByCode.get(work.sheet.project.sectorCode);

function stageIsSample({ work: { sheet }, day }: WorkRow): boolean {
  const event = stageEventOn(sheet.stages, day);
  // Before its first step a work is in preparation because the record has no step yet: made up when the record is.
  return event ? Boolean(event.sample) : sheet.project.sample || sheet.project.sampleFields.includes('stageHistory');
}

const progressIsSample = ({ work: { sheet }, day }: WorkRow): boolean => Boolean(lastOn(sheet.progress, day, ({ date }) => date)?.sample);
const plansAreSample = ({ work: { sheet }, day }: WorkRow): boolean => sheet.plans.some(({ effectiveDate, sample }) => sample && effectiveDate <= day);
const entriesAreSample = (kind: string) => ({ work: { sheet }, day }: WorkRow): boolean => sheet.entries.some((entry) => entry.sample && entry.kind === kind && entry.date <= day);

/** Columns that many ledgers of works have, by their keys. */
export const workColumns = {
  number: { key: 'number', title: '编号', titleEn: 'No.', type: NUMBER, value: (row) => projectOf(row).number },
  code: { key: 'code', title: '项目编码', titleEn: 'Code', type: TEXT, value: (row) => projectOf(row).code },
  nationalCode: { key: 'nationalCode', title: '项目代码', titleEn: 'National code', type: TEXT, value: (row) => projectOf(row).nationalCode, sample: made('nationalCode') },
  name: { key: 'name', title: '项目名称', titleEn: 'Work', type: TEXT, value: (row) => projectOf(row).name, sample: made() },
  region: { key: 'region', title: '县（市、区）', titleEn: 'Lead region', type: TEXT, value: ({ work }) => work.sheet.leadRegion.name, order: ({ work }) => work.sheet.leadRegion.sort, sample: made('leadRegion') },
  regions: { key: 'regions', title: '涉及县（市、区）', titleEn: 'Regions', type: TEXT, value: ({ work }) => work.sheet.regions.map(({ name }) => name).join('、'), order: ({ work }) => work.sheet.leadRegion.sort, sample: made('regions') },
  sector: { key: 'sector', title: '领域', titleEn: 'Sector', type: TEXT, value: (row) => sectorOf(row)?.name ?? projectOf(row).sectorCode, order: (row) => sectorOf(row)?.sort ?? null, sample: made('sector') },
  category: { key: 'category', title: '类别', titleEn: 'Category', type: TEXT, value: ({ work }) => work.sheet.category.name, order: ({ work }) => work.sheet.category.sort, sample: made('category') },
  lists: { key: 'lists', title: '清单', titleEn: 'Lists', type: TEXT, value: ({ work }) => work.sheet.lists.map(({ name }) => name).join('、') || null },
  ownerUnit: { key: 'ownerUnit', title: '建设单位', titleEn: 'Owner', type: TEXT, value: (row) => projectOf(row).ownerUnit, sample: made('ownerUnit') },
  scale: { key: 'scale', title: '建设规模', titleEn: 'Scale', type: TEXT, value: (row) => projectOf(row).scale, sample: made('scale') },
  content: { key: 'content', title: '建设内容', titleEn: 'Content', type: TEXT, value: (row) => projectOf(row).content, sample: made('content') },
  waterBody: { key: 'waterBody', title: '涉及水体', titleEn: 'Water body', type: TEXT, value: (row) => projectOf(row).waterBody, sample: made('waterBody') },
  lon: { key: 'lon', title: '经度', titleEn: 'Longitude', type: NUMBER, value: (row) => projectOf(row).lon, sample: made('location') },
  lat: { key: 'lat', title: '纬度', titleEn: 'Latitude', type: NUMBER, value: (row) => projectOf(row).lat, sample: made('location') },
  plannedStart: { key: 'plannedStart', title: '计划开工日期', titleEn: 'Planned start', type: DATE, value: (row) => projectOf(row).plannedStart, sample: made('plannedStart') },
  plannedFinish: { key: 'plannedFinish', title: '计划完工日期', titleEn: 'Planned finish', type: DATE, value: (row) => projectOf(row).plannedFinish, sample: made('plannedFinish') },
  actualStart: { key: 'actualStart', title: '实际开工日期', titleEn: 'Actual start', type: DATE, value: ({ work, day }) => actualDates(work.sheet.stages, day).start, sample: stageIsSample },
  actualFinish: { key: 'actualFinish', title: '实际完工日期', titleEn: 'Actual finish', type: DATE, value: ({ work, day }) => actualDates(work.sheet.stages, day).finish, sample: stageIsSample },
  stage: { key: 'stage', title: '阶段', titleEn: 'Stage', type: STAGE, value: ({ work }) => work.standing.stage, order: ({ work }) => Object.values(Stage).indexOf(work.standing.stage), sample: stageIsSample },
  stageSince: { key: 'stageSince', title: '阶段起始日期', titleEn: 'Stage since', type: DATE, value: ({ work }) => work.standing.stageSince, sample: stageIsSample },
  progress: { key: 'progress', title: '形象进度', titleEn: 'Progress', type: PERCENT, value: ({ work }) => work.standing.progress, sample: progressIsSample },
  health: { key: 'health', title: '进度状况', titleEn: 'Health', type: TEXT, value: ({ work }) => healthNames[work.standing.health], order: ({ work }) => Object.values(Health).indexOf(work.standing.health), sample: (row) => stageIsSample(row) || progressIsSample(row) },
  suspended: { key: 'suspended', title: '停工', titleEn: 'Suspended', type: TEXT, value: ({ work }) => (work.standing.suspended ? '停工' : null), sample: made('suspensions') },
  unverified: { key: 'unverified', title: '核定', titleEn: 'Verification', type: TEXT, value: ({ work: { standing } }) => (standing.stage === Stage.COMPLETED ? (standing.unverified ? '待核' : '已核') : null), sample: stageIsSample },
  investment: { key: 'investment', title: '总投资', titleEn: 'Investment', type: MONEY, value: (row) => projectOf(row).investment, total: 'SUM', sample: made('investment') },
  investmentDone: { key: 'investmentDone', title: '累计完成投资', titleEn: 'Investment done', type: MONEY, value: ({ work }) => work.standing.investmentDone, total: 'SUM', sample: progressIsSample },
  planned: { key: 'planned', title: '计划资金', titleEn: 'Planned', type: MONEY, value: ({ work }) => work.standing.funds.planned, total: 'SUM', sample: plansAreSample },
  allocated: { key: 'allocated', title: '下达资金', titleEn: 'Allocated', type: MONEY, value: ({ work }) => work.standing.funds.allocated, total: 'SUM', sample: entriesAreSample('ALLOCATED') },
  arrived: { key: 'arrived', title: '到位资金', titleEn: 'In place', type: MONEY, value: ({ work }) => work.standing.funds.arrived, total: 'SUM', sample: entriesAreSample('ARRIVED') },
  paid: { key: 'paid', title: '支付资金', titleEn: 'Paid', type: MONEY, value: ({ work }) => work.standing.funds.paid, total: 'SUM', sample: entriesAreSample('PAID') },
  arrivalRate: {
    key: 'arrivalRate', title: '到位率', titleEn: 'Arrival rate', type: PERCENT, value: ({ work: { standing } }) => percentOf(standing.funds.arrived, standing.funds.planned),
    total: { part: 'arrived', whole: 'planned' }, sample: (row) => plansAreSample(row) || entriesAreSample('ARRIVED')(row),
  },
  paymentRate: {
    key: 'paymentRate', title: '支付率', titleEn: 'Payment rate', type: PERCENT, value: ({ work: { standing } }) => percentOf(standing.funds.paid, standing.funds.arrived),
    total: { part: 'paid', whole: 'arrived' }, sample: (row) => entriesAreSample('ARRIVED')(row) || entriesAreSample('PAID')(row),
  },
} as const satisfies Record<string, Column<WorkRow>>;

/** What every ledger of works has in common: a row a work, by the number on the wall. */
export const aboutWorks = {
  region: ({ work }) => work.sheet.leadRegion,
  sector: ({ work }) => work.sheet.project.sectorCode,
  position: (row) => [projectOf(row).number],
  key: (row) => globalId('Project', projectOf(row).id),
  projectId: (row) => projectOf(row).id,
} as const satisfies Grouping<WorkRow> & { position(row: WorkRow): number[]; key(row: WorkRow): string; projectId(row: WorkRow): number };
