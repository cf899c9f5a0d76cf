import { WaterClass } from './section.entity';

/** The classes of GB 3838-2002 from best to worst; the number of a class is its place here, 1 to 6. */
export const CLASSES: readonly WaterClass[] = Object.values(WaterClass);

/** 1 for Ⅰ to 5 for Ⅴ, 6 for 劣Ⅴ. */
export const numberOf = (value: WaterClass): number => CLASSES.indexOf(value) + 1;

/** The class of a number; null for 0, which stands for no class. */
export const classOfNumber = (number: number): WaterClass | null => (number ? CLASSES[number - 1] : null);

/** Whether a class is good (优良): Ⅲ or better. */
export const isGood = (value: WaterClass): boolean => numberOf(value) <= numberOf(WaterClass.III);

/** Whether a class is the target or better; null where the section was not judged. */
export const meetsTarget = (value: WaterClass | null, target: WaterClass): boolean | null => (value === null ? null : numberOf(value) <= numberOf(target));

/** The worst of the classes; null of none. */
export const worstOf = (values: Iterable<WaterClass>): WaterClass | null => {
  let worst = 0;
  for (const value of values) worst = Math.max(worst, numberOf(value));
  return classOfNumber(worst);
};
