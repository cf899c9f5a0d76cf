import { IsNull } from 'typeorm';
import type { Clock } from '../api/clock';
import { requiredText } from '../api/text';
import type { Database } from '../database/database';
import { ApiToken } from './credentials.entity';
import { hashToken, newToken } from './secrets';
import type { Sessions } from './sessions';

/** Programs' access to accounts. */
export class Tokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  /** Makes a token. @returns it; it is told this once, only its hash is kept. */
  async add(userId: number, name: string): Promise<string> {
    const token = newToken();
    const row = { name: requiredText(name, 'name', 60), tokenHash: hashToken(token), userId, createdAt: this.clock.now().getTime(), lastUsedAt: null, revokedAt: null };
    await this.database.housekeeping((manager) => manager.insert(ApiToken, row));
    return token;
  }

  /** All tokens, revoked ones too, oldest first. */
  list(): Promise<ApiToken[]> {
    return this.database.read.find(ApiToken, { relations: { user: true }, order: { id: 'ASC' } });
  }

  /**
   * Revokes the tokens of that name, or the one with that number; the streams that they opened end.
   * @returns how many.
   */
  async revoke(nameOrId: string): Promise<number> {
    const live = await this.database.read.findBy(ApiToken, { revokedAt: IsNull() });
    const named = live.filter((token) => token.name === nameOrId);
    const chosen = named.length ? named : live.filter((token) => String(token.id) === nameOrId);
    const revokedAt = this.clock.now().getTime();
    await this.database.housekeeping(async (manager) => {
      for (const { id } of chosen) await manager.update(ApiToken, { id, revokedAt: IsNull() }, { revokedAt });
    });
    for (const { userId } of chosen) this.sessions.announce({ userId, credential: null });
    return chosen.length;
  }
}
