import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StartError } from '../database/start-error';
import { ledgerParameters, reportParameters, sectionsParameters, worksParameters, type Parameters } from '../exchange/out/asked';
import { LEDGER_FORMATS, ledgerFile, oc4idsFile, projectsFile, sectionsFile, type Exporter, type FileOut } from '../exchange/out/files';
import { waterReportFile } from '../exchange/out/water-report-file';
import { actingAs } from './acting-as';
import { readArguments } from './arguments';
import { UsageError, type Command, type CommandEnvironment } from './command';

/** "asOf" as it is typed: "as-of". */
const typed = (parameter: string): string => parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const OPTION = { type: 'string', multiple: true } as const;

/** What a command was given: its words, as whom, and the parameters by their names in addresses. */
function readAsked(args: string[], count: number, names: readonly string[]): { words: string[]; as: string | undefined; parameters: Parameters } {
  const { words, options } = readArguments(args, count, { as: { type: 'string' }, ...Object.fromEntries(names.map((name) => [typed(name), OPTION])) });
  const given = options as Record<string, string[] | undefined>;
  return { words, as: options.as as string | undefined, parameters: new Map(names.flatMap((name) => (given[typed(name)] ? [[name, given[typed(name)]!] as const] : []))) };
}

async function exporterOf(as: string | undefined, environment: CommandEnvironment): Promise<Exporter> {
  const facts = await environment.factBase.latest();
  return { facts, viewer: await actingAs(as, environment, facts.reference), today: environment.clock.today(), now: environment.clock.now() };
}

/** Writes beside and then renames, so that a file is whole or not there. */
async function write(file: FileOut, to: string, { cwd, out }: CommandEnvironment): Promise<void> {
  const whole = path.resolve(cwd, to);
  const part = `${whole}.${process.pid}.part`;
  const stream = await file.stream();
  try {
    await pipeline(stream, fs.createWriteStream(part, { flags: 'wx' }));
    fs.renameSync(part, whole);
  } catch (error) {
    fs.rmSync(part, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    throw code?.startsWith('E') && !code.startsWith('ERR_') ? new StartError(`${to} cannot be written: ${message}`) : error;
  }
  out(`${to}: ${file.name}, ${fs.statSync(whole).size} bytes`);
}

const FILTERS = '[--as USER] [--as-of DAY] [--regions CODES] [--sectors …] [--stages …] …';

const ledger: Command = {
  name: 'export ledger',
  usage: `<id> <file.xlsx|file.csv> ${FILTERS} [--year YEAR] [--order-by COLUMN] [--direction DESC] [--group-by REGION] [--columns KEYS] [--lang en]`,
  about: 'writes a ledger as USER may read it (without one: all of it); conditions have the names of the API',
  async run(args, environment) {
    const { words: [id, to], as, parameters } = readAsked(args, 2, ledgerParameters);
    const format = LEDGER_FORMATS.find((one) => to.toLowerCase().endsWith(`.${one}`));
    if (!format) throw new UsageError(`the file's name must end with ${LEDGER_FORMATS.map((one) => `.${one}`).join(' or ')}`);
    await write(ledgerFile(await exporterOf(as, environment), id, format, parameters), to, environment);
  },
};

const other = (name: string, about: string, names: readonly string[], fileOf: (exporter: Exporter, parameters: Parameters) => FileOut): Command => ({
  name: `export ${name}`,
  usage: `<file> ${FILTERS}`,
  about,
  async run(args, environment) {
    const { words: [to], as, parameters } = readAsked(args, 1, names);
    await write(fileOf(await exporterOf(as, environment), parameters), to, environment);
  },
});

const waterReport: Command = {
  name: 'export water-report',
  usage: '<file.docx> [--as USER] [--kind DAILY|WEEKLY|MONTHLY] [--period 2025-01]',
  about: 'writes a paper of the water (daily analysis, weekly review, monthly notice) for Word; the latest with values without --period',
  async run(args, environment) {
    const { words: [to], as, parameters } = readAsked(args, 1, reportParameters);
    if (!to.toLowerCase().endsWith('.docx')) throw new UsageError('the file\'s name must end with .docx');
    await write(await waterReportFile(await exporterOf(as, environment), environment.database.read, parameters), to, environment);
  },
};

/** Commands that write files from the records. */
export const exportCommands: Command[] = [
  ledger,
  other('projects', 'writes the works as GeoJSON', worksParameters, projectsFile),
  other('sections', 'writes the monitoring sections as GeoJSON', sectionsParameters, sectionsFile),
  other('oc4ids', 'writes the works as a project package of the Open Contracting for Infrastructure Data Standard', worksParameters, (exporter, parameters) => oc4idsFile(exporter, parameters, null)),
  waterReport,
];
