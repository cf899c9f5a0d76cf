import 'reflect-metadata';
import { createAccess } from './access/access';
import { systemClock } from './api/clock';
import { UsageError } from './cli/command';
import { findCommand, usage } from './cli/commands';
import { complaint, runCommand, type Printer } from './cli/run';
import { readSecret } from './cli/secret-input';
import { readConfig, type Config } from './config';
import { localBell, redisBell } from './database/bell';
import { Database } from './database/database';
import { lockFile } from './database/file-lock';
import { StartError } from './database/start-error';
import { CONTROL_HEADER, findNote, type ControlAnswer, type ControlRequest } from './http/control';
import { tables } from './tables';

const printer: Printer = {
  out: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
};

/**
 * Runs one command of the operator. Nothing but the server opens a SQLite file: while one holds it, the command goes
 * there over this machine's own network.
 * @returns the exit code.
 */
async function main(words: string[]): Promise<number> {
  const found = findCommand(words);
  if (!found) {
    const asked = words.length === 1 && ['help', '--help'].includes(words[0]);
    usage().forEach(asked ? printer.out : printer.complain);
    return asked ? 0 : 2;
  }
  const config = readConfig(process.env, process.cwd());
  const request: ControlRequest = { args: words, cwd: process.env.INIT_CWD ?? process.cwd(), secret: await secretFor(found) };
  if (config.database.engine === 'mysql') return runHere(config, request);
  const lock = lockFile(config.database.file);
  if (!lock) return runInServer(config.database.file, request);
  try {
    return await runHere(config, request);
  } finally {
    lock.release();
  }
}

async function secretFor({ command, args }: NonNullable<ReturnType<typeof findCommand>>): Promise<string | null> {
  try {
    const source = command.secret?.(args);
    return source ? await readSecret(source) : null;
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(complaint(error, command)) : error;
  }
}

async function runHere(config: Config, request: ControlRequest): Promise<number> {
  const clock = systemClock(config.today);
  const bell = config.redisUrl ? await redisBell(config.redisUrl, () => undefined) : localBell();
  const database = await Database.open(config.database, tables, clock, bell);
  try {
    return await runCommand(request, { database, clock, access: createAccess(database, clock, null) }, printer);
  } finally {
    await database.close();
    await bell.close();
  }
}

async function runInServer(file: string, request: ControlRequest): Promise<number> {
  const note = findNote(file);
  if (!note) throw new StartError(`another program holds ${file}, and it is no server that takes commands; try again when it has ended`);
  const response = await fetch(`http://${note.address.includes(':') ? `[${note.address}]` : note.address}:${note.port}/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CONTROL_HEADER]: note.secret },
    body: JSON.stringify(request),
  }).catch(() => null);
  if (!response?.ok) throw new StartError(`the server that holds ${file} did not take the command; its log may say why`);
  const { exitCode, lines, complaints } = (await response.json()) as ControlAnswer;
  lines.forEach(printer.out);
  complaints.forEach(printer.complain);
  return exitCode;
}

// Who reads along may stop reading, e.g. `| head`.
process.stdout.on('error', () => process.exit());

main(process.argv.slice(2)).then(
  (exitCode) => void (process.exitCode = exitCode),
  (error: unknown) => {
    const known = error instanceof StartError || error instanceof UsageError;
    process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);
