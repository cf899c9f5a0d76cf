import path from 'node:path';
import { StartError } from '../database/start-error';
import { verifyDatabase } from '../database/verify';
import { verifySamples } from '../water/verify-samples';
import { loadPack } from '../exchange/pack/load';
import { PackError, readPack } from '../exchange/pack/read';
import { readArguments } from './arguments';
import type { Command } from './command';

const pack: Command = {
  name: 'pack load',
  usage: '<folder>',
  about: "Fills an empty database with a city's data pack; server/packs/README.md describes its files.",
  async run(args, { database, cwd, out }) {
    const [folder] = readArguments(args, 1, {}).words;
    const read = () => {
      try {
        return readPack(path.resolve(cwd, folder));
      } catch (error) {
        throw error instanceof PackError ? new StartError(error.message) : error;
      }
    };
    const loaded = read();
    await loadPack(database, loaded, { works: true });
    out(`loaded ${loaded.info.city} ${loaded.info.programme}: ${loaded.regions.length} regions, ${loaded.projects.length} works, ${loaded.sections.length} sections`);
  },
};

const verify: Command = {
  name: 'verify',
  usage: '',
  about: 'Recomputes the chain of changes, rebuilds works, stages and funds from it, and compares.',
  async run(args, { database, out }) {
    readArguments(args, 0, {});
    const { changes, rows, problems } = await verifyDatabase(database, [verifySamples]);
    problems.forEach(out);
    if (problems.length) throw new StartError('the database does not agree with its change record');
    out(`whole: ${changes} changes in one chain, ${rows} rows agree with it`);
  },
};

/** Commands on the data as a whole. */
export const dataCommands: Command[] = [pack, verify];
