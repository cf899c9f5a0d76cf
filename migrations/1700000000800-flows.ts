import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, flag, instant, integer, table, text } from './table';

const AUTHORED = { sample: flag, recorded_by: text(100), recorded_at: instant };

/** What rivers are to carry and what they carried, and the water led into them. */
export class Flows1700000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('flow_target', { region_id: integer, river: text(60), target: integer, sort: integer }, {
        indices: { ux_flow_target_river: ['region_id', 'river'] }, references: { fk_flow_target_region: ['region_id', 'region'] },
      }),
      true,
    );
    await runner.createTable(
      table('flow_record', { target_id: integer, region_id: integer, river: text(60), month: text(7), flow: integer, ...AUTHORED }, {
        indices: { ux_flow_record_month: ['region_id', 'river', 'month'], ix_flow_record_target: ['target_id'] },
        references: { fk_flow_record_target: ['target_id', 'flow_target'] },
      }),
      true,
    );
    await runner.createTable(
      table('replenishment_entry', { region_id: integer, month: text(7), volume: bigint, ...AUTHORED }, {
        indices: { ux_replenishment_entry_month: ['region_id', 'month'] }, references: { fk_replenishment_entry_region: ['region_id', 'region'] },
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['replenishment_entry', 'flow_record', 'flow_target']) await runner.dropTable(name);
  }
}
