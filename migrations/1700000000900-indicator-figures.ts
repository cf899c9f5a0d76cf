import type { MigrationInterface, QueryRunner } from 'typeorm';
import { day, flag, instant, integer, table, text } from './table';

/** What regions are ranked by, over which days, and their figures. */
export class IndicatorFigures1700000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('indicator_definition', {
        code: text(40), name: text(100), name_en: text(100), unit: text(40), decimals: integer, aim: text(10), change_kind: text(12), change_decimals: integer, ties: text(12), note: [text(500), 'null'], sort: integer,
      }, { indices: { ux_indicator_definition_code: ['code'] } }),
      true,
    );
    await runner.createTable(table('indicator_span', { from_day: day, to_day: day, name: [text(60), 'null'], name_en: [text(60), 'null'] }, { indices: { ux_indicator_span_days: ['from_day', 'to_day'] } }), true);
    await runner.createTable(
      table('indicator_figure', {
        indicator_id: integer, span_id: integer, region_id: integer, value: text(24), base_value: [text(24), 'null'], given_change: [text(24), 'null'], source: [text(200), 'null'],
        sample: flag, recorded_by: text(100), recorded_at: instant,
      }, {
        indices: { ux_indicator_figure_region: ['indicator_id', 'span_id', 'region_id'] },
        references: { fk_indicator_figure_indicator: ['indicator_id', 'indicator_definition'], fk_indicator_figure_span: ['span_id', 'indicator_span'], fk_indicator_figure_region: ['region_id', 'region'] },
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['indicator_figure', 'indicator_span', 'indicator_definition']) await runner.dropTable(name);
  }
}
