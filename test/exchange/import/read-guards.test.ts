import { Refusal } from '../../../server/api/refusal';
import { sentences } from '../../../server/api/sentences';
import { partsOf, readFile, sheetOf, valuesOf, workbook, zipOf } from './county-file';

const MEGABYTE = 1024 * 1024;
const rows = [['项目名称', '县区'], ['甲', '石桥']];
const table = { name: '台账', rows };

/** What refuses a file; its sentence is one clear line in both languages. */
async function refusal(bytes: Buffer | string, name = '台账.xlsx'): Promise<Refusal> {
  const thrown: unknown = await readFile('works', bytes, name).then((file) => new Error(`it was read: ${JSON.stringify(valuesOf(file))}`), (error: unknown) => error);
  if (!(thrown instanceof Refusal)) throw thrown;
  expect(thrown.detail.field).toBe('file');
  for (const language of ['zh', 'en'] as const) expect(thrown.in(language)).not.toMatch(/\n|\{|undefined/);
  return thrown;
}
const keyOf = async (bytes: Buffer | string, name?: string): Promise<string> => (await refusal(bytes, name)).sentence;

const compound = (stream: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from(stream, 'utf16le'), Buffer.alloc(1000)]);
/** A workbook with its sheet's XML put in by hand. */
const withSheet = (xml: string, more: Record<string, string | Buffer> = {}): Promise<Buffer> => zipOf({ ...partsOf([table]), 'xl/worksheets/sheet0.xml': xml, ...more });

describe('what is no spreadsheet', () => {
  it('is told by its bytes, whatever its name, and what to do instead', async () => {
    expect(await keyOf('')).toBe('FILE_EMPTY');
    expect(await keyOf(compound('Workbook'))).toBe('FILE_IS_OLD_EXCEL');
    expect(await keyOf(compound('WordDocument'))).toBe('FILE_IS_DOCUMENT');
    expect(await keyOf(compound('EncryptedPackage'))).toBe('FILE_LOCKED');
    expect(await keyOf(compound('Anything'))).toBe('FILE_UNKNOWN');
    expect(await keyOf('%PDF-1.7 …')).toBe('FILE_IS_PDF');
    expect(await keyOf('{\\rtf1 …}')).toBe('FILE_IS_DOCUMENT');
    expect(await keyOf(Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('FILE_IS_PICTURE');
    expect(await keyOf(Buffer.from('526172211a0700', 'hex'))).toBe('FILE_IS_ARCHIVE');
    expect(await keyOf('<!DOCTYPE html><html><body><table><tr><td>项目名称</td></tr></table></body></html>')).toBe('FILE_IS_HTML');
    expect(await keyOf('\ufeff  <table border="1"><tr><td>项目名称</td></tr></table>', '台账.xls')).toBe('FILE_IS_HTML');
    expect(await keyOf('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')).toBe('FILE_IS_XML_EXCEL');
    expect(await keyOf('<?xml version="1.0"?><works/>')).toBe('FILE_UNKNOWN');
    expect(await keyOf(Buffer.from('00010203', 'hex'))).toBe('FILE_UNKNOWN');
    expect(await keyOf(Buffer.from('项目名称', 'utf16le'))).toMatch(/^FILE_(UNKNOWN|TEXT_ENCODING|NO_TABLE)$/);
    expect(await keyOf(Buffer.from('项目名称,\xff\xff\xff\n', 'latin1'))).toBe('FILE_TEXT_ENCODING');
  });

  it('may be a zip of something else', async () => {
    expect(await keyOf(await zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }))).toBe('FILE_IS_OPEN_DOCUMENT');
    expect(await keyOf(await zipOf({ '_rels/.rels': '<x/>', 'word/document.xml': '<x/>' }))).toBe('FILE_IS_DOCUMENT');
    expect(await keyOf(await zipOf({ '_rels/.rels': '<x/>', 'xl/workbook.bin': 'x' }))).toBe('FILE_IS_BINARY_EXCEL');
    expect(await keyOf(await zipOf({ '台账.csv': 'x' }))).toBe('FILE_IS_ARCHIVE');
  });

  it('or a table without the titles that we need', async () => {
    expect(await keyOf('{"a":1}', 'a.json')).toBe('FILE_NO_TABLE');
    expect(await keyOf(await sheetOf([['封面']]))).toBe('FILE_NO_TABLE');
    expect(await keyOf(await workbook({ ...table, hidden: true }))).toBe('FILE_NO_TABLE');
  });

  it('is read all the same when only its name is wrong', async () => {
    expect(valuesOf(await readFile('works', await sheetOf(rows), '台账.csv'))).toHaveLength(1);
    expect(valuesOf(await readFile('works', '项目名称,县区\n甲,石桥', '台账.xlsx'))).toHaveLength(1);
  });
});

