import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag, integer, table, text } from './table';

/** Monitoring sections and their classes by period. */
export class Water1700000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('monitoring_section', {
        code: text(40), name: text(100), name_en: text(100), level: text(20), river: text(60), region_id: integer,
        lon: integer, lat: integer, location_approximate: flag, target: text(20), sort: integer,
      }, { indices: { ux_monitoring_section_code: ['code'] }, references: { fk_monitoring_section_region: ['region_id', 'region'] } }),
      true,
    );
    await runner.createTable(
      table('section_result', { section_id: integer, period: text(20), class: [text(20), 'null'], sample: flag }, {
        indices: { ux_section_result_period: ['section_id', 'period'] }, references: { fk_section_result_section: ['section_id', 'monitoring_section'] },
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['section_result', 'monitoring_section']) await runner.dropTable(name);
  }
}
