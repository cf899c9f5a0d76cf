import type { Clock } from '../api/clock';
import type { Database } from '../database/database';
import { ApiToken, KnownDevice, Session, SignInGuard } from './credentials.entity';
import type { DemoMode } from './demo';
import { Sessions } from './sessions';
import { SignIns } from './sign-in';
import { Tokens } from './tokens';
import { User } from './user.entity';
import { Users } from './users';

/** The tables of this folder. */
export const accessEntities = [User, Session, ApiToken, KnownDevice, SignInGuard];

/** The services of this folder, made once a process. */
export interface Access {
  sessions: Sessions;
  signIns: SignIns;
  users: Users;
  tokens: Tokens;
  /** Null outside demonstration mode. */
  demo: DemoMode | null;
}

export function createAccess(database: Database, clock: Clock, demo: DemoMode | null): Access {
  const sessions = new Sessions(database, clock, demo !== null);
  const signIns = new SignIns(database, clock, sessions, demo);
  return { sessions, signIns, users: new Users(database, sessions, signIns), tokens: new Tokens(database, clock, sessions), demo };
}
