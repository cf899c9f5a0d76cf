import type { Day } from '../api/day';
import type { Identity } from '../api/identity';
import { may, sees } from '../access/policy';
import { scopeOfSheet } from './context';
import type { Facts, Work } from './facts';
import { searchText, testsOf, type ProjectFilter } from './filter';

/** Works chosen for somebody. */
export interface ChosenWorks {
  /** By number. */
  works: readonly Work[];
  /** Nothing was left out: no filter, and the viewer may open every work. */
  whole: boolean;
}

/** Which works are chosen for somebody. */
export interface Choice {
  whole: boolean;
  takes(work: Work): boolean;
}

/**
 * Takes the works that the viewer may open and that pass the filter.
 * @throws Refusal for a region, list or category that does not exist, or a reversed range.
 */
export function choiceFor(facts: Facts, viewer: Identity, filter: ProjectFilter | null | undefined): Choice {
  const tests = testsOf(filter, facts.reference, (sheet) => facts.text(sheet, searchText));
  const sight = sees(viewer);
  const opens = (work: Work): boolean => sight === 'ALL' || (sight !== 'NONE' && may(viewer, 'VIEW_WORKS', scopeOfSheet(work.sheet)));
  return { whole: !tests.length && sight === 'ALL', takes: (work) => opens(work) && tests.every((test) => test(work)) };
}

/**
 * The works that count on a day, that the viewer may open and that pass the filter.
 * @throws Refusal for a region, list or category that does not exist, or a reversed range.
 */
export function worksFor(facts: Facts, viewer: Identity, day: Day, filter: ProjectFilter | null | undefined): ChosenWorks {
  const { whole, takes } = choiceFor(facts, viewer, filter);
  const all = facts.worksOn(day);
  return { works: whole ? all : all.filter(takes), whole };
}
