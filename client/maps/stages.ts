import type { Health, Stage } from '../graphql.generated';

/** Short name of a stage in class names: prep, work, done. */
export const STAGE_CLASS: Record<Stage, 'prep' | 'work' | 'done'> = { PREPARATION: 'prep', CONSTRUCTION: 'work', COMPLETED: 'done' };
export const STAGES: readonly Stage[] = ['PREPARATION', 'CONSTRUCTION', 'COMPLETED'];
/** The second sign of a stage beside its colour: one, two, three dots. */
export const STAGE_DOTS: Record<Stage, number> = { PREPARATION: 1, CONSTRUCTION: 2, COMPLETED: 3 };
export const HEALTH_MARKS: Record<Health, number> = { ON_TRACK: 0, LAGGING: 1, SERIOUS: 2 };

/** Works by stage. */
export interface StageCounts { prep: number; work: number; done: number }

/** Counts by region of anything that has a region and a stage. */
export function countByRegion(marks: Iterable<{ adcode: string; stage: Stage }>): Map<string, StageCounts> {
  const counts = new Map<string, StageCounts>();
  for (const mark of marks) {
    const row = counts.get(mark.adcode) ?? { prep: 0, work: 0, done: 0 };
    row[STAGE_CLASS[mark.stage]] += 1;
    counts.set(mark.adcode, row);
  }
  return counts;
}