describe('a file that is damaged', () => {
  it('is refused, wherever the damage is', async () => {
    const whole = await sheetOf(rows);
    const head = '<worksheet xmlns="m"><sheetData><row r="1">';
    const damages = [
      whole.subarray(0, whole.length - 30), Buffer.concat([whole.subarray(0, 200), Buffer.alloc(100), whole.subarray(300)]), await withSheet(`${head}<c r="A1"`), await withSheet(`${head}</sheetData></row></worksheet>`), await withSheet(''),
      await withSheet(`${head}<c r="A1"><v>&unknown;</v></c></row></sheetData></worksheet>`), await withSheet(`${head}<c r="B7"><v>1</v></c></row></sheetData></worksheet>`), await withSheet(`${head}<c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>`),
      await withSheet(`${head}<c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>`), await withSheet('<worksheet xmlns="m"><sheetData><row r="5"/><row r="4"/></sheetData></worksheet>'), await withSheet(`${head}<c r="A1"><v>\u0001</v></c></row></sheetData></worksheet>`),
      await zipOf({ '_rels/.rels': '<Relationships/>', 'xl/workbook.xml': '<x/>' }), await zipOf(Object.fromEntries(Object.entries(partsOf([table])).filter(([name]) => !name.startsWith('xl/worksheets')))),
    ];
    for (const [i, bytes] of damages.entries()) expect([i, await keyOf(bytes)]).toEqual([i, 'FILE_DAMAGED']);
    expect(await keyOf('项目名称,县区\n"甲,石桥\n乙,柳湾\n')).toBe('FILE_CSV_QUOTES');
  });

  it('names the formula that nobody reckoned', async () => {
    const { sentence, detail } = await refusal(await workbook(table, { name: '汇总', rows: [['x'], [null, { formula: 'SUM(A1:A9)' }]] }));
    expect([sentence, detail.sheet, detail.cell]).toEqual(['FILE_FORMULA_WITHOUT_VALUE', '汇总', 'B2']);
    expect(sentences.FILE_FORMULA_WITHOUT_VALUE.zh).toContain('{cell}');
  });
});

