import { SAMPLE_FIELDS, type PackSampleField } from '../../exchange/pack/types';
import { INDICATOR_KEYS } from '../../water/indicators';
import { TABLES } from '../../exchange/pack/read-tables';
import { Chance } from './random';
import { dayText } from './days';
import type { FullWork, Generated } from './generate';
import type { Settings } from './settings';
import { categoryOf } from './stages';
import { cubicMetres } from '../../water/flows';
import { date, writeTable, yuan, type Cell } from './write';

type Name = keyof typeof TABLES;

/** A work's fields that no document gives. */
function sampleFields({ work, course, schedule }: FullWork, texts: { readonly content: boolean }): PackSampleField[] {
  const made = new Set<PackSampleField>(['ownerUnit', 'location', 'actualStart', 'investment', 'stageHistory', 'progressHistory', 'funding', 'procedures', ...schedule.made]);
  if (texts.content) made.add('content');
  if (course.finish !== null) made.add('actualFinish');
  if (course.pauses.length > 0) made.add('suspensions');
  if (work.invented) {
    if (work.scale !== null) made.add('scale');
    if (work.waterBody !== null) made.add('waterBody');
    made.add('nationalCode');
  }
  return SAMPLE_FIELDS.filter((field) => made.has(field));
}

function projectRow(full: FullWork, generated: Generated): Cell[] {
  const { facts, settings } = generated;
  const { work, schedule, place } = full;
  const chance = new Chance(settings.seed, work.code, 'texts');
  const region = facts.regions.rows.find(({ cells }) => cells.adcode === work.regions[0])?.cells.name ?? '';
  const owners = settings.ownerUnits[work.sector];
  if (!owners) throw new Error(`generator.json: ownerUnits has no ${work.sector}`);
  const owner = chance.pick(owners).replace('{region}', region);
  const content = work.content ?? chance.pick(categoryOf(work, settings).content);
  return [
    work.number, work.code, work.invented ? nationalCode(full, generated) : null, work.name, work.regions[0], work.regions, work.sector, work.category,
    work.lists, owner, work.scale, content, work.waterBody?.replaceAll(';', '、') ?? null, place.lon, place.lat, settings.published.registeredOn, date(schedule.plannedStart),
    date(schedule.plannedFinish), date(schedule.originalFinish), yuan(full.investment), work.invented,
    sampleFields(full, { content: work.content === null }), work.sources,
  ];
}

/** A project code in the national form; only invented works get one, so that no real work is given a false one. */
function nationalCode({ work, course }: FullWork, { facts, settings }: Generated): string {
  const chance = new Chance(settings.seed, work.code, 'national code');
  const month = dayText(course.start - 240);
  // A made-up region has no code in the national form: the city's own stands for it.
  const city = facts.regions.rows.find(({ cells }) => cells.kind === 'MUNICIPALITY')?.cells.adcode ?? '';
  const region = /^\d{6}$/.test(work.regions[0]) ? work.regions[0] : city;
  return `${month.slice(2, 4)}${month.slice(5, 7)}-${region}-77-01-${chance.whole(900_000, 999_999)}`;
}

function stageRows({ work, course, unverified }: FullWork): Cell[][] {
  const rows: Cell[][] = [[work.code, 'CONSTRUCTION', date(course.start), 'CONFIRMED', '开工报告', true]];
  if (course.finish !== null) {
    rows.push([work.code, 'COMPLETED', date(course.finish), unverified ? 'REPORTED' : 'CONFIRMED', unverified ? '完工报告' : '完工报告、现场核查记录', true]);
  }
  return rows;
}

function pauseRows({ work, course }: FullWork, settings: Settings): Cell[][] {
  const chance = new Chance(settings.seed, work.code, 'causes');
  return course.pauses.map((pause) => [work.code, date(pause.from), date(pause.to), date(pause.expected), chance.pick(categoryOf(work, settings).restCauses), true]);
}

function procedureRows({ work, procedures }: FullWork): Cell[][] {
  return procedures.map((row) => [
    work.code, row.kind, row.status, row.heldBy || null, date(row.applied), row.promised, row.green,
    date(row.applied === null ? null : row.applied + row.promised), date(row.done), row.document, true,
  ]);
}

/** Writes the pack's CSV files into a folder. */
export function writeFiles(generated: Generated, folder: string): void {
  const { facts, works, samples, tasks, settings } = generated;
  const write = (name: Name, rows: readonly (readonly Cell[])[]): void => writeTable(folder, name, Object.keys(TABLES[name]), rows);
  // The columns in the order of TABLES, so that what stands under a heading is what the reader takes it for.
  const copy = (name: 'regions' | 'departments' | 'sectors' | 'categories' | 'lists' | 'sections' | 'indicators' | 'indicator_spans' | 'indicator_figures'): void => {
    const columns = Object.keys(TABLES[name]);
    write(name, facts[name].rows.map(({ cells }) => {
      const values: Readonly<Record<string, Cell>> = cells;
      return columns.map((column) => values[column]);
    }));
  };
  for (const name of ['regions', 'departments', 'sectors', 'categories', 'lists', 'sections', 'indicators', 'indicator_spans', 'indicator_figures'] as const) copy(name);
  // Classes follow from the samples.
  write('section_results', []);
  const measured = INDICATOR_KEYS.filter((key) => samples.some(({ items }) => items[key] !== undefined));
  writeTable(folder, 'samples', ['section', 'period', ...measured, 'sample'], samples.map(({ section, period, items }) => [section, period, ...measured.map((key) => items[key] ?? null), true]));
  write('flow_targets', facts.flowTargets.rows.map(({ cells: c }) => [c.region, c.river, cubicMetres(c.target)]));
  write('flows', generated.flows.map((row) => [row.region, row.river, row.month, cubicMetres(row.flow), true]));
  write('replenishment', generated.replenishment.map((row) => [row.month, row.volume, null, true]));
  write('projects', works.map((full) => projectRow(full, generated)));
  write('stage_events', works.flatMap(stageRows));
  write('suspensions', works.flatMap((full) => pauseRows(full, settings)));
  write('progress', works.flatMap(({ work, progress }) => progress.map((row) => [work.code, date(row.day), row.progress, yuan(row.done), row.note, true])));
  write('funding_plans', works.flatMap(({ work, funds }) => funds.plans.map((row) => [work.code, row.source, yuan(row.planned), date(row.day), true])));
  write('annual_plans', works.flatMap(({ work, annual }) => annual.map((row) => [work.code, row.year, yuan(row.planned), date(row.day), true])));
  write('funding_entries', works.flatMap(({ work, funds }) => funds.entries.map((row) => (
    [work.code, row.source, row.kind, yuan(row.amount), date(row.day), row.document, row.note, true]))));
  write('procedures', works.flatMap(procedureRows));
  write('task_documents', facts.taskDocuments.rows.map(({ cells: c }) => [c.document, c.title, c.title_en, c.issued_on, c.sort]));
  write('tasks', facts.tasks.map((task) => (
    [task.document, task.number, task.title, task.leadUnits, task.cooperatingUnits, task.responsibleUnits, date(task.deadline), task.target, false])));
  write('task_events', tasks.map(({ task, status, note, day }) => [task.document, task.number, status, note, date(day), true]));
}
