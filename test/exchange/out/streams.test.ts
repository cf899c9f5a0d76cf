import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { writeWorkbook } from '../../../server/exchange/out/xlsx/workbook';
import type { XlsxRow } from '../../../server/exchange/out/xlsx/cells';
import type { XlsxSheet } from '../../../server/exchange/out/xlsx/sheet';
import { readWorkbook } from './workbook';

const AT = new Date('2024-06-30T04:00:00Z');

function sheetOf(rows: Iterable<XlsxRow>, rowCount: number): XlsxSheet {
  return { name: '表', widths: [12, 30], headerRow: 1, lastFiltered: rowCount, rowCount, merges: [], paper: 'A4', footer: { page: '第', of: '页 共', end: '页' }, rows };
}

/** Rows that tell how many of them were made, and whether somebody stopped asking. */
function countedRows(count: number): { rows: Iterable<XlsxRow>; made: () => number; ended: () => boolean } {
  let made = 0;
  let ended = false;
  function* rows(): Generator<XlsxRow> {
    try {
      for (; made < count; made++) yield { cells: [{ value: String(made), format: 'number', look: 'body' }, { value: `第${made}行 ${Math.sin(made)}`, format: 'text', look: 'body' }] };
    } finally {
      ended = true;
    }
  }
  return { rows: rows(), made: () => made, ended: () => ended };
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('a spreadsheet as a stream', () => {
  it('begins before its rows are reckoned', async () => {
    let give: (sheets: XlsxSheet[]) => void = () => undefined;
    const stream = writeWorkbook(1, () => new Promise((resolve) => (give = resolve)), AT);
    await once(stream, 'readable');
    expect((stream.read() as Buffer).subarray(0, 2).toString()).toBe('PK');
    const { rows } = countedRows(3);
    give([sheetOf(rows, 3)]);
    await bytesOf(stream);
  });

  it('makes no more rows than are read, and all of them in the end', async () => {
    const { rows, made } = countedRows(60_000);
    const stream = writeWorkbook(1, async () => [sheetOf(rows, 60_000)], AT);
    const first = await new Promise<Buffer>((resolve) => stream.once('data', (chunk: Buffer) => {
      stream.pause();
      resolve(chunk);
    }));
    // Long enough to make them all, were there nothing to hold it back.
    await sleep(1000);
    expect(made()).toBeLessThan(30_000);
    const rest: Buffer[] = [first];
    stream.on('data', (chunk: Buffer) => rest.push(chunk));
    stream.resume();
    await once(stream, 'end');
    expect(made()).toBe(60_000);
    expect((await readWorkbook(Buffer.concat(rest))).cells.get('B60000')!.text).toBe(`第59999行 ${Math.sin(59_999)}`);
  });

  it('stops its work when nobody reads any more', async () => {
    const { rows, made, ended } = countedRows(10_000_000);
    const stream = writeWorkbook(1, async () => [sheetOf(rows, 10_000_000)], AT);
    await new Promise((resolve) => stream.once('data', resolve));
    while (made() === 0) await sleep(5);
    stream.destroy();
    for (let i = 0; i < 200 && !ended(); i++) await sleep(10);
    expect(ended()).toBe(true);
    expect(made()).toBeLessThan(10_000_000);
  });

  it('tells of rows that cannot be made', async () => {
    const broken = writeWorkbook(1, () => Promise.reject(new Error('no rows')), AT);
    await expect(bytesOf(broken)).rejects.toThrow('no rows');
    const half = writeWorkbook(1, async () => [sheetOf((function* (): Generator<XlsxRow> {
      yield { cells: [] };
      throw new Error('a row failed');
    })(), 2)], AT);
    await expect(bytesOf(half)).rejects.toThrow('a row failed');
  });

  it('is the same, byte for byte, for the same rows and instant', async () => {
    const write = () => bytesOf(writeWorkbook(1, async () => [sheetOf(countedRows(50).rows, 50)], AT));
    expect((await write()).equals(await write())).toBe(true);
  });
});
