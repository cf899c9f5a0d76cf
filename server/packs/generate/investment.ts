import { Chance } from './random';
import type { Work } from './facts';
import type { Settings } from './settings';
import { categoryOf } from './stages';

/** Fen in 万元, and in the hundred yuan to which investments are given. */
export const WAN = 1_000_000;
const GRAIN = 10_000;

/**
 * Gives every work its investment in fen. Sizes follow the category, unevenly; together they make the published total,
 * to which the largest work is rounded.
 */
export function drawInvestments(works: readonly Work[], settings: Settings): Map<string, number> {
  const raw = works.map((work) => {
    const { median, spread } = categoryOf(work, settings);
    const chance = new Chance(settings.seed, work.code, 'investment');
    const size = settings.works[work.code]?.size ?? 1;
    // Far out lies what nobody would believe: draw again.
    let deviation = chance.normal();
    while (Math.abs(deviation) > 1.8) deviation = chance.normal();
    return median * WAN * size * Math.exp(spread * deviation);
  });
  const total = settings.published.investmentYuan * 100;
  const scale = total / raw.reduce((sum, fen) => sum + fen, 0);
  const taken = new Set<number>();
  const fen = raw.map((value) => {
    let rounded = Math.round((value * scale) / GRAIN) * GRAIN;
    while (taken.has(rounded)) rounded += GRAIN;
    taken.add(rounded);
    return rounded;
  });
  const largest = fen.indexOf(Math.max(...fen));
  fen[largest] += total - fen.reduce((sum, value) => sum + value, 0);
  return new Map(works.map((work, place) => [work.code, fen[place]]));
}
