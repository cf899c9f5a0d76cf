import { FUNDING_SOURCES, type PackFundingKind, type PackFundingSource } from '../../exchange/pack/types';
import { Chance } from './random';
import { officeDay, year, type DayNumber } from './days';
import type { Facts, Work } from './facts';
import { WAN } from './investment';
import type { ProgressRow } from './progress';
import type { Settings } from './settings';
import { categoryOf, type Course, type Span } from './stages';

export interface PlanRow {
  readonly source: PackFundingSource;
  readonly planned: number;
  readonly day: DayNumber;
}

export interface EntryRow {
  readonly source: PackFundingSource;
  readonly kind: PackFundingKind;
  readonly amount: number;
  readonly day: DayNumber;
  readonly document: string;
  readonly note: string;
}

export interface Funds {
  readonly plans: readonly PlanRow[];
  readonly entries: readonly EntryRow[];
}

/** What funding needs to know of a work. */
export interface Funded {
  readonly work: Work;
  readonly course: Course;
  readonly investment: number;
  readonly progress: readonly ProgressRow[];
}

const YUAN = 100;

/** Two to five sources by the category's weights; together 86 to 100 percent of the investment, in whole 万元. */
function drawPlans({ work, course, investment }: Funded, span: Span, settings: Settings): PlanRow[] {
  const chance = new Chance(settings.seed, work.code, 'plans');
  const weights = categoryOf(work, settings).funding;
  const offered = FUNDING_SOURCES.flatMap((source) => {
    const weight = weights[source];
    return weight === undefined ? [] : [{ source, rank: weight * chance.between(0.4, 1.6) }];
  });
  const most = Math.min(5, offered.length);
  const count = Math.min(most, investment < 4000 * WAN ? chance.whole(2, 3) : chance.whole(2, 5));
  const chosen = [...offered].sort((one, other) => other.rank - one.rank).slice(0, count);
  const ranks = chosen.reduce((sum, each) => sum + each.rank, 0);
  const covered = investment * (chance.happens(0.35) ? chance.between(0.985, 0.9999) : chance.between(0.87, 0.985));
  const plans: PlanRow[] = [];
  for (const { source, rank } of FUNDING_SOURCES.flatMap((each) => chosen.filter((own) => own.source === each))) {
    const planned = Math.max(1, Math.floor((covered * rank) / ranks / WAN)) * WAN;
    const day = officeDay(Math.max(span.first, course.start - chance.whole(35, 170)), 1, settings.holidays);
    // Now and then a later round raises what a source gives.
    const raisedOn = officeDay(day + chance.whole(150, 380), 1, settings.holidays);
    if (chance.happens(0.1) && raisedOn < (course.finish ?? span.last) - 40 && planned > 400 * WAN) {
      plans.push({ source, planned: Math.floor((planned * chance.between(0.6, 0.85)) / WAN) * WAN, day }, { source, planned, day: raisedOn });
    } else plans.push({ source, planned, day });
  }
  return plans;
}

interface Grant {
  readonly day: DayNumber;
  readonly amount: number;
}

/** Splits an amount unevenly into whole 万元. */
function split(amount: number, parts: number, chance: Chance): number[] {
  const shares = Array.from({ length: parts }, () => chance.between(0.5, 1.6));
  const sum = shares.reduce((total, share) => total + share, 0);
  const amounts = shares.map((share) => Math.floor((amount * share) / sum / WAN) * WAN);
  amounts[0] += amount - amounts.reduce((total, each) => total + each, 0);
  return amounts.filter((each) => each > 0);
}

/** What a source allocates, each part no earlier than the plan that covers it. */
function drawAllocations({ work, course, progress }: Funded, source: PackFundingSource, plans: readonly PlanRow[], span: Span, settings: Settings): Grant[] {
  const chance = new Chance(settings.seed, work.code, source, 'allocations');
  const reached = progress[progress.length - 1].progress / 100;
  const grants: Grant[] = [];
  let before = 0;
  for (const plan of plans) {
    const step = plan.planned - before;
    before = plan.planned;
    const share = course.finish === null ? Math.min(1, 0.55 + 0.5 * reached + chance.between(-0.08, 0.12)) : 1;
    const amount = Math.floor((step * share) / WAN) * WAN;
    const from = plan.day + chance.whole(6, 40);
    const end = Math.max(from + 30, (course.finish ?? span.last) - 25);
    const parts = amount < 300 * WAN ? chance.whole(1, 2) : chance.whole(2, 4);
    split(amount, parts, chance).forEach((part, place) => {
      const day = officeDay(Math.round(from + ((end - from) * (place + chance.between(0, 0.6))) / parts), 1, settings.holidays);
      if (day <= span.last) grants.push({ day, amount: part });
    });
  }
  return grants;
}

/** What arrives of each allocation, in one or two parts and never more than it. */
function drawArrivals({ work, course }: Funded, source: PackFundingSource, grants: readonly Grant[], pull: number, span: Span, settings: Settings): Grant[] {
  const chance = new Chance(settings.seed, work.code, source, 'arrivals');
  return grants.flatMap((grant) => {
    const draw = chance.between(0.86, 1.08);
    const share = course.finish === null ? Math.min(1, pull * draw) : chance.between(0.95, 1.02);
    const amount = Math.floor((grant.amount * Math.min(1, share)) / WAN) * WAN;
    const delays = [chance.whole(5, 40), chance.whole(45, 110)];
    const parts = chance.happens(0.55) ? 1 : 2;
    return split(amount, parts, chance)
      .map((part, place) => ({ day: officeDay(grant.day + delays[place], 1, settings.holidays), amount: part }))
      .filter((arrival) => arrival.day <= span.last);
  });
}

