import type { Day } from '../../api/day';
import type { Actor, Identity } from '../../api/identity';
import type { Language } from '../../api/refusal';
import type { ImportKind } from './rows';

/** A file that somebody sends in. */
export interface ImportRequest<K extends ImportKind = ImportKind> {
  kind: K;
  fileName: string;
  bytes: Buffer;
  /** Says what would be done and writes nothing. */
  dryRun: boolean;
  /** The day that figures hold for where their sheet does not say. */
  asOf: Day | null;
  /** Whose rights hold, row by row. */
  identity: Identity;
  language: Language;
  /** Who the changes are recorded under. */
  actor: Actor;
}
