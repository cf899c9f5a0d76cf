import http from 'node:http';
import { LIMITS } from '../../../server/exchange/sheet/limits';
import type { ImportLine } from '../../../server/http/imports';
import { onEachEngine, startTestApp, type TestApp, type TestClient } from '../../harness';
import { importTable, sendFile, writesNothing, type Asked } from './sending';
import { DAY, NEW, newName, workSheet } from './work-sheets';

interface Shown {
  status: number;
  code?: string;
  field?: string;
  message?: string;
}

async function shown(response: Response): Promise<Shown> {
  const { errors } = (await response.json()) as { errors?: { message: string; extensions: { code: string; field?: string } }[] };
  const [error] = errors ?? [];
  return { status: response.status, ...error?.extensions, ...(error && { message: error.message }) };
}

onEachEngine('the doors for spreadsheets', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(async () => {
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  const sheet = () => workSheet({ ...NEW, 项目名称: newName() });
  const send = async (client: TestClient, kind: string, bytes: string | Buffer, asked: Asked = { dryRun: true }, name = 'a.csv') => shown(await sendFile(client, kind, { name, bytes }, asked));

  it('open to those who may do something that such a file could bring', async () => {
    const statuses = async (username: string | null) => {
      const client = username === null ? app.client({}) : await app.as(username);
      return Promise.all(['works', 'funding', 'procedures'].map(async (kind) => (await send(client, kind, '没有表,头\n')).status));
    };
    // 400: the file was looked at.
    expect(await statuses('taskforce')).toEqual([400, 400, 400]);
    expect(await statuses('county-990001')).toEqual([400, 400, 400]);
    expect(await statuses('department-water')).toEqual([400, 400, 400]);
    expect(await statuses('department-finance')).toEqual([403, 403, 400]);
    for (const username of ['leader', 'kiosk', 'admin']) expect(await statuses(username)).toEqual([403, 403, 403]);
    expect(await statuses(null)).toEqual([401, 401, 401]);
    expect(await send(app.client({ authorization: 'Bearer nobody' }), 'works', sheet())).toEqual({ status: 401, code: 'UNAUTHENTICATED', message: '请先登录。' });
    expect(await send(await app.as('leader', { 'accept-language': 'en' }), 'works', sheet())).toEqual({ status: 403, code: 'FORBIDDEN', message: 'Your account may not do this.' });
  });

  it('take the cookie of a browser, and nothing that another site sends', async () => {
    const browser = await app.signIn('taskforce');
    expect((await sendFile(browser, 'works', { name: 'a.csv', bytes: sheet() }, { dryRun: true })).status).toBe(200);
    const foreign = app.client({ ...browser.headers, origin: 'https://elsewhere.example' });
    expect(await writesNothing(app, () => send(foreign, 'works', sheet(), {}))).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });

  it('know three kinds', async () => {
    expect(await send(taskforce, 'letters', sheet())).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await send(taskforce, 'constructor', sheet())).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it.each<[string, BodyInit, Record<string, string>, string]>([
    ['no form', '{}', { 'content-type': 'application/json' }, 'FILE_MISSING'],
    ['a form without a file', new URLSearchParams({ file: 'x' }), {}, 'FILE_MISSING'],
    ['a form whose file has another name', (() => { const form = new FormData(); form.set('sheet', new Blob(['a']), 'a.csv'); return form; })(), {}, 'FILE_MISSING'],
    ['a form without boundary', 'x', { 'content-type': 'multipart/form-data' }, 'FILE_MISSING'],
    ['a form that breaks off', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc', { 'content-type': 'multipart/form-data; boundary=x' }, 'BAD_REQUEST'],
  ])('refuse %s', async (_, body, headers, sentence) => {
    const response = await fetch(`${app.url}/import/works`, { method: 'POST', headers: { ...taskforce.headers, ...headers }, body });
    const { status, code, message } = await shown(response);
    expect([status, code, message]).toEqual([400, 'BAD_USER_INPUT', sentence === 'FILE_MISSING' ? '请选择一个 .xlsx 或 .csv 文件上传（字段 file）。' : '请求的格式不对。']);
  });

  it('refuse what is no spreadsheet with one line that names the file, also in English and as a stream', async () => {
    expect(await send(taskforce, 'works', Buffer.from('%PDF-1.7 …'), {}, 'a.xlsx')).toEqual({ status: 400, code: 'BAD_USER_INPUT', field: 'file', message: '这是 PDF，不是表格；请上传 .xlsx 或 .csv。' });
    expect(await send(await app.as('taskforce', { 'accept-language': 'en' }), 'works', '')).toEqual({ status: 400, code: 'BAD_USER_INPUT', field: 'file', message: 'The file is empty.' });
    const response = await sendFile(taskforce, 'works', { name: 'a.csv', bytes: '' }, { progress: true });
    const lines = (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as ImportLine);
    expect(lines.at(-1)).toEqual({ status: 400, errors: [{ message: '文件是空的。', extensions: { code: 'BAD_USER_INPUT', field: 'file' } }] });
  });

  it('take no more than 20 MB, and stop reading beyond', async () => {
    const most = LIMITS.fileMegabytes * 1024 * 1024;
    expect(await send(taskforce, 'works', Buffer.alloc(most + 1, 0x20))).toEqual({ status: 413, code: 'BAD_USER_INPUT', field: 'file', message: expect.stringContaining('文件超过 20 MB') });
    // Without a length that says so beforehand, and without end: the answer comes all the same.
    const answer = await new Promise<{ status: number; sent: number }>((resolve, reject) => {
      let sent = 0;
      const request = http.request(`${app.url}/import/works`, { method: 'POST', headers: { ...taskforce.headers, 'content-type': 'multipart/form-data; boundary=x' } }, (response) => {
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode!, sent }));
      });
      let answered = false;
      request.on('response', () => (answered = true));
      request.on('error', (error) => void (answered || reject(error)));
      request.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n');
      const piece = Buffer.alloc(1024 * 1024, 0x20);
      const more = (): void => {
        if (answered || sent > 200) return;
        sent += 1;
        request.write(piece, () => setImmediate(more));
      };
      more();
    });
    expect(answer.status).toBe(413);
    expect(answer.sent).toBeLessThan(60);
  });

  it('tell how far it is, then the answer, as lines of JSON', async () => {
    const text = workSheet(...Array.from({ length: 600 }, () => ({ ...NEW, 项目名称: newName(), 形象进度: '1' })));
    const response = await sendFile(taskforce, 'works', { name: 'a.csv', bytes: text }, { ...DAY, progress: true });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as ImportLine);
    const steps = lines.flatMap((line) => ('progress' in line ? [line.progress] : []));
    expect(steps[0]).toEqual({ step: 'READ', done: 0, total: null });
    for (const step of ['READ', 'CHECK', 'WRITE'] as const) {
      const own = steps.filter((one) => one.step === step);
      expect(own.at(-1)).toEqual({ step, done: 600, total: 600 });
      expect(own.map(({ done }) => done)).toEqual(own.map(({ done }) => done).sort((a, b) => a - b));
    }
    expect(lines.filter((line) => 'answer' in line)).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({ status: 200, answer: { created: 600, dryRun: false } });
    const refused = await sendFile(taskforce, 'works', { name: 'a.csv', bytes: workSheet({ 项目编码: 'W-1', 阶段: '前期' }) }, { ...DAY, progress: true });
    expect(JSON.parse((await refused.text()).trim().split('\n').at(-1)!)).toMatchObject({ status: 422, answer: { refused: 1 } });
  });

  it('keep names of files that nobody should see as they came', async () => {
    const name = `..\\..\\C:\\台账\u0007${'长'.repeat(200)}.csv`;
    const answer = await importTable(taskforce, 'works', sheet(), {}, name);
    expect(answer.status).toBe(200);
    expect(answer.file).toMatch(/^台账长{98}$/);
  });

  it('answer in the language of whoever asks', async () => {
    const english = await app.as('taskforce', { 'accept-language': 'en' });
    const answer = await importTable(english, 'works', workSheet({ 项目编码: 'W-1', 阶段: '前期' }, { ...NEW, 项目名称: newName(), '总投资（万元）': '5' }), DAY);
    expect(answer.errors[0].message).toBe('The stage is completed since 2023-12-08 and does not go back to preparation; the task force corrects it in the system.');
    expect(answer.rows[1].changes.map(({ after }) => after)).toEqual([expect.any(String), 'Stonebridge County', 'Water', 'Dredging', '5 ×10,000 yuan']);
  });
});
