import { Readable } from 'node:stream';
import type { Day } from '../../api/day';
import type { Identity } from '../../api/identity';
import { refuse } from '../../api/refusal';
import { Turns } from '../../api/turns';
import { may } from '../../access/policy';
import type { Facts } from '../../catalogue/facts';
import { askLedger, type OpenLedger } from '../../ledgers/open';
import { ledgerById } from '../../ledgers/registry';
import { namingParameters, readLedgerAsked, readWorksAsked, sectionsParameters, type Parameters, type WorksAsked } from './asked';
import { sectionsGeoJson, worksGeoJson } from './geojson';
import { BYTE_ORDER_MARK, ledgerCsv } from './ledger-csv';
import { ledgerSheet, ledgerTitle } from './ledger-xlsx';
import { oc4idsPackage } from './oc4ids';
import { chooseColumns, holdsSamples, type ShownLedger } from './table';
import { words } from './words';
import { writeWorkbook } from './xlsx/workbook';

/** A file that goes out, before any of it is made. */
export interface FileOut {
  /** What people call it. */
  name: string;
  /** What programs that know no Chinese call it. */
  plainName: string;
  type: string;
  /** Makes it as it is read; destroying the stream ends the work. */
  stream(): Promise<Readable> | Readable;
}

/** Who exports, from what, when. */
export interface Exporter {
  facts: Facts;
  viewer: Identity;
  today: Day;
  now: Date;
}

/** What ledgers are exported as. */
export const LEDGER_FORMATS = ['xlsx', 'csv'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

/** @throws Refusal FORBIDDEN for who may not take files out. */
export const checkMayExport = (viewer: Identity): void => {
  if (!may(viewer, 'EXPORT')) throw refuse('FORBIDDEN');
};

/** Text in pieces as bytes, of which no more is made than is read. */
const textStream = (pieces: AsyncIterable<string>): Readable => Readable.from(pieces, { objectMode: false });

/**
 * A ledger as a file.
 * @throws Refusal FORBIDDEN, NOT_FOUND for a ledger that there is not, or what is wrong with a parameter.
 */
export function ledgerFile({ facts, viewer, today, now }: Exporter, id: string, format: LedgerFormat, parameters: Parameters): FileOut {
  checkMayExport(viewer);
  if (!ledgerById(id)) throw refuse('NOT_FOUND', { field: 'id' });
  const asked = namingParameters(() => readLedgerAsked(id, parameters));
  const day = asked.asOf ?? today;
  const { language, filter, columns: keys } = asked;
  const { definition, open } = namingParameters(() => askLedger(facts, viewer, day, asked));
  const columns = chooseColumns(definition, keys);
  const shown = async (): Promise<ShownLedger> => ({ ledger: await open(), columns, language });
  const title = ledgerTitle(definition, day, asked.year, language);
  const programme = facts.reference.setting<{ city: string; name: string; sampleNote: string | null }>('programme');
  // A plain table has no place to say of a value that it is made up.
  const warning = format === 'csv' && programme?.sampleNote ? words[language].holdsSamples : '';
  return {
    name: `${title}_${day}${warning}.${format}`,
    plainName: `${id}-${day}.${format}`,
    type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    stream: () => format === 'csv'
      ? textStream((async function* () {
        yield BYTE_ORDER_MARK;
        yield* ledgerCsv(await shown(), new Turns());
      })())
      : writeWorkbook(1, async () => {
        const table = await shown();
        const samples = await holdsSamples(table, new Turns());
        return [ledgerSheet(table, { programme: programme && language === 'zh' ? `${programme.city}“${programme.name}”` : null, filter, reference: facts.reference, samples })];
      }, now),
  };
}

/** The works that were asked for, as the overall ledger has them. */
function askWorks({ facts, viewer, today }: Exporter, { asOf, filter }: WorksAsked, id = 'overall'): { day: Day; open(): Promise<OpenLedger> } {
  const day = asOf ?? today;
  return { day, open: namingParameters(() => askLedger(facts, viewer, day, { id, filter })).open };
}

const GEOJSON = 'application/geo+json';

/** The works as points. @throws Refusal */
export function projectsFile(exporter: Exporter, parameters: Parameters): FileOut {
  checkMayExport(exporter.viewer);
  const { day, open } = askWorks(exporter, readWorksAsked(parameters));
  return { name: `工程_${day}.geojson`, plainName: `projects-${day}.geojson`, type: GEOJSON, stream: () => textStream(worksGeoJson(open, day)) };
}

/** The monitoring sections as points. @throws Refusal */
export function sectionsFile(exporter: Exporter, parameters: Parameters): FileOut {
  checkMayExport(exporter.viewer);
  const { day, open } = askWorks(exporter, readWorksAsked(parameters, sectionsParameters), 'sections');
  return { name: `监测断面_${day}.geojson`, plainName: `sections-${day}.geojson`, type: GEOJSON, stream: () => textStream(sectionsGeoJson(open, day)) };
}

/**
 * The works as a package of OC4IDS.
 * @param uri where the package of that day is to be had; null where nobody knows.
 * @throws Refusal; NOTHING_TO_PUBLISH where no work is left.
 */
export function oc4idsFile(exporter: Exporter, parameters: Parameters, uri: ((day: Day) => string) | null): FileOut {
  const { facts, viewer, now } = exporter;
  checkMayExport(viewer);
  const { day, open } = askWorks(exporter, readWorksAsked(parameters));
  return {
    name: `OC4IDS_${day}.json`,
    plainName: `oc4ids-${day}.json`,
    type: 'application/json; charset=utf-8',
    stream: async () => {
      const ledger = await open();
      if (!ledger.rows.length) throw refuse('NOTHING_TO_PUBLISH');
      return textStream(oc4idsPackage(ledger, facts, { uri: uri?.(day) ?? `urn:uuid:${facts.epoch}#${day}`, publishedDate: facts.changedAt ?? now }));
    },
  };
}
