import { EventEmitter } from 'node:events';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Clock } from '../api/clock';
import { Role, type Identity, type SectorCode } from '../api/identity';
import type { Database } from '../database/database';
import { ApiToken, Session } from './credentials.entity';
import { hashToken, newToken } from './secrets';

const DAY_MS = 86_400_000;
/** Browsers keep no cookie for longer than 400 days; a wall screen runs for months. */
export const sessionDays = (role: Role): number => (role === Role.KIOSK ? 400 : 30);

/** How stale "last seen" may be: writing it at every request would make every reader a writer. */
const SEEN_MS = 10 * 60_000;

/** Credentials of a user that may have lost their validity: whoever goes by them asks `stillValid`. */
export interface Revocation {
  userId: number;
  /** One credential, or null for any of the user's. */
  credential: string | null;
}

/** How a request says who it is: the sign-in cookie's value, or a program's token. */
export interface Presented {
  cookie?: string | null;
  bearer?: string | null;
}

/** Who a request comes from. */
export interface Recognised {
  identity: Identity;
  /** Epoch milliseconds: asked again before then, the database says the same unless something was written. */
  until: number;
}

interface Found {
  credentialId: number;
  expiresAt: number | string;
  seenAt: number | string | null;
  userId: number;
  username: string;
  role: Role;
  regionId: number | null;
  adcode: string | null;
  departmentId: number | null;
  sector: SectorCode | null;
  version: number;
}

type Kind = 'session' | 'token';
const TABLES = {
  session: { table: 'session', seen: 'last_seen_at', expires: 'c.expires_at', fresh: 'AND c.expires_at > ?' },
  token: { table: 'api_token', seen: 'last_used_at', expires: String(Number.MAX_SAFE_INTEGER), fresh: 'AND ? > 0' },
} as const;

/** `kind:row@version`: the version is the account's, so that a credential given out before a change of role is told apart. */
const credentialOf = (kind: Kind, id: number, version: number): string => `${kind}:${id}@${version}`;

function parseCredential(credential: string): { kind: Kind; id: number } | null {
  const parts = /^(session|token):(\d+)@\d+$/.exec(credential);
  return parts && { kind: parts[1] as Kind, id: Number(parts[2]) };
}

/** The row of a session credential, or null for a token's. */
export function sessionIdOf(credential: string | null): number | null {
  const parsed = credential === null ? null : parseCredential(credential);
  return parsed?.kind === 'session' ? parsed.id : null;
}

