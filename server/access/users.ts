import { IsNull } from 'typeorm';
import { Role, type Actor, type Identity } from '../api/identity';
import { refuse } from '../api/refusal';
import type { Database } from '../database/database';
import { isDuplicateOf } from '../database/faults';
import type { Request } from '../database/idempotency';
import type { UnitOfWork } from '../database/unit-of-work';
import { checkPassword, checkUsername, roleName, usernameKey } from './names';
import { placementOf, type Placement } from './placement';
import { hashPassword } from './secrets';
import type { Sessions } from './sessions';
import type { SignIns } from './sign-in';
import { User, type UserOrigin } from './user.entity';

export interface NewUser {
  username: string;
  password: string;
  role: Role;
  region?: string | null;
  department?: string | null;
  origin: UserOrigin;
}

/** What to change of an account; what is undefined or null stays, but null for region and department takes them away. */
export interface UserPatch {
  disabled?: boolean | null;
  password?: string | null;
  role?: Role | null;
  region?: string | null;
  department?: string | null;
}

/** Accounts. Who may keep them is asked before; the command line asks nobody. */
export class Users {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly signIns: SignIns,
  ) {}

  /** All accounts, by name. */
  list(): Promise<User[]> {
    return this.database.read.find(User, { order: { usernameKey: 'ASC' } });
  }

  byId(id: number): Promise<User | null> {
    return this.database.read.findOneBy(User, { id });
  }

  byName(username: string): Promise<User | null> {
    return this.database.read.findOneBy(User, { usernameKey: usernameKey(username.trim()) });
  }

  /** Demonstration accounts that one click signs in to. */
  demoSignIns(): Promise<User[]> {
    return this.database.read.find(User, { where: { origin: 'DEMO', disabled: false, passwordHash: IsNull() }, order: { id: 'ASC' } });
  }

  /** Makes an account. @returns its row id. */
  async create(actor: Actor, { password, origin, ...input }: NewUser, request?: Request): Promise<number> {
    const username = checkUsername(input.username, 'input.username');
    checkPassword(password, username, 'input.password');
    const key = usernameKey(username);
    const passwordHash = await hashPassword(password);
    const steps = async (unit: UnitOfWork) => {
      if (await unit.manager.existsBy(User, { usernameKey: key })) throw refuse('USERNAME_TAKEN', { field: 'input.username', value: username });
      const { adcodes, ...placement } = await placementOf(unit.manager, input.role, input.region ?? null, input.department ?? null);
      const { id } = await unit.insert(User, { username, usernameKey: key, role: input.role, ...placement, disabled: false, origin, passwordHash, lastSignInAt: null, accessVersion: 1 });
      unit.record({ kind: 'USER_CREATED', subjectType: 'User', subjectId: id, adcodes, summary: `新建账号 ${username}（${roleName[input.role]}）` });
      return id;
    };
    try {
      return await this.database.work(actor, steps, request);
    } catch (error) {
      // Two servers made it in the same moment.
      if (isDuplicateOf(error, 'ux_user_account_username_key', 'user_account.username_key')) throw refuse('USERNAME_TAKEN', { field: 'input.username', value: username });
      throw error;
    }
  }

  /**
   * Changes an account. Whatever changes who it is or how it signs in ends its sessions, but not the one that asks.
   * @param keep the credential of whoever asks.
   */
  async update(actor: Actor, id: number, patch: UserPatch, keep: string | null, request?: Request): Promise<void> {
    const own = actor.userId === id;
    const { passwordHash } = await this.newPassword(id, patch.password);
    await this.database.work(actor, async (unit) => {
      const user = await unit.lock(User, id);
      if (!user) throw refuse('NOT_FOUND', { field: 'input.id' });
      const role = patch.role ?? user.role;
      const disabled = patch.disabled ?? user.disabled;
      if (own && (disabled || role !== user.role)) throw refuse('OWN_ACCOUNT', { field: disabled ? 'input.disabled' : 'input.role' });
      const { adcodes, ...placement } = await this.movedTo(unit, user, role, patch);
      const done = sayWhat(user, { role, disabled, ...placement }, passwordHash !== undefined);
      if (!done.length) return null;
      const moved = role !== user.role || placement.regionId !== user.regionId || placement.departmentId !== user.departmentId;
      await unit.update(User, user, {
        role, disabled, ...placement,
        ...(passwordHash === undefined ? {} : { passwordHash }),
        ...(moved ? { accessVersion: user.accessVersion + 1 } : {}),
      });
      await this.sessions.revokeAll(id, keep, unit.manager);
      unit.record({ kind: 'USER_UPDATED', subjectType: 'User', subjectId: id, adcodes, summary: `账号 ${user.username}：${done.join('，')}` });
      return null;
    }, request);
    this.sessions.announce({ userId: id, credential: null });
  }

  /** Changes one's own password; one's other sessions end. */
  async changePassword(identity: Identity, current: string, next: string): Promise<void> {
    checkPassword(next, identity.username, 'new');
    await this.signIns.confirmPassword(identity.userId, current, 'current');
    const passwordHash = await hashPassword(next);
    await this.database.work({ name: identity.username, userId: identity.userId }, async (unit) => {
      const user = await unit.lock(User, identity.userId);
      if (!user || user.disabled) throw refuse('UNAUTHENTICATED');
      await unit.update(User, user, { passwordHash });
      await this.sessions.revokeAll(user.id, identity.credential, unit.manager);
      unit.record({ kind: 'PASSWORD_CHANGED', subjectType: 'User', subjectId: user.id, summary: `账号 ${user.username} 修改了密码` });
    });
    this.sessions.announce({ userId: identity.userId, credential: null });
  }

  private async newPassword(id: number, password: string | null | undefined): Promise<{ passwordHash?: string }> {
    if (password === undefined || password === null) return {};
    const user = await this.byId(id);
    if (!user) throw refuse('NOT_FOUND', { field: 'input.id' });
    checkPassword(password, user.username, 'input.password');
    return { passwordHash: await hashPassword(password) };
  }

  /** Where the account belongs afterwards. A new role takes along only what it has a use for. */
  private async movedTo(unit: UnitOfWork, user: User, role: Role, { region, department }: UserPatch): Promise<Placement> {
    const current = { regionId: role === Role.COUNTY ? user.regionId : null, departmentId: role === Role.DEPARTMENT ? user.departmentId : null };
    return placementOf(unit.manager, role, region === undefined ? { id: current.regionId } : region, department === undefined ? { id: current.departmentId } : department);
  }
}

/** What an update does, for the change record. */
function sayWhat(before: User, after: Pick<User, 'role' | 'disabled' | 'regionId' | 'departmentId'>, password: boolean): string[] {
  return [
    ...(after.disabled === before.disabled ? [] : [after.disabled ? '停用' : '启用']),
    ...(after.role === before.role ? [] : [`角色改为${roleName[after.role]}`]),
    ...(after.regionId === before.regionId && after.departmentId === before.departmentId ? [] : ['更换所属单位']),
    ...(password ? ['重设密码'] : []),
  ];
}
