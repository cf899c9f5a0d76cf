import { ranksOf } from '../api/ranking';
import { numberOf } from './classes';
import { asShare, changeOf, indexOver } from './compare';
import type { Exact } from './exact';
import { EVALUATED, type IndicatorKey } from './indicators';
import type { Measures } from './measures';
import type { PeriodResult } from './period-result';
import { WaterClass } from './section.entity';

/** A section, or several taken as one, in a period and in the one it is compared with; null where nothing was measured. */
export interface Entrant {
  now: readonly (PeriodResult | null)[];
  base: readonly (PeriodResult | null)[];
}

/** Where an entrant stands among others. */
export interface Standing {
  /** Over the items that all who are ranked have in common; null where it has no values. */
  index: number | null;
  rank: number | null;
  /** As a share of the base's index, over the items and sections that it has in both; negative is better. */
  change: number | null;
  changeRank: number | null;
  /** Whether it is left out of the ranking by change for being good throughout. */
  leftOut: boolean;
}

/** What a ranking rests on. */
export interface Standings {
  /** The items that all who are ranked by state have in common. */
  items: IndicatorKey[];
  standings: Standing[];
}

/** How entrants are compared where the rules of cities say nothing of sections and counties. */
export interface StandingOptions {
  /**
   * Which items make an index that is compared with another one's.
   * @default COMMON: only those that all who are ranked have. Sums of different items do not compare (环办监测〔2017〕51号 sums
   * all 21 for everyone); a county whose laboratory measured more items would rank last for it.
   */
  items: 'COMMON' | 'OWN';
  /**
   * The items without which a section is not ranked, so that one where little was measured does not shrink what all are
   * compared by. Where nobody has all of them they are not asked for.
   * @default pH, DO, CODMn, NH3N and TP, which every automatic station of the national network measures (环办监测函〔2020〕714号).
   */
  core: readonly IndicatorKey[];
  /**
   * Whether who is of class Ⅱ or better and in its target throughout, now and in the base, is ranked by change.
   * @default LEFT_OUT, as 环办监测〔2017〕51号 does with cities: clean water has little left to improve.
   */
  goodThroughout: 'LEFT_OUT' | 'RANKED';
}

export const DEFAULT_STANDING_OPTIONS: Readonly<StandingOptions> = { items: 'COMMON', core: ['pH', 'DO', 'CODMn', 'NH3N', 'TP'], goodThroughout: 'LEFT_OUT' };

/** Those with a value of an evaluated item. */
const valued = (results: readonly (PeriodResult | null)[]): PeriodResult[] => results.filter((result) => result !== null).filter(({ measures }) => EVALUATED.some((key) => measures.has(key)));

/** The evaluated items that every one of these has, in the order of table 1; none of none. */
const commonItems = (all: readonly Measures[]): IndicatorKey[] => (all.length ? EVALUATED.filter((key) => all.every((measures) => measures.has(key))) : []);

const GOOD_THROUGHOUT = numberOf(WaterClass.II);

const isGoodThroughout = ({ now, base }: Entrant): boolean => {
  const all = [...now, ...base];
  return all.every((result) => result !== null && result.class !== null && numberOf(result.class) <= GOOD_THROUGHOUT && result.meetsTarget === true);
};

const byExact = (a: Exact, b: Exact): number => a.compare(b);

/**
 * Ranks entrants by state and by change, apart: the smaller index first, and the larger decrease first (环办监测〔2017〕51号).
 * @returns standings in the order of the entrants
 */
export function rankWater(entrants: readonly Entrant[], options: StandingOptions = DEFAULT_STANDING_OPTIONS): Standings {
  const measured = entrants.map(({ now }) => valued(now));
  const hasCore = ({ measures }: PeriodResult): boolean => options.core.every((key) => measures.has(key));
  const present = measured.flat().some(hasCore) ? measured.map((results) => results.filter(hasCore)) : measured;
  const items = commonItems(present.flat().map(({ measures }) => measures));
  const indices = present.map((results) => indexOver(results, options.items === 'COMMON' ? items : EVALUATED)?.index ?? null);
  const leftOut = entrants.map((entrant) => options.goodThroughout === 'LEFT_OUT' && isGoodThroughout(entrant));
  const changes = entrants.map(({ now, base }) => changeOf(now, base));
  const ranks = ranksOf(indices, byExact);
  const changeRanks = ranksOf(changes.map((change, i) => (leftOut[i] ? null : change)), byExact);
  return {
    items,
    standings: entrants.map((_, i) => ({
      index: indices[i]?.toNumber() ?? null, rank: ranks[i], change: asShare(changes[i]), changeRank: changeRanks[i], leftOut: leftOut[i],
    })),
  };
}
