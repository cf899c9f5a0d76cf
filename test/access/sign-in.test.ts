import { createAccess } from '../../server/access/access';
import { KnownDevice, SignInGuard } from '../../server/access/credentials.entity';
import { demonstrates, ensureDemoAccounts } from '../../server/access/demo';
import { User } from '../../server/access/user.entity';
import { Role, type Identity } from '../../server/api/identity';
import { codeOf, makeBed, SYSTEM, type Bed } from './fixture';

const PASSWORD = 'river-water-2025';
const MINUTE = 60_000;
let bed: Bed;

beforeEach(async () => {
  bed = await makeBed();
  await bed.access.users.create(SYSTEM, { username: 'Office', password: PASSWORD, role: Role.TASK_FORCE, origin: 'OPERATOR' });
});
afterEach(() => bed.close());

const signIn = (username: string, password: string, device?: string) => bed.access.signIns.signIn(username, password, { device });
const failTimes = async (n: number, username = 'office', device?: string) => {
  for (let i = 0; i < n; i++) expect(await codeOf(signIn(username, 'wrong', device))).toBe('UNAUTHENTICATED');
};

test('a sign-in gives a session that says who it is', async () => {
  const { token, tokenSeconds } = await signIn('ＯＦＦＩＣＥ', PASSWORD);
  expect(tokenSeconds).toBe(30 * 86_400);
  expect(await bed.access.sessions.identify({ cookie: token })).toMatchObject({ username: 'Office', role: 'TASK_FORCE', regionId: null, adcode: null, sector: null });
  expect((await bed.access.users.byName('office'))?.lastSignInAt).toEqual(bed.clock.now());
});

test('an unknown name, a wrong password and a disabled account are refused with the same words', async () => {
  const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: { message: string; code: string; detail: object }) => [error.code, error.message, error.detail]);
  const unknown = await refusal(signIn('nobody', PASSWORD));
  const wrong = await refusal(signIn('office', 'wrong'));
  const { id } = (await bed.access.users.byName('office'))!;
  await bed.access.users.update(SYSTEM, id, { disabled: true }, null);
  const disabled = await refusal(signIn('office', PASSWORD));
  expect(unknown).toEqual(['UNAUTHENTICATED', '用户名或密码不对。', {}]);
  expect(wrong).toEqual(unknown);
  expect(disabled).toEqual(unknown);
});

test('they take the same time', async () => {
  const time = async (username: string) => {
    const started = process.hrtime.bigint();
    await codeOf(signIn(username, 'wrong'));
    return Number(process.hrtime.bigint() - started) / 1e6;
  };
  await time('warming-up');
  const known: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < 8; i++) {
    known.push(await time('office'));
    unknown.push(await time(`nobody${i}`));
  }
  const middle = (times: number[]) => times.sort((a, b) => a - b)[4];
  // Hashing takes tens of milliseconds; without it the unknown would answer ten times as fast.
  expect(middle(unknown)).toBeGreaterThan(middle(known) / 3);
  expect(middle(known)).toBeGreaterThan(middle(unknown) / 3);
});

test('after ten failures even the right password has to wait until the window has passed', async () => {
  await failTimes(10);
  expect(await codeOf(signIn('office', PASSWORD))).toBe('RATE_LIMITED');
  expect(await codeOf(signIn('OFFICE', PASSWORD))).toBe('RATE_LIMITED');
  bed.clock.forward(14 * MINUTE);
  expect(await codeOf(signIn('office', PASSWORD))).toBe('RATE_LIMITED');
  bed.clock.forward(MINUTE);
  expect(await codeOf(signIn('office', PASSWORD))).toBe('none');
});

test('the window slides: no fifteen minutes hold more than ten failures', async () => {
  await failTimes(5);
  bed.clock.forward(14 * MINUTE);
  await failTimes(5);
  expect(await codeOf(signIn('office', PASSWORD))).toBe('RATE_LIMITED');
  bed.clock.forward(2 * MINUTE);
  await failTimes(5);
  expect(await codeOf(signIn('office', PASSWORD))).toBe('RATE_LIMITED');
});

test('a success takes the failures back', async () => {
  await failTimes(9);
  await signIn('office', PASSWORD);
  await failTimes(10);
  expect(await codeOf(signIn('office', PASSWORD))).toBe('RATE_LIMITED');
});

