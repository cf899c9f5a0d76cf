import { ChangeRecord } from '../../server/database/change.entity';
import { Role } from '../../server/api/identity';
import type { UserPatch } from '../../server/access/users';
import { codeOf, makeBed, SYSTEM, type Bed } from './fixture';

const PASSWORD = 'river-water-2025';
let bed: Bed;
beforeEach(async () => void (bed = await makeBed()));
afterEach(() => bed.close());

const create = (username: string, role: Role, place: { region?: string; department?: string } = {}, password = PASSWORD) =>
  bed.access.users.create(SYSTEM, { username, password, role, ...place, origin: 'ADMIN' });
const update = (id: number, patch: UserPatch) => bed.access.users.update(SYSTEM, id, patch, null);
const fieldOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: { sentence: string; detail: { field?: string } }) => `${error.sentence} ${error.detail.field}`);

test('a county account has a region, a department account a department, the others neither', async () => {
  expect(await fieldOf(create('east', Role.COUNTY, { region: '999901' }))).toBe('none');
  expect(await fieldOf(create('water', Role.DEPARTMENT, { department: 'WATER_BUREAU' }))).toBe('none');
  expect(await fieldOf(create('a1', Role.COUNTY))).toBe('COUNTY_NEEDS_REGION input.region');
  expect(await fieldOf(create('a2', Role.DEPARTMENT))).toBe('DEPARTMENT_NEEDS_DEPARTMENT input.department');
  expect(await fieldOf(create('a3', Role.LEADER, { region: '999901' }))).toBe('REGION_NOT_FOR_ROLE input.region');
  expect(await fieldOf(create('a4', Role.COUNTY, { region: '999901', department: 'FINANCE' }))).toBe('DEPARTMENT_NOT_FOR_ROLE input.department');
  expect(await fieldOf(create('a5', Role.COUNTY, { region: '000000' }))).toBe('UNKNOWN_REGION input.region');
  expect(await fieldOf(create('a6', Role.DEPARTMENT, { department: "x' OR 1=1 --" }))).toBe('UNKNOWN_DEPARTMENT input.department');
});

test('names are told apart by more than their letters’ width and case', async () => {
  await create('Office', Role.LEADER);
  expect(await fieldOf(create('ｏｆｆｉｃｅ', Role.LEADER))).toBe('USERNAME_TAKEN input.username');
  expect(await fieldOf(create('专班办公室', Role.TASK_FORCE))).toBe('none');
  for (const bad of ['', 'x', 'a b', 'a'.repeat(41), '<b>x</b>', '\ufdfa\ufdfa\ufdfa']) expect(await fieldOf(create(bad, Role.LEADER))).toBe('USERNAME_FORM input.username');
});

test('two that make the same name at once: one of them does', async () => {
  const codes = await Promise.all([codeOf(create('twin', Role.LEADER)), codeOf(create('Twin', Role.LEADER))]);
  expect(codes.sort()).toEqual(['BAD_USER_INPUT', 'none']);
});

test('passwords that a guesser tries first are refused', async () => {
  expect(await fieldOf(create('office', Role.LEADER, {}, 'short'))).toBe('PASSWORD_SHORT input.password');
  for (const weak of ['office-team', 'Password', '12345678', '88888888']) expect(await fieldOf(create('office-team', Role.LEADER, {}, weak))).toBe('PASSWORD_WEAK input.password');
  expect(await fieldOf(create('office', Role.LEADER, {}, 'x'.repeat(201)))).toBe('TEXT_TOO_LONG input.password');
});

test('changing role, place or password, or disabling, ends the sessions of the account at once', async () => {
  const id = await create('east', Role.COUNTY, { region: '999901' });
  let password = PASSWORD;
  const patches: UserPatch[] = [{ region: '999902' }, { role: Role.LEADER }, { password: 'another-word-1' }, { disabled: true }];
  for (const patch of patches) {
    const { token, identity } = await bed.access.signIns.signIn('east', password, {});
    const heard: unknown[] = [];
    const stop = bed.access.sessions.onRevoked((revocation) => heard.push(revocation));
    expect(await bed.access.sessions.stillValid([identity.credential])).toEqual(new Set([identity.credential]));
    await update(id, patch);
    expect(await bed.access.sessions.identify({ cookie: token })).toBeNull();
    expect(await bed.access.sessions.stillValid([identity.credential])).toEqual(new Set());
    expect(heard).toEqual([{ userId: id, credential: null }]);
    stop();
    password = patch.password ?? password;
  }
  expect(await bed.access.users.byId(id)).toMatchObject({ role: 'LEADER', regionId: null, disabled: true });
});

