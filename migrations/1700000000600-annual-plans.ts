import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, day, flag, instant, integer, table, text } from './table';

/** What each work is to do in investment in a year. */
export class AnnualPlans1700000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('annual_plan', { project_id: integer, year: integer, planned: bigint, effective_date: day, recorded_by: text(100), recorded_at: instant, sample: flag }, {
        indices: { ix_annual_plan_project: ['project_id', 'year', 'effective_date'] }, references: { fk_annual_plan_project: ['project_id', 'project'] },
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('annual_plan');
  }
}
