import type { Clock } from '../api/clock';
import type { Identity } from '../api/identity';
import type { Language } from '../api/refusal';
import type { Access } from '../access/access';
import type { CookieJar } from '../access/context';
import type { FactBase } from '../catalogue/fact-base';
import type { Facts } from '../catalogue/facts';
import { Loaders } from '../catalogue/loaders';
import type { Database } from '../database/database';
import type { LiveHub } from '../live/hub';
import type { LiveContext } from '../live/live.resolver';

/** What the process holds for all requests. */
export interface Services {
  database: Database;
  clock: Clock;
  access: Access;
  factBase: FactBase;
  hub: LiveHub;
}

/** What one request brings. */
export interface Visitor {
  identity: Identity | null;
  language: Language;
  local: boolean;
  cookies?: CookieJar;
}

/** The context of one operation: it reads one state of the facts throughout, and after a write the state with it. */
export class OperationContext implements LiveContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly access: Access;
  readonly hub: LiveHub;
  readonly identity: Identity | null;
  readonly language: Language;
  readonly local: boolean;
  readonly cookies?: CookieJar;
  private readonly factBase: FactBase;
  private reading: Promise<Facts> | null = null;
  private loading: Loaders | null = null;

  constructor(services: Services, visitor: Visitor) {
    ({ database: this.database, clock: this.clock, access: this.access, hub: this.hub, factBase: this.factBase } = services);
    ({ identity: this.identity, language: this.language, local: this.local, cookies: this.cookies } = visitor);
  }

  facts(): Promise<Facts> {
    return (this.reading ??= this.factBase.latest());
  }

  get loaders(): Loaders {
    return (this.loading ??= new Loaders(this.database.read));
  }

  written(): void {
    this.reading = this.loading = null;
  }
}
