import { SectorCode } from '../../server/api/identity';
import { localBell } from '../../server/database/bell';
import { ChangeRecord } from '../../server/database/change.entity';
import { Database } from '../../server/database/database';
import type { RowImage } from '../../server/database/recorded';
import type { UnitOfWork } from '../../server/database/unit-of-work';
import { verifyDatabase } from '../../server/database/verify';
import { ProgressEntry, Stage, StageEvent, StageEventStatus } from '../../server/portfolio/facts.entity';
import { Project } from '../../server/portfolio/project.entity';
import { PackAsset } from '../../server/portfolio/reference.entity';
import { tables } from '../../server/tables';
import { onEachEngine, openLoadedDatabase, TestClock, type TestDatabase } from '../harness';

const clock = new TestClock('2024-06-30');
const actor = { name: 'import', userId: null };

/** Values for a work of the tiny city, told apart by its code. */
const work = (code: string, number: number) => ({
  number, code, name: `工程 ${code} O'Brien \\ "100%" 🌊`, nationalCode: null, leadRegionId: 1, sectorCode: SectorCode.WATER, categoryId: 1, ownerUnit: null, scale: '3.5 km', content: null, waterBody: null,
  lon: 111.12345, lat: null, registeredOn: '2024-01-01', plannedStart: '2024-02-29', plannedFinish: null, originalFinish: null, investment: 123_456_789_012, withdrawnOn: null, version: 1, sampleFields: ['investment'], sources: [],
});
const step = ({ id }: Project, evidence: string) => ({
  projectId: id, stage: Stage.CONSTRUCTION, effectiveDate: '2024-03-01', evidence, status: StageEventStatus.CONFIRMED, correction: true, reason: null, recordedBy: 'import', recordedAt: new Date('2024-06-30T01:02:03.456Z'),
});
const heading = ({ id, code }: Project) => ({ kind: 'PROJECT_CREATED', subjectType: 'Project', subjectId: id, adcodes: ['990001'], sector: 'WATER', summary: `${code}：导入` });

/** Writes works with a stage each, and a change for every work. */
async function writeWorks(unit: UnitOfWork, codes: readonly string[]): Promise<{ works: Project[]; stages: StageEvent[] }> {
  const numbers = await unit.nextNumbers('project', codes.length);
  const works = await unit.insertAll(Project, codes.map((code, i) => work(code, numbers[i])));
  const stages = await unit.insertAll(StageEvent, works.map((one) => step(one, one.code)));
  unit.recordEach(works.map((one, i) => ({ heading: heading(one), rows: [one, stages[i]] })));
  return { works, stages };
}