test('a token lives on under a new role, but what it opened under the old one does not', async () => {
  const id = await create('east', Role.COUNTY, { region: '999901' });
  const token = await bed.access.tokens.add(id, 'county system');
  const before = (await bed.access.sessions.identify({ bearer: token }))!;
  await update(id, { region: '999902' });
  const after = (await bed.access.sessions.identify({ bearer: token }))!;
  expect(after.adcode).toBe('999902');
  expect(await bed.access.sessions.stillValid([before.credential, after.credential])).toEqual(new Set([after.credential]));
  expect(await bed.access.tokens.revoke('county system')).toBe(1);
  expect(await bed.access.tokens.revoke('county system')).toBe(0);
  expect(await bed.access.sessions.identify({ bearer: token })).toBeNull();
  expect(await bed.access.sessions.stillValid([after.credential])).toEqual(new Set());
});

test('changing one’s own password ends the other sessions and keeps this one', async () => {
  await create('office', Role.TASK_FORCE);
  const here = await bed.access.signIns.signIn('office', PASSWORD, {});
  const there = await bed.access.signIns.signIn('office', PASSWORD, {});
  await bed.access.users.changePassword(here.identity, PASSWORD, 'another-word-1');
  expect(await bed.access.sessions.identify({ cookie: here.token })).not.toBeNull();
  expect(await bed.access.sessions.identify({ cookie: there.token })).toBeNull();
  expect(await codeOf(bed.access.signIns.signIn('office', PASSWORD, {}))).toBe('UNAUTHENTICATED');
  expect(await codeOf(bed.access.signIns.signIn('office', 'another-word-1', {}))).toBe('none');
});

test('sessions end by themselves: after 30 days, a wall screen’s after 400', async () => {
  await create('office', Role.TASK_FORCE);
  await create('wall', Role.KIOSK);
  const office = await bed.access.signIns.signIn('office', PASSWORD, {});
  const wall = await bed.access.signIns.signIn('wall', PASSWORD, {});
  bed.clock.forward(31 * 86_400_000);
  expect(await bed.access.sessions.identify({ cookie: office.token })).toBeNull();
  expect(await bed.access.sessions.identify({ cookie: wall.token })).not.toBeNull();
  bed.clock.forward(370 * 86_400_000);
  expect(await bed.access.sessions.identify({ cookie: wall.token })).toBeNull();
});

test('nobody is signed in by what is no credential, and a bad token is not made up for by a cookie', async () => {
  await create('office', Role.TASK_FORCE);
  const { token } = await bed.access.signIns.signIn('office', PASSWORD, {});
  const { sessions } = bed.access;
  for (const presented of [{}, { cookie: '' }, { cookie: 'x' }, { cookie: "' OR 1=1 --" }, { cookie: 'x'.repeat(10_000) }, { bearer: token }, { bearer: 'x', cookie: token }]) {
    expect(await sessions.identify(presented)).toBeNull();
  }
  expect(await sessions.stillValid(['', 'session:1', 'token:1@1', 'session:999@1', 'nonsense'])).toEqual(new Set());
});

test('nobody bars or degrades their own account', async () => {
  const id = await create('admin', Role.ADMIN);
  const self = { name: 'admin', userId: id };
  expect(await fieldOf(bed.access.users.update(self, id, { disabled: true }, null))).toBe('OWN_ACCOUNT input.disabled');
  expect(await fieldOf(bed.access.users.update(self, id, { role: Role.LEADER }, null))).toBe('OWN_ACCOUNT input.role');
  expect(await fieldOf(bed.access.users.update(self, id, { disabled: false, role: Role.ADMIN }, null))).toBe('none');
});

test('a change that changes nothing writes nothing; every other one is on record, without secrets', async () => {
  const id = await create('east', Role.COUNTY, { region: '999901' });
  await update(id, { region: '999901', disabled: null });
  await update(id, {});
  await update(id, { disabled: true, password: 'another-word-1' });
  expect(await fieldOf(update(999, { disabled: true }))).toBe('NOT_FOUND input.id');
  const records = await bed.database.read.find(ChangeRecord, { order: { seq: 'ASC' } });
  expect(records.map(({ kind, subjectType, subjectId, adcodes, summary }) => [kind, subjectType, subjectId, adcodes, summary])).toEqual([
    ['USER_CREATED', 'User', id, '999901', '新建账号 east（县（市、区））'],
    ['USER_UPDATED', 'User', id, '999901', '账号 east：停用，重设密码'],
  ]);
});

test('the same request under one key writes once', async () => {
  const input = { username: 'once', password: PASSWORD, role: Role.LEADER };
  const request = { userId: 1, operation: 'createUser', input, key: 'k1', secret: true };
  const first = await bed.access.users.create(SYSTEM, { ...input, origin: 'ADMIN' }, request);
  expect(await bed.access.users.create(SYSTEM, { ...input, origin: 'ADMIN' }, request)).toBe(first);
  const other = { ...request, input: { ...input, password: 'another-word-1' } };
  expect(await codeOf(bed.access.users.create(SYSTEM, { ...input, origin: 'ADMIN' }, other))).toBe('CONFLICT');
});
