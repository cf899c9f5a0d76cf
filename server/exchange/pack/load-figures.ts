import type { DeepPartial } from 'typeorm';
import type { UnitOfWork } from '../../database/unit-of-work';
import { Indicator, IndicatorFigure, IndicatorSpan } from '../../figures/indicator.entity';
import type { Region } from '../../portfolio/reference.entity';
import type { Pack } from './types';

/** Rows of one change record, below its 64 KiB whatever their texts are. */
const FIGURES_AT_ONCE = 60;

/**
 * Loads what regions are ranked by, and the figures.
 * @param made false leaves out what is made up.
 */
export async function loadFigures(unit: UnitOfWork, pack: Pack, regions: ReadonlyMap<string, Region>, made: boolean): Promise<void> {
  if (!pack.indicators.length) return;
  const spans = await unit.insertAll(IndicatorSpan, pack.indicatorSpans.map(({ from, to, name, nameEn }) => ({ from, to, ownName: name, ownNameEn: nameEn })));
  const spanIds = new Map(spans.map(({ id, from, to }) => [`${from} ${to}`, id]));
  const authored = { recordedBy: unit.actor.name, recordedAt: unit.now };
  for (const { change, ...indicator } of pack.indicators) {
    const row = await unit.insert(Indicator, { ...indicator, unit: indicator.unit ?? '', changeKind: change } as DeepPartial<Indicator>);
    const record = () => unit.record({ kind: 'FIGURES_LOADED', subjectType: 'Indicator', subjectId: row.id, summary: `载入统计指标 ${row.name}` });
    record();
    const figures = pack.indicatorFigures.filter((figure) => figure.indicator === indicator.code && (made || !figure.sample));
    for (let i = 0; i < figures.length; i += FIGURES_AT_ONCE) {
      await unit.insertAll(IndicatorFigure, figures.slice(i, i + FIGURES_AT_ONCE).map(({ from, to, region, value, base, change: given, source, sample }) => (
        { ...authored, indicatorId: row.id, spanId: spanIds.get(`${from} ${to}`)!, regionId: regions.get(region)!.id, value, base, change: given, source, sample })));
      record();
    }
  }
}
