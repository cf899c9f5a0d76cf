import type { WaterClass } from '../graphql.generated';
import type { WaterMark } from '../live';

/** Classes from best to worst. */
export const CLASSES: readonly WaterClass[] = ['I', 'II', 'III', 'IV', 'V', 'INFERIOR_V'];
/** Text on a diamond: ink on the light fills, white on the others. */
export const CLASS_TEXT: Record<WaterClass, string> = { I: '#23262A', II: '#fff', III: '#fff', IV: '#23262A', V: '#fff', INFERIOR_V: '#fff' };
export const classVariable = (grade: WaterClass): string => `var(--water-${grade.toLowerCase().replace('_', '-')})`;

/**
 * The class that colours each river: of its own sections only, by name or alias, and the worst of them where they differ. Rivers
 * without a section are not in it: nobody guesses their water.
 */
export function riverClasses(marks: Iterable<Pick<WaterMark, 'river' | 'class'>>, aliases: Record<string, string>): Map<string, WaterClass> {
  const out = new Map<string, WaterClass>();
  for (const mark of marks) {
    if (!mark.class) continue;
    const river = aliases[mark.river] ?? mark.river;
    const known = out.get(river);
    if (!known || CLASSES.indexOf(mark.class) > CLASSES.indexOf(known)) out.set(river, mark.class);
  }
  return out;
}

/** Sections in the order of the office: good ones by target first, as the wall lists them. */
export const byTarget = (a: WaterMark, b: WaterMark): number =>
  CLASSES.indexOf(a.target) - CLASSES.indexOf(b.target) || (a.code < b.code ? -1 : 1);
