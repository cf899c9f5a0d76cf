import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onEachEngine, startTestApp, testFolder, TestClock, type TestApp, type TestClient } from '../../harness';
import { importSamples, sendSamples, stationTable } from './station-file';

onEachEngine('a large file of a station', (engine) => {
  let app: TestApp;
  let client: TestClient;
  // Uploads of this server alone.
  const folder = fs.mkdtempSync(path.join(testFolder(), 'uploads-'));
  const usual = process.env.TMPDIR;
  beforeAll(async () => {
    process.env.TMPDIR = folder;
    app = await startTestApp({ engine, clock: new TestClock('2064-12-31') });
    client = await app.as('taskforce');
  });
  afterAll(async () => {
    expect(app.faults).toEqual([]);
    await app.stop();
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  });
  const kept = () => fs.readdirSync(folder);

  it('is read through row by row, and others are answered meanwhile', async () => {
    const text = stationTable(60_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(3_500_000);
    let done = false;
    const answer = importSamples(client, text, { dryRun: true }).finally(() => (done = true));
    let answered = 0;
    while (!done) {
      await client.must('{ viewer { username } }');
      answered += 1;
      await sleep(20);
    }
    expect(await answer).toMatchObject({ status: 200, rows: 60_000, values: 540_000, created: 60_000, refused: 0, parts: 55 });
    expect(answered).toBeGreaterThan(10);
    expect(kept()).toEqual([]);
  });

  it('is refused above 200 MB, before it has travelled where its length is told', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const request = http.request(`${app.url}/import/samples`, { method: 'POST', headers: { ...client.headers, 'content-type': 'multipart/form-data; boundary=x', 'content-length': 201 * 1024 * 1024 } }, (response) => {
        resolve(response.statusCode!);
        request.destroy();
      });
      request.on('error', reject);
      request.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n');
    });
    expect(status).toBe(413);
  });

  it('leaves nothing behind where the form breaks off', async () => {
    const response = await fetch(`${app.url}/import/samples`, { method: 'POST', headers: { ...client.headers, 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc' });
    expect(response.status).toBe(400);
    expect((await sendSamples(client, { name: 'a.csv', bytes: '%PDF-1.7' })).status).toBe(400);
    expect(kept()).toEqual([]);
  });
});
