import type { MigrationInterface, QueryRunner } from 'typeorm';
import { day, flag, instant, integer, longText, table, text } from './table';

/** Tasks of published documents, who leads them, and what was recorded of them. */
export class Tasks1700000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('task_document', { number: text(100), title: text(200), title_en: text(200), issued_on: day, sort: integer }, { indices: { ux_task_document_number: ['number'] } }),
      true,
    );
    await runner.createTable(
      table('task', {
        document_id: integer, number: text(20), title: text(300), lead_unit: text(500), cooperating_units: longText, responsible_units: longText,
        deadline: [day, 'null'], target: [text(1000), 'null'], sort: integer, version: integer, sample: flag,
      }, { indices: { ux_task_number: ['document_id', 'number'] }, references: { fk_task_document: ['document_id', 'task_document'] } }),
      true,
    );
    await runner.createTable(
      table('task_lead', { task_id: integer, department_id: integer }, {
        indices: { ux_task_lead: ['task_id', 'department_id'] }, references: { fk_task_lead_task: ['task_id', 'task'], fk_task_lead_department: ['department_id', 'department'] },
      }),
      true,
    );
    await runner.createTable(
      table('task_event', { task_id: integer, status: text(20), note: [text(500), 'null'], effective_date: day, recorded_by: text(100), recorded_at: instant, sample: flag }, {
        indices: { ix_task_event_task: ['task_id', 'effective_date'] }, references: { fk_task_event_task: ['task_id', 'task'] },
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['task_event', 'task_lead', 'task', 'task_document']) await runner.dropTable(name);
  }
}