/** Pays for the work done, a few weeks after it was reported, out of what has arrived. */
function drawPayments({ work, course, progress }: Funded, arrivals: ReadonlyMap<PackFundingSource, readonly Grant[]>, span: Span, settings: Settings): EntryRow[] {
  const chance = new Chance(settings.seed, work.code, 'payments');
  const paid = new Map<PackFundingSource, number>();
  const rows: EntryRow[] = [];
  let round = 0;
  const final = progress[progress.length - 1];
  const occasions: { readonly day: DayNumber; readonly done: number; readonly keep: number }[] = [];
  for (let wait = course.start + 30; ; ) {
    const row = progress.find((each) => each.day >= wait);
    if (!row) break;
    occasions.push({ day: row.day + chance.whole(4, 21), done: row.done, keep: chance.between(0.84, 0.93) });
    wait = row.day + chance.whole(45, 95);
  }
  if (course.finish !== null) occasions.push({ day: course.finish + chance.whole(30, 85), done: final.done, keep: chance.between(0.95, 0.97) });
  let total = 0;
  for (const { day: asked, done, keep } of occasions) {
    const day = officeDay(asked, 1, settings.holidays);
    if (day > span.last) continue;
    let owed = Math.floor((done * keep) / YUAN) * YUAN - total;
    if (owed < 8 * WAN) continue;
    round += 1;
    for (const [source, grants] of arrivals) {
      const arrived = grants.reduce((sum, grant) => sum + (grant.day <= day ? grant.amount : 0), 0);
      const free = arrived - (paid.get(source) ?? 0);
      const amount = Math.floor(Math.min(owed, free * chance.between(0.8, 1)) / YUAN) * YUAN;
      if (amount < 2 * WAN) continue;
      rows.push({ source, kind: 'PAID', amount, day, document: '', note: `第${round}期工程款` });
      paid.set(source, (paid.get(source) ?? 0) + amount);
      total += amount;
      owed -= amount;
    }
  }
  return rows;
}

function documentNumber(source: PackFundingSource, day: DayNumber, shortName: string, settings: Settings, chance: Chance): string {
  const form = settings.documents[source] ?? '';
  return form.replace('{region}', shortName).replace('{year}', String(year(day))).replace('{number}', String(chance.whole(11, 168)));
}

function fundsOf(funded: Funded, shortName: string, pull: number, span: Span, settings: Settings): Funds {
  const plans = drawPlans(funded, span, settings);
  const chance = new Chance(settings.seed, funded.work.code, 'documents');
  const arrivals = new Map<PackFundingSource, readonly Grant[]>();
  const entries: EntryRow[] = [];
  for (const source of new Set(plans.map((plan) => plan.source))) {
    const grants = drawAllocations(funded, source, plans.filter((plan) => plan.source === source), span, settings);
    arrivals.set(source, drawArrivals(funded, source, grants, pull, span, settings));
    for (const { day, amount } of grants) entries.push({ source, kind: 'ALLOCATED', amount, day, document: documentNumber(source, day, shortName, settings, chance), note: '' });
    for (const { day, amount } of arrivals.get(source) ?? []) entries.push({ source, kind: 'ARRIVED', amount, day, document: '', note: '' });
  }
  entries.push(...drawPayments(funded, arrivals, span, settings));
  const rank: Record<PackFundingKind, number> = { ALLOCATED: 0, ARRIVED: 1, PAID: 2 };
  const place = (row: EntryRow): number => FUNDING_SOURCES.indexOf(row.source);
  entries.sort((one, other) => one.day - other.day || rank[one.kind] - rank[other.kind] || place(one) - place(other));
  return { plans, entries };
}

function arrivalRate(all: Iterable<Funds>): number {
  let planned = 0;
  let arrived = 0;
  for (const { plans, entries } of all) {
    // The last plan of a source is the one in force.
    const inForce = new Map(plans.map((plan) => [plan.source, plan.planned]));
    for (const amount of inForce.values()) planned += amount;
    for (const entry of entries) if (entry.kind === 'ARRIVED') arrived += entry.amount;
  }
  return arrived / planned;
}

/** Draws plans and entries of all works, so that the wished share of the planned money has arrived on the last day. */
export function drawFunds(funded: readonly Funded[], facts: Facts, span: Span, settings: Settings): Map<string, Funds> {
  const shortNames = new Map(facts.regions.rows.map(({ cells }) => [cells.adcode, cells.short_name]));
  const draw = (pull: number): Map<string, Funds> => new Map(funded.map((each) => (
    [each.work.code, fundsOf(each, shortNames.get(each.work.regions[0]) ?? '', pull, span, settings)])));
  let [low, high] = [0.2, 1.6];
  let best = draw(high);
  for (let step = 0; step < 14; step++) {
    const middle = (low + high) / 2;
    best = draw(middle);
    if (arrivalRate(best.values()) < settings.picture.arrivalRate) low = middle;
    else high = middle;
  }
  return best;
}
