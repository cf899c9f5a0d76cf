import { Refusal } from '../api/refusal';
import { StartError } from '../database/start-error';
import type { ControlAnswer, ControlRequest } from '../http/control';
import { UsageError, type Command, type CommandEnvironment } from './command';
import { findCommand, usage } from './commands';

/** Where a command runs, whoever asked for it. */
export type Workplace = Pick<CommandEnvironment, 'database' | 'clock' | 'access' | 'factBase'>;

/** Where the lines go. */
export interface Printer {
  out(line: string): void;
  complain(line: string): void;
}

/** What to say of a command that was not typed as it should be. */
export const complaint = (error: UsageError, { name, usage: rest }: Command): string => `${error.message}\nusage: npm run cli -- ${name} ${rest}`.trimEnd();

/**
 * Runs a command. What is refused is one line and exit code 1, what is not understood its usage and exit code 2.
 * @throws what is a fault of ours.
 */
export async function runCommand({ args: words, cwd, secret }: ControlRequest, workplace: Workplace, { out, complain }: Printer): Promise<number> {
  const found = findCommand(words);
  if (!found) {
    usage().forEach(complain);
    return 2;
  }
  const { command, args } = found;
  try {
    const readSecret = async () => {
      if (secret === null) throw new StartError('no password was given');
      return secret;
    };
    await command.run(args, { ...workplace, cwd, out, readSecret });
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(complaint(error, command));
      return 2;
    }
    if (error instanceof Refusal) complain(error.in('en'));
    else if (error instanceof StartError) complain(error.message);
    else throw error;
    return 1;
  }
}

/** What the server does with a command that came over /control. */
export const controlRunner = (workplace: Workplace) => async (request: ControlRequest): Promise<ControlAnswer> => {
  const lines: string[] = [];
  const complaints: string[] = [];
  const exitCode = await runCommand(request, workplace, { out: (line) => void lines.push(line), complain: (line) => void complaints.push(line) });
  return { exitCode, lines, complaints };
};
