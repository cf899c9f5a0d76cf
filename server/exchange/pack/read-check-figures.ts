import type { Known } from './read-check-base';
import type { Problems } from './read-problems';
import { checkKnown, checkUnique, type Table } from './read-table';
import type { TABLES } from './read-tables';
import type { PackInfo } from './types';

type Of<K extends keyof typeof TABLES> = Table<(typeof TABLES)[K]>;

export interface FigureTables {
  readonly indicators: Of<'indicators'>;
  readonly indicator_spans: Of<'indicator_spans'>;
  readonly indicator_figures: Of<'indicator_figures'>;
}

/** Checks what regions are ranked by, the spans and the figures. */
export function checkFigures({ indicators, indicator_spans: spans, indicator_figures: figures }: FigureTables, known: Known, info: PackInfo | null, problems: Problems): void {
  const days = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;
  checkUnique(indicators, 'code', (row) => row.code, problems);
  checkUnique(spans, 'from', days, problems);
  for (const { line, cells } of spans.rows) {
    if (cells.from > cells.to) problems.at(spans.file, line, 'to', `${cells.to} is before ${cells.from}`);
    if (info && cells.to > info.lastDay) problems.at(spans.file, line, 'to', `${cells.to} is after the pack's last day ${info.lastDay}`);
  }
  checkKnown(figures, 'indicator', (row) => row.indicator, new Set(indicators.rows.map(({ cells }) => cells.code)), 'indicators.csv', problems);
  checkKnown(figures, 'from', days, new Set(spans.rows.map(({ cells }) => days(cells))), 'indicator_spans.csv', problems);
  checkKnown(figures, 'region', (row) => row.region, known.regions, 'regions.csv', problems);
  checkUnique(figures, 'region', (row) => `${row.indicator} ${days(row)} ${row.region}`, problems);
}
