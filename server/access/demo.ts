import type { Day } from '../api/day';
import { Role } from '../api/identity';
import type { Database } from '../database/database';
import { usernameKey } from './names';
import { hashPassword, newToken } from './secrets';
import { User } from './user.entity';

/** Demonstration mode while it is on. */
export interface DemoMode {
  /** The demonstration's today. */
  lastDay: Day;
  /** Hash of the password of every demonstration account that has set none of its own. */
  passwordHash: string;
  /** Whether one click signs in from any machine: the operator set DEMO_PASSWORD. */
  openToAll: boolean;
}

/** Whether the demonstration is on: as set, else while no account exists that the operator made. */
export const demonstrates = async (database: Database, setting: boolean | null): Promise<boolean> =>
  setting ?? (await database.read.countBy(User, { origin: 'OPERATOR' })) === 0;

/**
 * Turns the demonstration on.
 * @param given DEMO_PASSWORD, or null for a random one.
 * @returns the mode, and the password to tell the operator.
 */
export async function startDemo(lastDay: Day, given: string | null): Promise<{ demo: DemoMode; password: string }> {
  const password = given ?? newToken().slice(0, 12);
  return { demo: { lastDay, passwordHash: await hashPassword(password), openToAll: given !== null }, password };
}

/** The pack's part of who signs in at a demonstration. */
export interface DemoCast {
  /** Ranked regions, in their order. */
  adcodes: readonly string[];
  /** Sector → code of its lead department. */
  sectorDepartments: Readonly<Record<string, string>>;
  /** Account suffix → code of a department without a sector. */
  demoDepartments: Readonly<Record<string, string>>;
}

type Account = Pick<User, 'username' | 'role' | 'regionId' | 'departmentId'>;

/** Writes the demonstration's accounts that are not there yet. Regions and departments must be loaded. */
export async function ensureDemoAccounts(database: Database, { adcodes, sectorDepartments, demoDepartments }: DemoCast): Promise<void> {
  const regions = await idsBy(database, 'SELECT id, adcode AS code FROM region');
  const departments = await idsBy(database, 'SELECT id, code FROM department');
  const departmentAccount = (suffix: string, code: string): Account[] => {
    const departmentId = departments.get(code);
    return departmentId === undefined ? [] : [{ username: `department-${suffix.toLowerCase()}`, role: Role.DEPARTMENT, regionId: null, departmentId }];
  };
  const plain = (username: string, role: Role): Account => ({ username, role, regionId: null, departmentId: null });
  const cast: Account[] = [
    plain('admin', Role.ADMIN),
    plain('taskforce', Role.TASK_FORCE),
    plain('leader', Role.LEADER),
    plain('kiosk', Role.KIOSK),
    ...Object.entries(sectorDepartments).flatMap(([sector, code]) => departmentAccount(sector, code)),
    ...Object.entries(demoDepartments).flatMap(([suffix, code]) => departmentAccount(suffix, code)),
    ...adcodes.flatMap((adcode): Account[] => {
      const regionId = regions.get(adcode);
      return regionId === undefined ? [] : [{ username: `county-${adcode}`, role: Role.COUNTY, regionId, departmentId: null }];
    }),
  ];
  await database.work({ name: 'system', userId: null }, async (unit) => {
    const there = new Set((await unit.manager.find(User, { select: { id: true, usernameKey: true } })).map((user) => user.usernameKey));
    for (const account of cast) {
      const key = usernameKey(account.username);
      if (there.has(key)) continue;
      const { id } = await unit.insert(User, { ...account, usernameKey: key, disabled: false, origin: 'DEMO', passwordHash: null, lastSignInAt: null, accessVersion: 1 });
      unit.record({ kind: 'USER_CREATED', subjectType: 'User', subjectId: id, summary: `新建演示账号 ${account.username}` });
    }
  });
}

const idsBy = async (database: Database, sql: string): Promise<Map<string, number>> =>
  new Map(((await database.read.query(sql)) as { id: number; code: string }[]).map(({ code, id }) => [code, id]));
