import type { Data, TestClient } from '../harness';

/**
 * What the API should answer for a day, folded naively from the dated facts that it gives out itself: day by day, one work
 * after the other, with nothing of the server's own reckoning.
 */

export interface Plan {
  source: string;
  planned: string;
  date: string;
}
export interface Thresholds {
  laggingPoints: number;
  seriousPoints: number;
  seriousStartMonths: number;
}
/** The small tables, in the pack's order. */
export interface Codes {
  regions: string[];
  sectors: string[];
  categories: string[];
  lists: string[];
}

export const SOURCES = ['CENTRAL_GRANT', 'TREASURY_BOND', 'PROVINCIAL_GRANT', 'YELLOW_RIVER_AWARD', 'SPECIAL_BOND', 'GENERAL_BOND', 'MUNICIPAL_BUDGET', 'COUNTY_BUDGET', 'BANK_LOAN', 'SOCIAL_CAPITAL', 'OTHER'];

const WORK = `id number name code nationalCode ownerUnit waterBody registeredOn withdrawnOn plannedStart plannedFinish investment sample location { lon lat }
  scale content leadRegion { adcode name } regions { adcode name } sector { code name leadDepartment { name } } category { code name } lists { code name }
  stageHistory { stage effectiveDate status } suspensions { from to } progressHistory { date progress investmentDone } fundingEntries(first: 500) { nodes { id source kind amount date documentNumber note reverses { id } reversedBy { id } } }
  procedures { kind status heldBy { name } appliedOn promisedDays greenChannel due doneOn documentNumber }`;

/** Reads the dated facts of works. */
export const readWorks = async (client: TestClient, ids: readonly string[]): Promise<Data[]> => {
  const works: Data[] = [];
  for (let i = 0; i < ids.length; i += 20) {
    const some = ids.slice(i, i + 20);
    const answer = await client.must(`{ ${some.map((id, n) => `w${n}: project(id: "${id}") { ${WORK} }`).join(' ')} }`);
    works.push(...some.map((_, n) => answer[`w${n}`] as Data));
  }
  return works;
};

export const fen = (text: string | null): bigint => (text === null ? 0n : BigInt(text.replace('.', '')));
export const yuan = (amount: bigint): string => {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const following = new Map<string, string>();
export function nextDay(day: string): string {
  if (!following.has(day)) following.set(day, new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10));
  return following.get(day)!;
}
/** The month of a day as a number that grows by one a month. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

export interface Standing {
  work: Data;
  stage: string;
  stageSince: string;
  unverified: boolean;
  suspended: boolean;
  progress: number;
  investmentDone: bigint;
  health: string;
  /** Source → planned, allocated, arrived, paid; only sources with a plan or an entry. */
  money: Map<string, Record<'planned' | 'ALLOCATED' | 'ARRIVED' | 'PAID', bigint>>;
}

/** How one work stands on a day. */
export function standing(work: Data, plans: readonly Plan[], day: string, thresholds: Thresholds): Standing {
  let event: Data | null = null;
  let started: string | null = null;
  let since: string = work.registeredOn;
  for (const one of work.stageHistory as Data[]) {
    if (one.status === 'REJECTED' || one.effectiveDate > day) continue;
    if (one.stage !== event?.stage) since = one.effectiveDate;
    if (!event || one.effectiveDate >= event.effectiveDate) event = one;
    if (one.stage === 'PREPARATION') started = null;
    else started ??= one.effectiveDate as string;
  }
  let entry: Data | null = null;
  for (const one of work.progressHistory as Data[]) if (one.date <= day && (!entry || one.date > entry.date)) entry = one;
  const stops = (work.suspensions as Data[]).filter(({ from }) => from <= day);
  const stopped = (on: string) => stops.some(({ from, to }) => from <= on && (to === null || on < to));
  const money: Standing['money'] = new Map();
  const of = (source: string) => {
    if (!money.has(source)) money.set(source, { planned: 0n, ALLOCATED: 0n, ARRIVED: 0n, PAID: 0n });
    return money.get(source)!;
  };
  const latest = new Map<string, string>();
  for (const { source, planned, date } of plans) {
    if (date > day) continue;
    of(source);
    if (date >= (latest.get(source) ?? '')) {
      latest.set(source, date);
      of(source).planned = fen(planned);
    }
  }
  for (const { source, kind, amount, date } of work.fundingEntries.nodes as Data[]) if (date <= day) of(source)[kind as 'PAID'] += fen(amount);
  const stage = (event?.stage as string | undefined) ?? 'PREPARATION';
  const progress = (entry?.progress as number | undefined) ?? 0;
  return {
    work, stage, progress, money,
    stageSince: since,
    unverified: stage === 'COMPLETED' && event!.status === 'REPORTED',
    suspended: stopped(day),
    investmentDone: fen(entry?.investmentDone ?? null),
    health: stopped(day) ? 'ON_TRACK' : worst(work, day, stage, progress, started, stopped, thresholds),
  };
}