describe('a file that is built to exhaust its reader', () => {
  const started = (): (() => number) => {
    const at = process.hrtime.bigint();
    return () => Number(process.hrtime.bigint() - at) / 1e9;
  };
  const heap = (): number => process.memoryUsage().rss / MEGABYTE;

  it('is refused over 20 MB', async () => {
    expect(await keyOf(Buffer.alloc(20 * MEGABYTE + 1, 'x'))).toBe('FILE_TOO_LARGE');
  });

  it('is refused as soon as it has unpacked to too much, whatever it says of its size', async () => {
    // Hundreds of times its size: 330 MB of rows.
    const xml = Buffer.alloc(330 * MEGABYTE, '<row><c t="inlineStr"><is><t>甲</t></is></c></row>'.padEnd(4094));
    Buffer.from('<worksheet xmlns="m"><sheetData>'.padEnd(4096)).copy(xml);
    const bomb = await withSheet('', { 'xl/worksheets/sheet0.xml': xml });
    expect(bomb.length).toBeLessThan(10 * MEGABYTE);
    const before = heap();
    const taken = started();
    expect(await keyOf(bomb)).toBe('FILE_UNPACKS_TOO_LARGE');
    expect(heap() - before).toBeLessThan(400);
    expect(taken()).toBeLessThan(40);
    // One that says it is small.
    const honest = xml.length;
    const lying = Buffer.from(bomb);
    for (let at = lying.indexOf(sizeOf(honest)); at >= 0; at = lying.indexOf(sizeOf(honest), at + 4)) lying.writeUInt32LE(1000, at);
    expect(await keyOf(lying)).toBe('FILE_DAMAGED');
  });

  it('is refused by its blanks, its depth and its entities before they cost anything', async () => {
    const head = '<worksheet xmlns="m"><sheetData><row r="1"><c r="A1"><v>';
    expect(await keyOf(await withSheet(`${head}${' '.repeat(5_000_000)}`))).toBe('FILE_DAMAGED');
    expect(await keyOf(await withSheet('<a>'.repeat(100_000)))).toBe('FILE_DAMAGED');
    expect(await keyOf(await withSheet(`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${head}&b;</v></c></row></sheetData></worksheet>`))).toBe('FILE_DAMAGED');
    expect(await keyOf(await withSheet(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${head}&a;</v></c></row></sheetData></worksheet>`))).toBe('FILE_DAMAGED');
  });

  it('is refused with more than 200,000 rows, in either form; rows that are only formatted do not count', async () => {
    const many = '项目名称,县区\n' + '甲,石桥\n'.repeat(200_001);
    expect(await keyOf(many)).toBe('FILE_TOO_MANY_ROWS');
    const row = (n: number): string => `<row r="${n}"><c r="A${n}"><v>1</v></c></row>`;
    const xml = (from: number, count: number, empty: number): string => `<worksheet xmlns="m"><sheetData>${Array.from({ length: count }, (_, i) => row(i + from)).join('')}${Array.from({ length: empty }, (_, i) => `<row r="${i + from + count}"><c r="A${i + from + count}" s="1"/></row>`).join('')}</sheetData></worksheet>`;
    expect(await keyOf(await withSheet(xml(1, 200_001, 0)))).toBe('FILE_TOO_MANY_ROWS');
    expect(await keyOf(await withSheet(xml(1, 10, 300_000)))).toBe('FILE_NO_TABLE');
  });

  it('is refused for columns, merged cells and files within beyond all measure', async () => {
    expect((await refusal(await withSheet('<worksheet xmlns="m"><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'))).detail).toMatchObject({ sheet: '台账', cell: 'XFD1' });
    const merges = (range: string, count: number): string => `<worksheet xmlns="m"><sheetData>${Array.from({ length: 1000 }, (_, i) => `<row r="${i + 1}"><c r="ALL${i + 1}"><v>1</v></c></row>`).join('')}</sheetData><mergeCells>${`<mergeCell ref="${range}"/>`.repeat(count)}</mergeCells></worksheet>`;
    expect(await keyOf(await withSheet(merges('A1:ALL1000', 50)))).toBe('FILE_UNPACKS_TOO_LARGE');
    expect(await keyOf(await withSheet(merges('A1:B1', 100_001)))).toBe('FILE_UNPACKS_TOO_LARGE');
    expect(await keyOf(await zipOf({ ...partsOf([table]), ...Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`x/${i}`, ''])) }))).toBe('FILE_UNPACKS_TOO_LARGE');
  });

  it('with thousands of errors is read no further than helps', async () => {
    const file = await readFile('works', '项目名称,计划完工\n' + '甲,尽快\n'.repeat(20_000));
    expect(file.errors).toHaveLength(5001);
    expect(file.errors.at(-1)).toMatchObject({ code: 'TOO_MANY_ERRORS', row: 5002 });
  });
});

it('what is of no concern within a workbook is left alone: links outwards, macros, drawings', async () => {
  const parts = partsOf([table]);
  const more = { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<broken', 'xl/drawings/drawing1.xml': '<broken' };
  const outward = parts['xl/_rels/workbook.xml.rels'].replace('</Relationships>', '<Relationship Id="x" Type="a/externalLink" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>');
  expect(valuesOf(await readFile('works', await zipOf({ ...parts, ...more, 'xl/_rels/workbook.xml.rels': outward })))).toEqual([{ name: '甲', regions: ['990001'] }]);
});

it('a long file lets everything else go on meanwhile', async () => {
  const heads = ['序号', '项目名称', '县区', '总投资（万元）', '阶段', '计划开工', '计划完工', '到位资金（万元）'];
  const bytes = await sheetOf([heads, ...Array.from({ length: 5000 }, (_, i) => [i + 1, `第${i}号河道治理工程`, '石桥县', 12.5 + i, '在建', '2024年3月', '2024年底前', i])]);
  const lags: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    lags.push(performance.now() - last);
    last = performance.now();
  }, 1);
  const file = await readFile('works', bytes).finally(() => clearInterval(timer));
  expect(file.rows).toHaveLength(5000);
  expect(file.errors).toEqual([]);
  // Many turns for others, few of them long: the machine may be busy with other things too.
  expect(lags.length).toBeGreaterThan(20);
  expect(lags.sort((a, b) => a - b)[Math.floor(lags.length * 0.9)]).toBeLessThan(100);
});

const sizeOf = (bytes: number): Buffer => {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(bytes);
  return four;
};