const codesOf = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}-${i}`);

onEachEngine('a unit of work over many subjects', (engine) => {
  let stored: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    stored = await openLoadedDatabase(engine, 'tiny');
    database = await Database.open(stored.address, tables, clock, localBell());
  });
  afterAll(async () => {
    await database.close();
    await stored.drop();
  });
  const changesOf = (ids: number[]) => database.read.createQueryBuilder(ChangeRecord, 'c').where('c.subjectType = :type AND c.subjectId IN (:...ids)', { type: 'Project', ids }).orderBy('c.seq').getMany();

  it('gives a thousand rows the keys and values that are read again, what was left out being its default', async () => {
    const { works, stages } = await database.work(actor, (unit) => writeWorks(unit, codesOf('K', 1000)));
    const read = new Map((await database.read.find(Project)).map((one) => [one.id, one]));
    expect(works.map(({ id }) => read.get(id))).toEqual(works);
    const steps = new Map((await database.read.find(StageEvent)).map((one) => [one.id, one]));
    expect(stages.map(({ id }) => steps.get(id))).toEqual(stages);
    expect(stages.every(({ sample }) => sample === false)).toBe(true);
    expect(new Set(works.map(({ number }) => number)).size).toBe(1000);
    expect(works.at(-1)!.number - works[0].number).toBe(999);
  });

  it('records one change a subject with just its rows, in a chain that verifies', async () => {
    const { works, stages } = await database.work(actor, (unit) => writeWorks(unit, codesOf('C', 450)));
    const changes = await changesOf(works.map(({ id }) => id));
    expect(changes.map(({ subjectId, payload }) => [subjectId, ...(JSON.parse(payload) as RowImage[]).map(({ table, id }) => `${table} ${id}`)])).toEqual(
      works.map(({ id }, i) => [id, `project ${id}`, `stage_event ${stages[i].id}`]),
    );
    expect((await verifyDatabase(database)).problems).toEqual([]);
  });

  it('keeps the order in which the states of a row were written, and leaves other rows for a later change', async () => {
    const ids = await database.work(actor, async (unit) => {
      const [one, other] = await unit.insertAll(Project, [work('O-1', 90_001), work('O-2', 90_002)]);
      await unit.update(Project, one, { name: '改名', lon: 111.5, sampleFields: [] });
      const gone = await unit.insert(StageEvent, step(one, '误'));
      await unit.remove(StageEvent, gone);
      unit.recordEach([{ heading: heading(one), rows: [gone, one] }]);
      unit.record(heading(other));
      return [one.id, other.id, gone.id];
    });
    const changes = await changesOf(ids.slice(0, 2));
    expect(changes.map(({ payload }) => (JSON.parse(payload) as RowImage[]).map(({ table, id, values }) => [table, id, values && values.name]))).toEqual([
      [['project', ids[0], work('O-1', 0).name], ['project', ids[0], '改名'], ['stage_event', ids[2], undefined], ['stage_event', ids[2], null]],
      [['project', ids[1], work('O-2', 0).name]],
    ]);
    expect(await database.read.findOneByOrFail(Project, { id: ids[0] })).toMatchObject({ name: '改名', lon: 111.5, sampleFields: [] });
    expect((await verifyDatabase(database)).problems).toEqual([]);
  });

  it.each([
    ['a row that was not written in it', (unit: UnitOfWork, one: Project) => unit.recordEach([{ heading: heading(one), rows: [one, {}] }]), /names a row that waits for no change/],
    ['a row named twice', (unit: UnitOfWork, one: Project) => unit.recordEach([{ heading: heading(one), rows: [one] }, { heading: heading(one), rows: [one] }]), /names a row that waits for no change/],
    ['a row that no change names', (unit: UnitOfWork) => unit.recordEach([]), /rows were written without a change record: project$/],
  ])('stops at %s, and nothing stands', async (_, close, said) => {
    const before = await database.read.count(Project);
    const run = database.work(actor, async (unit) => close(unit, await unit.insert(Project, work('S-1', 91_000))));
    await expect(run).rejects.toThrow(said);
    expect(await database.read.count(Project)).toBe(before);
  });

  it('takes texts that together are larger than a packet of the database', async () => {
    const content = '汾'.repeat(15_000);
    const parts = await database.work(actor, async (unit) => {
      const rows = await unit.insertAll(PackAsset, Array.from({ length: 500 }, (_, part) => ({ name: 'large', part, content })));
      unit.recordEach(rows.map((row) => ({ heading: { kind: 'PACK_LOADED', subjectType: 'Pack', subjectId: 1, summary: '大' }, rows: [row] })));
      return rows;
    });
    const read = await database.read.findBy(PackAsset, { name: 'large' });
    expect(read.map(({ id, part }) => [id, part])).toEqual(parts.map(({ id, part }) => [id, part]));
    expect(read.every((row) => row.content === content)).toBe(true);
  });

  it('reads rows for writing in one go, leaving out those that are gone', async () => {
    const found = await database.work(actor, async (unit) => unit.lockAll(Project, [3, 1, 999_999, 1]));
    expect([...found.keys()]).toEqual([1, 3]);
    expect(found.get(3)).toMatchObject({ id: 3, code: expect.any(String) });
  });

  it('names the column when a value was forgotten that has no default', async () => {
    const run = database.work(actor, async (unit) => unit.insertAll(ProgressEntry, [{ projectId: 1, date: '2024-06-01', investmentDone: 0, recordedBy: 'x', recordedAt: clock.now() }]));
    await expect(run).rejects.toThrow(/progress/);
  });

  it('gives its own keys to each of eight who write at once, also where keys go up in steps', async () => {
    const steps = engine === 'mariadb' ? [1, 3, 7] : [1];
    for (const size of steps) {
      const written = await Promise.all(
        Array.from({ length: 8 }, (_, writer) =>
          database.work(actor, async (unit) => {
            if (size > 1) await unit.manager.query(`SET SESSION auto_increment_increment = ${size}`);
            try {
              const all: StageEvent[] = [];
              const project = await unit.manager.findOneByOrFail(Project, { id: writer + 1 });
              for (const count of [1, 2, 30 + writer, 450]) all.push(...(await unit.insertAll(StageEvent, Array.from({ length: count }, (_, i) => step(project, `${size}/${writer}/${count}/${i}`)))));
              unit.recordEach([...Array(Math.ceil(all.length / 50)).keys()].map((part) => ({ heading: heading(project), rows: all.slice(part * 50, part * 50 + 50) })));
              return all;
            } finally {
              if (size > 1) await unit.manager.query('SET SESSION auto_increment_increment = 1');
            }
          }),
        ),
      );
      const evidence = new Map((await database.read.find(StageEvent, { select: { id: true, evidence: true } })).map((one) => [one.id, one.evidence]));
      const wrong = written.flat().filter((row) => evidence.get(row.id) !== row.evidence);
      expect(wrong).toEqual([]);
      if (size > 1) expect(written.flat().some((row, i, all) => i > 0 && row.id - all[i - 1].id === size)).toBe(true);
    }
    expect((await verifyDatabase(database)).problems).toEqual([]);
  });
});
