import { sumFen } from '../api/money';
import type { Day } from '../api/day';
import { Health, healthOf, scheduleFindings, type HealthThresholds, type ScheduleFacts } from '../dispatch/rules';
import { fundsBySource, totalFunds, type AnnualPlanFact, type BookedEntry, type FundsSum, type PlanFact } from '../funding/sums';
import type { FundingSource } from '../funding/funding.entity';
import { Stage, StageEventStatus } from '../portfolio/facts.entity';
import { actualDates, lastOn, stageBegan, stageEventOn, suspensionOn, type ProgressFact, type StageFact, type SuspensionFact } from '../portfolio/history';
import type { ProcedureFact } from '../portfolio/procedures';
import type { Project } from '../portfolio/project.entity';
import type { Category, Region, WorkList } from '../portfolio/reference.entity';

/** A work with every dated fact that lists, filters, orders, sums, rules and maps are reckoned from. Never changed once made. */
export interface Sheet {
  project: Project;
  leadRegion: Region;
  /** In the official order, the lead region among them. */
  regions: readonly Region[];
  category: Category;
  lists: readonly WorkList[];
  /** By day, then by recording. */
  stages: readonly StageFact[];
  suspensions: readonly SuspensionFact[];
  progress: readonly ProgressFact[];
  plans: readonly PlanFact[];
  entries: readonly BookedEntry[];
  /** By effective day, then by recording. */
  annualPlans: readonly AnnualPlanFact[];
  /** In their usual order. */
  procedures: readonly ProcedureFact[];
}

/** How a work stands on a day. */
export interface Standing {
  stage: Stage;
  /** The day that stage began; null before the work was registered. */
  stageSince: Day | null;
  unverified: boolean;
  suspended: boolean;
  /** Percent. */
  progress: number;
  /** Fen. */
  investmentDone: number;
  health: Health;
  funds: FundsSum;
  fundsBySource: Map<FundingSource, FundsSum>;
}

/** Whether a work counts on a day: from its registration until it is withdrawn. */
export const countsOn = ({ project }: Sheet, day: Day): boolean =>
  project.registeredOn <= day && (project.withdrawnOn === null || day < project.withdrawnOn);

/** What the schedule rules look at on a day. */
export function scheduleFactsOn({ project, stages, suspensions, progress }: Sheet, day: Day): ScheduleFacts {
  return {
    stage: stageEventOn(stages, day)?.stage ?? Stage.PREPARATION,
    plannedStart: project.plannedStart,
    plannedFinish: project.plannedFinish,
    actualStart: actualDates(stages, day).start,
    progress: lastOn(progress, day, (entry) => entry.date)?.progress ?? 0,
    suspended: suspensionOn(suspensions, day) !== null,
    suspensions: suspensions.filter(({ from }) => from <= day),
  };
}

/**
 * How a work stands on a day: the one place where dated facts become a stage, a mark and sums. Fields, filters, orders,
 * summaries and maps all ask here, so they cannot disagree. Each value is reckoned when it is asked for: most questions
 * look at one or two, and sums and marks take most of the time.
 */
export const standingOn = (sheet: Sheet, day: Day, thresholds: HealthThresholds): Standing => new StandingOnDay(sheet, day, thresholds);

class StandingOnDay implements Standing {
  private mark: Health | null = null;
  private total: FundsSum | null = null;
  private sums: Map<FundingSource, FundsSum> | null = null;

  constructor(private readonly sheet: Sheet, private readonly day: Day, private readonly thresholds: HealthThresholds) {}

  get stage(): Stage {
    return stageEventOn(this.sheet.stages, this.day)?.stage ?? Stage.PREPARATION;
  }

  get stageSince(): Day | null {
    const { project, stages } = this.sheet;
    return stageBegan(stages, this.day) ?? (project.registeredOn <= this.day ? project.registeredOn : null);
  }

  get unverified(): boolean {
    const event = stageEventOn(this.sheet.stages, this.day);
    return event?.stage === Stage.COMPLETED && event.status === StageEventStatus.REPORTED;
  }

  get suspended(): boolean {
    return suspensionOn(this.sheet.suspensions, this.day) !== null;
  }

  get progress(): number {
    return this.lastEntry?.progress ?? 0;
  }

  get investmentDone(): number {
    return this.lastEntry?.investmentDone ?? 0;
  }

  get health(): Health {
    return (this.mark ??= countsOn(this.sheet, this.day) ? healthOf(scheduleFindings(scheduleFactsOn(this.sheet, this.day), this.day, this.thresholds)) : Health.ON_TRACK);
  }

  get funds(): FundsSum {
    return (this.total ??= totalFunds((this.sums ?? this.sumsBySource()).values()));
  }

  get fundsBySource(): Map<FundingSource, FundsSum> {
    return (this.sums ??= this.sumsBySource());
  }

  private get lastEntry(): ProgressFact | null {
    return lastOn(this.sheet.progress, this.day, (entry) => entry.date);
  }

  private sumsBySource(): Map<FundingSource, FundsSum> {
    return fundsBySource(this.sheet.plans, this.sheet.entries, this.day);
  }
}

/** Sums over a set of works on a day; money in fen. */
export interface Totals {
  total: number;
  preparation: number;
  construction: number;
  completed: number;
  unverified: number;
  suspended: number;
  lagging: number;
  serious: number;
  investment: bigint;
  investmentDone: bigint;
  funds: FundsSum;
}

/** Adds up works as they stand on a day. With `source`, the funds are that source's only. */
export function totalsOf(works: readonly { sheet: Sheet; standing: Standing }[], source?: FundingSource): Totals {
  const standings = works.map(({ standing }) => standing);
  const count = (test: (standing: Standing) => boolean) => standings.reduce((n, standing) => n + Number(test(standing)), 0);
  return {
    total: works.length,
    preparation: count(({ stage }) => stage === Stage.PREPARATION),
    construction: count(({ stage }) => stage === Stage.CONSTRUCTION),
    completed: count(({ stage }) => stage === Stage.COMPLETED),
    unverified: count(({ unverified }) => unverified),
    suspended: count(({ suspended }) => suspended),
    lagging: count(({ health }) => health === Health.LAGGING),
    serious: count(({ health }) => health === Health.SERIOUS),
    investment: sumFen(works.map(({ sheet }) => sheet.project.investment ?? 0)),
    investmentDone: sumFen(standings.map(({ investmentDone }) => investmentDone)),
    funds: totalFunds(source ? standings.flatMap((standing) => standing.fundsBySource.get(source) ?? []) : standings.map(({ funds }) => funds)),
  };
}
