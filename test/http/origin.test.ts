import express from 'express';
import { isOwnOrigin, refuseForeignOrigin } from '../../server/http/origin';
import { isLocal } from '../../server/http/local';
import { languageOf } from '../../server/http/language';
import { serving } from './fixture';

test.each([
  // origin, host, PUBLIC_URL, own
  [undefined, 'x.cn', null, true],
  ['http://x.cn', 'x.cn', null, true],
  ['http://x.cn:4000', 'x.cn:4000', null, true],
  ['https://x.cn', 'x.cn', null, true],
  ['http://X.CN', 'x.cn:80', null, true],
  ['https://yihong.cn', '10.0.0.5:4000', 'https://yihong.cn', true],
  ['http://yihong.cn', '10.0.0.5:4000', 'https://yihong.cn', false],
  ['http://x.cn:4001', 'x.cn:4000', null, false],
  ['http://evil.cn', 'x.cn', null, false],
  ['http://x.cn.evil.cn', 'x.cn', null, false],
  ['http://x.cn@evil.cn', 'x.cn', null, false],
  ['null', 'x.cn', null, false],
  ['file://', 'x.cn', null, false],
  ['', 'x.cn', null, false],
  ['http://x.cn', undefined, null, false],
])('a page of %s at host %s with PUBLIC_URL %s: %s', (origin, host, publicUrl, own) => {
  expect(isOwnOrigin({ origin, host }, publicUrl)).toBe(own);
});

test('a POST of another site is refused as GraphQL errors are; reading and programs are not', async () => {
  const app = express();
  app.use(refuseForeignOrigin(null));
  app.use((_req, res) => void res.send('through'));
  await serving(app, async (ask) => {
    const refused = await ask('/graphql', { method: 'POST', headers: { host: 'x.cn', origin: 'http://evil.cn', 'accept-language': 'en' } });
    expect([refused.status, JSON.parse(refused.body)]).toEqual([403, { errors: [{ message: 'Requests from another site are refused.', extensions: { code: 'FORBIDDEN' } }] }]);
    expect((await ask('/graphql', { headers: { host: 'x.cn', origin: 'http://evil.cn' } })).body).toBe('through');
    expect((await ask('/graphql', { method: 'POST', headers: { host: 'x.cn' } })).body).toBe('through');
    expect((await ask('/graphql', { method: 'POST', headers: { host: 'x.cn', origin: 'http://x.cn' } })).body).toBe('through');
  });
});

test('local is who comes from this machine, by its own name, through no proxy', async () => {
  const app = express();
  app.use((req, res) => void res.send(String(isLocal(req))));
  await serving(app, async (ask, port) => {
    const local = async (headers: Record<string, string>) => (await ask('/', { headers })).body === 'true';
    expect(await local({ host: `localhost:${port}` })).toBe(true);
    expect(await local({ host: '127.0.0.1' })).toBe(true);
    expect(await local({ host: '[::1]:4000' })).toBe(true);
    expect(await local({ host: 'office.example.cn' })).toBe(false);
    expect(await local({ host: 'localhost.evil.cn' })).toBe(false);
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host']) expect(await local({ host: 'localhost', [name]: '10.0.0.7' })).toBe(false);
  });
});

test.each([
  [undefined, 'zh'], ['', 'zh'], ['en', 'en'], ['en-GB,en;q=0.9', 'en'], ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'], ['en;q=0.3,zh-CN;q=0.7', 'zh'], ['fr,en;q=0.5', 'en'], ['fr', 'zh'], ['en;q=x', 'zh'],
] as const)('Accept-Language %s reads %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
