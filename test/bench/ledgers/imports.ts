import Sqlite from 'better-sqlite3';
import { User } from '../../../server/access/user.entity';
import { Role } from '../../../server/api/identity';
import { runImport } from '../../../server/exchange/import/run';
import { median, milliseconds, type Finding } from '../measure';
import { madeUpWorks, type MadeUpWork, type Places } from '../programme';
import { emptyCity, openDatabase, placesOf, TODAY, type Store } from '../store';

const WORKS = 10_000;
const ROUNDS = 5;
const GOAL = 4;

/** What an import of works fills, parents first. */
const TABLES = ['project', 'project_region', 'project_list', 'stage_event', 'progress_entry', 'funding_plan', 'funding_entry', 'change_record'];

const COLUMNS = '项目名称,县（市、区）,领域,类别,建设单位,总投资（万元）,计划开工日期,计划完工日期,阶段,实际开工日期,实际完工日期,形象进度,累计完成投资（万元）,计划资金（万元）,到位资金（万元）';
const STAGES = { PREPARATION: '未开工', CONSTRUCTION: '在建', COMPLETED: '完工' };
const SECTORS: Readonly<Record<string, string>> = { WATER: '水务', URBAN: '城建' };

/** A county's file with so many works. */
function countyFile(places: Places): string {
  const lines = [`全市工程台账（截至${TODAY}）`, COLUMNS];
  for (const work of madeUpWorks(WORKS, 2, places, TODAY)) lines.push(lineOf(work, places));
  return lines.join('\r\n');
}

function lineOf({ project, stages, progress, plans, entries }: MadeUpWork, { regions }: Places): string {
  const inTenThousands = (fen: number) => String(Math.round(fen / 1_000_000));
  const begun = stages.find(({ stage }) => stage === 'CONSTRUCTION')?.effectiveDate;
  const done = stages.find(({ stage }) => stage === 'COMPLETED')?.effectiveDate;
  const last = progress.at(-1);
  const stage = done ? STAGES.COMPLETED : begun ? STAGES.CONSTRUCTION : STAGES.PREPARATION;
  const planned = plans.reduce((sum, plan) => sum + plan.planned, 0);
  const arrived = entries.reduce((sum, entry) => sum + (entry.kind === 'ARRIVED' ? entry.amount : 0), 0);
  const cells = [
    `${project.name}${project.number}`, regions.find(({ id }) => id === project.leadRegionId)!.shortName, SECTORS[project.sectorCode], '清淤', project.ownerUnit, inTenThousands(project.investment!), project.plannedStart, project.plannedFinish,
    stage, begun, done, begun ? (done ? 100 : last?.progress) : '', begun ? inTenThousands(last?.investmentDone ?? 0) : '', inTenThousands(planned), inTenThousands(arrived),
  ];
  return cells.map((cell) => cell ?? '').join(',');
}

type Rows = Record<string, Record<string, unknown>[]>;

/** Imports a file into an empty city. @returns the milliseconds that it took after the file was read, and the rows that it wrote */
async function imported(bytes: Buffer): Promise<{ took: number; rows: Rows }> {
  const store = await emptyCity();
  const database = await openDatabase(store);
  try {
    const { id } = await database.read.findOneByOrFail(User, { username: 'taskforce' });
    const before = await database.latest();
    const identity = { userId: id, username: 'taskforce', role: Role.TASK_FORCE, regionId: null, adcode: null, departmentId: null, sector: null, credential: 'token:1@1' };
    let read = 0;
    const answer = await runImport(database, TODAY, { kind: 'works', fileName: 'county.csv', bytes, dryRun: false, asOf: null, identity, language: 'zh', actor: { name: 'taskforce', userId: id } }, ({ step, total }) => {
      if (step === 'READ' && total !== null) read = performance.now();
    });
    const took = performance.now() - read;
    if (answer.created !== WORKS) throw new Error(`${answer.created} of ${WORKS} works were created; ${JSON.stringify(answer.errors[0] ?? answer.rows[0])}`);
    return { took, rows: rowsSince(store, before) };
  } finally {
    await database.close();
    store.drop();
  }
}

function rowsSince({ file }: Store, seq: number): Rows {
  const bare = new Sqlite(file, { readonly: true });
  const rows = Object.fromEntries(TABLES.map((table) => [table, bare.prepare(`SELECT * FROM ${table} ${table === 'change_record' ? `WHERE seq > ${seq}` : ''}`).all() as Record<string, unknown>[]]));
  bare.close();
  return rows;
}

/** Inserts the same rows and change records into another empty city: prepared statements of the bare driver, one transaction. */
async function insertedBare(rows: Rows): Promise<number> {
  const store = await emptyCity();
  const bare = new Sqlite(store.file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) bare.pragma(pragma);
  const values = TABLES.map((table) => ({ table, columns: Object.keys(rows[table][0] ?? {}), all: rows[table].map((row) => Object.values(row)) })).filter(({ all }) => all.length);
  const started = performance.now();
  bare.exec('BEGIN');
  for (const { table, columns, all } of values) {
    const insert = bare.prepare(`INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of all) insert.run(row);
  }
  bare.exec('COMMIT');
  const took = performance.now() - started;
  bare.close();
  store.drop();
  return took;
}

/** Importing works after the file has been read, against inserting the same rows and change records with the bare driver. */
export async function imports(say: (line: string) => void): Promise<Finding[]> {
  const store = await emptyCity();
  const database = await openDatabase(store);
  const bytes = Buffer.from(countyFile(await placesOf(database.read)));
  await database.close();
  store.drop();
  const times = { ours: [] as number[], bare: [] as number[], ratio: [] as number[] };
  // The first round warms both up.
  for (let round = 0; round <= ROUNDS; round++) {
    const { took, rows } = await imported(bytes);
    const bare = await insertedBare(rows);
    if (round === 0) say(`  ${WORKS} works, ${TABLES.map((table) => `${rows[table].length} ${table}`).join(', ')}`);
    else {
      times.ours.push(took);
      times.bare.push(bare);
      times.ratio.push(took / bare);
    }
  }
  const ratio = median(times.ratio);
  return [{ what: `importing ${WORKS} works after parsing`, measured: `${ratio.toFixed(2)} × bare inserts (${milliseconds(median(times.ours))} : ${milliseconds(median(times.bare))})`, goal: `≤ ${GOAL} ×`, met: ratio <= GOAL }];
}
