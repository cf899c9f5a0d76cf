import { createAccess } from '../access/access';
import { systemClock } from '../api/clock';
import { FactBase } from '../catalogue/fact-base';
import { readConfig, type Config } from '../config';
import { localBell, redisBell } from '../database/bell';
import { Database } from '../database/database';
import { lockFile } from '../database/file-lock';
import { StartError } from '../database/start-error';
import { CONTROL_HEADER, findNote, type ControlAnswer, type ControlRequest } from '../http/control';
import { tables } from '../tables';
import { UsageError, type SecretSource } from './command';
import { findCommand, usage } from './commands';
import { complaint, runCommand, type Printer } from './run';

/** Where the operator sits. */
export interface Terminal extends Printer {
  env: Readonly<Record<string, string | undefined>>;
  /** The program's folder, from where a relative database file is meant. */
  root: string;
  /** The folder that the operator is in. */
  cwd: string;
  readSecret(source: SecretSource): Promise<string>;
}

/**
 * Runs one command of the operator. Nothing but the server opens a SQLite file: while one holds it, the command goes
 * there over this machine's own network.
 * @returns the exit code: 0 done, 1 refused, 2 not understood.
 */
export async function operate(words: string[], terminal: Terminal): Promise<number> {
  const found = findCommand(words);
  if (!found) {
    const asked = words.length === 1 && ['help', '--help'].includes(words[0]);
    usage().forEach(asked ? terminal.out : terminal.complain);
    return asked ? 0 : 2;
  }
  try {
    const config = readConfig(terminal.env, terminal.root);
    const source = found.command.secret?.(found.args);
    const request = { args: words, cwd: terminal.cwd, secret: source ? await terminal.readSecret(source) : null };
    return await run(config, request, terminal);
  } catch (error) {
    if (error instanceof StartError) terminal.complain(error.message);
    else if (error instanceof UsageError) terminal.complain(complaint(error, found.command));
    else throw error;
    return error instanceof UsageError ? 2 : 1;
  }
}

async function run(config: Config, request: ControlRequest, printer: Printer): Promise<number> {
  if (config.database.engine === 'mysql') return runHere(config, request, printer);
  const lock = lockFile(config.database.file);
  if (!lock) return runInServer(config.database.file, request, printer);
  try {
    return await runHere(config, request, printer);
  } finally {
    lock.release();
  }
}

async function runHere(config: Config, request: ControlRequest, printer: Printer): Promise<number> {
  const clock = systemClock(config.today);
  const bell = config.redisUrl ? await redisBell(config.redisUrl, () => undefined) : localBell();
  try {
    const database = await Database.open(config.database, tables, clock, bell);
    try {
      return await runCommand(request, { database, clock, access: createAccess(database, clock, null), factBase: new FactBase(database) }, printer);
    } finally {
      await database.close();
    }
  } finally {
    await bell.close();
  }
}

async function runInServer(file: string, request: ControlRequest, { out, complain }: Printer): Promise<number> {
  const note = findNote(file);
  if (!note) throw new StartError(`another program holds ${file}, and it is no server that takes commands; try again when it has ended`);
  // A server that listens at every address is reached at this machine's own.
  const address = { '0.0.0.0': '127.0.0.1', '::': '::1' }[note.address] ?? note.address;
  const host = address.includes(':') ? `[${address}]` : address;
  const response = await fetch(`http://${host}:${note.port}/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CONTROL_HEADER]: note.secret },
    body: JSON.stringify(request),
  }).catch(() => null);
  if (!response?.ok) throw new StartError(`the server that holds ${file} did not take the command; its log may say why`);
  const answer = (await response.json().catch(() => null)) as ControlAnswer | null;
  if (!answer) throw new StartError(`the server that holds ${file} broke off; its log may say why`);
  const { exitCode, lines, complaints } = answer;
  lines.forEach(out);
  complaints.forEach(complain);
  return exitCode;
}
