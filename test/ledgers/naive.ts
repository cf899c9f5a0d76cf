import type { Data } from '../harness';
import { fen, nextDay, SOURCES, yuan, type Standing, type Thresholds } from '../catalogue/naive';

/**
 * What every ledger of works should say of a day, told cell by cell from the dated facts that the API gives out itself,
 * with nothing of the server's own reckoning.
 */

export type Cells = Record<string, string | null>;
type Money = 'planned' | 'ALLOCATED' | 'ARRIVED' | 'PAID';

const SOURCE_NAMES: Record<string, string> = {
  CENTRAL_GRANT: '中央资金', TREASURY_BOND: '国债资金', PROVINCIAL_GRANT: '省级资金', YELLOW_RIVER_AWARD: '黄河流域奖补资金', SPECIAL_BOND: '专项债券', GENERAL_BOND: '一般债券',
  MUNICIPAL_BUDGET: '市级财政', COUNTY_BUDGET: '县级财政', BANK_LOAN: '银行贷款', SOCIAL_CAPITAL: '社会资本', OTHER: '其他资金',
};
const PROCEDURES: Record<string, string> = {
  PROPOSAL: '项目建议书', FEASIBILITY: '可行性研究', LAND_USE: '用地预审与选址', PLANNING_PERMIT: '规划许可', ENVIRONMENTAL_ASSESSMENT: '环境影响评价', WATER_CONSERVATION: '水土保持方案', FLOOD_IMPACT: '防洪影响评价',
  SEWAGE_OUTLET: '入河排污口', PRELIMINARY_DESIGN: '初步设计', BUDGET_REVIEW: '财政评审', TENDERING: '招标投标', CONSTRUCTION_PERMIT: '施工许可', FINAL_ACCEPTANCE: '竣工验收',
};

const text = (value: unknown): string | null => (value === null || value === undefined || value === '' ? null : String(value));
const sumOf = ({ money }: Standing, kind: Money): bigint => [...money.values()].reduce((sum, amounts) => sum + amounts[kind], 0n);
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A share as percent: one decimal, half up. */
export function percent(part: bigint, whole: bigint): string | null {
  if (whole === 0n) return null;
  let tenths = (part * 1000n) / whole;
  if (2n * ((part * 1000n) % whole) >= whole) tenths += 1n;
  return `${tenths / 10n}.${tenths % 10n}`;
}

/** Progress to a hundredth, at least one decimal. */
const progressText = (value: number): string => (Math.round(value * 100) % 10 === 0 ? value.toFixed(1) : value.toFixed(2));

/** When work began and ended, by the steps that count up to the day. */
function dates(work: Data, day: string): { start: string | null; finish: string | null } {
  let [start, finish]: (string | null)[] = [null, null];
  for (const { stage, effectiveDate, status } of work.stageHistory as Data[]) {
    if (status === 'REJECTED' || effectiveDate > day) continue;
    if (stage === 'PREPARATION') [start, finish] = [null, null];
    if (stage === 'CONSTRUCTION') [start, finish] = [start ?? effectiveDate, null];
    if (stage === 'COMPLETED') [start, finish] = [start ?? effectiveDate, finish ?? effectiveDate];
  }
  return { start, finish };
}

/** Everything that a ledger may say of one work. */
function workCells(one: Standing, day: string): Cells {
  const { work } = one;
  const { start, finish } = dates(work, day);
  const money = (kind: Money) => yuan(sumOf(one, kind));
  return {
    number: text(work.number), code: work.code, nationalCode: work.nationalCode, name: work.name, region: work.leadRegion.name,
    regions: work.regions.map(({ name }: Data) => name).join('、'), sector: work.sector.name, category: work.category.name, lists: text(work.lists.map(({ name }: Data) => name).join('、')),
    ownerUnit: work.ownerUnit, scale: work.scale, content: work.content, waterBody: work.waterBody, lon: text(work.location?.lon), lat: text(work.location?.lat),
    plannedStart: work.plannedStart, plannedFinish: work.plannedFinish, stage: one.stage, stageSince: one.stageSince, actualStart: start, actualFinish: finish,
    unverified: one.stage === 'COMPLETED' ? (one.unverified ? '待核' : '已核') : null, suspended: one.suspended ? '停工' : null, progress: progressText(one.progress),
    health: ({ ON_TRACK: '正常', LAGGING: '滞后', SERIOUS: '严重滞后' } as Data)[one.health] as string,
    investment: work.investment, investmentDone: yuan(one.investmentDone), planned: money('planned'), allocated: money('ALLOCATED'), arrived: money('ARRIVED'), paid: money('PAID'),
    arrivalRate: percent(sumOf(one, 'ARRIVED'), sumOf(one, 'planned')), paymentRate: percent(sumOf(one, 'PAID'), sumOf(one, 'ARRIVED')),
  };
}

