import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import { createAccess, type Access } from '../../server/access/access';
import { FactBase } from '../../server/catalogue/fact-base';
import { operate } from '../../server/cli/operate';
import { controlRunner } from '../../server/cli/run';
import { systemClock } from '../../server/api/clock';
import { localBell } from '../../server/database/bell';
import { Database } from '../../server/database/database';
import { lockFile } from '../../server/database/file-lock';
import { jsonBody } from '../../server/http/body';
import { control, CONTROL_HEADER, leaveNote, newControlSecret } from '../../server/http/control';
import { tables } from '../../server/tables';

let root: string;
beforeEach(() => void (root = fs.mkdtempSync(path.join(os.tmpdir(), 'yihong-cli-'))));
afterEach(() => fs.rmSync(root, { recursive: true }));

const file = () => path.join(root, 'data', 'yihong.db');

/** Types a command. @returns exit code, what was printed, why it was refused. */
async function type(line: string, secret = 'river-water-2025', env: Record<string, string> = {}): Promise<[number, string[], string[]]> {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await operate(line.split(' '), { env, root, cwd: root, readSecret: async () => secret, out: (text) => void out.push(text), complain: (text) => void complaints.push(text) });
  return [code, out, complaints];
}

/** A server that holds the file, as far as the command line is concerned. */
async function withServer(test: (access: Access, port: number, secret: string) => Promise<void>): Promise<void> {
  const lock = lockFile(file());
  const clock = systemClock(null);
  const database = await Database.open({ engine: 'sqlite', file: file() }, tables, clock, localBell());
  const access = createAccess(database, clock, null);
  const secret = newControlSecret();
  const app = express();
  app.post('/control', jsonBody(), control(secret, controlRunner({ database, clock, access, factBase: new FactBase(database) })));
  const server = http.createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const takeAway = leaveNote(file(), { address: '127.0.0.1', port, secret, pid: process.pid });
  try {
    await test(access, port, secret);
  } finally {
    takeAway();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
    lock?.release();
  }
}

test('the operator makes an account, a token, and bars them again', async () => {
  expect(await type('user add chief --role ADMIN')).toEqual([0, ['account chief made (ADMIN)'], []]);
  expect(await type('user list')).toEqual([0, ['chief\tADMIN\t-\tnever'], []]);
  const [code, [token]] = await type('token add chief --name reports');
  expect([code, token]).toEqual([0, expect.stringMatching(/^[\w-]{43}$/)]);
  expect(await type('token list')).toEqual([0, ['1\treports\tchief\tnever'], []]);
  expect(await type('token revoke reports')).toEqual([0, ['1 token revoked'], []]);
  expect(await type('token revoke reports')).toEqual([1, [], ['there is no token "reports" that is not revoked yet']]);
  expect(await type('user disable chief')).toEqual([0, ['account chief disabled'], []]);
  expect(await type('user enable CHIEF')).toEqual([0, ['account chief enabled'], []]);
  expect(await type('user password chief', 'another-word-1')).toEqual([0, ['password of chief set'], []]);
});

test('what is refused is one line, what is not understood shows the usage', async () => {
  expect(await type('user add chief --role ADMIN', 'short')).toEqual([1, [], ['A password has at least 8 characters.']]);
  expect(await type('user add east --role COUNTY --region 141081')).toEqual([1, [], ['There is no region "141081".']]);
  expect(await type('user disable nobody')).toEqual([1, [], ['there is no account "nobody"']]);
  expect(await type('user list', '', { PORT: 'x' })).toEqual([1, [], ['PORT must be a port number from 0 to 65535']]);
  for (const line of ['user add', 'user add a b --role ADMIN', 'user add chief --role BOSS', 'user add chief --rank ADMIN', 'user list all']) {
    const [code, out, [complaint]] = await type(line);
    expect([code, out]).toEqual([2, []]);
    expect(complaint).toContain('usage: npm run cli -- user');
  }
  expect((await type('dance'))[0]).toBe(2);
  expect((await type('help')).slice(0, 1)).toEqual([0]);
});

test('while a server holds the file the command runs there, and the server hears of what it revokes', async () => {
  await withServer(async (access) => {
    expect(await type('user add chief --role ADMIN')).toEqual([0, ['account chief made (ADMIN)'], []]);
    expect(await type('user add chief --role ADMIN')).toEqual([1, [], ['The user name "chief" is taken.']]);
    const { token } = await access.signIns.signIn('chief', 'river-water-2025', {});
    const heard: unknown[] = [];
    access.sessions.onRevoked((revocation) => heard.push(revocation));
    expect((await type('user disable chief'))[0]).toBe(0);
    expect(heard).toEqual([{ userId: 1, credential: null }]);
    expect(await access.sessions.identify({ cookie: token })).toBeNull();
    expect(fs.statSync(`${file()}.server.json`).mode & 0o777).toBe(0o600);
  });
  expect(fs.existsSync(`${file()}.server.json`)).toBe(false);
});

test('the server takes commands only from this machine and from who could read its note', async () => {
  await withServer(async (_access, port, secret) => {
    const send = async (headers: Record<string, string>) =>
      (await fetch(`http://127.0.0.1:${port}/control`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ args: ['user', 'list'], cwd: '/', secret: null }) })).status;
    expect(await send({ [CONTROL_HEADER]: secret })).toBe(200);
    expect(await send({})).toBe(404);
    expect(await send({ [CONTROL_HEADER]: `${secret}x` })).toBe(404);
    expect(await send({ [CONTROL_HEADER]: secret, 'x-forwarded-for': '10.0.0.7' })).toBe(404);
  });
});

test('a file that is held by no server is left alone', async () => {
  const lock = lockFile(file());
  const [code, , [complaint]] = await type('user list');
  expect([code, complaint]).toEqual([1, expect.stringContaining('another program holds')]);
  lock?.release();
});
