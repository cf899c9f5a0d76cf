import type { Day } from '../api/day';
import { globalId } from '../api/ids';
import { yearBefore, type Period } from '../api/period';
import type { Facts, Work } from '../catalogue/facts';
import { countsOn } from '../catalogue/sheet';
import { summarise } from '../catalogue/summary';
import type { PortfolioSummary } from '../catalogue/types';
import type { WaterSummary } from '../catalogue/water.types';
import { cameBack } from '../portfolio/history';
import { figuresOf, latestMonth, type SectionSheet } from '../water/sections';
import type { DistributionMark, ProgressMark, WaterMark } from './marks.types';

/** How a kind of map is made from the facts: pure, so every server makes the same. */
export interface Projection<Mark, Shared> {
  /** The subscription's name. */
  readonly name: 'progressMap' | 'distributionMap' | 'waterMap';
  /** The type whose global ids the marks carry. */
  readonly subject: 'Project' | 'MonitoringSection';
  /** Whether a mark tells of its own subject alone, so that a change of another leaves it as it is. */
  readonly apart: boolean;
  /** Marks by row id, in the order they are shown. */
  marks(facts: Facts, day: Day): Map<number, Mark>;
  /** The rows that had a mark on a day, whatever text the day is. */
  shown(facts: Facts, day: Day): number[];
  /** What the map says beside its marks. */
  shared(facts: Facts, day: Day): Shared;
}

export interface WorksShared {
  asOf: Day;
  summary: PortfolioSummary;
}

export interface WaterShared {
  period: string | null;
  summary: WaterSummary;
}

const progressMark = ({ sheet: { project, leadRegion, stages }, standing }: Work, day: Day): ProgressMark => ({
  projectId: globalId('Project', project.id),
  number: project.number,
  name: project.name,
  adcode: leadRegion.adcode,
  sector: project.sectorCode,
  stage: standing.stage,
  stageSince: standing.stageSince,
  corrected: cameBack(stages, day),
  progress: standing.progress,
  health: standing.health,
  unverified: standing.unverified,
  suspended: standing.suspended,
  location: project.location,
});

const distributionMark = ({ sheet: { project, leadRegion, category, lists } }: Work): DistributionMark => ({
  projectId: globalId('Project', project.id),
  number: project.number,
  name: project.name,
  adcode: leadRegion.adcode,
  sector: project.sectorCode,
  category: category.code,
  lists: lists.map(({ code }) => code),
  location: project.location,
  investment: project.investment,
});

/** A mark is made once for a sheet and a day, so an unchanged work keeps its very mark. */
function keptMarks<Mark>(make: (work: Work, day: Day) => Mark): (facts: Facts, day: Day) => Map<number, Mark> {
  const kept = new WeakMap<object, Mark>();
  return (facts, day) =>
    new Map(
      facts.worksOn(day).map((work) => {
        let mark = kept.get(work.standing);
        if (!mark) kept.set(work.standing, (mark = make(work, day)));
        return [work.sheet.project.id, mark];
      }),
    );
}

const worksShared = (facts: Facts, day: Day): WorksShared => ({ asOf: day, summary: summarise(facts.worksOn(day)) });

const ofWorks = {
  subject: 'Project',
  apart: true,
  shown: ({ byNumber }: Facts, day: Day) => byNumber.filter((sheet) => countsOn(sheet, day)).map(({ project }) => project.id),
  shared: worksShared,
} as const;

export const progressProjection: Projection<ProgressMark, WorksShared> = { name: 'progressMap', ...ofWorks, marks: keptMarks(progressMark) };

export const distributionProjection: Projection<DistributionMark, WorksShared> = { name: 'distributionMap', ...ofWorks, marks: keptMarks(distributionMark) };

/** The water map of a period; of the latest month when none is given. */
export function waterProjection(fixedPeriod?: string): Projection<WaterMark, WaterShared> {
  const periodOf = ({ sections }: Facts) => fixedPeriod ?? latestMonth(sections);
  const mark = (sheet: SectionSheet, period: string | null, facts: Facts): WaterMark => {
    const { section } = sheet;
    const result = sheet.in(period);
    return {
      sectionId: globalId('MonitoringSection', section.id),
      code: section.code,
      name: section.name,
      nameEn: section.nameEn,
      river: section.river,
      adcode: facts.reference.regionById.get(section.regionId)!.adcode,
      level: section.level,
      location: section.location,
      class: result?.class ?? null,
      target: section.target,
      meetsTarget: result?.meetsTarget ?? null,
      period,
      sample: result?.sample ?? false,
    };
  };
  // The figures of a city are reckoned when its sections change, not at every step of a work.
  const kept = new WeakMap<readonly SectionSheet[], WaterShared>();
  const sharedOf = (facts: Facts): WaterShared => {
    const period = periodOf(facts);
    const of = (one: Period | null) => facts.sections.map((sheet) => sheet.in(one));
    return { period, summary: { period, ...figuresOf(of(period), of(period && yearBefore(period))) } };
  };
  return {
    name: 'waterMap',
    subject: 'MonitoringSection',
    // The first class of a new month moves the period of all.
    apart: false,
    shown: ({ sections }) => sections.map(({ section }) => section.id),
    marks: (facts) => {
      const period = periodOf(facts);
      return new Map(facts.sections.map((sheet) => [sheet.section.id, mark(sheet, period, facts)]));
    },
    shared: (facts) => {
      let shared = kept.get(facts.sections);
      if (!shared) kept.set(facts.sections, (shared = sharedOf(facts)));
      return shared;
    },
  };
}
