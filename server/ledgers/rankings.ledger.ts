import { globalId } from '../api/ids';
import { rankRegions, type RankedRegion, type Ranking } from '../figures/indicators';
import type { Indicator } from '../figures/indicator.entity';
import { ColumnType, defineLedger } from './definition';

const { TEXT, NUMBER, DATE } = ColumnType;

interface RankingRow {
  indicator: Indicator;
  ranking: Ranking;
  row: RankedRegion;
  /** Its place among all rows. */
  place: number;
}

/** What a change is told in: percent, or the unit of the indicator; shares differ by percentage points. */
const changeUnit = ({ changeKind, unit }: Indicator): string => (changeKind === 'PERCENT' ? '%' : unit === '%' ? '个百分点' : unit);

const sample = ({ row }: RankingRow) => row.figure.sample;

/** Every figure of a region with its rank and change. Rankings are published: for everyone who may read ledgers, whatever region is asked for. */
export default defineLedger<RankingRow>({
  id: 'rankings',
  place: 17,
  name: '指标排名台账',
  nameEn: 'Rankings of regions',
  description: '各项指标、各时段的县（市、区）数值、名次、变化和变化名次，最近的时段在前。',
  descriptionEn: 'Values, ranks, changes and ranks of changes of the regions, by indicator and span, the latest first.',
  filters: ['search', 'regions'],
  columns: [
    { key: 'indicator', title: '指标', titleEn: 'Indicator', type: TEXT, value: ({ indicator }) => indicator.name, order: ({ indicator }) => indicator.sort },
    { key: 'span', title: '时段', titleEn: 'Span', type: TEXT, value: ({ ranking }) => ranking.span.name, order: ({ ranking }) => ranking.span.to + ranking.span.from },
    { key: 'from', title: '起', titleEn: 'From', type: DATE, value: ({ ranking }) => ranking.span.from },
    { key: 'to', title: '止', titleEn: 'To', type: DATE, value: ({ ranking }) => ranking.span.to },
    { key: 'region', title: '县（市、区）', titleEn: 'Region', type: TEXT, value: ({ row }) => row.region.name, order: ({ row }) => row.region.sort },
    // With the decimals as published: 5.850.
    { key: 'value', title: '数值', titleEn: 'Value', type: NUMBER, value: ({ indicator, row }) => row.value.toFixed(indicator.decimals), order: ({ row }) => row.value.toNumber(), decimals: ({ indicator }) => indicator.decimals, sample },
    { key: 'unit', title: '单位', titleEn: 'Unit', type: TEXT, value: ({ indicator }) => indicator.unit },
    { key: 'rank', title: '名次', titleEn: 'Rank', type: NUMBER, value: ({ row }) => row.rank, sample },
    { key: 'change', title: '变化', titleEn: 'Change', type: NUMBER, value: ({ indicator, row }) => row.change && row.change.toFixed(indicator.changeDecimals), order: ({ row }) => row.change && row.change.toNumber(), decimals: ({ indicator }) => indicator.changeDecimals, sample },
    { key: 'changeUnit', title: '变化单位', titleEn: 'Unit of change', type: TEXT, value: ({ indicator, row }) => row.change && changeUnit(indicator) },
    { key: 'changeRank', title: '变化名次', titleEn: 'Rank of change', type: NUMBER, value: ({ row }) => row.changeRank, sample },
    { key: 'base', title: '对比', titleEn: 'Against', type: TEXT, value: ({ ranking, row }) => (row.change === null ? null : row.changeGiven ? '原表所列' : (ranking.base?.name ?? '随数值录入的基数')) },
    { key: 'source', title: '来源', titleEn: 'Source', type: TEXT, value: ({ row }) => row.figure.source },
  ],
  region: ({ row }) => row.region,
  *rows({ facts, day, filter }) {
    const search = filter?.search?.normalize('NFKC').toLowerCase().trim() ?? '';
    let place = 0;
    for (const sheet of facts.indicators) {
      for (const figures of sheet.spans) {
        if (figures.span.to > day) continue;
        const ranking = rankRegions(sheet, figures, facts.reference.regions);
        for (const row of ranking.rows) {
          place += 1;
          const isAsked = !filter?.regions?.length || filter.regions.includes(row.region.adcode);
          const isFound = [sheet.indicator.name, sheet.indicator.code, ranking.span.name, ranking.span.from, row.region.name].some((text) => text.toLowerCase().includes(search));
          if (isAsked && isFound) yield { indicator: sheet.indicator, ranking, row, place };
        }
      }
    }
  },
  position: ({ place }) => [place],
  key: ({ row }) => globalId('IndicatorFigure', row.figure.id),
});
