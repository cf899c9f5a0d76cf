import { addDays, monthEnd, type Day } from '../api/day';
import { share } from '../api/money';
import { FundingKind, FundingSource, fundingSourceNames } from '../funding/funding.entity';
import { annualPlanOn, excessOf, totalFunds, type FundsSum } from '../funding/sums';
import { lastOn } from '../portfolio/history';
import type { Facts, Work } from './facts';
import type { FundingMonth, FundingTable, FundingTableRow } from './funding-desk.types';
import type { Sheet } from './sheet';

/** What the rows of the funding desk are for. */
export type FundingGroup = 'REGION' | 'SECTOR' | 'SOURCE';

/** Investment done since the beginning, as of the end of a day; fen. */
export const doneBy = ({ progress }: Sheet, day: Day): number => lastOn(progress, day, ({ date }) => date)?.investmentDone ?? 0;

/** Investment done in a year up to a day; fen. Below zero where an entry of the year corrected the one before it. */
export const doneInYear = (sheet: Sheet, year: number, day: Day): number => {
  const end = `${year}-12-31`;
  return doneBy(sheet, day < end ? day : end) - (day < `${year}-01-01` ? doneBy(sheet, day) : doneBy(sheet, `${year - 1}-12-31`));
};

/**
 * Money, and investment beside it, of a set of works as they stand on a day.
 * @param linesOf the money of a work that counts here, a line a source
 */
function rowOf(key: string, label: string, works: readonly Work[], linesOf: (work: Work) => readonly FundsSum[], year: number, day: Day): FundingTableRow {
  const sum = (of: (sheet: Sheet) => number) => works.reduce((total, { sheet }) => total + BigInt(of(sheet)), 0n);
  const annualPlanned = sum((sheet) => annualPlanOn(sheet.annualPlans, year, day)?.planned ?? 0);
  const annualDone = sum((sheet) => doneInYear(sheet, year, day));
  const lines = works.map(linesOf);
  const funds = totalFunds(lines.flat());
  const exceeding = (what: 'paid' | 'arrived') => lines.filter((some) => some.some((line) => excessOf(line)[what])).length;
  return {
    key, label, works: works.length, ...funds,
    arrivalRate: share(funds.arrived, funds.planned),
    paymentRate: share(funds.paid, funds.arrived),
    investment: sum(({ project }) => project.investment ?? 0),
    investmentDone: sum((sheet) => doneBy(sheet, day)),
    annualPlanned, annualDone,
    annualRate: share(annualDone, annualPlanned),
    paidAbove: exceeding('paid'),
    arrivedAbove: exceeding('arrived'),
    sample: works.some(({ sheet: { plans, entries } }) => plans.some((plan) => plan.sample) || entries.some((entry) => entry.sample)),
  };
}

/** Money by region, sector or source on a day. By source the money is that source's, the investment that of the works it pays for. */
export function fundingTable(group: FundingGroup, works: readonly Work[], { reference }: Facts, year: number, day: Day): Pick<FundingTable, 'rows' | 'total'> {
  const all = ({ standing }: Work) => [...standing.fundsBySource.values()];
  const of = (key: string, label: string, has: (work: Work) => boolean, linesOf = all) => rowOf(key, label, works.filter(has), linesOf, year, day);
  const rows = {
    REGION: () => reference.regions.map(({ id, adcode, shortName }) => of(adcode, shortName, ({ sheet }) => sheet.leadRegion.id === id)),
    SECTOR: () => reference.sectors.map(({ code, name }) => of(code, name, ({ sheet }) => sheet.project.sectorCode === code)),
    SOURCE: () => Object.values(FundingSource).map((source) =>
      of(source, fundingSourceNames[source], ({ standing }) => standing.fundsBySource.has(source), ({ standing }) => [standing.fundsBySource.get(source)!])),
  }[group]();
  return { rows: rows.filter((row) => row.works > 0), total: of('', '合计', () => true) };
}

/**
 * What was allocated, arrived and was paid in each month, and investment done, with running totals, from the month of
 * `from` to that of `to`; the last month counts up to `to`.
 */
export function fundingMonths(works: readonly Work[], from: Day, to: Day, source?: FundingSource): FundingMonth[] {
  const months: FundingMonth[] = [];
  const entries = works.flatMap(({ sheet }) => sheet.entries.filter((entry) => !source || entry.source === source)).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const booked = { ALLOCATED: 0n, ARRIVED: 0n, PAID: 0n } satisfies Record<FundingKind, bigint>;
  let next = 0;
  const bookUntil = (day: Day) => {
    for (; next < entries.length && entries[next].date <= day; next++) booked[entries[next].kind] += BigInt(entries[next].amount);
    return { ...booked };
  };
  const doneUntil = (day: Day) => works.reduce((sum, { sheet }) => sum + BigInt(doneBy(sheet, day)), 0n);
  const eve = addDays(`${from.slice(0, 7)}-01`, -1);
  let [before, doneBefore] = [bookUntil(eve), doneUntil(eve)];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addDays(monthEnd(`${month}-01`), 1).slice(0, 7)) {
    const end = monthEnd(`${month}-01`);
    const day = end < to ? end : to;
    const [now, done] = [bookUntil(day), doneUntil(day)];
    months.push({
      month, allocated: now.ALLOCATED - before.ALLOCATED, arrived: now.ARRIVED - before.ARRIVED, paid: now.PAID - before.PAID, investmentDone: done - doneBefore,
      allocatedTotal: now.ALLOCATED, arrivedTotal: now.ARRIVED, paidTotal: now.PAID, investmentDoneTotal: done,
    });
    [before, doneBefore] = [now, done];
  }
  return months;
}
