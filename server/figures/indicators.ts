import type { EntityManager } from 'typeorm';
import type { Region } from '../portfolio/reference.entity';
import { Exact } from '../water/exact';
import { Indicator, IndicatorFigure, IndicatorSpan } from './indicator.entity';
import { rankFigures, type RankedFigure } from './rank-figures';
import { spanBefore, type Days } from './span';

/** An indicator's figures over one span, by the keys of regions. */
export interface SpanFigures {
  span: IndicatorSpan;
  byRegion: ReadonlyMap<number, IndicatorFigure>;
}

/** An indicator with all its figures. */
export interface IndicatorSheet {
  indicator: Indicator;
  /** The latest first; of spans that end on one day the longest first. */
  spans: readonly SpanFigures[];
}

const latestFirst = (a: SpanFigures, b: SpanFigures): number => (a.span.to === b.span.to ? (a.span.from < b.span.from ? -1 : 1) : a.span.to < b.span.to ? 1 : -1);

/** The indicators in their order, with all their figures. */
export async function readIndicators(manager: EntityManager): Promise<IndicatorSheet[]> {
  const indicators = await manager.find(Indicator, { order: { sort: 'ASC', id: 'ASC' } });
  const spans = new Map((await manager.find(IndicatorSpan)).map((span) => [span.id, span]));
  const groups = new Map<number, Map<number, Map<number, IndicatorFigure>>>();
  for (const figure of await manager.find(IndicatorFigure)) {
    const ofIndicator = groups.get(figure.indicatorId) ?? new Map<number, Map<number, IndicatorFigure>>();
    const ofSpan = ofIndicator.get(figure.spanId) ?? new Map<number, IndicatorFigure>();
    groups.set(figure.indicatorId, ofIndicator.set(figure.spanId, ofSpan.set(figure.regionId, figure)));
  }
  return indicators.map((indicator) => ({
    indicator,
    spans: [...(groups.get(indicator.id) ?? [])].map(([spanId, byRegion]) => ({ span: spans.get(spanId)!, byRegion })).sort(latestFirst),
  }));
}

/** A region's place in a ranking. */
export interface RankedRegion extends RankedFigure {
  region: Region;
  figure: IndicatorFigure;
}

export interface Ranking {
  span: IndicatorSpan;
  /** The span that its changes are reckoned against; null where they stand as published, or nothing is known. */
  base: IndicatorSpan | null;
  /** Regions with a figure, in the official order. */
  rows: RankedRegion[];
  /** Regions that take part in rankings and have no figure. */
  missing: Region[];
}

/** The figures of exactly these days; undefined where there are none. */
export const figuresIn = ({ spans }: IndicatorSheet, { from, to }: Days): SpanFigures | undefined => spans.find(({ span }) => span.from === from && span.to === to);

/**
 * Ranks the regions by an indicator over a span.
 * @param regions in the official order
 * @param base the figures to compare with. Left out: those of the same span a year before; for a region without one the base, else the change,
 * that came with its figure
 */
export function rankRegions(sheet: IndicatorSheet, { span, byRegion }: SpanFigures, regions: readonly Region[], base?: SpanFigures): Ranking {
  const before = base ?? figuresIn(sheet, spanBefore(span));
  const present = regions.filter(({ id }) => byRegion.has(id));
  const own = present.map(({ id }) => byRegion.get(id)!);
  const ranked = rankFigures(sheet.indicator, own.map((figure, i) => {
    const { id, ranked: takesPart } = present[i];
    // Against a span that was asked for, nothing that was published against another one counts.
    const text = before?.byRegion.get(id)?.value ?? (base ? null : figure.base);
    return { value: Exact.of(figure.value), base: text === null ? null : Exact.of(text), given: base || figure.change === null ? null : Exact.of(figure.change), ranked: takesPart };
  }));
  return {
    span, base: before?.span ?? null,
    rows: ranked.map((row, i) => ({ ...row, region: present[i], figure: own[i] })),
    missing: regions.filter((region) => region.ranked && !byRegion.has(region.id)),
  };
}
