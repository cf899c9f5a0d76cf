import { firstFree, markSheet } from '../../../server/exchange/import/mark-sheet';

/** A sheet's XML as it arrives: so many bytes at once. */
async function* arriving(xml: string, bytes = 7): AsyncGenerator<Buffer> {
  const whole = Buffer.from(xml);
  for (let at = 0; at < whole.length; at += bytes) yield whole.subarray(at, at + bytes);
}

async function marked(xml: string, texts: Record<number, string>, column?: number, bytes?: number): Promise<string> {
  const pieces: Buffer[] = [];
  const place = column ?? (await firstFree(arriving(xml, bytes)));
  for await (const piece of markSheet(arriving(xml, bytes), place, new Map(Object.entries(texts).map(([row, text]) => [Number(row), text])))) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const own = (place: string, text: string, prefix = '') => `<${prefix}c r="${place}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
const sheet = (rows: string, rest = '') => `<?xml version="1.0"?><worksheet><sheetViews/><sheetData>${rows}</sheetData>${rest}</worksheet>`;

test('a text stands right of everything that holds a value, whatever looks stand there', async () => {
  const xml = sheet('<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="4"/><c r="D2" s="4"/></row><row r="3" spans="1:2" ht="20"><c r="A3" t="s"><v>7</v></c><c r="B3" t="inlineStr"><is><t>汾</t></is></c><c r="C3" s="4"/></row>');
  expect(await marked(xml, { 2: '不变', 3: 'a<b & "c"' })).toBe(sheet(
    `<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="4"/>${own('C2', '不变')}<c r="D2" s="4"/></row><row r="3" ht="20"><c r="A3" t="s"><v>7</v></c><c r="B3" t="inlineStr"><is><t>汾</t></is></c>${own('C3', 'a&lt;b &amp; &quot;c&quot;')}</row>`,
  ));
});

test('rows and cells without places follow one another, empty rows among them', async () => {
  const xml = sheet('<row><c><v>1</v></c><c><v>2</v></c></row><row/><row r="7"><c r="A7"><v>3</v></c></row><row><c><v>4</v></c></row>');
  expect(await marked(xml, { 1: 'x', 2: 'y', 8: 'z' })).toBe(sheet(
    `<row><c><v>1</v></c><c><v>2</v></c>${own('C1', 'x')}</row><row>${own('C2', 'y')}</row><row r="7"><c r="A7"><v>3</v></c></row><row><c><v>4</v></c>${own('C8', 'z')}</row>`,
  ));
});

test('a prefix of the names is kept, what is no row is left alone, a stale extent goes', async () => {
  const xml = '<x:worksheet><x:dimension ref="A1:A1"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData><x:rowBreaks count="1"/></x:worksheet>';
  expect(await marked(xml, { 1: '甲' })).toBe(`<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>${own('B1', '甲', 'x:')}</x:row></x:sheetData><x:rowBreaks count="1"/></x:worksheet>`);
});

test('a column that holds earlier words gets the new ones', async () => {
  const xml = sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>5</v></c><c r="C2"><v>9</v></c></row>');
  expect(await marked(xml, { 2: '不变' }, 1)).toBe(sheet(`<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c>${own('B2', '不变')}<c r="C2"><v>9</v></c></row>`));
});

test('it makes no difference in what pieces a sheet arrives', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>第${i}行 &lt;row&gt;</t></is></c></row>`).join('');
  const xml = sheet(rows, '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>');
  const whole = await marked(xml, { 3: '三', 30: '三十' }, undefined, 1_000_000);
  expect(whole).toContain(own('B30', '三十'));
  for (const bytes of [1, 2, 3, 64]) expect(await marked(xml, { 3: '三', 30: '三十' }, undefined, bytes)).toBe(whole);
});