test('of a hundred wrong passwords at once, over two servers, ten are tried', async () => {
  const servers = [bed.access, bed.otherServer()];
  const codes = await Promise.all(Array.from({ length: 100 }, (_, i) => codeOf(servers[i % 2].signIns.signIn('office', `wrong${i}`, {}))));
  expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(90);
});

test('many right passwords at once do not bar one another', async () => {
  const codes = await Promise.all(Array.from({ length: 30 }, () => codeOf(signIn('office', PASSWORD))));
  expect(codes.every((code) => code === 'none')).toBe(true);
});

test('names that nobody has count alike and are forgotten when the window has passed', async () => {
  await failTimes(10, 'nobody');
  expect(await codeOf(signIn('nobody', 'wrong'))).toBe('RATE_LIMITED');
  expect(await bed.database.read.count(SignInGuard)).toBe(1);
  bed.clock.forward(16 * MINUTE);
  await failTimes(1, 'somebody-else');
  expect(await bed.database.read.count(SignInGuard)).toBe(1);
});

test('guessing at one account shuts out neither the others, nor open sessions, nor a browser that signed in before', async () => {
  await bed.access.users.create(SYSTEM, { username: 'neighbour', password: PASSWORD, role: Role.LEADER, origin: 'ADMIN' });
  const { token, device } = await signIn('office', PASSWORD);
  const stranger = (await signIn('neighbour', PASSWORD)).device;
  await failTimes(10);
  expect(await codeOf(signIn('office', PASSWORD))).toBe('RATE_LIMITED');
  expect(await codeOf(signIn('office', PASSWORD, stranger))).toBe('RATE_LIMITED');
  expect(await codeOf(signIn('neighbour', PASSWORD))).toBe('none');
  expect(await bed.access.sessions.identify({ cookie: token })).not.toBeNull();
  await failTimes(9, 'office', device);
  expect(await codeOf(signIn('office', PASSWORD, device))).toBe('none');
  await failTimes(10, 'office', device);
  expect(await codeOf(signIn('office', PASSWORD, device))).toBe('RATE_LIMITED');
});

test('a browser keeps one mark for all the accounts that it signs in to', async () => {
  const { device } = await signIn('office', PASSWORD);
  expect((await signIn('office', PASSWORD, device)).device).toBe(device);
  expect(await bed.database.read.count(KnownDevice)).toBe(1);
});

test('asking for the current password is counted too, but apart', async () => {
  const { identity } = await signIn('office', PASSWORD);
  for (let i = 0; i < 10; i++) expect(await codeOf(bed.access.users.changePassword(identity, 'wrong', 'new-password-1'))).toBe('BAD_USER_INPUT');
  expect(await codeOf(bed.access.users.changePassword(identity, PASSWORD, 'new-password-1'))).toBe('RATE_LIMITED');
  expect(await codeOf(signIn('office', PASSWORD))).toBe('none');
});

test('only hashes of passwords, tokens and marks are kept', async () => {
  const { token, device } = await signIn('office', PASSWORD);
  const { passwordHash } = (await bed.database.read.findOneByOrFail(User, { usernameKey: 'office' }));
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const kept = JSON.stringify([
    await bed.database.read.query('SELECT * FROM session'), await bed.database.read.query('SELECT * FROM known_device'),
    await bed.database.read.query('SELECT * FROM user_account'), await bed.database.read.query('SELECT * FROM change_record'),
  ]);
  for (const secret of [PASSWORD, token, device]) expect(kept).not.toContain(secret);
  expect(JSON.stringify(await bed.database.read.query('SELECT payload, summary FROM change_record'))).not.toContain('argon2');
});

test('signing in again takes the place of the session before', async () => {
  const first = await signIn('office', PASSWORD);
  const heard: unknown[] = [];
  bed.access.sessions.onRevoked((revocation) => heard.push(revocation));
  await bed.access.signIns.signIn('office', PASSWORD, { previous: first.identity });
  expect(await bed.access.sessions.identify({ cookie: first.token })).toBeNull();
  expect(heard).toEqual([{ userId: first.identity.userId, credential: first.identity.credential }]);
});

