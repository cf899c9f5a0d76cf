import { readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { Refusal } from '../../../server/api/refusal';
import { readImport } from '../../../server/exchange/import/read';
import type { ImportFile, ImportKind, ImportRow, Read } from '../../../server/exchange/import/rows';
import { root } from '../../harness';
import { tinyLexicon } from './county-file';

/** What a clerk means by a file; `test/fixtures/import/README.md` says how to read it. */
interface ExpectedSheet {
  name: string | null;
  table?: boolean;
  asOf: string | null;
  headerRows?: number[];
  ignoredRows?: number[];
  assumedIgnored?: number[];
  emptyRows?: number[];
  columns: Record<string, string>;
  passedOver?: { cell: string }[];
  unknownColumns?: { cell: string; title: string }[];
  rows: { row: number; values: Record<string, unknown> }[];
  errors?: { row: number; cell: string; assumed?: boolean }[];
}
interface ExpectedFile {
  kind: ImportKind;
  refused?: string;
  cells?: string[];
  sheets: ExpectedSheet[];
}

const folder = join(root, 'test/fixtures/import');
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, ExpectedFile>;
const read = (file: string, kind: ImportKind): Promise<ImportFile<object>> => readImport(kind, file, readFileSync(join(folder, file)), tinyLexicon(), 'zh');

const plain = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'value' in value ? value.value : value);

/** A row's values as the expectation writes them, in a fixed order. */
const said = (row: number, values: Readonly<Record<string, unknown>>): string =>
  `${row} ${JSON.stringify(Object.entries(values).filter(([, value]) => value !== null && value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
const saidBy = ({ row, values }: ImportRow<object>): string => said(row, Object.fromEntries(Object.entries(values as Record<string, Read<unknown>>).map(([key, { value }]) => [key, value])));

const inSheet = <T extends { sheet: string }>(things: readonly T[], sheet: string): T[] => things.filter((thing) => thing.sheet === sheet);
const squeezed = (text: string): string => text.replace(/\s/g, '');

describe.each(Object.entries(expected).filter(([, { refused }]) => !refused))('%s is read as a clerk means it', (file, { kind, sheets }) => {
  let answer: ImportFile<object>;
  beforeAll(async () => {
    answer = await read(file, kind);
  });

  it.each(sheets.map((sheet) => [sheet.name ?? parse(file).name, sheet] as const))('sheet %s', (name, sheet) => {
    const rows = inSheet(answer.rows, name);
    if (sheet.table === false) {
      expect(rows).toEqual([]);
      return;
    }
    expect(rows.map(saidBy).sort()).toEqual(sheet.rows.map(({ row, values }) => said(row, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])))).sort());
    expect(new Set(rows.map(({ asOf }) => asOf))).toEqual(new Set([plain(sheet.asOf)]));

    // What a cell fails to say of two fields together is for the planning to find.
    const certain = (sheet.errors ?? []).filter(({ assumed }) => !assumed).map(({ cell }) => cell);
    const possible = (sheet.errors ?? []).map(({ cell }) => cell);
    const cells = inSheet(answer.errors, name).map(({ cell }) => cell);
    expect(cells).toEqual(expect.arrayContaining(certain));
    expect(possible).toEqual(expect.arrayContaining(cells));

    const ignored = inSheet(answer.ignoredRows, name).map(({ row }) => row);
    const told = [...(sheet.headerRows ?? []), ...(sheet.ignoredRows ?? []), ...(sheet.assumedIgnored ?? [])];
    expect(ignored).toEqual(expect.arrayContaining(told));
    expect([...told, ...(sheet.emptyRows ?? [])]).toEqual(expect.arrayContaining(ignored));

    const unknown = inSheet(answer.unknownColumns, name);
    expect(unknown.map(({ cell, title }) => `${cell} ${squeezed(title)}`)).toEqual(expect.arrayContaining((sheet.unknownColumns ?? []).map(({ cell, title }) => `${cell} ${squeezed(title)}`)));
    expect([...(sheet.unknownColumns ?? []), ...(sheet.passedOver ?? [])].map(({ cell }) => cell)).toEqual(expect.arrayContaining(unknown.map(({ cell }) => cell)));
  });

  it('and every value names the cell where it stands', () => {
    for (const sheet of sheets.filter(({ table }) => table !== false)) {
      for (const { values } of inSheet(answer.rows, sheet.name ?? parse(file).name)) {
        for (const [key, { cell }] of Object.entries(values as Record<string, Read<unknown>>)) {
          const fields = sheet.columns[cell.replace(/\d+$/, '')]?.split(/[ ,.]+/) ?? [];
          // A source or procedure is named by its columns' title; a county that has no column, by the file.
          if (!['source', 'kind'].includes(key) && Object.values(sheet.columns).some((field) => field.split('.').at(-1) === key)) expect([file, cell, fields]).toEqual([file, cell, expect.arrayContaining([key])]);
        }
      }
    }
  });
});

it.each(Object.entries(expected).filter(([, { refused }]) => refused))('%s is refused as a whole, with one line that says why', async (file, { kind, cells = [] }) => {
  const refusal: unknown = await read(file, kind).then(() => null, (error: unknown) => error);
  if (!(refusal instanceof Refusal)) throw new Error(`expected a refusal, got ${String(refusal)}`);
  expect(refusal.detail.field).toBe('file');
  for (const cell of cells) expect(refusal.message).toContain(cell);
  expect(refusal.message).not.toContain('\n');
});
