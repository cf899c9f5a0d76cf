import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LedgerDefinition } from './definition';

const load = createRequire(__filename);

/** Every `*.ledger` file of this folder, by the place that each gives itself. */
export const ledgers: readonly LedgerDefinition[] = readdirSync(__dirname)
  .filter((file) => /\.ledger\.(js|ts)$/.test(file))
  .map((file) => (load(path.join(__dirname, file)) as { default: LedgerDefinition }).default)
  .sort((a, b) => a.place - b.place);

/** The ledger with this id, or null. */
export const ledgerById = (id: string): LedgerDefinition | null => ledgers.find((one) => one.id === id) ?? null;
