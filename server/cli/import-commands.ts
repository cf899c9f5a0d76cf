import fs from 'node:fs';
import path from 'node:path';
import { isDay } from '../api/day';
import { StartError } from '../database/start-error';
import { LIMITS } from '../exchange/sheet/limits';
import { IMPORT_KINDS, type ImportKind } from '../exchange/import/rows';
import { runImport } from '../exchange/import/run';
import { actingAs } from './acting-as';
import { readArguments } from './arguments';
import { UsageError, type Command } from './command';

/** Refusals that are printed; a file with more is better mended in its program. */
const SHOWN = 50;

function readFile(cwd: string, name: string): Buffer {
  const file = path.resolve(cwd, name);
  try {
    // What is too large is not even read.
    if (fs.statSync(file).size > LIMITS.fileMegabytes * 1024 * 1024) throw new StartError(`${name} is larger than ${LIMITS.fileMegabytes} MB`);
    return fs.readFileSync(file);
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(`${name} cannot be read: ${(error as Error).message}`);
  }
}

const importOf = (kind: ImportKind): Command => ({
  name: `import ${kind}`,
  usage: '<file.xlsx|file.csv> [--dry-run] [--as USER] [--as-of DAY]',
  about: `takes ${kind} in from a spreadsheet with the rights of USER (without one: of the task force), all of it or nothing; --as-of is the day that its figures hold for where it does not say`,
  async run(args, environment) {
    const { words: [name], options } = readArguments(args, 1, { 'dry-run': { type: 'boolean' }, as: { type: 'string' }, 'as-of': { type: 'string' } });
    const asOf = options['as-of'] as string | undefined;
    if (asOf !== undefined && !isDay(asOf)) throw new UsageError(`--as-of ${asOf} is no day like 2024-06-30`);
    const { database, clock, cwd, out, factBase } = environment;
    const bytes = readFile(cwd, name);
    const identity = await actingAs(options.as as string | undefined, environment, (await factBase.latest()).reference);
    const dryRun = options['dry-run'] === true;
    const answer = await runImport(database, clock.today(), {
      kind, fileName: path.basename(name), bytes, dryRun, asOf: asOf ?? null, identity, language: 'en',
      actor: { name: identity.username, userId: identity.userId || null },
    });
    for (const { sheet, title, cell } of answer.unknownColumns) out(`${sheet} ${cell}: column "${title}" is not known and left out`);
    for (const { sheet, cell, message, value } of answer.errors.slice(0, SHOWN)) out(`${sheet} ${cell}: ${message}${value ? ` ("${value}")` : ''}`);
    if (answer.errors.length > SHOWN) out(`… and ${answer.errors.length - SHOWN} more`);
    const { created, changed, unchanged, refused } = answer;
    const written = dryRun || refused ? 'nothing was written' : 'written';
    const line = `${name}: ${created} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused; ${written}`;
    if (refused) throw new StartError(line);
    out(line);
  },
});

/** Commands that take spreadsheets in. */
export const importCommands: Command[] = IMPORT_KINDS.map(importOf);
