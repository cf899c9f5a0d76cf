import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, day, instant, integer, longText, table, text } from './table';

/** The change counter and the change record. */
export class Core1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table('change_counter', { id: integer, seq: bigint, head: text(64), epoch: text(36), day: [day, 'null'] }, { key: ['id'] }), true);
    await runner.createTable(
      table(
        'change_record',
        {
          seq: bigint, at: instant, actor: text(100), kind: text(60), subject_type: text(60), subject_id: integer,
          adcodes: text(400), sector: [text(20), 'null'], summary: text(500), payload: longText, hash: text(64),
        },
        { key: ['seq'], indices: { ix_change_subject: ['subject_type', 'subject_id'] } },
      ),
      true,
    );
    await runner.createTable(
      table(
        'idempotency_key',
        { user_id: integer, idempotency_key: text(200), digest: text(200), result: longText, at: instant },
        { indices: { ux_idempotency_key: ['user_id', 'idempotency_key'] } },
      ),
      true,
    );
    await runner.createTable(table('number_sequence', { name: text(60), last: integer }, { key: ['name'] }), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['number_sequence', 'idempotency_key', 'change_record', 'change_counter']) await runner.dropTable(name);
  }
}
