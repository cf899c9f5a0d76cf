import type { Day } from '../api/day';
import type { Identity } from '../api/identity';
import { may, sees } from '../access/policy';
import { scopeOfSheet } from './context';
import type { Facts, Work } from './facts';
import { testsOf, type ProjectFilter } from './filter';

/** Works chosen for somebody. */
export interface ChosenWorks {
  /** By number. */
  works: readonly Work[];
  /** Nothing was left out: no filter, and the viewer may open every work. */
  whole: boolean;
}

/**
 * The works that count on a day, that the viewer may open and that pass the filter.
 * @throws Refusal for a region, list or category that does not exist, or a reversed range.
 */
export function worksFor(facts: Facts, viewer: Identity, day: Day, filter: ProjectFilter | null | undefined): ChosenWorks {
  const tests = testsOf(filter, facts.reference);
  const sight = sees(viewer);
  const all = facts.worksOn(day);
  const open = sight === 'ALL' ? all : sight === 'NONE' ? [] : all.filter(({ sheet }) => may(viewer, 'VIEW_WORKS', scopeOfSheet(sheet)));
  return { works: tests.length ? open.filter((work) => tests.every((test) => test(work))) : open, whole: !tests.length && sight === 'ALL' };
}