describe('the demonstration', () => {
  let demo: Bed;
  const cast = { adcodes: ['999901', '999902'], sectorDepartments: { WATER: 'WATER_BUREAU' }, demoDepartments: { finance: 'FINANCE' } };
  const enter = async (options: { demoPassword?: string }) => {
    demo = await makeBed(options);
    await ensureDemoAccounts(demo.database, cast);
    await ensureDemoAccounts(demo.database, cast);
  };
  afterEach(() => demo.close());
  const oneClick = (username: string, local: boolean): Promise<Identity> => demo.access.signIns.demoSignIn(username, local, {}).then(({ identity }) => identity);

  test('has its accounts once, each in its place', async () => {
    await enter({ demoPassword: 'show-and-tell' });
    expect((await demo.access.users.demoSignIns()).map((user) => [user.username, user.role, user.regionId, user.departmentId])).toEqual([
      ['admin', 'ADMIN', null, null], ['taskforce', 'TASK_FORCE', null, null], ['leader', 'LEADER', null, null], ['kiosk', 'KIOSK', null, null],
      ['department-water', 'DEPARTMENT', null, 1], ['department-finance', 'DEPARTMENT', null, 2],
      ['county-999901', 'COUNTY', 1, null], ['county-999902', 'COUNTY', 2, null],
    ]);
    expect(await oneClick('department-water', true)).toMatchObject({ sector: 'WATER', departmentId: 1 });
    expect(await oneClick('county-999902', true)).toMatchObject({ adcode: '999902', regionId: 2 });
  });

  test('is entered by one click from this machine, from others only when the operator set the password', async () => {
    await enter({ demoPassword: '' });
    expect(await codeOf(oneClick('leader', true))).toBe('none');
    expect(await codeOf(oneClick('leader', false))).toBe('FORBIDDEN');
    await demo.close();
    await enter({ demoPassword: 'show-and-tell' });
    expect(await codeOf(oneClick('leader', false))).toBe('none');
    expect(await codeOf(demo.access.signIns.signIn('leader', 'show-and-tell', {}))).toBe('none');
    expect(await codeOf(demo.access.signIns.signIn('leader', 'something-else', {}))).toBe('UNAUTHENTICATED');
  });

  test('lets nobody by one click into an account that has a password of its own', async () => {
    await enter({ demoPassword: 'show-and-tell' });
    const leader = await oneClick('leader', true);
    await demo.access.users.changePassword(leader, 'show-and-tell', 'my-own-password');
    expect(await codeOf(oneClick('leader', true))).toBe('UNAUTHENTICATED');
    expect(await codeOf(demo.access.signIns.signIn('leader', 'show-and-tell', {}))).toBe('UNAUTHENTICATED');
    expect(await codeOf(demo.access.signIns.signIn('leader', 'my-own-password', {}))).toBe('none');
    await demo.access.users.create(SYSTEM, { username: 'real', password: PASSWORD, role: Role.LEADER, origin: 'ADMIN' });
    expect(await codeOf(oneClick('real', true))).toBe('UNAUTHENTICATED');
  });

  test('is over when it is over: its accounts, sessions and tokens are nobody', async () => {
    await enter({ demoPassword: 'show-and-tell' });
    const { token, identity } = await demo.access.signIns.signIn('leader', 'show-and-tell', {});
    const program = await demo.access.tokens.add(identity.userId, 'program');
    const after = createAccess(demo.database, demo.clock, null);
    expect(await codeOf(after.signIns.signIn('leader', 'show-and-tell', {}))).toBe('UNAUTHENTICATED');
    expect(await codeOf(after.signIns.demoSignIn('leader', true, {}))).toBe('FORBIDDEN');
    expect(await after.sessions.identify({ cookie: token })).toBeNull();
    expect(await after.sessions.identify({ bearer: program })).toBeNull();
    expect(await after.sessions.stillValid([identity.credential])).toEqual(new Set());
    expect(await demo.access.sessions.identify({ bearer: program })).not.toBeNull();
  });

  test('is on until the operator makes an account', async () => {
    await enter({ demoPassword: '' });
    expect(await demonstrates(demo.database, null)).toBe(true);
    expect(await demonstrates(demo.database, false)).toBe(false);
    await demo.access.users.create(SYSTEM, { username: 'in-the-app', password: PASSWORD, role: Role.LEADER, origin: 'ADMIN' });
    expect(await demonstrates(demo.database, null)).toBe(true);
    await demo.access.users.create(SYSTEM, { username: 'operators', password: PASSWORD, role: Role.ADMIN, origin: 'OPERATOR' });
    expect(await demonstrates(demo.database, null)).toBe(false);
    expect(await demonstrates(demo.database, true)).toBe(true);
  });
});
