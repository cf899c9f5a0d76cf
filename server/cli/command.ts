import type { Access } from '../access/access';
import type { Clock } from '../api/clock';
import type { FactBase } from '../catalogue/fact-base';
import type { Database } from '../database/database';

/** What a command runs in: the command line's own process, or the server that holds the database file. */
export interface CommandEnvironment {
  database: Database;
  clock: Clock;
  access: Access;
  factBase: FactBase;
  /** The folder that the command was typed in; paths are meant from there. */
  cwd: string;
  /** Prints a line. */
  out(line: string): void;
  /** What the operator typed without echo. */
  readSecret(): Promise<string>;
}

/** Where a secret comes from: the terminal, asked with this sentence, or standard input. */
export type SecretSource = { prompt: string } | 'stdin';

/** A command of the operator. */
export interface Command {
  /** "user add" */
  name: string;
  /** What follows the name, e.g. "<username> --role ROLE". */
  usage: string;
  /** One line on what it does. */
  about: string;
  /** Where to get the secret that `run` will read; left out when it reads none. @throws UsageError */
  secret?(args: string[]): SecretSource;
  /** @throws Refusal or StartError for what is refused, UsageError for what is not understood. */
  run(args: string[], environment: CommandEnvironment): Promise<void>;
}

/** The command was not typed as its usage says. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
