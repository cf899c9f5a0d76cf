import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, day, flag, instant, integer, longText, table, text } from './table';

const named = { name: text(200), name_en: text(200), sort: integer };
const authored = { recorded_by: text(100), recorded_at: instant, sample: flag };

const tables = [
  table('region', { adcode: text(6), short_name: text(60), kind: text(20), ranked: flag, ...named }, { indices: { ux_region_adcode: ['adcode'] } }),
  table('department', { code: text(40), sector: [text(20), 'null'], ...named }, { indices: { ux_department_code: ['code'] } }),
  table('sector', { code: text(20), lead_department_id: [integer, 'null'], ...named }, { indices: { ux_sector_code: ['code'] }, references: { fk_sector_department: ['lead_department_id', 'department'] } }),
  table('category', { code: text(60), ...named }, { indices: { ux_category_code: ['code'] } }),
  table('work_list', { code: text(60), ...named }, { indices: { ux_work_list_code: ['code'] } }),
  table('setting', { name: text(60), value: longText }, { indices: { ux_setting_name: ['name'] } }),
  table('pack_asset', { name: text(60), part: integer, content: longText }, { indices: { ux_pack_asset_part: ['name', 'part'] } }),
  table(
    'project',
    {
      number: integer, code: text(60), national_code: [text(40), 'null'], name: text(200),
      lead_region_id: integer, sector: text(20), category_id: integer,
      owner_unit: [text(200), 'null'], scale: [text(1000), 'null'], content: [longText, 'null'], water_body: [text(200), 'null'],
      lon: [integer, 'null'], lat: [integer, 'null'], registered_on: day,
      planned_start: [day, 'null'], planned_finish: [day, 'null'], original_finish: [day, 'null'], investment: [bigint, 'null'],
      withdrawn_on: [day, 'null'], version: integer, sample: flag, sample_fields: longText, sources: longText,
    },
    {
      indices: { ux_project_number: ['number'], ux_project_code: ['code'] },
      references: { fk_project_lead_region: ['lead_region_id', 'region'], fk_project_category: ['category_id', 'category'] },
    },
  ),
  table('project_region', { project_id: integer, region_id: integer }, {
    indices: { ux_project_region: ['project_id', 'region_id'] },
    references: { fk_project_region_project: ['project_id', 'project'], fk_project_region_region: ['region_id', 'region'] },
  }),
  table('project_list', { project_id: integer, list_id: integer }, {
    indices: { ux_project_list: ['project_id', 'list_id'] },
    references: { fk_project_list_project: ['project_id', 'project'], fk_project_list_list: ['list_id', 'work_list'] },
  }),
  table('stage_event', {
    project_id: integer, stage: text(20), effective_date: day, evidence: [text(500), 'null'], status: text(20), correction: flag, reason: [text(500), 'null'], ...authored,
  }, { indices: { ix_stage_event_project: ['project_id', 'effective_date'] }, references: { fk_stage_event_project: ['project_id', 'project'] } }),
  table('suspension', {
    project_id: integer, from_day: day, to_day: [day, 'null'], expected_resumption: [day, 'null'], cause: text(500), ...authored,
  }, { indices: { ix_suspension_project: ['project_id', 'from_day'] }, references: { fk_suspension_project: ['project_id', 'project'] } }),
  table('progress_entry', {
    project_id: integer, date: day, progress: integer, investment_done: bigint, note: [text(500), 'null'], reason: [text(500), 'null'], ...authored,
  }, { indices: { ux_progress_entry_day: ['project_id', 'date'] }, references: { fk_progress_entry_project: ['project_id', 'project'] } }),
  table('procedure_item', {
    project_id: integer, kind: text(40), status: text(20), held_by_id: [integer, 'null'], applied_on: [day, 'null'], promised_days: [integer, 'null'],
    green_channel: flag, due: [day, 'null'], done_on: [day, 'null'], document_number: [text(100), 'null'], sample: flag,
  }, {
    indices: { ux_procedure_item_kind: ['project_id', 'kind'] },
    references: { fk_procedure_item_project: ['project_id', 'project'], fk_procedure_item_holder: ['held_by_id', 'department'] },
  }),
  table('funding_plan', { project_id: integer, source: text(40), planned: bigint, effective_date: day, ...authored }, {
    indices: { ix_funding_plan_project: ['project_id', 'source', 'effective_date'] }, references: { fk_funding_plan_project: ['project_id', 'project'] },
  }),
  table('funding_entry', {
    project_id: integer, source: text(40), kind: text(20), amount: bigint, date: day, document_number: [text(100), 'null'], note: [text(500), 'null'],
    reverses_id: [integer, 'null'], ...authored,
  }, {
    indices: { ix_funding_entry_project: ['project_id', 'date'], ux_funding_entry_reverses: ['reverses_id'] },
    references: { fk_funding_entry_project: ['project_id', 'project'], fk_funding_entry_reverses: ['reverses_id', 'funding_entry'] },
  }),
];

/** Regions, departments, works and their dated facts, funds. */
export class Portfolio1700000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of tables) await runner.createTable(one.clone(), true);
    await runner.query("INSERT INTO number_sequence (name, last) VALUES ('project', 0)");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const one of [...tables].reverse()) await runner.dropTable(one.name);
  }
}
