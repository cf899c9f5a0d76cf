import { writeCursor } from '../../server/api/cursor';
import { addDays } from '../../server/api/day';
import { createWork, mutate, onEachEngine, startTestApp, type Answer, type TestApp, type TestClient } from '../harness';
import { chance, mapNames, mapQuery, mapStream, until, Watcher, type MapName } from './watcher';
import { scribble, writeClass } from './writers';

onEachEngine('a live map', (engine) => {
  let app: TestApp;
  let viewer: TestClient;
  const start = async () => {
    viewer = await app.as('kiosk');
  };
  beforeAll(async () => {
    app = await startTestApp({ engine });
    await start();
  });
  afterAll(() => app.stop());

  const asked = async (map: MapName) => (await viewer.must(mapQuery(map)))[map];
  /** The watcher's picture comes to be what the query gives. */
  const agrees = async (watcher: Watcher) => {
    const truth = await asked(watcher.map);
    const same = () => JSON.stringify(watcher.picture()) === JSON.stringify(truth);
    await until(same, () => '', 3000).catch(() => expect(watcher.picture()).toEqual(truth));
  };

  it.each(mapNames)('%s begins with the whole map, and then tells what changed', async (map) => {
    const watcher = new Watcher(viewer, map).open();
    await agrees(watcher);
    expect([watcher.snapshots, watcher.patches]).toEqual([1, 0]);
    await (await app.as('taskforce')).must('mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }', { input: { code: `begin-${map}`, name: '新', leadRegion: '990001', sector: 'WATER', category: 'DREDGE' } });
    await writeClass(app.database, 'T-1', '2024-05', map === 'waterMap' ? 'II' : 'III');
    await agrees(watcher);
    expect([watcher.snapshots, watcher.patches]).toEqual([1, 1]);
    const [, patch] = watcher.updates;
    expect(patch.changed).toHaveLength(1);
    expect(patch.removed).toEqual([]);
    await watcher.leave();
  });

  it('tells a step back, which only a correction can be, from a start', async () => {
    const taskforce = await app.as('taskforce');
    const { id } = await createWork(taskforce);
    const step = async (stage: string, effectiveDate: string, more: object = {}) => {
      const { version } = (await taskforce.must('query ($id: ID!) { project(id: $id) { version } }', { id })).project;
      await mutate(taskforce, 'recordStage', { projectId: id, stage, effectiveDate, expectedVersion: version, reason: '核对', ...more });
      const { marks } = (await viewer.must('{ progressMap { marks { projectId stage stageSince corrected } } }')).progressMap;
      const { stageSince, corrected } = (marks as { projectId: string; stageSince: string; corrected: boolean }[]).find(({ projectId }) => projectId === id)!;
      return [stageSince, corrected];
    };
    expect(await step('CONSTRUCTION', '2024-03-01')).toEqual(['2024-03-01', false]);
    expect(await step('COMPLETED', '2024-06-01')).toEqual(['2024-06-01', false]);
    expect(await step('CONSTRUCTION', '2024-06-20', { correction: true })).toEqual(['2024-06-20', true]);
    expect(await step('COMPLETED', '2024-06-25')).toEqual(['2024-06-25', false]);
  });

  it.each([11, 12])('is never wrong, whoever writes and however often the line breaks (seed %i)', async (seed) => {
    const dice = chance(seed);
    const taskForce = await app.as('taskforce');
    const steady = mapNames.map((map) => new Watcher(viewer, map).open());
    const restless = await Promise.all([0, 1, 2, 3, 4, 5].map(async (i) => new Watcher(await app.as('leader', { 'x-watcher': String(i) }), mapNames[i % 3]).open()));
    let writing = true;
    const writers = [1, 2, 3].map(async (n) => {
      const own = chance(seed * 100 + n);
      for (let i = 0; i < 25; i++) await scribble(app, taskForce, own);
    });
    const breaking = (async () => {
      while (writing) {
        const watcher = dice.oneOf(restless);
        await watcher.leave();
        await new Promise((resolve) => setTimeout(resolve, dice.below(60)));
        watcher.open();
      }
    })();
    await Promise.all(writers);
    writing = false;
    await breaking;
    for (const watcher of [...steady, ...restless]) {
      await agrees(watcher);
      // One snapshot ever: whoever comes back goes on by patches.
      expect([watcher.map, watcher.snapshots]).toEqual([watcher.map, 1]);
      // Nothing twice, and time does not run back.
      const cursors = watcher.updates.map(({ cursor }) => cursor);
      expect(new Set(cursors).size).toBe(cursors.length);
      const times = watcher.updates.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      await watcher.leave();
    }
  });

  it('sends patches in the order of commits', async () => {
    const taskForce = await app.as('taskforce');
    const made = await taskForce.must('mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }', { input: { code: 'order', name: '序', leadRegion: '990001', sector: 'WATER', category: 'DREDGE' } });
    const { id } = made.createProject.project;
    const watcher = new Watcher(viewer, 'progressMap').open();
    await agrees(watcher);
    const before = (await app.rows()).seq;
    for (let progress = 61; progress <= 90; progress++) void taskForce.query('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { project { id } } }', { input: { projectId: id, date: app.clock.today(), progress, reason: '核对' } });
    await until(async () => (await app.rows()).seq === before + 30);
    await agrees(watcher);
    const seen = watcher.updates.slice(1).map(({ changed }) => changed[0]?.progress).filter((value) => value !== undefined);
    const recorded = (await app.database.read.query("SELECT summary FROM change_record WHERE kind = 'PROGRESS_RECORDED' AND seq > ? ORDER BY seq", [before])) as { summary: string }[];
    const order = recorded.map(({ summary }) => Number(/进度 ([\d.]+)%/.exec(summary)![1]));
    // What was seen is part of what was committed, in that order.
    let at = 0;
    for (const value of seen) {
      const next = order.indexOf(value, at);
      expect([value, next]).not.toEqual([value, -1]);
      at = next + 1;
    }
    await watcher.leave();
  });

  it.each([
    ['the same day', 0, 'anything'],
    ['a day later', 1, 'anything'],
    ['a day earlier, by the setting', -20, 'a work registered today'],
    ['the same day', 0, 'a new month of one section'],
  ])('goes on after a restart by a patch, though everything moved meanwhile (%s, %i, %s)', async (_, days, what) => {
    const watchers = mapNames.map((map) => new Watcher(viewer, map).open());
    const taskForce = await app.as('taskforce');
    if (what === 'a work registered today') await taskForce.must('mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }', { input: { code: 'today', name: '今日', leadRegion: '990001', sector: 'WATER', category: 'DREDGE' } });
    for (const watcher of watchers) {
      await agrees(watcher);
      await watcher.leave();
    }
    const dice = chance(7 + days);
    if (what === 'anything') for (let i = 0; i < 12; i++) await scribble(app, taskForce, dice);
    if (what === 'a new month of one section') await writeClass(app.database, 'T-2', '2024-07', 'IV');
    else await writeClass(app.database, 'T-2', '2024-05', 'IV');
    const today = app.clock.today();
    app.clock.turnTo(addDays(today, days));
    await app.restart();
    await start();
    for (const [i, map] of mapNames.entries()) {
      const again = new Watcher(viewer, map);
      Object.assign(again, { cursor: watchers[i].cursor, shared: watchers[i].shared });
      for (const [id, mark] of watchers[i].marks) again.marks.set(id, mark);
      again.open();
      await agrees(again);
      expect([map, again.snapshots]).toEqual([map, 0]);
      await again.leave();
    }
    app.clock.turnTo(today);
  });

  it('gives a fresh map to a cursor of another database', async () => {
    for (const map of mapNames) {
      const first = await viewer.subscribe(mapStream(map), { after: writeCursor('another-epoch', [3, '2024-06-30']) }).next();
      expect(first.data![map].__typename).toBe(map[0].toUpperCase() + map.slice(1));
    }
  });

  it.each<[string, unknown]>([
    ['no base64', '!!!'], ['nothing in it', 'AAAA'], ['empty', ''], ['no position', writeCursor('x', null)], ['a negative number', writeCursor('x', [-1, null])],
    ['a fraction', writeCursor('x', [1.5, null])], ['a number in a string', writeCursor('x', ['1', null])], ['a number', 5], ['a list', ['a']], ['an object', { a: 1 }], ['true', true],
  ])('refuses a malformed cursor: %s', async (_, after) => {
    for (const map of [...mapNames, 'changes' as const]) {
      const literal = typeof after === 'string' ? JSON.stringify(after) : Array.isArray(after) ? '["a"]' : typeof after === 'object' ? '{ a: 1 }' : String(after);
      const answers: Answer[] = [
        await viewer.ws(`subscription ($after: Cursor) { ${map}(after: $after) { __typename } }`, { after }),
        await viewer.ws(`subscription ($c: Cursor) { ${map}(after: $c) { __typename } }`, { c: after }),
        await viewer.ws(`subscription { ${map}(after: ${literal}) { __typename } }`),
      ];
      for (const { errors } of answers) {
        if (map === 'changes' && errors?.[0].extensions.code === 'FORBIDDEN') continue;
        expect([map, errors?.map(({ extensions: { code, field } }) => `${code} ${field}`)]).toEqual([map, ['BAD_USER_INPUT after']]);
      }
    }
  });

  it('meets no fault of ours on the way', () => expect(app.faults).toEqual([]));
});
