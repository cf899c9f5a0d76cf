import { firstDayOf } from '../../api/period';
import { INDICATOR_KEYS } from '../../water/indicators';
import type { Problems } from './read-problems';
import { checkKnown, checkUnique, type Table } from './read-table';
import type { TABLES } from './read-tables';
import type { PackInfo } from './types';

type Of<K extends keyof typeof TABLES> = Table<(typeof TABLES)[K]>;

/** What else the files of a city's own order may name. */
export interface Known {
  readonly regions: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  readonly sectors: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

export interface BaseTables {
  readonly regions: Of<'regions'>;
  readonly departments: Of<'departments'>;
  readonly sectors: Of<'sectors'>;
  readonly categories: Of<'categories'>;
  readonly lists: Of<'lists'>;
}

/** Checks regions, departments, sectors, categories and lists against each other and gives what they hold. */
export function checkBase(tables: BaseTables, info: PackInfo | null, problems: Problems): Known {
  const { regions, departments, sectors, categories, lists } = tables;
  checkUnique(regions, 'adcode', (row) => row.adcode, problems);
  checkUnique(regions, 'sort', (row) => row.sort, problems);
  checkUnique(departments, 'code', (row) => row.code, problems);
  checkUnique(sectors, 'code', (row) => row.code, problems);
  checkUnique(categories, 'code', (row) => row.code, problems);
  checkUnique(lists, 'code', (row) => row.code, problems);
  const known: Known = {
    regions: new Set(regions.rows.map(({ cells }) => cells.adcode)),
    departments: new Set(departments.rows.map(({ cells }) => cells.code)),
    sectors: new Set<string>(sectors.rows.map(({ cells }) => cells.code)),
    categories: new Set(categories.rows.map(({ cells }) => cells.code)),
    lists: new Set(lists.rows.map(({ cells }) => cells.code)),
  };
  checkKnown(departments, 'sector', (row) => row.sector, known.sectors, 'sectors.csv', problems);
  checkKnown(sectors, 'lead_department', (row) => row.lead_department, known.departments, 'departments.csv', problems);
  const own = regions.rows.filter(({ cells }) => cells.kind === 'MUNICIPALITY');
  if (regions.rows.length > 0 && own.length !== 1) problems.file(regions.file, `needs one region of kind MUNICIPALITY for the city itself, has ${own.length}`);
  for (const { line, cells } of own) if (cells.ranked) problems.at(regions.file, line, 'ranked', 'the city itself is not ranked among its counties');
  for (const [account, department] of Object.entries(info?.demoDepartments ?? {})) {
    if (!known.departments.has(department)) problems.file('pack.json', `demoDepartments.${account}: "${department}" is not in departments.csv`);
  }
  for (const category of Object.keys(info?.oc4ids?.types ?? {})) {
    if (!known.categories.has(category)) problems.file('pack.json', `oc4ids.types.${category}: is not in categories.csv`);
  }
  return known;
}

export interface WaterTables {
  readonly sections: Of<'sections'>;
  readonly samples: Of<'samples'>;
  readonly section_results: Of<'section_results'>;
}

/** Checks monitoring sections, their samples and results. */
export function checkWater(tables: WaterTables, known: Known, info: PackInfo | null, problems: Problems): void {
  const { sections, samples, section_results: results } = tables;
  checkUnique(sections, 'code', (row) => row.code, problems);
  checkKnown(sections, 'region', (row) => row.region, known.regions, 'regions.csv', problems);
  const codes = new Set(sections.rows.map(({ cells }) => cells.code));
  checkKnown(results, 'section', (row) => row.section, codes, 'sections.csv', problems);
  checkUnique(results, 'period', (row) => `${row.section} ${row.period}`, problems);
  checkKnown(samples, 'section', (row) => row.section, codes, 'sections.csv', problems);
  checkUnique(samples, 'period', (row) => `${row.section} ${row.period}`, problems);
  for (const { line, cells } of samples.rows) {
    if (INDICATOR_KEYS.every((key) => cells[key] === null)) problems.at(samples.file, line, null, 'has no value');
  }
  for (const { file, rows } of [samples, results]) {
    for (const { line, cells } of rows) {
      if (info && firstDayOf(cells.period) > info.lastDay) problems.at(file, line, 'period', `${cells.period} is after the pack's last day ${info.lastDay}`);
    }
  }
  checkNeighbours(sections, codes, known, problems);
}

/** Checks what sections say of the water above and below them: it flows on to a known section, never back, and from other regions. */
function checkNeighbours(sections: WaterTables['sections'], codes: ReadonlySet<string>, known: Known, problems: Problems): void {
  checkKnown(sections, 'downstream', (row) => row.downstream, codes, 'sections.csv', problems);
  checkKnown(sections, 'upstream_regions', (row) => row.upstream_regions, known.regions, 'regions.csv', problems);
  const next = new Map(sections.rows.map(({ cells }) => [cells.code, cells.downstream]));
  for (const { line, cells } of sections.rows) {
    if (cells.upstream_regions.includes(cells.region)) problems.at(sections.file, line, 'upstream_regions', `${cells.region} is its own region`);
    const passed = new Set<string>();
    for (let at = cells.downstream; at && !passed.has(at); at = next.get(at) ?? null) {
      passed.add(at);
      if (at === cells.code) problems.at(sections.file, line, 'downstream', `its water comes back to ${cells.code}`);
    }
  }
}