function worst(work: Data, day: string, stage: string, progress: number, started: string | null, stopped: (day: string) => boolean, { laggingPoints, seriousPoints, seriousStartMonths }: Thresholds): string {
  const found: string[] = [];
  const { plannedStart, plannedFinish } = work as { plannedStart: string | null; plannedFinish: string | null };
  if (stage === 'PREPARATION' && plannedStart) {
    const late = monthOf(day) - monthOf(plannedStart);
    if (late > seriousStartMonths) found.push('SERIOUS');
    else if (late > 0) found.push('LAGGING');
  }
  if (stage !== 'COMPLETED' && plannedFinish && day > plannedFinish) found.push('SERIOUS');
  const start = plannedStart ?? started;
  if (stage === 'CONSTRUCTION' && start && plannedFinish && start < plannedFinish) {
    let [gone, all] = [0, 0];
    for (let one = start; one < plannedFinish; one = nextDay(one)) {
      if (stopped(one)) continue;
      all++;
      if (one < day) gone++;
    }
    const behind = all ? (100 * gone) / all - progress : 0;
    if (behind > seriousPoints + 1e-7) found.push('SERIOUS');
    else if (behind > laggingPoints - 1e-7) found.push('LAGGING');
  }
  return found.includes('SERIOUS') ? 'SERIOUS' : (found[0] ?? 'ON_TRACK');
}

/** The works that count on a day, by number. */
export const worksOn = (works: readonly Data[], plansOf: (work: Data) => readonly Plan[], day: string, thresholds: Thresholds): Standing[] =>
  works
    .filter(({ registeredOn, withdrawnOn }) => registeredOn <= day && (withdrawnOn === null || day < withdrawnOn))
    .map((work) => standing(work, plansOf(work), day, thresholds))
    .sort((a, b) => a.work.number - b.work.number);

/** Whether a work passes a filter. */
export function passes({ work, stage, health, suspended, unverified, money }: Standing, filter: Data): boolean {
  const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim();
  const codes = (rows: Data[], key: string) => rows.map((row) => row[key] as string);
  const any = (wanted: string[] | undefined, has: string[]) => !wanted?.length || wanted.some((one) => has.includes(one));
  const search = folded((filter.search as string | undefined) ?? '');
  const exceeded = [...money.values()].some(({ planned, ARRIVED, PAID }) => PAID > ARRIVED || ARRIVED > planned);
  const texts = [work.name, work.code, work.nationalCode, work.ownerUnit, work.waterBody] as (string | null)[];
  return (
    (!search || String(work.number) === search || texts.some((text) => text !== null && folded(text).includes(search))) &&
    any(filter.regions, codes(work.regions, 'adcode')) && any(filter.sectors, [work.sector.code]) && any(filter.stages, [stage]) &&
    any(filter.lists, codes(work.lists, 'code')) && any(filter.categories, [work.category.code]) && any(filter.health, [health]) &&
    any(filter.leadRegions, [work.leadRegion.adcode]) && any(filter.sources, [...money.keys()]) && (filter.fundsExceeded === undefined || filter.fundsExceeded === exceeded) &&
    (filter.suspended === undefined || filter.suspended === suspended) && (filter.unverified === undefined || filter.unverified === unverified) && (filter.sample === undefined || filter.sample === work.sample) &&
    ['plannedStart', 'plannedFinish'].every((name) => {
      const [value, from, to] = [work[name], filter[`${name}From`], filter[`${name}To`]] as (string | null | undefined)[];
      return (!from || (!!value && value >= from)) && (!to || (!!value && value <= to));
    })
  );
}

/** The numbers in an order; a work without the value comes last either way, ties go by number. */
export function ordered(works: readonly Standing[], orders: readonly { field: string; direction: string }[], codes: Codes): number[] {
  const arrivedOf = ({ money }: Standing) => [...money.values()].reduce((sum, { ARRIVED }) => sum + ARRIVED, 0n);
  const key: Record<string, (one: Standing) => string | number | bigint | null> = {
    NUMBER: ({ work }) => work.number, NAME: ({ work }) => work.name, REGION: ({ work }) => codes.regions.indexOf(work.leadRegion.adcode), SECTOR: ({ work }) => codes.sectors.indexOf(work.sector.code),
    PLANNED_START: ({ work }) => work.plannedStart, PLANNED_FINISH: ({ work }) => work.plannedFinish, PROGRESS: ({ progress }) => progress,
    INVESTMENT: ({ work }) => (work.investment === null ? null : fen(work.investment)), FUNDS_ARRIVED: arrivedOf,
  };
  return [...works]
    .sort((a, b) => {
      for (const { field, direction } of [...orders, { field: 'NUMBER', direction: 'ASC' }]) {
        const [x, y] = [key[field](a), key[field](b)];
        if (x === y) continue;
        if (x === null) return 1;
        if (y === null) return -1;
        const up = field === 'NAME' ? (x as string).localeCompare(y as string, 'zh-CN-u-co-pinyin', { numeric: true }) : x < y ? -1 : 1;
        if (up) return direction === 'DESC' ? -up : up;
      }
      return 0;
    })
    .map(({ work }) => work.number as number);
}

