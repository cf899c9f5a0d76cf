import { isGood, numberOf } from './classes';
import type { Results } from './compare';
import { Exact } from './exact';
import { DEFAULT_OPTIONS } from './options';
import { CLASS_TEXT, list, magnitudeOf, shareWords } from './report-words';
import { WaterClass } from './section.entity';
import { countClasses, shareOf } from './shares';

/** Percentage points of G − D up to which there is no marked change, and up to which there is some; 环办〔2011〕22号, from memory. */
const SOME = Exact.whole(10);
const MARKED = Exact.whole(20);
const HUNDRED = Exact.whole(100);

const worded = (better: boolean, marked: boolean): string => `${marked ? '明显' : '有所'}${better ? '好转' : '变差'}`;

/** How a section changed between two classes: one class some, two or more marked. */
export function classChange(now: WaterClass, base: WaterClass): string {
  const moved = numberOf(now) - numberOf(base);
  return moved === 0 ? '无明显变化' : worded(moved < 0, Math.abs(moved) > 1);
}

/**
 * How several sections changed together: G, the change of the share of good ones, less D, that of 劣Ⅴ, in percentage points.
 * @param pairs the classes of the same sections in both periods
 * @returns null of fewer than those from which a river is judged by shares.
 */
export function sharesChange(pairs: readonly (readonly [now: WaterClass, base: WaterClass])[]): string | null {
  if (pairs.length < DEFAULT_OPTIONS.proportionsFrom) return null;
  const [now, base] = [countClasses(pairs.map(([grade]) => grade)), countClasses(pairs.map(([, grade]) => grade))];
  const moved = shareOf(now.good - base.good - (now.inferiorV - base.inferiorV), pairs.length)!.times(HUNDRED);
  const size = magnitudeOf(moved);
  return size.compare(SOME) <= 0 ? '无明显变化' : worded(moved.compare(Exact.ZERO) > 0, size.compare(MARKED) > 0);
}

/** What is said of the change of all sections against another period. @param than "上月" */
export function changeWords(now: Results, base: Results, than: string): string {
  const pairs = now.flatMap((result, i) => (result?.class && base[i]?.class ? [{ section: result.section, now: result.class, base: base[i].class }] : []));
  if (!pairs.length) return `${than}没有可比的监测结果，不作比较。`;
  const good = (grades: readonly WaterClass[]): number => grades.filter(isGood).length;
  const [goodNow, goodBase] = [good(pairs.map((pair) => pair.now)), good(pairs.map((pair) => pair.base))];
  const points = shareOf(goodNow - goodBase, pairs.length)!.times(HUNDRED);
  const moved = points.isZero ? `优良比例均为${shareWords(goodNow, pairs.length)}` : `优良比例由${shareWords(goodBase, pairs.length)}变为${shareWords(goodNow, pairs.length)}，${points.compare(Exact.ZERO) > 0 ? '上升' : '下降'}${magnitudeOf(points).toFixed(1)}个百分点`;
  const together = sharesChange(pairs.map((pair) => [pair.now, pair.base]));
  const named = (better: boolean): string =>
    list(pairs.filter((pair) => (better ? numberOf(pair.now) < numberOf(pair.base) : numberOf(pair.now) > numberOf(pair.base))).map((pair) => `${pair.section.name}（${CLASS_TEXT[pair.base]}→${CLASS_TEXT[pair.now]}，${classChange(pair.now, pair.base)}）`));
  const [better, worse] = [named(true), named(false)];
  return [
    `与${than}相比，可比断面${pairs.length}个，${moved}${together ? `，总体水质${together}` : ''}。`,
    better && `水质好转的断面：${better}。`,
    worse && `水质变差的断面：${worse}。`,
    !better && !worse && '各断面水质类别均未变化。',
  ].filter(Boolean).join('');
}
