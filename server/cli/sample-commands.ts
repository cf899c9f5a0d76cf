import { createHash } from 'node:crypto';
import path from 'node:path';
import { StartError } from '../database/start-error';
import { dayOfAlready, runSampleImport } from '../exchange/samples/run';
import { FileBytes } from '../exchange/sheet/file-bytes';
import { STREAM_LIMITS } from '../exchange/sheet/limits';
import { actingAs } from './acting-as';
import { readArguments } from './arguments';
import type { Command } from './command';

/** Refusals and warnings that are printed; a file with more is better mended in its program. */
const SHOWN = 50;

async function openFile(cwd: string, name: string): Promise<{ file: FileBytes; digest: string }> {
  let file: FileBytes | null = null;
  try {
    file = await FileBytes.open(path.resolve(cwd, name));
    if (file.size > STREAM_LIMITS.fileMegabytes * 1024 * 1024) throw new StartError(`${name} is larger than ${STREAM_LIMITS.fileMegabytes} MB`);
    const hash = createHash('sha256');
    for await (const piece of file.pieces()) hash.update(piece);
    return { file, digest: hash.digest('hex') };
  } catch (error) {
    await file?.close();
    throw error instanceof StartError ? error : new StartError(`${name} cannot be read: ${(error as Error).message}`);
  }
}

const importSamples: Command = {
  name: 'import samples',
  usage: '<file.xlsx|file.csv> [--dry-run] [--leave-out] [--as USER]',
  about: "takes a station's samples in with the rights of USER (without one: of the task force), in batches of 10,000 values; after a breakdown the same file goes on where it ended; --leave-out takes the rest of a file of which cells are refused",
  async run(args, environment) {
    const { words: [name], options } = readArguments(args, 1, { 'dry-run': { type: 'boolean' }, 'leave-out': { type: 'boolean' }, as: { type: 'string' } });
    const { database, clock, cwd, out, factBase } = environment;
    const facts = await factBase.latest();
    const identity = await actingAs(options.as as string | undefined, environment, facts.reference);
    const { file, digest } = await openFile(cwd, name);
    const [dryRun, leaveOut] = [options['dry-run'] === true, options['leave-out'] === true];
    try {
      const answer = await runSampleImport({ database, facts, today: clock.today() }, {
        fileName: path.basename(name), file, digest, dryRun, leaveOut, identity, language: 'en', actor: { name: identity.username, userId: identity.userId || null },
      });
      for (const { sheet, title, cell } of answer.unknownColumns) out(`${sheet} ${cell}: column "${title}" is not known and left out`);
      for (const { sheet, title, cell, count } of answer.unknownItems) out(`${sheet} ${cell}: item "${title}" is not known and left out, ${count} rows`);
      for (const { sheet, cell, message, value } of answer.errors.slice(0, SHOWN)) out(`${sheet} ${cell}: ${message}${value ? ` ("${value}")` : ''}`);
      if (answer.refused > SHOWN) out(`… and ${answer.refused - Math.min(SHOWN, answer.errors.length)} more refused`);
      for (const { sheet, cell, message } of answer.warnings.slice(0, SHOWN)) out(`${sheet} ${cell}: ${message}`);
      if (answer.flagged > SHOWN) out(`… and ${answer.flagged - Math.min(SHOWN, answer.warnings.length)} more flagged`);
      const { created, changed, unchanged, replaced, refused, values, already } = answer;
      const stopped = refused > 0 && !leaveOut;
      const end = already ? `all of it came in on ${dayOfAlready(already)} from ${already.by}` : dryRun || stopped ? 'nothing was written' : 'written';
      const line = `${name}: ${values} values, ${created} samples new, ${changed} changed, ${unchanged} unchanged, ${replaced} values replaced, ${refused} cells refused; ${end}`;
      if (stopped) throw new StartError(line);
      out(line);
    } finally {
      await file.close();
    }
  },
};

/** Commands that take measurements in. */
export const sampleCommands: Command[] = [importSamples];