/** Counts and sums; with `source` the funds are that source's only. */
export function summary(works: readonly Standing[], source?: string): Data {
  const count = (test: (one: Standing) => boolean) => works.filter(test).length;
  const funds = (kind: 'planned' | 'ARRIVED' | 'PAID') => works.reduce((sum, { money }) => [...money].reduce((part, [name, amounts]) => part + (source === undefined || source === name ? amounts[kind] : 0n), sum), 0n);
  const rate = (part: number, whole: number) => (whole ? Math.floor((part / whole) * 1e6 + 1e-6) / 1e6 : null);
  const [planned, arrived] = [funds('planned'), funds('ARRIVED')];
  return {
    total: works.length,
    preparation: count(({ stage }) => stage === 'PREPARATION'), construction: count(({ stage }) => stage === 'CONSTRUCTION'), completed: count(({ stage }) => stage === 'COMPLETED'),
    unverified: count(({ unverified }) => unverified), suspended: count(({ suspended }) => suspended), lagging: count(({ health }) => health === 'LAGGING'), serious: count(({ health }) => health === 'SERIOUS'),
    startedShare: rate(count(({ stage }) => stage !== 'PREPARATION'), works.length), completedShare: rate(count(({ stage }) => stage === 'COMPLETED'), works.length),
    investment: yuan(works.reduce((sum, { work }) => sum + fen(work.investment), 0n)), investmentDone: yuan(works.reduce((sum, { investmentDone }) => sum + investmentDone, 0n)),
    fundsPlanned: yuan(planned), fundsArrived: yuan(arrived), fundsPaid: yuan(funds('PAID')),
    arrivalRate: planned ? rate(Number(arrived), Number(planned)) : null,
  };
}

/** A summary as the API gives it, with shares to a millionth. */
export const toMillionth = (given: Data): Data =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value === 'number' && !Number.isInteger(value) ? Math.floor(value * 1e6 + 1e-6) / 1e6 : value]));

/** The rows of a summary by group. */
export function summaryBy(groupBy: string, works: readonly Standing[], { regions, sectors, categories, lists }: Codes): { key: string; summary: Data }[] {
  const year = (name: string) => (one: Standing) => [((one.work[name] as string | null) ?? '').slice(0, 4)];
  const years = (name: string) => [...new Set(works.flatMap(year(name)))].sort((a, b) => Number(a === '') - Number(b === '') || Number(a) - Number(b));
  const groups: Record<string, { keys: string[]; of: (one: Standing) => string[]; always?: boolean }> = {
    REGION: { keys: regions, of: ({ work }) => [work.leadRegion.adcode], always: true },
    SECTOR: { keys: sectors, of: ({ work }) => [work.sector.code], always: true },
    STAGE: { keys: ['PREPARATION', 'CONSTRUCTION', 'COMPLETED'], of: ({ stage }) => [stage], always: true },
    CATEGORY: { keys: categories, of: ({ work }) => [work.category.code] },
    LIST: { keys: lists, of: ({ work }) => (work.lists as Data[]).map(({ code }) => code as string) },
    FUNDING_SOURCE: { keys: SOURCES, of: ({ money }) => [...money.keys()] },
    START_YEAR: { keys: years('plannedStart'), of: year('plannedStart') },
    FINISH_YEAR: { keys: years('plannedFinish'), of: year('plannedFinish') },
  };
  const { keys, of, always } = groups[groupBy];
  return keys
    .map((key) => ({ key, members: works.filter((one) => of(one).includes(key)) }))
    .filter(({ members }) => always || members.length)
    .map(({ key, members }) => ({ key, summary: summary(members, groupBy === 'FUNDING_SOURCE' ? key : undefined) }));
}

/** A work's money as the API gives it. */
export function moneyOf({ money }: Standing): Data {
  const total = (kind: 'planned' | 'ALLOCATED' | 'ARRIVED' | 'PAID') => yuan([...money.values()].reduce((sum, amounts) => sum + amounts[kind], 0n));
  return {
    planned: total('planned'), allocated: total('ALLOCATED'), arrived: total('ARRIVED'), paid: total('PAID'),
    lines: SOURCES.filter((source) => money.has(source)).map((source) => {
      const { planned, ALLOCATED, ARRIVED, PAID } = money.get(source)!;
      return { source, planned: yuan(planned), allocated: yuan(ALLOCATED), arrived: yuan(ARRIVED), paid: yuan(PAID) };
    }),
  };
}
