import { readPack } from '../../exchange/pack/read';
import { writeFiles } from './files';
import { generate } from './generate';

/** `main.js <pack folder> [<folder to write to>]`: draws the pack's CSV files from its facts and settings. */
function main(folder: string | undefined, target = folder): void {
  if (folder === undefined || target === undefined) throw new Error('Usage: main.js <pack folder> [<folder to write to>]');
  const generated = generate(folder);
  writeFiles(generated, target);
  if (target === folder) readPack(folder);
  process.stdout.write(`${generated.works.length} works written to ${target}\n`);
}

try {
  main(process.argv[2], process.argv[3]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
