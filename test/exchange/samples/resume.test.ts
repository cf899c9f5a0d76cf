import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyDatabase } from '../../../server/database/verify';
import { verifySamples } from '../../../server/water/verify-samples';
import { onEachEngine, openLoadedDatabase, startProcess, startTestApp, TestClock, type TestApp } from '../../harness';
import { importSamples, lines, sendSamples, standing, stationTable } from './station-file';

/** 7000 rows of 9 values: 63,000, in batches of 1111 rows. */
const TEXT = stationTable(7000);

onEachEngine("a station's file that breaks off", (engine) => {
  it('goes on after a kill -9 where it ended: every value once, the same as in one go', async () => {
    const whole = await startTestApp({ engine, clock: new TestClock('2024-12-31') });
    const database = await openLoadedDatabase(engine, 'tiny');
    let app: TestApp | null = null;
    try {
      const once = await importSamples(await whole.as('taskforce'), TEXT);
      expect(once).toMatchObject({ status: 200, rows: 7000, values: 63_000, created: 7000, changed: 0, replaced: 0, parts: 7, partsBefore: 0 });

      const process = await startProcess({ databaseUrl: database.url, env: { TODAY: '2024-12-31' } });
      const response = await sendSamples(await process.signIn('taskforce'), { name: '监测.csv', bytes: TEXT }, { progress: true });
      let told = '';
      await (async () => {
        for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
          told += Buffer.from(piece).toString();
          // In the middle of writing, some batches in and others not.
          if (/"WRITE","values":(2|3|4)\d{4}/.test(told)) process.child.kill('SIGKILL');
        }
      })().catch(() => undefined);
      await process.end('SIGKILL');
      expect(told).not.toContain('"answer"');

      app = await startTestApp({ engine, database, clock: new TestClock('2024-12-31') });
      expect((await verifyDatabase(app.database, [verifySamples])).problems).toEqual([]);
      const before = (await standing(app)).length;
      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThan(7000);
      const rest = await importSamples(await app.as('taskforce'), TEXT);
      expect(rest).toMatchObject({ status: 200, created: 7000 - before, unchanged: before, changed: 0, replaced: 0, parts: 7 });
      expect(rest.partsBefore).toBeGreaterThan(0);
      expect(await standing(app)).toEqual(await standing(whole));
      expect((await verifyDatabase(app.database, [verifySamples])).problems).toEqual([]);

      const again = await importSamples(await app.as('taskforce'), TEXT);
      expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 7000, partsBefore: 7, already: { by: 'taskforce' } });
      const batches = (await app.database.read.query('SELECT part, value_count AS count FROM sample_batch WHERE source_digest = ? ORDER BY part', [createHash('sha256').update(TEXT).digest('hex')])) as { part: number; count: number }[];
      expect(batches.map(({ part, count }) => [part, count])).toEqual([...[1, 2, 3, 4, 5, 6].map((part) => [part, 9999]), [7, 63_000 - 6 * 9999]]);
    } finally {
      await app?.stop();
      await whole.stop();
    }
  }, 120_000);

  it('sent by two at once comes in once', async () => {
    const app = await startTestApp({ engine, clock: new TestClock('2024-12-31') });
    const text = stationTable(2500);
    const clients = [await app.as('taskforce'), await app.as('taskforce')];
    const answers = await Promise.all(clients.map((client) => importSamples(client, text)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0].created + answers[1].created).toBe(2500);
    expect(answers.map(({ replaced }) => replaced)).toEqual([0, 0]);
    expect(((await app.database.read.query('SELECT part FROM sample_batch WHERE source_digest = ? ORDER BY part', [answers[0].digest])) as { part: number }[]).map(({ part }) => part)).toEqual([1, 2, 3]);
    expect((await standing(app)).length).toBe(2500);
    expect((await verifyDatabase(app.database, [verifySamples])).problems).toEqual([]);
    expect(app.faults).toEqual([]);
    await app.stop();
  }, 60_000);

  it('ends between two batches when nobody waits for it any more', async () => {
    const app = await startTestApp({ engine, clock: new TestClock('2024-12-31') });
    const gone = new AbortController();
    const response = await sendSamples(await app.as('taskforce'), { name: '监测.csv', bytes: TEXT }, { progress: true }, gone.signal);
    let told = '';
    await (async () => {
      for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
        told += Buffer.from(piece).toString();
        if (/"WRITE","values":[1-9]/.test(told)) gone.abort();
      }
    })().catch(() => undefined);
    const count = async (): Promise<number> => (await standing(app)).length;
    let [before, now] = [-1, await count()];
    while (before !== now) {
      await sleep(1500);
      [before, now] = [now, await count()];
    }
    expect(now).toBeGreaterThan(0);
    expect(now).toBeLessThan(7000);
    expect(app.faults).toEqual([]);
    expect((await verifyDatabase(app.database, [verifySamples])).problems).toEqual([]);
    await app.stop();
  }, 60_000);

  it('is for the task force and the ecology department', async () => {
    const app = await startTestApp({ engine, clock: new TestClock('2024-12-31') });
    const text = lines('断面编码,时间,TP', 'T-1,2024-06,0.2');
    const statusOf = async (username: string) => (await sendSamples(await app.as(username), { name: 'a.csv', bytes: text }, { dryRun: true })).status;
    expect(await statusOf('taskforce')).toBe(200);
    for (const username of ['admin', 'leader', 'kiosk', 'department-water', 'department-finance', 'county-990001']) expect([username, await statusOf(username)]).toEqual([username, 403]);
    expect((await sendSamples(app.client({}), { name: 'a.csv', bytes: text })).status).toBe(401);
    const template = await fetch(`${app.url}/import/samples/template.xlsx`, { headers: (await app.as('taskforce')).headers });
    const filled = await importSamples(await app.as('taskforce'), Buffer.from(await template.arrayBuffer()), { dryRun: true }, 'a.xlsx');
    expect(filled).toMatchObject({ status: 200, rows: 0, refused: 0, unknownColumns: [], ignoredRows: [{ reason: '没有监测值' }, { reason: '没有监测值' }, { sheet: '填表说明', row: 1 }] });
    expect(app.faults).toEqual([]);
    await app.stop();
  }, 60_000);
});
