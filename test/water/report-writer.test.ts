import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileOf } from '../exchange/out/asking';
import { startTestApp, testFolder, writerPath, type Data, type TestApp, type TestClient } from '../harness';
import { documentXml } from './docx';

const ASKED = 'water-report.docx?kind=MONTHLY&period=2023-07';

/** Twips of a millimetre, as the page's measures are written. */
const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

describe('a paper for Word', () => {
  let app: TestApp;
  let taskforce: TestClient;
  let folder: string;
  beforeAll(async () => {
    app = await startTestApp({ engine: 'sqlite', pack: 'linfen' });
    taskforce = await app.as('taskforce');
    folder = fs.mkdtempSync(path.join(testFolder(), 'writer-'));
  });
  afterAll(() => app.stop());

  it('is in the form of official documents: A4, its margins, headings of tables again on each page, no row in two parts', async () => {
    const xml = await documentXml(await fileOf(taskforce, ASKED));
    const page = /<w:pgMar ([^>]*)\/>/.exec(xml)![1];
    for (const [side, mm] of [['top', 37], ['bottom', 35], ['left', 28], ['right', 26]] as const) expect(page).toContain(`w:${side}="${twips(mm)}"`);
    expect(xml).toMatch(new RegExp(`<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"`));
    const tables = xml.split('<w:tbl>').slice(1);
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
      expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(table.match(/<w:tr>/g)!.length);
    }
  });

  // Where there is no Writer, the run's set-up has said so.
  (writerPath ? it : it.skip)('opens in LibreOffice Writer with every word, number and table of the API', async () => {
    const source = path.join(folder, 'paper.docx');
    fs.writeFileSync(source, await fileOf(taskforce, ASKED));
    const convert = (to: string) => promisify(execFile)(writerPath!, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, source]);
    await convert('txt:Text (encoded):UTF8');
    const words = fs.readFileSync(path.join(folder, 'paper.txt'), 'utf8').replace(/^\uFEFF/, '');
    expect(words).not.toMatch(/\uFFFD|□/);
    const lines = new Set(words.split(/\r?\n/).map((line) => line.trim()));
    const { waterReport } = await taskforce.must('{ waterReport(kind: MONTHLY, period: "2023-07") { title subtitle sampleNote parts { title paragraphs tables { title columns { title } rows } } } }');
    const { title, subtitle, sampleNote, parts } = waterReport as Data;
    for (const text of [title, subtitle, sampleNote]) expect(lines).toContain(text);
    for (const part of parts as Data[]) {
      for (const text of [part.title, ...part.paragraphs]) expect(lines).toContain(text);
      // Writer puts each cell on a line of its own, row after row.
      for (const table of part.tables as Data[]) expect(words.replace(/\r?\n/g, '\n')).toContain([...table.columns.map((column: Data) => column.title), ...table.rows.flat()].join('\n'));
    }
    await convert('pdf');
    const pdf = fs.readFileSync(path.join(folder, 'paper.pdf')).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf.match(/\/Type ?\/Page\b/g)!.length).toBeGreaterThan(3);
  });
});