function groupCells(name: string, works: readonly Standing[]): Cells {
  const count = (test: (one: Standing) => boolean) => works.filter(test).length;
  const sum = (of: (one: Standing) => bigint) => works.reduce((total, one) => total + of(one), 0n);
  const [investment, done] = [sum(({ work }) => fen(work.investment)), sum(({ investmentDone }) => investmentDone)];
  const [planned, arrived, paid] = (['planned', 'ARRIVED', 'PAID'] as const).map((kind) => sum((one) => sumOf(one, kind)));
  const completed = count(({ stage }) => stage === 'COMPLETED');
  return {
    name, total: text(works.length), preparation: text(count(({ stage }) => stage === 'PREPARATION')), construction: text(count(({ stage }) => stage === 'CONSTRUCTION')), completed: text(completed),
    completedShare: percent(BigInt(completed), BigInt(works.length)), unverified: text(count(({ unverified }) => unverified)), suspended: text(count(({ suspended }) => suspended)),
    lagging: text(count(({ health }) => health === 'LAGGING')), serious: text(count(({ health }) => health === 'SERIOUS')), investment: yuan(investment), investmentDone: yuan(done), investmentRate: percent(done, investment),
    planned: yuan(planned), allocated: yuan(sum((one) => sumOf(one, 'ALLOCATED'))), arrived: yuan(arrived), paid: yuan(paid), arrivalRate: percent(arrived, planned), paymentRate: percent(paid, arrived),
  };
}

const outcome = (due: string | null, done: string | null): string | null => (due === null ? null : done === null ? '未完成' : done > due ? '已完成（逾期）' : '已完成');

function annual(works: readonly Standing[], day: string, year: number): Cells[] {
  const inYear = (date: string | null) => (date?.slice(0, 4) === String(year) ? date : null);
  return works.flatMap((one) => {
    const [begin, end] = [inYear(one.work.plannedStart), inYear(one.work.plannedFinish)];
    if (begin === null && end === null) return [];
    const { start, finish } = dates(one.work, day);
    return [{ ...workCells(one, day), task: begin && end ? '开工并完工' : begin ? '开工' : '完工', startDone: outcome(begin, start), finishDone: outcome(end, finish) }];
  });
}

function procedures(works: readonly Standing[], day: string): Cells[] {
  return works.flatMap((one) =>
    (one.work.procedures as Data[]).filter(({ status }) => status !== 'NOT_NEEDED').map((item): Cells => {
      const applied = item.appliedOn !== null && item.appliedOn <= day;
      const done = item.status === 'DONE' && (item.doneOn === null || item.doneOn <= day);
      const held = applied ? daysFrom(item.appliedOn as string, done && item.doneOn ? (item.doneOn as string) : day) : null;
      const begun = applied || (item.status === 'IN_PROGRESS' && item.appliedOn === null);
      return {
        ...workCells(one, day), kind: PROCEDURES[item.kind as string], status: done ? '已办' : begun ? '在办' : '未办', heldBy: item.heldBy?.name ?? null, appliedOn: applied ? item.appliedOn : null, promisedDays: text(item.promisedDays),
        daysHeld: text(held), daysOver: held !== null && item.promisedDays !== null && held > item.promisedDays ? text(held - item.promisedDays) : null,
        due: item.due, doneOn: item.doneOn !== null && item.doneOn <= day ? item.doneOn : null, documentNumber: done ? item.documentNumber : null, greenChannel: item.greenChannel ? '是' : null,
      };
    }));
}

const bySource = (works: readonly Standing[], day: string): Cells[] =>
  works.flatMap((one) => SOURCES.filter((source) => one.money.has(source)).map((source): Cells => {
    const { planned, ALLOCATED, ARRIVED, PAID } = one.money.get(source)!;
    const above = (a: bigint, b: bigint) => yuan(a > b ? a - b : 0n);
    return {
      ...workCells(one, day), source: SOURCE_NAMES[source], planned: yuan(planned), allocated: yuan(ALLOCATED), arrived: yuan(ARRIVED), paid: yuan(PAID), arrivalRate: percent(ARRIVED, planned), paymentRate: percent(PAID, ARRIVED),
      gap: above(planned, ARRIVED), overpaid: above(PAID, ARRIVED),
    };
  }));

function entries(works: readonly Standing[], day: string, year?: number): Cells[] {
  const rowId = (id: string) => Number(Buffer.from(id, 'base64url').toString().split(':')[1]);
  return works
    .flatMap((one) => (one.work.fundingEntries.nodes as Data[]).map((entry) => ({ one, entry })))
    .filter(({ entry }) => entry.date <= day && (year === undefined || (entry.date as string).startsWith(`${year}-`)))
    .sort((a, b) => (a.entry.date === b.entry.date ? rowId(a.entry.id as string) - rowId(b.entry.id as string) : a.entry.date < b.entry.date ? -1 : 1))
    .map(({ one, entry }) => ({
      ...workCells(one, day), date: entry.date, source: SOURCE_NAMES[entry.source as string], documentNumber: entry.documentNumber, note: entry.note, correction: entry.reverses ? '冲回' : entry.reversedBy ? '已更正' : null,
      ...Object.fromEntries((['ALLOCATED', 'ARRIVED', 'PAID'] as const).map((kind) => [kind.toLowerCase(), entry.kind === kind ? entry.amount : null])),
    }));
}

