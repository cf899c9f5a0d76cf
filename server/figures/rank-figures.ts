import { ranksOf } from '../api/ranking';
import { Exact } from '../water/exact';
import { type Indicator, IndicatorAim, IndicatorChange } from './indicator.entity';

/** What is said of an indicator that its ranking rests on. */
export type RankingRule = Pick<Indicator, 'decimals' | 'aim' | 'changeKind' | 'changeDecimals' | 'ties'>;

/** Where published tables leave open what is ranked. */
export interface FigureOptions {
  /**
   * What ranks compare: values and changes as they are shown, with the indicator's decimals, or as they came.
   * @default AS_SHOWN: published tables give one rank to what prints the same (−14.6 % twice), and a reader who sees equal figures with
   * unequal ranks takes it for a mistake. UNROUNDED tells them apart.
   */
  compare: 'AS_SHOWN' | 'UNROUNDED';
}

export const DEFAULT_FIGURE_OPTIONS: Readonly<FigureOptions> = { compare: 'AS_SHOWN' };

/** A region's figure, and what it is compared with. */
export interface Figure {
  value: Exact;
  /** The value of the base; null where there is none. */
  base: Exact | null;
  /** The change as published, for want of a base. */
  given: Exact | null;
  /** Whether the region takes part in the ranking: the city itself does not. */
  ranked: boolean;
}

/** A figure with its place. Values and changes are rounded as they are shown, ties to the even digit (GB/T 8170-2008). */
export interface RankedFigure {
  value: Exact;
  rank: number | null;
  base: Exact | null;
  /** Percent, or in the unit of the indicator; null where nothing is known to compare with. */
  change: Exact | null;
  changeRank: number | null;
  /** Whether the change stands as it was published, not reckoned from a base. */
  changeGiven: boolean;
}

const HUNDRED = Exact.whole(100);

/** How a value changed against a base, unrounded. Percent of a base that is zero or less says nothing: null. */
export function changeOf(value: Exact, base: Exact, kind: IndicatorChange): Exact | null {
  const difference = value.minus(base);
  if (kind === IndicatorChange.DIFFERENCE) return difference;
  return base.compare(Exact.ZERO) > 0 ? difference.times(HUNDRED).over(base) : null;
}

/** Ranks figures of one indicator and span, and their changes; rank 1 is the best value, and the change most for the better. */
export function rankFigures(rule: RankingRule, figures: readonly Figure[], options: Partial<FigureOptions> = {}): RankedFigure[] {
  const { compare } = { ...DEFAULT_FIGURE_OPTIONS, ...options };
  const shown = (exact: Exact, places: number): Exact => (compare === 'AS_SHOWN' ? exact.round(places) : exact);
  const changes = figures.map(({ value, base, given }) => (base ? changeOf(value, base, rule.changeKind) : given));
  const ranks = (values: readonly (Exact | null)[], places: number): (number | null)[] =>
    ranksOf(values.map((value, i) => (value && figures[i].ranked ? shown(value, places) : null)), (a, b) => a.compare(b), { first: rule.aim === IndicatorAim.LOWER ? 'LOWEST' : 'HIGHEST', ties: rule.ties });
  const valueRanks = ranks(figures.map(({ value }) => value), rule.decimals);
  const changeRanks = ranks(changes, rule.changeDecimals);
  return figures.map(({ value, base, given }, i) => ({
    value: value.round(rule.decimals), rank: valueRanks[i], base, change: changes[i]?.round(rule.changeDecimals) ?? null, changeRank: changeRanks[i], changeGiven: !base && given !== null,
  }));
}
