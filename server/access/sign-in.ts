import type { EntityManager } from 'typeorm';
import type { Clock } from '../api/clock';
import { Role, type Identity } from '../api/identity';
import { refuse } from '../api/refusal';
import type { Database } from '../database/database';
import { KnownDevice, Session } from './credentials.entity';
import type { DemoMode } from './demo';
import { Guard } from './guard';
import { usernameKey } from './names';
import { decoyHash, hashToken, matches, newToken } from './secrets';
import { sessionDays, sessionIdOf, type Sessions } from './sessions';
import { User } from './user.entity';

const DAY_SECONDS = 86_400;
/** As long as browsers keep a cookie. */
export const DEVICE_SECONDS = 400 * DAY_SECONDS;
/** Browsers remembered for one account. */
const DEVICES_KEPT = 200;

/** What the browser sends along with a sign-in. */
export interface Browser {
  /** The device cookie of an earlier sign-in. */
  device?: string;
  /** The session that this sign-in takes the place of. */
  previous?: Identity | null;
}

/** A sign-in that went well, with what the browser is to keep. */
export interface SignedIn {
  identity: Identity;
  token: string;
  tokenSeconds: number;
  device: string;
}

interface Account {
  id: number;
  role: Role;
  disabled: number | boolean;
  origin: string;
  passwordHash: string | null;
  deviceId: number | null;
}

/** Signing in and out. */
export class SignIns {
  private readonly guard: Guard;
  private sweptAt = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly demo: DemoMode | null,
  ) {
    this.guard = new Guard(database, clock);
    // Made now, or the first stranger would wait twice as long as others.
    void decoyHash();
  }

  /**
   * Signs in by password. No such account, a disabled one and a wrong password are told apart neither by the answer nor
   * by the time it takes. A browser that signed in to the account before has a count of its own, so that strangers who
   * guess do not shut out the office.
   * @throws Refusal UNAUTHENTICATED, or RATE_LIMITED after ten failures in fifteen minutes.
   */
  async signIn(username: string, password: string, browser: Browser): Promise<SignedIn> {
    const key = usernameKey(username.trim());
    const account = await this.find(key, browser.device);
    const counted = account?.deviceId ? `device ${account.deviceId}` : `account ${key}`;
    const signedIn = await this.guard.attempt(
      counted,
      async () => ((await matches(await this.hashFor(account), password)) && this.mayEnter(account) ? account : null),
      (who, manager) => this.enter(who, browser, manager),
    );
    if (!signedIn) throw refuse('WRONG_PASSWORD');
    return this.finish(signedIn, browser);
  }

  /**
   * Signs in to a demonstration account by one click.
   * @param local whether the request comes from this machine.
   * @throws Refusal FORBIDDEN outside the demonstration and from other machines, UNAUTHENTICATED for any other account.
   */
  async demoSignIn(username: string, local: boolean, browser: Browser): Promise<SignedIn> {
    if (!this.demo) throw refuse('FORBIDDEN');
    if (!local && !this.demo.openToAll) throw refuse('DEMO_ONLY_LOCAL');
    const account = await this.find(usernameKey(username.trim()), browser.device);
    // Whoever gave a demonstration account a password of its own wants it asked for.
    if (account?.origin !== 'DEMO' || account.passwordHash !== null || !this.mayEnter(account)) throw refuse('WRONG_PASSWORD', { field: 'username' });
    return this.finish(await this.database.housekeeping((manager) => this.enter(account, browser, manager)), browser);
  }

  /** Ends the session; a program's token is not ended by signing out. @returns whether there was a session. */
  async signOut(identity: Identity | null): Promise<boolean> {
    if (!identity || sessionIdOf(identity.credential) === null) return false;
    await this.sessions.revoke(identity.credential, identity.userId);
    return true;
  }

  /**
   * Asks a signed-in user for the password again; counted like a sign-in, but apart.
   * @throws Refusal CURRENT_PASSWORD_WRONG naming `field`, or RATE_LIMITED.
   */
  async confirmPassword(userId: number, password: string, field: string): Promise<void> {
    const user = await this.database.read.findOneByOrFail(User, { id: userId });
    const passwordHash = await this.hashFor(user);
    const confirmed = await this.guard.attempt(`confirm ${userId}`, async () => ((await matches(passwordHash, password)) ? true : null), async () => true);
    if (!confirmed) throw refuse('CURRENT_PASSWORD_WRONG', { field });
  }

  private async find(key: string, device: string | undefined): Promise<Account | null> {
    const rows = (await this.database.read.query(
      `SELECT u.id AS id, u.role AS role, u.disabled AS disabled, u.origin AS origin, u.password_hash AS passwordHash, k.id AS deviceId
       FROM user_account u LEFT JOIN known_device k ON k.user_id = u.id AND k.device_hash = ? WHERE u.username_key = ?`,
      [hashToken(device ?? ''), key],
    )) as Account[];
    return rows[0] ?? null;
  }

  private async hashFor(account: Pick<Account, 'origin' | 'passwordHash'> | null): Promise<string> {
    if (account?.passwordHash) return account.passwordHash;
    return account?.origin === 'DEMO' && this.demo ? this.demo.passwordHash : decoyHash();
  }

  private mayEnter(account: Account | null): account is Account {
    return account !== null && !account.disabled && (account.origin !== 'DEMO' || this.demo !== null);
  }

  private async enter(account: Account, { device: known, previous }: Browser, manager: EntityManager): Promise<Omit<SignedIn, 'identity'>> {
    const now = this.clock.now();
    const token = await this.sessions.open(account, manager);
    const device = known && known.length <= 200 ? known : newToken();
    await this.remember(account.id, device, manager);
    await manager.update(User, account.id, { lastSignInAt: now });
    const replaced = sessionIdOf(previous?.credential ?? null);
    if (replaced !== null) await manager.update(Session, replaced, { revokedAt: now.getTime() });
    await this.sweep(manager);
    return { token, tokenSeconds: sessionDays(account.role) * DAY_SECONDS, device };
  }

  private async finish(entered: Omit<SignedIn, 'identity'>, { previous }: Browser): Promise<SignedIn> {
    if (previous) this.sessions.announce({ userId: previous.userId, credential: previous.credential });
    const identity = await this.sessions.identify({ cookie: entered.token });
    // The account was disabled in the same moment.
    if (!identity) throw refuse('WRONG_PASSWORD');
    return { ...entered, identity };
  }

  private async remember(userId: number, device: string, manager: EntityManager): Promise<void> {
    const lastSignInAt = this.clock.now().getTime();
    await manager.createQueryBuilder().insert().into(KnownDevice).values({ deviceHash: hashToken(device), userId, lastSignInAt }).orUpdate(['last_sign_in_at'], ['device_hash', 'user_id']).execute();
    const [oldest] = await manager.find(KnownDevice, { where: { userId }, order: { lastSignInAt: 'DESC', id: 'DESC' }, skip: DEVICES_KEPT, take: 1 });
    if (oldest) await manager.createQueryBuilder().delete().from(KnownDevice).where('user_id = :userId AND last_sign_in_at <= :before', { userId, before: oldest.lastSignInAt }).execute();
  }

  /** Drops sessions that ended a month ago, once an hour at most. */
  private async sweep(manager: EntityManager): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.sweptAt < 3_600_000) return;
    this.sweptAt = now;
    await manager.createQueryBuilder().delete().from(Session).where('expires_at < :before', { before: now - 30 * DAY_SECONDS * 1000 }).execute();
  }
}