function overdue(works: readonly Standing[], day: string, thresholds: Thresholds): Cells[] {
  return works.filter(({ health }) => health !== 'ON_TRACK').map((one): Cells => {
    const { work, stage, progress } = one;
    const { plannedStart, plannedFinish } = work as { plannedStart: string | null; plannedFinish: string | null };
    const stops = (work.suspensions as Data[]).filter(({ from }) => from <= day);
    const from = plannedStart ?? dates(work, day).start;
    let [gone, all] = [0, 0];
    if (from && plannedFinish) {
      for (let each = from; each < plannedFinish; each = nextDay(each)) {
        if (stops.some((stop) => stop.from <= each && (stop.to === null || each < stop.to))) continue;
        all += 1;
        if (each < day) gone += 1;
      }
    }
    const expected = all ? Math.min(100, (100 * gone) / all) : null;
    let month = plannedStart && nextMonth(plannedStart);
    const startDays = stage === 'PREPARATION' && month && day >= month ? daysFrom((month = before(month)), day) : null;
    const finishDays = stage !== 'COMPLETED' && plannedFinish && day > plannedFinish ? daysFrom(plannedFinish, day) : null;
    const behind = stage === 'CONSTRUCTION' && expected !== null && expected - progress > thresholds.laggingPoints - 1e-7 ? expected - progress : null;
    const tenth = (value: number) => Math.round(value * 10) / 10;
    return {
      ...workCells(one, day), startDays: text(startDays), finishDays: text(finishDays), expected: expected === null ? null : tenth(expected).toFixed(1), behind: behind === null ? null : text(tenth(behind)),
      reasons: [startDays !== null && '逾期未开工', finishDays !== null && '逾期未完工', behind !== null && '进度滞后'].filter(Boolean).join('、'),
    };
  });
}

const nextMonth = (day: string): string => {
  let one = nextDay(day);
  while (!one.endsWith('-01')) one = nextDay(one);
  return one;
};
const before = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

function completed(works: readonly Standing[], day: string, year?: number): Cells[] {
  return works.flatMap((one) => {
    const { finish } = dates(one.work, day);
    if (one.stage !== 'COMPLETED' || (year !== undefined && !finish!.startsWith(`${year}-`))) return [];
    const acceptance = (one.work.procedures as Data[]).find(({ kind, status }) => kind === 'FINAL_ACCEPTANCE' && status !== 'NOT_NEEDED');
    const done = acceptance?.status === 'DONE' && acceptance.doneOn <= day;
    const begun = acceptance && (acceptance.appliedOn !== null ? acceptance.appliedOn <= day : acceptance.status === 'IN_PROGRESS');
    const left = sumOf(one, 'ARRIVED') - sumOf(one, 'PAID');
    return [{
      ...workCells(one, day), daysLate: one.work.plannedFinish === null ? null : text(daysFrom(one.work.plannedFinish as string, finish!)),
      acceptance: acceptance ? (done ? '已办' : begun ? '在办' : '未办') : null, acceptedOn: done ? (acceptance.doneOn as string) : null, unpaid: yuan(left > 0n ? left : 0n),
    }];
  });
}

export interface Setting {
  day: string;
  /** Undefined where none is asked for. */
  year?: number;
  thresholds: Thresholds;
  /** Nothing is left out: then groups without works have their rows too. */
  whole: boolean;
  /** The groups in their order: key, name, lead department. */
  regions: { key: string; name: string }[];
  sectors: { key: string; name: string; lead: string | null }[];
}

/** The rows of a ledger over works as they stand, by the keys of its columns; more keys than it has columns. */
export function ledgerRows(id: string, works: readonly Standing[], { day, year, thresholds, whole, regions, sectors }: Setting): Cells[] {
  const groups = <G extends { key: string; name: string }>(all: readonly G[], of: (work: Data) => string, more: (group: G) => Cells = () => ({})) =>
    all.map((group) => ({ group, members: works.filter(({ work }) => of(work) === group.key) })).filter(({ members }) => whole || members.length).map(({ group, members }) => ({ ...groupCells(group.name, members), ...more(group) }));
  switch (id) {
    case 'overall': return works.map((one) => workCells(one, day));
    case 'provincial': case 'key-works': return works.filter(({ work }) => work.lists.some(({ code }: Data) => code === id)).map((one) => workCells(one, day));
    case 'sector': return groups(sectors, (work) => work.sector.code as string, ({ lead }) => ({ lead }));
    case 'county': return groups(regions, (work) => work.leadRegion.adcode as string);
    case 'annual': return annual(works, day, year ?? Number(day.slice(0, 4)));
    case 'procedures': return procedures(works, day);
    case 'funding': return bySource(works, day);
    case 'entries': return entries(works, day, year);
    case 'arrears': return bySource(works, day).filter(({ gap, overpaid }) => gap !== '0.00' || overpaid !== '0.00');
    case 'overdue': return overdue(works, day, thresholds);
    case 'completed': return completed(works, day, year);
    default: throw new Error(`no fold for ${id}`);
  }
}
