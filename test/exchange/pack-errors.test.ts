import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PackError, readPack } from '../../server/exchange/pack/read';

const TINY = join(__dirname, '../fixtures/tiny-city');
const parent = mkdtempSync(join(tmpdir(), 'pack-'));
let copies = 0;

afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** A copy of the tiny city in which one piece of one file reads differently. */
function broken(file: string, from: string, to: string): string {
  const folder = join(parent, String(copies++));
  cpSync(TINY, folder, { recursive: true });
  const before = readFileSync(join(folder, file), 'utf8');
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(join(folder, file), before.replace(from, to));
  return folder;
}

function problemsOf(folder: string): readonly string[] {
  try {
    readPack(folder);
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
  return [];
}

describe('a pack that is not in order says where and what', () => {
  const cells: [file: string, from: string, to: string, problem: string][] = [
    ['regions.csv', ',COUNTY,', ',SHIRE,', 'regions.csv line 3, column kind: "SHIRE" is none of MUNICIPALITY, DISTRICT, CITY, COUNTY, DEVELOPMENT_ZONE'],
    ['regions.csv', '990001,', '99001,', 'regions.csv line 3, column adcode: "99001" is not a region code of six digits or capital letters'],
    ['regions.csv', 'MUNICIPALITY', 'CITY', 'regions.csv: needs one region of kind MUNICIPALITY for the city itself, has 0'],
    ['regions.csv', 'COUNTY,2', 'COUNTY,1', 'regions.csv line 3, column sort: 1 stands on line 2 already'],
    ['departments.csv', 'WATER,1', 'FIRE,1', 'departments.csv line 2, column sector: "FIRE" is none of ECOLOGY, WATER, URBAN, HOUSING, RESOURCES, COMMERCE'],
    ['departments.csv', 'WATER,1', 'HOUSING,1', 'departments.csv line 2, column sector: "HOUSING" is not in sectors.csv'],
    ['sectors.csv', 'URB,2', 'XYZ,2', 'sectors.csv line 3, column lead_department: "XYZ" is not in departments.csv'],
    ['projects.csv', '12000000.00', '12,000', 'projects.csv line 2: has 24 cells, the heading has 23'],
    ['projects.csv', '12000000.00', '１２０００', 'projects.csv line 2, column investment: "１２０００" is not an amount in yuan like 1250000.00'],
    ['projects.csv', '12000000.00', '-1.00', 'projects.csv line 2, column investment: "-1.00" is not an amount in yuan like 1250000.00'],
    ['projects.csv', '12000000.00', '0.00', 'projects.csv line 2, column investment: must be more than 0.00'],
    ['projects.csv', '2023-03-01', '2023-02-30', 'projects.csv line 2, column planned_start: "2023-02-30" is not a date like 2024-06-30'],
    ['projects.csv', '2023-11-30,2023-09-30', '2023-02-01,', 'projects.csv line 2, column planned_finish: 2023-02-01 is before the planned start 2023-03-01'],
    ['projects.csv', '2023-11-30,2023-09-30', '2023-11-30,2023-12-30', 'projects.csv line 2, column original_finish: is for works whose finish was put off to a later planned_finish'],
    ['projects.csv', '\n2,W-2', '\n1,W-2', 'projects.csv line 3, column number: 1 stands on line 2 already'],
    ['projects.csv', 'W-2,', 'W-1,', 'projects.csv line 3, column code: W-1 stands on line 2 already'],
    ['projects.csv', '990001;990002', '990002;990001', 'projects.csv line 2, column regions: must begin with the lead region'],
    ['projects.csv', '990001;990002', '990001;990009', 'projects.csv line 2, column regions: "990009" is not in regions.csv'],
    ['projects.csv', 'first;second', 'first;first', 'projects.csv line 2, column lists: names something twice'],
    ['projects.csv', 'investment;funding', 'investment;money', 'projects.csv line 2, column sample_fields: "money" is none of'],
    ['projects.csv', '100.3,30.22', '100.3,', 'projects.csv line 2, column lat: lon and lat stand together or not at all'],
    ['projects.csv', 'PIPES,first', 'ROADS,first', 'projects.csv line 3, column category: "ROADS" is not in categories.csv'],
    ['projects.csv', '2024-03-01', '2024-07-01', "projects.csv line 5, column registered_on: 2024-07-01 is after the pack's last day 2024-06-30"],
    ['stage_events.csv', '2023-03-06', '2022-12-31', 'stage_events.csv line 2, column effective_date: 2022-12-31 is before the work was registered on 2023-01-01'],
    ['stage_events.csv', '2023-12-08', '2023-03-06', 'stage_events.csv line 3, column effective_date: 2023-03-06 is not after the start on 2023-03-06'],
    ['stage_events.csv', 'W-2,CONSTRUCTION', 'W-2,COMPLETED', 'stage_events.csv line 4, column stage: W-2 is completed without having been started on an earlier line'],
    ['stage_events.csv', 'REJECTED', 'CONFIRMED', 'stage_events.csv line 7, column stage: W-3 has a COMPLETED event already'],
    ['stage_events.csv', '2023-03-06,CONFIRMED', '2023-03-06,REPORTED', 'stage_events.csv line 2, column status: only a completion waits for confirmation; a start is CONFIRMED'],
    ['stage_events.csv', 'W-2,', 'W-9,', 'stage_events.csv line 4, column project: "W-9" is not in projects.csv'],
    ['suspensions.csv', '2023-07-01', '2023-01-01', 'suspensions.csv line 2, column from: 2023-01-01 is before the work was started'],
    ['suspensions.csv', '2023-08-01', '2023-07-01', 'suspensions.csv line 2, column to: 2023-07-01 is not after 2023-07-01'],
    ['suspensions.csv', '2023-08-01', '', 'suspensions.csv line 2, column to: the work was completed on 2023-12-08, while suspended'],
    ['progress.csv', ',40.5,', ',140.5,', 'progress.csv line 2, column progress: "140.5" is not a number from 0 to 100 with at most 1 decimal'],
    ['progress.csv', ',40.5,', ',40.55,', 'progress.csv line 2, column progress: "40.55" is not a number from 0 to 100 with at most 1 decimal'],
    ['progress.csv', '2023-06-30', '2023-02-28', 'progress.csv line 2, column progress: is above 0 before the work was started'],
    ['progress.csv', '60.2', '30', 'progress.csv line 5, column progress: 30 is below the entry before, 35'],
    ['progress.csv', '18250000.00', '1.00', 'progress.csv line 5, column investment_done: is below the entry before'],
    ['progress.csv', '2024-06-10', '2024-03-31', 'progress.csv line 5, column date: 2024-03-31 is not after the entry before, 2024-03-31'],
    ['funding_plans.csv', '4500000.00,2023-09-01', '4500000.00,2023-01-10', 'funding_plans.csv line 4, column effective_date: W-1 COUNTY_BUDGET 2023-01-10 stands on line 3 already'],
    ['annual_plans.csv', 'W-2,2024,22000000.00,2024-05-20', 'W-2,2024,22000000.00,2024-01-15', 'annual_plans.csv line 5, column effective_date: W-2 2024 2024-01-15 stands on line 4 already'],
    ['annual_plans.csv', 'W-3,2023', 'W-9,2023', 'annual_plans.csv line 6, column project: "W-9" is not in projects.csv'],
    ['annual_plans.csv', '2024-05-20', '2024-07-20', "annual_plans.csv line 5, column effective_date: 2024-07-20 is after the pack's last day 2024-06-30"],
    ['funding_entries.csv', '6500000.00', '0.00', 'funding_entries.csv line 3, column amount: must be more than 0.00'],
    ['funding_entries.csv', 'ARRIVED', 'CAME', 'funding_entries.csv line 3, column kind: "CAME" is none of ALLOCATED, ARRIVED, PAID'],
    ['task_documents.csv', '2号,清流', '1号,清流', 'tasks.csv line 2, column document: "砾政发〔2023〕2号" is not in task_documents.csv'],
    ['task_documents.csv', '〔2024〕1号', '〔2023〕2号', 'task_documents.csv line 3, column document: 砾政发〔2023〕2号 stands on line 2 already'],
    ['task_documents.csv', '2024-02-01', '2024-07-01', "task_documents.csv line 3, column issued_on: 2024-07-01 is after the pack's last day 2024-06-30"],
    ['tasks.csv', '2号,2,', '2号,1,', 'tasks.csv line 3, column number: 砾政发〔2023〕2号 1 stands on line 2 already'],
    ['tasks.csv', '市城建局;市水务局,,', '市城建局;市城建局,,', 'tasks.csv line 3, column lead_units: names something twice'],
    ['tasks.csv', '2023-12-31,3条河', '2023年底,3条河', 'tasks.csv line 2, column deadline: "2023年底" is not a date like 2024-06-30'],
    ['task_events.csv', 'DROPPED', 'OVERDUE', 'task_events.csv line 4, column status: "OVERDUE" is none of OPEN, DONE, DROPPED'],
    ['task_events.csv', '2号,3,', '2号,9,', 'task_events.csv line 4, column number: "砾政发〔2023〕2号 9" is not in tasks.csv'],
    ['task_events.csv', '2024-01-15', '2023-11-30', 'task_events.csv line 3, column effective_date: 2023-11-30 is not after the entry before, 2023-11-30'],
    ['task_events.csv', '2024-05-20', '2024-07-01', "task_events.csv line 5, column effective_date: 2024-07-01 is after the pack's last day 2024-06-30"],
    ['procedures.csv', 'W-1,FINAL_ACCEPTANCE', 'W-1,PROPOSAL', 'procedures.csv line 3, column kind: W-1 PROPOSAL stands on line 2 already'],
    ['procedures.csv', '2022-11-04', '', 'procedures.csv line 2, column done_on: is missing though the status is DONE'],
    ['procedures.csv', '2022-11-04', '2022-10-31', 'procedures.csv line 2, column done_on: 2022-10-31 is before the application on 2022-11-01'],
    ['procedures.csv', 'DONE,FIN', 'DONE,TAX', 'procedures.csv line 4, column held_by: "TAX" is not in departments.csv'],
    ['sections.csv', '100.45', '190', 'sections.csv line 2, column lon: "190" is not a number from -180 to 180 with at most 6 decimals'],
    ['sections.csv', 'yes,RIVER', 'yes,POND', 'sections.csv line 3, column water_body: "POND" is none of RIVER, LAKE'],
    ['sections.csv', ',T-2,,1', ',T-9,,1', 'sections.csv line 2, column downstream: "T-9" is not in sections.csv'],
    ['sections.csv', 'RIVER,,', 'RIVER,T-1,', 'sections.csv line 2, column downstream: its water comes back to T-1'],
    ['sections.csv', ',T-2,,1', ',T-1,,1', 'sections.csv line 2, column downstream: its water comes back to T-1'],
    ['sections.csv', ',990001,2', ',990009,2', 'sections.csv line 3, column upstream_regions: "990009" is not in regions.csv'],
    ['sections.csv', ',990001,2', ',990001;990002,2', 'sections.csv line 3, column upstream_regions: 990002 is its own region'],
    ['samples.csv', 'T-1,2020-12-06', 'T-9,2020-12-06', 'samples.csv line 4, column section: "T-9" is not in sections.csv'],
    ['samples.csv', '2020-12-05T08', '2020-12-05T09', 'samples.csv line 3, column period: "2020-12-05T09" is not a period like 2024, 2024-06, 2024-06-30 or 2024-06-30T08'],
    ['samples.csv', '2020-12-05T08', '2020-11', 'samples.csv line 3, column period: T-1 2020-11 stands on line 2 already'],
    ['samples.csv', '2020-12-05T08', '2024-07', "samples.csv line 3, column period: 2024-07 is after the pack's last day 2024-06-30"],
    ['samples.csv', '0.025L', '未检出', 'samples.csv line 3, column NH3N: "未检出" is not a measured value like 0.03 or 0.004L'],
    ['samples.csv', '0.31', '-0.31', 'samples.csv line 2, column NH3N: "-0.31" is not a measured value like 0.03 or 0.004L'],
    ['samples.csv', ',8.1,', ',81,', 'samples.csv line 2, column pH: "81" cannot be: pH lies from 0 to 14'],
    ['samples.csv', '3,7.9,10.8,2.4,,0.01L', ',,,,,', 'samples.csv line 4: has no value'],
    ['samples.csv', 'TP,', 'Tp,', 'samples.csv line 1, column Tp: is not a column of this file'],
    ['section_results.csv', '2024-04', '2024-13', 'section_results.csv line 3, column period: "2024-13" is neither a month like 2024-06 nor a year like 2024'],
    ['section_results.csv', 'T-1,2024-05', 'T-1,2024-04', 'section_results.csv line 4, column period: T-1 2024-04 stands on line 3 already'],
    ['section_results.csv', ',IV,', ',VI,', 'section_results.csv line 3, column class: "VI" is none of I, II, III, IV, V, INFERIOR_V'],
    ['flow_targets.csv', '0.056', '0', 'flow_targets.csv line 4, column target: must be more than 0'],
    ['flow_targets.csv', '0.056', '0.0561', 'flow_targets.csv line 4, column target: "0.0561" is not a flow in m³/s like 0.56, with at most three decimals'],
    ['flow_targets.csv', '990002,柳水', '990002,砾溪', 'flow_targets.csv line 4, column river: 990002 砾溪 stands on line 3 already'],
    ['flow_targets.csv', '990001,', '990009,', 'flow_targets.csv line 2, column region: "990009" is not in regions.csv'],
    ['flows.csv', '990001,砾溪,2023-12', '990001,柳水,2023-12', 'flows.csv line 2, column river: "990001 柳水" is not in flow_targets.csv'],
    ['flows.csv', '990001,砾溪,2024-01', '990001,砾溪,2023-12', 'flows.csv line 3, column month: 990001 砾溪 2023-12 stands on line 2 already'],
    ['flows.csv', '2023-12', '2024-07', "flows.csv line 2, column month: 2024-07 is after the pack's last day 2024-06-30"],
    ['flows.csv', '2023-12', '2023', 'flows.csv line 2, column month: "2023" is not a month like 2024-06'],
    ['flows.csv', '1.199', '-1', 'flows.csv line 4, column flow: "-1" is not a flow in m³/s like 0.56'],
    ['replenishment.csv', '125001', '125001.5', 'replenishment.csv line 5, column volume: "125001.5" is not a whole number from 0 to 999999999'],
    ['replenishment.csv', '50000,990001', '50000,990000', 'replenishment.csv line 4, column month: 990000 2024-01 stands on line 3 already'],
    ['replenishment.csv', '2024-03', '2024-07', "replenishment.csv line 5, column month: 2024-07 is after the pack's last day 2024-06-30"],
    ['pack.json', '3660000', '0', 'pack.json: ecologicalFlow.replenishmentTarget:'],
    ['indicators.csv', 'HIGHER', 'MORE', 'indicators.csv line 3, column aim: "MORE" is none of LOWER, HIGHER'],
    ['indicators.csv', 'GREEN', 'PM25', 'indicators.csv line 3, column code: PM25 stands on line 2 already'],
    ['indicator_spans.csv', '2024-05-31', '2024-04-30', 'indicator_spans.csv line 2, column to: 2024-04-30 is before 2024-05-01'],
    ['indicator_spans.csv', '2024-06-20', '2024-07-20', "indicator_spans.csv line 4, column to: 2024-07-20 is after the pack's last day 2024-06-30"],
    ['indicator_spans.csv', '2023-05-01,2023-05-31', '2024-05-01,2024-05-31', 'indicator_spans.csv line 3, column from: 2024-05-01 2024-05-31 stands on line 2 already'],
    ['indicator_figures.csv', 'PM25,', 'PM10,', 'indicator_figures.csv line 2, column indicator: "PM10" is not in indicators.csv'],
    ['indicator_figures.csv', '2024-05-01,', '2024-05-02,', 'indicator_figures.csv line 2, column from: "2024-05-02 2024-05-31" is not in indicator_spans.csv'],
    ['indicator_figures.csv', '990002,33.0', '990001,33.0', 'indicator_figures.csv line 3, column region: PM25 2024-05-01 2024-05-31 990001 stands on line 2 already'],
    ['indicator_figures.csv', '45.0', '４５', 'indicator_figures.csv line 2, column value: "４５" is not a decimal number'],
    ['pack.json', '"2024-02"', '"2024"', 'pack.json: compensation.validFrom: is not a month like 2024-06'],
    ['pack.json', '"1000.00"', '"0.00"', 'pack.json: compensation.items.0.base: is not an amount in yuan like 1250000.00'],
    ['pack.json', '"section": "T-2"', '"section": "T-9"', 'pack.json: compensation.borders.0.section: "T-9" is not in sections.csv'],
    ['pack.json', '"receiver": "990002"', '"receiver": "990001"', 'pack.json: compensation.borders.0.receiver: is the payer'],
    ['pack.json', '"NH3N"', '"DO"', 'pack.json: compensation.borders.0.section: T-2 has no limit of DO in its target class'],
    ['lists.csv', 'First list', ' First list', 'lists.csv line 2, column name_en: begins or ends with a space'],
    ['lists.csv', '第一批', '', 'lists.csv line 2, column name: must not be empty'],
    ['lists.csv', '第一批', '第\u0007批', 'lists.csv line 2, column name: holds a character that is not text'],
    ['lists.csv', 'name_en,', 'english,', 'lists.csv line 1, column english: is not a column of this file'],
    ['lists.csv', ',sort', '', 'lists.csv line 1, column sort: is missing from the heading'],
    ['lists.csv', '第一批', '"第一批', 'lists.csv: is not CSV'],
    ['pack.json', '"id"', '"identity"', 'pack.json: id:'],
    ['pack.json', '2024-06-30', '2024-06-31', 'pack.json: lastDay: is not a date like 2024-06-30'],
    ['pack.json', '2024-06-30', '2022-06-30', 'pack.json: lastDay: 2022-06-30 is before firstDay 2023-01-01'],
    ['pack.json', '"FIN"', '"TAX"', 'pack.json: demoDepartments.finance: "TAX" is not in departments.csv'],
    ['pack.json', '"小砾溪": "砾溪"', '"小砾溪": "大河"', 'pack.json: riverAliases.小砾溪: "大河" is not in rivers.geojson'],
    ['pack.json', '"DREDGE"', '"DREDGING"', 'pack.json: oc4ids.types.DREDGING: is not in categories.csv'],
    ['pack.json', 'rehabilitation', 'repair', 'pack.json: oc4ids.types.DREDGE:'],
    ['pack.json', 'oc4ids-pb8k2r', 'pebble', 'pack.json: oc4ids.prefix: is not a prefix like oc4ids-a1b2c3'],
    ['pack.json', '{', '', 'pack.json: is not JSON'],
    ['counties.topojson', '"id": "990002"', '"id": "990007"', 'counties.topojson: feature 990007 is not in regions.csv'],
    ['counties.topojson', '"id": "990002"', '"id": "990001"', 'counties.topojson: feature 990001 stands twice'],
    ['counties.topojson', '"arcs": [[1, -1]]', '"arcs": [[1, 9]]', 'counties.topojson: its arcs do not fit together'],
    ['counties.topojson', '"labelLon": 100.25, ', '', 'counties.topojson: objects.counties.geometries.0.properties.labelLon:'],
    ['rivers.geojson', 'LineString', 'Point', 'rivers.geojson: features.0.geometry.type:'],
  ];

  it.each(cells)('%s with %j as %j', (file, from, to, problem) => {
    const problems = problemsOf(broken(file, from, to));
    expect(problems.some((line) => line.startsWith(problem))).toBe(true);
  });

  it.each([
    'pack.json', 'regions.csv', 'departments.csv', 'sectors.csv', 'categories.csv', 'lists.csv', 'counties.topojson', 'rivers.geojson', 'sections.csv',
    'samples.csv', 'flow_targets.csv', 'flows.csv', 'replenishment.csv', 'section_results.csv', 'indicators.csv', 'indicator_spans.csv', 'indicator_figures.csv', 'projects.csv', 'stage_events.csv', 'suspensions.csv', 'progress.csv', 'funding_plans.csv', 'annual_plans.csv', 'funding_entries.csv', 'procedures.csv',
    'task_documents.csv', 'tasks.csv', 'task_events.csv',
  ])('without %s', (file) => {
    const folder = broken('pack.json', '{', '{');
    rmSync(join(folder, file));
    expect(problemsOf(folder)).toEqual([`${file}: is missing or cannot be read`]);
  });

  it('without a heading, or in another encoding', () => {
    const folder = broken('pack.json', '{', '{');
    writeFileSync(join(folder, 'lists.csv'), '');
    writeFileSync(join(folder, 'sections.csv'), Buffer.from([0xca, 0xd0, 0x0a]));
    expect(problemsOf(folder)).toEqual(['lists.csv: has no heading', 'sections.csv: is not UTF-8 text']);
  });

  it('shows twenty lines at most, and says how many more there are', () => {
    const folder = broken('pack.json', '{', '{');
    const bad = Array.from({ length: 25 }, (_, place) => `L${place},名,Name,x`).join('\n');
    writeFileSync(join(folder, 'lists.csv'), `code,name,name_en,sort\n${bad}\n`);
    const message = ((): string => {
      try {
        readPack(folder);
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
      return '';
    })();
    const lines = message.split('\n');
    expect(lines[0]).toBe(`The pack in ${folder} cannot be used:`);
    expect(lines[1]).toBe('  lists.csv line 2, column sort: "x" is not a whole number from 0 to 9999');
    expect(lines.at(-1)).toBe('  … and 5 more');
    expect(lines).toHaveLength(22);
  });
});

describe('files as spreadsheets write them', () => {
  it('may begin with a byte order mark, end lines with CRLF and with empty lines', () => {
    const folder = broken('pack.json', '{', '{');
    const lists = readFileSync(join(folder, 'lists.csv'), 'utf8');
    writeFileSync(join(folder, 'lists.csv'), `\uFEFF${lists.replaceAll('\n', '\r\n')}\r\n\r\n`);
    expect(readPack(folder).lists).toEqual(readPack(TINY).lists);
  });

  it('may have their columns in another order', () => {
    const folder = broken('pack.json', '{', '{');
    writeFileSync(join(folder, 'lists.csv'), 'sort,name_en,code,name\n1,First list,first,第一批\n2,Second list,second,第二批\n');
    expect(readPack(folder).lists).toEqual(readPack(TINY).lists);
  });
});

it('whatever stands in a cell, the answer is a pack or a list of problems, never a crash', () => {
  const files = ['projects.csv', 'stage_events.csv', 'suspensions.csv', 'progress.csv', 'funding_entries.csv', 'procedures.csv', 'regions.csv'];
  const folder = broken('pack.json', '{', '{');
  fc.assert(fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(), fc.string({ unit: 'grapheme', maxLength: 12 }), (file, row, column, cell) => {
    const original = readFileSync(join(TINY, file), 'utf8');
    const lines = original.trimEnd().split('\n').map((line) => line.split(','));
    const chosen = lines[1 + (row % (lines.length - 1))];
    chosen[column % chosen.length] = cell;
    writeFileSync(join(folder, file), lines.map((line) => line.join(',')).join('\n'));
    problemsOf(folder);
    writeFileSync(join(folder, file), original);
  }), { seed: 20250220, numRuns: 150 });
});
