import { migrations } from '../migrations';
import { accessEntities } from './access/access';
import { ChangeCounter, ChangeRecord, IdempotencyKey, NumberSequence } from './database/change.entity';
import type { Tables } from './database/data-source';

/** Every table of the program. */
export const tables: Tables = {
  entities: [ChangeCounter, ChangeRecord, IdempotencyKey, NumberSequence, ...accessEntities],
  migrations,
};
