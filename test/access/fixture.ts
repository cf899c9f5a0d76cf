import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createAccess, type Access } from '../../server/access/access';
import { startDemo } from '../../server/access/demo';
import type { Clock } from '../../server/api/clock';
import { type Role, SectorCode, type Actor, type Identity } from '../../server/api/identity';
import { localBell } from '../../server/database/bell';
import { Database } from '../../server/database/database';
import { tables } from '../../server/tables';

export const SYSTEM: Actor = { name: 'test', userId: null };

/** A clock that the test moves. */
export interface HandClock extends Clock {
  forward(milliseconds: number): void;
}

export function handClock(start = '2025-02-20T04:00:00.000Z'): HandClock {
  let at = Date.parse(start);
  return { now: () => new Date(at), today: () => '2025-02-20', forward: (milliseconds) => void (at += milliseconds) };
}

/** Accounts on a database of their own, with two regions and two departments. */
export interface Bed {
  database: Database;
  access: Access;
  clock: HandClock;
  /** Another server's services on the same database. */
  otherServer(): Access;
  close(): Promise<void>;
}

export async function makeBed({ demoPassword }: { demoPassword?: string } = {}): Promise<Bed> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yihong-access-'));
  const clock = handClock();
  const database = await Database.open({ engine: 'sqlite', file: path.join(folder, 'test.db') }, tables, clock, localBell());
  await database.housekeeping(async (manager) => {
    await manager.query("INSERT INTO region (id, adcode, name, short_name, name_en, kind, sort, ranked) VALUES (1, '999901', '东县', '东县', 'East', 'COUNTY', 1, 1), (2, '999902', '西县', '西县', 'West', 'COUNTY', 2, 1)");
    await manager.query("INSERT INTO department (id, code, name, name_en, sector, sort) VALUES (1, 'WATER_BUREAU', '水利局', 'Water', 'WATER', 1), (2, 'FINANCE', '财政局', 'Finance', NULL, 2)");
  });
  const demo = demoPassword === undefined ? null : (await startDemo('2025-02-20', demoPassword || null)).demo;
  return {
    database,
    clock,
    access: createAccess(database, clock, demo),
    otherServer: () => createAccess(database, clock, demo),
    async close() {
      await database.close();
      fs.rmSync(folder, { recursive: true });
    },
  };
}

const PLACES = { WATER_BUREAU: { departmentId: 1, sector: SectorCode.WATER }, FINANCE: { departmentId: 2, sector: null } } as const;

/** Somebody of a role, without a database. */
export function somebody(role: Role, place?: keyof typeof PLACES | { regionId: number; adcode: string }): Identity {
  const nowhere = { regionId: null, adcode: null, departmentId: null, sector: null };
  return { userId: 1, username: role.toLowerCase(), role, credential: 'session:1@1', ...nowhere, ...(typeof place === 'string' ? PLACES[place] : place) };
}

/** The code that a promise is refused with; "none" when it is not. */
export const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(() => 'none', (error: { code?: string; message: string }) => error.code ?? error.message);