/** Signed-in browsers and programs: who they are, and whether they still may. */
export class Sessions {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    /** Outside demonstration mode its accounts are nobody. */
    private readonly demonstration: boolean,
  ) {}

  /** Opens a session. @returns the token for the cookie; only its hash is kept. */
  async open(user: { id: number; role: Role }, manager: EntityManager): Promise<string> {
    const token = newToken();
    const now = this.clock.now().getTime();
    await manager.insert(Session, { tokenHash: hashToken(token), userId: user.id, createdAt: now, lastSeenAt: now, expiresAt: now + sessionDays(user.role) * DAY_MS, revokedAt: null });
    return token;
  }

  /** Who a request comes from; null for nobody. A token that is no good is not made up for by a cookie. */
  async identify(presented: Presented): Promise<Identity | null> {
    return (await this.recognise(presented))?.identity ?? null;
  }

  /** As `identify`, with how long it holds. */
  async recognise({ cookie, bearer }: Presented): Promise<Recognised | null> {
    const [kind, secret]: [Kind, string | null | undefined] = bearer ? ['token', bearer] : ['session', cookie];
    if (!secret || secret.length > 200) return null;
    const { table, seen, expires, fresh } = TABLES[kind];
    const now = this.clock.now().getTime();
    const rows = (await this.database.read.query(
      `SELECT c.id AS credentialId, c.${seen} AS seenAt, ${expires} AS expiresAt, u.id AS userId, u.username AS username, u.role AS role, u.access_version AS version,
         u.region_id AS regionId, r.adcode AS adcode, u.department_id AS departmentId, d.sector AS sector
       FROM ${table} c JOIN user_account u ON u.id = c.user_id
       LEFT JOIN region r ON r.id = u.region_id LEFT JOIN department d ON d.id = u.department_id
       WHERE c.token_hash = ? AND c.revoked_at IS NULL ${fresh} AND ${this.mayBeSomebody}`,
      [hashToken(secret), now],
    )) as Found[];
    if (!rows.length) return null;
    const { credentialId, seenAt, expiresAt, version, ...who } = rows[0];
    const stale = now - Number(seenAt ?? 0) > SEEN_MS;
    if (stale) this.touch(kind, credentialId, now);
    return {
      identity: { ...who, credential: credentialOf(kind, credentialId, version) },
      until: Math.min(Number(expiresAt), (stale ? now : Number(seenAt)) + SEEN_MS),
    };
  }

  /** Which of the credentials are still good. Asks the database, so it sees what other servers and the operator revoked. */
  async stillValid(credentials: Iterable<string>): Promise<Set<string>> {
    const asked = new Set(credentials);
    const valid = new Set<string>();
    for (const kind of ['session', 'token'] as const) {
      const ids = [...asked].map(parseCredential).flatMap((parsed) => (parsed?.kind === kind ? [parsed.id] : []));
      const { table, fresh } = TABLES[kind];
      for (let i = 0; i < ids.length; i += 500) {
        const some = ids.slice(i, i + 500);
        const rows = (await this.database.read.query(
          `SELECT c.id AS id, u.access_version AS version FROM ${table} c JOIN user_account u ON u.id = c.user_id
           WHERE c.id IN (${some.map(() => '?').join(',')}) AND c.revoked_at IS NULL ${fresh} AND ${this.mayBeSomebody}`,
          [...some, this.clock.now().getTime()],
        )) as { id: number; version: number }[];
        for (const { id, version } of rows) {
          const credential = credentialOf(kind, id, version);
          if (asked.has(credential)) valid.add(credential);
        }
      }
    }
    return valid;
  }

  /** Ends a session or a token. */
  async revoke(credential: string, userId: number): Promise<void> {
    const parsed = parseCredential(credential);
    if (!parsed) return;
    const revokedAt = this.clock.now().getTime();
    await this.database.housekeeping((manager) => manager.update(parsed.kind === 'session' ? Session : ApiToken, { id: parsed.id, revokedAt: IsNull() }, { revokedAt }));
    this.announce({ userId, credential });
  }

  /** Ends the user's sessions, all but `keep`, within a transaction; `announce` when it has committed. */
  async revokeAll(userId: number, keep: string | null, manager: EntityManager): Promise<void> {
    const kept = sessionIdOf(keep);
    await manager.update(Session, { userId, revokedAt: IsNull(), ...(kept === null ? {} : { id: Not(In([kept])) }) }, { revokedAt: this.clock.now().getTime() });
  }

  /** Tells those who go by a credential to look again. */
  announce(revocation: Revocation): void {
    this.emitter.emit('revoked', revocation);
  }

  /** Hears of revocations made in this process. @returns a function that stops listening. */
  onRevoked(listener: (revocation: Revocation) => void): () => void {
    this.emitter.on('revoked', listener);
    return () => void this.emitter.off('revoked', listener);
  }

  private get mayBeSomebody(): string {
    return this.demonstration ? 'u.disabled = 0' : "u.disabled = 0 AND u.origin <> 'DEMO'";
  }

  private touch(kind: Kind, id: number, now: number): void {
    const write = (manager: EntityManager) => (kind === 'session' ? manager.update(Session, id, { lastSeenAt: now }) : manager.update(ApiToken, id, { lastUsedAt: now }));
    // Nobody waits for it, and nothing is lost when the database is closing.
    this.database.housekeeping(write).catch(() => undefined);
  }
}
