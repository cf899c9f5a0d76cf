import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import type { Database } from '../../server/database/database';
import { refuse } from '../../server/api/refusal';
import { jsonBody } from '../../server/http/body';
import { serveClient } from '../../server/http/client';
import { cookieJar } from '../../server/http/cookie-jar';
import { answerErrors } from '../../server/http/errors';
import { healthz, readyz } from '../../server/http/health';
import { Metrics } from '../../server/http/metrics';
import { presentedBy, presentedBySocket } from '../../server/http/request-identity';
import { securityHeaders } from '../../server/http/security';
import { serving } from './fixture';

test('a body that is no JSON or too long is refused in the form that GraphQL answers have', async () => {
  const app = express();
  const faults: object[] = [];
  app.use(jsonBody('1kb'));
  app.post('/refused', () => {
    throw refuse('NOT_FOUND', { field: 'id' });
  });
  app.post('/broken', () => {
    throw new Error('secret sql text');
  });
  app.use(answerErrors({ error: (detail) => void faults.push(detail) }));
  await serving(app, async (ask) => {
    const post = async (where: string, body: string, type = 'application/json') => {
      const answer = await ask(where, { method: 'POST', headers: { 'content-type': type, 'accept-language': 'en' }, body });
      const [{ message, extensions }] = (JSON.parse(answer.body) as { errors: [{ message: string; extensions: { code: string; field?: string } }] }).errors;
      return [answer.status, extensions.code, extensions.field, message];
    };
    expect(await post('/', '{"query": ')).toEqual([400, 'BAD_USER_INPUT', undefined, 'The body of the request is not valid JSON.']);
    expect(await post('/', JSON.stringify('x'.repeat(2000)))).toEqual([413, 'BAD_USER_INPUT', undefined, 'The body of the request is too large; at most 1 KB are allowed.']);
    expect((await post('/', '{}', 'application/json; charset=klingon')).slice(0, 2)).toEqual([415, 'BAD_USER_INPUT']);
    expect(await post('/refused', '{}')).toEqual([404, 'NOT_FOUND', 'id', 'Not found, or not yours to open.']);
    const [status, code, , message] = await post('/broken', '{}');
    expect([status, code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(message).not.toContain('secret');
    expect(faults).toHaveLength(1);
    expect(message).toContain((faults[0] as { reference: string }).reference);
  });
});

test('nothing in the headers leans on https unless the office is reached by it', async () => {
  const app = express();
  app.use('/plain', securityHeaders(null));
  app.use('/https', securityHeaders('https://yihong.cn'));
  app.use((_req, res) => void res.end());
  await serving(app, async (ask) => {
    const plain = (await ask('/plain')).headers;
    expect(plain['content-security-policy']).toContain("default-src 'self'");
    expect(plain['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(plain['strict-transport-security']).toBeUndefined();
    expect(plain['cross-origin-opener-policy']).toBeUndefined();
    expect(plain['x-content-type-options']).toBe('nosniff');
    expect(plain['x-powered-by']).toBeUndefined();
    expect((await ask('/https')).headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

test('cookies are for this site and no script; secure when the browser came by https; the last word counts', async () => {
  const app = express();
  app.use((req, res) => {
    const jar = cookieJar(req, res, 'https://yihong.cn');
    jar.set('s', 'first', 60);
    jar.set('d', 'x', 60);
    jar.set('s', 'second', 60);
    res.send([jar.get('s'), jar.get('mine'), jar.get('none')].join());
  });
  await serving(app, async (ask) => {
    const { headers, body } = await ask('/', { headers: { host: 'x.cn', cookie: 'a=1; mine=here=too; b' } });
    expect(body).toBe('second,here=too,');
    expect(headers['set-cookie']).toHaveLength(2);
    expect(headers['set-cookie']?.[1]).toMatch(/^s=second; Max-Age=60; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    const byHttps: Record<string, string>[] = [{ host: 'yihong.cn' }, { host: 'x.cn', 'x-forwarded-proto': 'https' }];
    for (const secure of byHttps) expect((await ask('/', { headers: secure })).headers['set-cookie']?.[0]).toContain('; Secure');
  });
});

test('a request says who it is by cookie or token, a WebSocket by its parameters too', () => {
  expect(presentedBy({ headers: { cookie: 'x=1; yihong_session=abc' } })).toEqual({ cookie: 'abc', bearer: undefined });
  expect(presentedBy({ headers: { authorization: 'Bearer t-o_k' } }).bearer).toBe('t-o_k');
  expect(presentedBy({ headers: { authorization: 'Basic eDp5', cookie: 'yihong_session=abc' } }).bearer).toBe('malformed');
  expect(presentedBySocket({ headers: { cookie: 'yihong_session=abc' } }, { authorization: 'Bearer tok' })).toEqual({ bearer: 'tok' });
  expect(presentedBySocket({ headers: { cookie: 'yihong_session=abc' } }, {})).toMatchObject({ cookie: 'abc' });
});

test('health is the process, readiness the database', async () => {
  const database = (query: () => Promise<unknown>) => ({ read: { query } }) as unknown as Database;
  const app = express();
  app.get('/healthz', healthz);
  app.get('/ready', readyz(database(async () => [])));
  app.get('/broken', readyz(database(() => Promise.reject(new Error('gone')))));
  app.get('/frozen', readyz(database(() => new Promise(() => undefined))));
  app.get('/stopping', readyz(database(async () => []), () => true));
  await serving(app, async (ask) => {
    const statuses = await Promise.all(['/healthz', '/ready', '/broken', '/frozen', '/stopping'].map(async (where) => (await ask(where)).status));
    expect(statuses).toEqual([200, 200, 503, 503, 503]);
  });
});

test('figures are counted by the names of operations, of which there are not many', async () => {
  const metrics = new Metrics();
  const app = express();
  app.use(metrics.observeHttp);
  app.get('/metrics', metrics.handler);
  for (let i = 0; i < 300; i++) metrics.observeOperation({ name: `Op${i}`, type: 'query', code: null, seconds: 0.01 });
  metrics.observeOperation({ name: 'evil"} name', type: 'mutation', code: 'FORBIDDEN', seconds: 0.01 });
  await serving(app, async (ask) => {
    await ask('/projects/1');
    const { body } = await ask('/metrics');
    expect(body).toContain('yihong_graphql_operations_total{operation="Op7",type="query",code="OK"} 1');
    expect(body).toContain('yihong_graphql_operations_total{operation="other",type="query",code="OK"} 100');
    expect(body).toContain('yihong_graphql_operations_total{operation="anonymous",type="mutation",code="FORBIDDEN"} 1');
    expect(body).toContain('yihong_http_requests_total{method="GET",route="client",status="404"} 1');
  });
});

test('the client: hashed files stay, pages are asked for anew, and without a build it says so', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yihong-client-'));
  const app = express();
  app.use(serveClient(folder));
  await serving(app, async (ask) => {
    const before = await ask('/wall');
    expect([before.status, before.body]).toEqual([503, expect.stringContaining('npm run build')]);
    fs.mkdirSync(path.join(folder, 'assets'));
    fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
    fs.writeFileSync(path.join(folder, 'assets', 'app-1a2b.js'), 'let x');
    for (const page of ['/', '/wall/progress', '/projects/12', '/index.html']) {
      const { status, headers, body } = await ask(page);
      expect([status, headers['cache-control'], body]).toEqual([200, 'no-cache', '<!doctype html>']);
    }
    expect((await ask('/assets/app-1a2b.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const missing of ['/assets/app-old.js', '/favicon.ico', '/../package.json', '/%2e%2e/package.json']) expect((await ask(missing)).status).toBe(404);
    expect((await ask('/wall', { method: 'POST' })).status).toBe(404);
  });
  fs.rmSync(folder, { recursive: true });
});
