import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag, instant, longText, table, text } from './table';

/** Who pays whom where a border section misses its target. */
export class Compensation1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('compensation_scheme', { valid_from: text(7), name: text(100), name_en: text(100), definition: longText, example: flag, recorded_by: text(100), recorded_at: instant }, { indices: { ux_compensation_scheme_month: ['valid_from'] } }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('compensation_scheme');
  }
}
