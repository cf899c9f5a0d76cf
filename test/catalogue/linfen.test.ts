import fs from 'node:fs';
import path from 'node:path';
import { onEachEngine, root, startTestApp, type Data, type TestApp, type TestClient } from '../harness';

onEachEngine('the Linfen pack through the API', (engine) => {
  let app: TestApp;
  let leader: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine, pack: 'linfen' });
    leader = await app.as('leader');
  });
  afterAll(() => app.stop());

  it('holds the office\'s published totals: 95 works, 22 in ecology, 12,937,000,000.00 yuan', async () => {
    const { projects, sectors, programme, today } = await leader.must('{ today programme { city targetDate } projects { totalCount summary { total investment } } sectors { code summary { total } } }');
    expect({ today, city: programme.city }).toEqual({ today: '2025-02-20', city: '临汾市' });
    expect(projects).toEqual({ totalCount: 95, summary: { total: 95, investment: '12937000000.00' } });
    expect(sectors.find(({ code }: Data) => code === 'ECOLOGY').summary.total).toBe(22);
    expect(sectors.reduce((sum: number, { summary }: Data) => sum + summary.total, 0)).toBe(95);
  });

  it('had all works in preparation on the first day, and all started and 62 completed at the end of 2024', async () => {
    const stages = 'total preparation construction completed';
    const { first, end } = await leader.must(`{ first: projects(asOf: "2023-01-01") { summary { ${stages} } } end: projects(asOf: "2024-12-31") { summary { ${stages} } } }`);
    expect(first.summary).toEqual({ total: 95, preparation: 95, construction: 0, completed: 0 });
    expect(end.summary).toEqual({ total: 95, preparation: 0, construction: 33, completed: 62 });
  });

  it('lists its regions in the official order, and every ranked one leads a work in construction on the last day', async () => {
    const { regions } = await leader.must('{ regions { shortName ranked sort summary { construction } } }');
    expect(regions.slice(0, 3).map(({ shortName }: Data) => shortName)).toEqual(['尧都', '侯马', '霍州']);
    expect(regions.filter(({ ranked }: Data) => ranked)).toHaveLength(18);
    expect(regions.filter(({ ranked, summary }: Data) => ranked && summary.construction < 1)).toEqual([]);
    expect(regions.filter(({ ranked }: Data) => !ranked).map(({ shortName }: Data) => shortName)).toEqual(['市本级']);
  });

  it('gives three maps of everything to everyone who signs in', async () => {
    const kiosk = await app.as('kiosk');
    const { progressMap, distributionMap, waterMap } = await kiosk.must('{ progressMap { summary { total } marks { number location { lon } } } distributionMap { marks { number } } waterMap { summary { sections } marks { code class } } }');
    expect(progressMap.summary.total).toBe(95);
    expect(progressMap.marks.map(({ number }: Data) => number)).toEqual(Array.from({ length: 95 }, (_, i) => i + 1));
    expect(distributionMap.marks).toHaveLength(95);
    expect(waterMap.summary.sections).toBe(9);
    expect(waterMap.marks).toHaveLength(9);
  });

  it('says what is made up', async () => {
    const { invented, known } = await leader.must('{ invented: projects(filter: {sample: true}) { totalCount nodes { sector { code } sources } } known: projects(filter: {sample: false}, first: 500) { totalCount nodes { sources } } }');
    expect([invented.totalCount, known.totalCount]).toEqual([19, 76]);
    expect(invented.nodes.some(({ sector }: Data) => sector.code === 'ECOLOGY')).toBe(false);
    expect(known.nodes.filter(({ sources }: Data) => !sources.length)).toEqual([]);
  });
});

/** The lines of code that a file has beside its comments. */
const codeOf = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1');

describe('the program', () => {
  it('knows nothing of Linfen: no name and no code of its regions stands in the server or the client', () => {
    const files = ['server', 'client', 'migrations'].flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)));
    const code = files.filter((file) => /\.(tsx?|cjs|mts|css|html)$/.test(file) && !file.startsWith(path.join('server', 'packs')));
    expect(code.length).toBeGreaterThan(150);
    const regions = ['临汾', '尧都', '侯马', '霍州', '曲沃', '翼城', '襄汾', '洪洞', '古县', '安泽', '浮山', '吉县', '乡宁', '大宁', '隰县', '永和', '蒲县', '汾西'];
    const found = code.flatMap((file) =>
      codeOf(fs.readFileSync(path.join(root, file), 'utf8'))
        .split('\n')
        // Nor is it knowledge to show a code by an example, or to say which pack ships.
        .filter((line) => new RegExp(`linfen|1410|${regions.join('|')}`, 'i').test(line) && !/description:|\b(zh|en): |input\('|placeholder=|const SHIPPED_PACK = /.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});
