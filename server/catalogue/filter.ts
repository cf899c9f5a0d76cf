import { Field, InputType } from 'type-graphql';
import type { Day } from '../api/day';
import { SectorCode } from '../api/identity';
import { refuse } from '../api/refusal';
import { AdcodeScalar, DateScalar } from '../api/scalars';
import { Health } from '../dispatch/rules';
import { FundingSource } from '../funding/funding.entity';
import { excessOf } from '../funding/sums';
import { Stage } from '../portfolio/facts.entity';
import type { Reference } from '../portfolio/reference';
import type { Work } from './facts';
import type { Sheet } from './sheet';

@InputType({ description: 'Chooses works: every given condition must hold. An empty list or a blank search does not restrict.' })
export class ProjectFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, code, national code, owner unit or water body, or the number; capitals and width do not matter.' })
  search?: string | null;

  @Field(() => [AdcodeScalar], { nullable: true, description: "Any of the work's regions is one of these." })
  regions?: string[] | null;

  @Field(() => [AdcodeScalar], { nullable: true, description: 'Its lead region is one of these.' })
  leadRegions?: string[] | null;

  @Field(() => [SectorCode], { nullable: true, description: 'Its sector is one of these.' })
  sectors?: SectorCode[] | null;

  @Field(() => [Stage], { nullable: true, description: 'Its stage is one of these.' })
  stages?: Stage[] | null;

  @Field(() => [String], { nullable: true, description: 'It stands on one of these lists.' })
  lists?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Its category is one of these.' })
  categories?: string[] | null;

  @Field(() => [Health], { nullable: true, description: 'Its health is one of these.' })
  health?: Health[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is suspended.' })
  suspended?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its completion waits for confirmation.' })
  unverified?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its planned start is this day or later.' })
  plannedStartFrom?: Day | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its planned start is this day or earlier.' })
  plannedStartTo?: Day | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its planned finish is this day or later.' })
  plannedFinishFrom?: Day | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its planned finish is this day or earlier.' })
  plannedFinishTo?: Day | null;

  @Field(() => [FundingSource], { nullable: true, description: 'It has a plan or an entry of money from one of these.' })
  sources?: FundingSource[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether from any source more was paid than is in place, or more is in place than was planned.' })
  fundsExceeded?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the work itself is invented.' })
  sample?: boolean | null;
}

type Test = (work: Work) => boolean;

/** Text for comparing what people type: width, capitals and blanks at the ends do not matter. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/**
 * The conditions of a filter, each a test of a work as it stands on the day asked.
 * @param textOf gives `searchText` of a work, from where it may have been kept
 * @returns an empty list when the filter restricts nothing.
 * @throws Refusal for a region, list or category that does not exist, or a reversed range.
 */
export function testsOf(filter: ProjectFilter | null | undefined, reference: Reference, textOf: (sheet: Sheet) => string = searchText): Test[] {
  if (!filter) return [];
  checkCodes('regions', filter.regions, (code) => reference.regionByAdcode.has(code), 'UNKNOWN_REGION');
  checkCodes('leadRegions', filter.leadRegions, (code) => reference.regionByAdcode.has(code), 'UNKNOWN_REGION');
  checkCodes('lists', filter.lists, (code) => reference.lists.some((list) => list.code === code), 'UNKNOWN_LIST');
  checkCodes('categories', filter.categories, (code) => reference.categories.some((category) => category.code === code), 'UNKNOWN_CATEGORY');
  const tests: Test[] = [];
  const oneOf = <T>(wanted: readonly T[] | null | undefined, has: (work: Work, wanted: ReadonlySet<T>) => boolean) => {
    if (wanted?.length) {
      const set = new Set(wanted);
      tests.push((work) => has(work, set));
    }
  };
  const exactly = (wanted: boolean | null | undefined, value: (work: Work) => boolean) => {
    if (typeof wanted === 'boolean') tests.push((work) => value(work) === wanted);
  };
  const search = folded(filter.search ?? '');
  if (search) tests.push(({ sheet }) => textOf(sheet).includes(search) || String(sheet.project.number) === search);
  oneOf(filter.regions, ({ sheet }, set) => sheet.regions.some(({ adcode }) => set.has(adcode)));
  oneOf(filter.leadRegions, ({ sheet }, set) => set.has(sheet.leadRegion.adcode));
  oneOf(filter.sectors, ({ sheet }, set) => set.has(sheet.project.sectorCode));
  oneOf(filter.stages, ({ standing }, set) => set.has(standing.stage));
  oneOf(filter.lists, ({ sheet }, set) => sheet.lists.some(({ code }) => set.has(code)));
  oneOf(filter.categories, ({ sheet }, set) => set.has(sheet.category.code));
  oneOf(filter.health, ({ standing }, set) => set.has(standing.health));
  exactly(filter.suspended, ({ standing }) => standing.suspended);
  exactly(filter.unverified, ({ standing }) => standing.unverified);
  oneOf(filter.sources, ({ standing }, set) => [...standing.fundsBySource.keys()].some((source) => set.has(source)));
  exactly(filter.fundsExceeded, ({ standing }) => [...standing.fundsBySource.values()].map(excessOf).some(({ paid, arrived }) => paid || arrived));
  exactly(filter.sample, ({ sheet }) => sheet.project.sample);
  tests.push(...rangeTests('plannedStart', filter.plannedStartFrom, filter.plannedStartTo));
  tests.push(...rangeTests('plannedFinish', filter.plannedFinishFrom, filter.plannedFinishTo));
  return tests;
}

/** What a search looks through: each text folded, apart from the next by what nobody types. */
export const searchText = ({ project }: Sheet): string =>
  [project.name, project.code, project.nationalCode, project.ownerUnit, project.waterBody].flatMap((text) => (text === null ? [] : [folded(text)])).join('\0');

function rangeTests(field: 'plannedStart' | 'plannedFinish', from: Day | null | undefined, to: Day | null | undefined): Test[] {
  if (from && to && from > to) throw refuse('RANGE_REVERSED', { field: `filter.${field}From` });
  const day = ({ sheet }: Work) => sheet.project[field];
  return [
    ...(from ? [(work: Work) => (day(work) ?? '') >= from] : []),
    ...(to ? [(work: Work) => day(work) !== null && day(work)! <= to] : []),
  ];
}

function checkCodes(name: string, codes: readonly string[] | null | undefined, known: (code: string) => boolean, sentence: 'UNKNOWN_REGION' | 'UNKNOWN_LIST' | 'UNKNOWN_CATEGORY'): void {
  codes?.forEach((code, i) => {
    if (!known(code)) throw refuse(sentence, { field: `filter.${name}.${i}`, value: code.slice(0, 60) });
  });
}
