import type { Command } from './command';
import { dataCommands } from './data-commands';
import { exportCommands } from './export-commands';
import { importCommands } from './import-commands';
import { sampleCommands } from './sample-commands';
import { userCommands } from './user-commands';

/** Every command of the operator, in the order of the help. */
export const commands: readonly Command[] = [...dataCommands, ...importCommands, ...sampleCommands, ...exportCommands, ...userCommands];

/** The command that the words begin with, and the words that follow its name. */
export function findCommand(words: readonly string[]): { command: Command; args: string[] } | null {
  for (const command of commands) {
    const name = command.name.split(' ');
    if (name.every((word, i) => words[i] === word)) return { command, args: words.slice(name.length) };
  }
  return null;
}

/** How to use the program. */
export function usage(): string[] {
  return ['usage: npm run cli -- <command>', '', ...commands.flatMap(({ name, usage: rest, about }) => [`  ${name} ${rest}`.trimEnd(), `      ${about}`])];
}
