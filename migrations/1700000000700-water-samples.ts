import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, flag, instant, integer, longText, table, text } from './table';

const OF_SECTION = { section_id: integer, period: text(16), grain: text(5), items: longText };

/** What sections measured, the means of it, and where sections lie on their rivers. */
export class WaterSamples1700000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('monitoring_section', [
      column('water_body', { ...text(10), default: "'RIVER'" }), column('downstream_code', [text(40), 'null']), column('upstream_regions', { ...text(400), default: "''" }),
    ]);
    await runner.createTable(
      table('sample_batch', {
        source_name: [text(200), 'null'], source_digest: [text(64), 'null'], part: integer, value_count: integer, sample_count: integer, digest: text(64),
        section_ids: longText, recorded_by: text(100), recorded_at: instant,
      }, { indices: { ix_sample_batch_source: ['source_digest', 'part'] } }),
      true,
    );
    await runner.createTable(
      table('water_sample', { ...OF_SECTION, sample: flag, batch_id: integer }, {
        indices: { ux_water_sample_period: ['section_id', 'period'], ix_water_sample_grain: ['grain', 'section_id'], ix_water_sample_batch: ['batch_id'] },
        references: { fk_water_sample_section: ['section_id', 'monitoring_section'], fk_water_sample_batch: ['batch_id', 'sample_batch'] },
      }),
      true,
    );
    await runner.createTable(
      table('water_mean', { ...OF_SECTION, count: integer, sample: flag }, {
        indices: { ux_water_mean_period: ['section_id', 'period'], ix_water_mean_grain: ['grain', 'section_id'] },
        references: { fk_water_mean_section: ['section_id', 'monitoring_section'] },
      }),
      true,
    );
    await runner.createTable(
      table('sample_replacement', { batch_id: integer, old_batch_id: integer, section_id: integer, period: text(16), items: longText, sample: flag }, {
        indices: { ix_sample_replacement_old: ['old_batch_id'] }, references: { fk_sample_replacement_batch: ['batch_id', 'sample_batch'] },
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['sample_replacement', 'water_mean', 'water_sample', 'sample_batch']) await runner.dropTable(name);
    await runner.dropColumns('monitoring_section', ['water_body', 'downstream_code', 'upstream_regions']);
  }
}
