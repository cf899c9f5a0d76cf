import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command';

/**
 * Reads the words after a command's name.
 * @param count how many words without -- it takes.
 * @throws UsageError
 */
export function readArguments<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], count: number, options: O) {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
  if (parsed.positionals.length !== count) throw new UsageError(parsed.positionals.length < count ? 'something is missing' : `too many words: ${parsed.positionals.slice(count).join(' ')}`);
  return { words: parsed.positionals, options: parsed.values };
}
