import type { Day } from '../api/day';
import { share } from '../api/money';
import { FundingSource, fundingSourceNames } from '../funding/funding.entity';
import { Stage } from '../portfolio/facts.entity';
import { stageNames } from '../portfolio/stage.service';
import type { Facts, Work } from './facts';
import { totalsOf } from './sheet';
import { GroupBy, type PortfolioSummary, type SummaryRow } from './types';

/** Counts and sums of a set of works. With `source`, the funds are that source's only. */
export function summarise(works: readonly Work[], source?: FundingSource): PortfolioSummary {
  const { funds, ...totals } = totalsOf(works, source);
  const { total, preparation, completed } = totals;
  return {
    ...totals,
    startedShare: total ? (total - preparation) / total : null,
    completedShare: total ? completed / total : null,
    fundsPlanned: funds.planned,
    fundsArrived: funds.arrived,
    fundsPaid: funds.paid,
    arrivalRate: share(funds.arrived, funds.planned),
  };
}

interface Group {
  key: string;
  label: string;
  has(work: Work): boolean;
  source?: FundingSource;
  /** Shown even when it is empty. */
  always?: boolean;
}

/** A row for each group; a group without works is left out unless its kind is small and fixed. */
export const summariseBy = (groupBy: GroupBy, works: readonly Work[], facts: Facts): SummaryRow[] =>
  groupsOf(groupBy, works, facts)
    .map((group) => ({ group, members: works.filter(group.has) }))
    .filter(({ group, members }) => group.always || members.length)
    .map(({ group: { key, label, source }, members }) => ({ key, label, summary: summarise(members, source) }));

function groupsOf(groupBy: GroupBy, works: readonly Work[], { reference }: Facts): Group[] {
  switch (groupBy) {
    case GroupBy.REGION:
      return reference.regions.map(({ id, adcode, shortName }) => ({ key: adcode, label: shortName, always: true, has: ({ sheet }) => sheet.leadRegion.id === id }));
    case GroupBy.SECTOR:
      return reference.sectors.map(({ code, name }) => ({ key: code, label: name, always: true, has: ({ sheet }) => sheet.project.sectorCode === code }));
    case GroupBy.STAGE:
      return Object.values(Stage).map((stage) => ({ key: stage, label: stageNames[stage], always: true, has: ({ standing }) => standing.stage === stage }));
    case GroupBy.CATEGORY:
      return reference.categories.map(({ id, code, name }) => ({ key: code, label: name, has: ({ sheet }) => sheet.category.id === id }));
    case GroupBy.LIST:
      return reference.lists.map(({ id, code, name }) => ({ key: code, label: name, has: ({ sheet }) => sheet.lists.some((list) => list.id === id) }));
    case GroupBy.FUNDING_SOURCE:
      return Object.values(FundingSource).map((source) => ({ key: source, label: fundingSourceNames[source], source, has: ({ standing }) => standing.fundsBySource.has(source) }));
    case GroupBy.START_YEAR:
      return years(works, ({ sheet }) => sheet.project.plannedStart);
    case GroupBy.FINISH_YEAR:
      return years(works, ({ sheet }) => sheet.project.plannedFinish);
  }
}

function years(works: readonly Work[], dayOf: (work: Work) => Day | null): Group[] {
  const yearOf = (work: Work) => dayOf(work)?.slice(0, 4) ?? '';
  return [...new Set(works.map(yearOf))]
    .sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
    .map((year) => ({ key: year, label: year ? `${year}年` : '未定', has: (work) => yearOf(work) === year }));
}
