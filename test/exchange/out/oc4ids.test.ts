import { createWork, mutate, packOf, startTestApp, workOf, type PackName, type TestApp } from '../../harness';
import { fileOf, refusedFile } from './asking';
import { projectPackage, type Oc4idsPackage } from './oc4ids-subset';

/** A package that keeps to the standard. */
async function packageOf(app: TestApp, query = '', username = 'taskforce'): Promise<Oc4idsPackage> {
  const read = JSON.parse((await fileOf(await app.as(username), `oc4ids.json${query}`)).toString('utf8')) as unknown;
  return projectPackage.parse(read);
}

const projectOf = ({ projects }: Oc4idsPackage, code: string) => projects.find(({ id }) => id.endsWith(`-${code}`))!;

describe.each<PackName>(['tiny', 'linfen'])('the package of OC4IDS of the city %s', (pack) => {
  let app: TestApp;
  beforeAll(async () => void (app = await startTestApp({ engine: 'sqlite', pack })));
  afterAll(() => app.stop());

  it('keeps to the standard, with every work once', async () => {
    const { projects, summary } = await packageOf(app);
    const { totalCount: total } = (await (await app.as('taskforce')).must('{ projects { totalCount } }')).projects as { totalCount: number };
    expect([projects.length, summary.projects]).toEqual([total, total]);
  });

  it('names projects by the registered prefix, or by the city where there is none', async () => {
    const { projects } = await packageOf(app);
    const prefix = packOf(pack).info.oc4ids?.prefix ?? `local-${packOf(pack).regions.find(({ kind }) => kind === 'MUNICIPALITY')!.adcode}`;
    expect(projects.map(({ id }) => id)).toEqual(packOf(pack).projects.map(({ code }) => `${prefix}-${code}`));
    expect(prefix.startsWith('local-')).toBe(pack === 'linfen');
  });

  it('counts completions that are confirmed, and says how many wait', async () => {
    const { projects, summary } = await packageOf(app);
    const { nodes } = (await (await app.as('taskforce')).must('{ projects(first: 500) { nodes { code stage unverified actualFinish } } }')).projects as { nodes: { code: string; stage: string; unverified: boolean; actualFinish: string }[] };
    const confirmed = nodes.filter(({ stage, unverified }) => stage === 'COMPLETED' && !unverified);
    const waiting = nodes.filter(({ unverified }) => unverified);
    expect(waiting.length).toBeGreaterThan(0);
    expect([summary.completed, summary.completionsAwaitingConfirmation]).toEqual([confirmed.length, waiting.length]);
    expect(projects.filter(({ completion }) => completion).map(({ id, completion }) => [id.split('-').slice(2).join('-'), completion!.endDate!.slice(0, 10)]))
      .toEqual(confirmed.map(({ code, actualFinish }) => [code, actualFinish]));
    expect(new Set(projects.filter(({ status }) => status === 'completion'))).toEqual(new Set(projects.filter(({ completion }) => completion)));
    for (const { code, actualFinish } of waiting) {
      const { status, description, milestones } = projectOf({ projects } as Oc4idsPackage, code);
      expect([status, description!.includes(`已于${actualFinish}报完工，尚待核定`), milestones!.find(({ id }) => id === 'finish')?.dateMet]).toEqual(['implementation', true, undefined]);
    }
  });

  it('lets nobody take what is made up for what is so', async () => {
    const { projects, summary } = await packageOf(app);
    const { nodes } = (await (await app.as('taskforce')).must('{ projects(first: 500, filter: { sample: true }) { nodes { code } } }')).projects as { nodes: { code: string }[] };
    expect(projects.filter(({ title }) => title!.startsWith('【样例】')).map(({ id }) => id.split('-').slice(2).join('-'))).toEqual(nodes.map(({ code }) => code));
    expect(summary.sampleProjects).toBe(nodes.length);
    for (const { title, description } of projects) if (title!.startsWith('【样例】')) expect(description).toMatch(/样例数据：.*项目名称.*为演示编造，不是实际数据。$/);
  });
});

describe('a project of OC4IDS', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await startTestApp({ engine: 'sqlite' })));
  afterAll(() => app.stop());

  it('tells a work as far as it is known', async () => {
    expect(projectOf(await packageOf(app), 'W-1')).toEqual({
      id: 'oc4ids-pb8k2r-W-1',
      language: 'zh',
      identifiers: [{ scheme: 'programme', id: 'W-1' }, { scheme: 'GB/T 40058', id: '2301-990001-76-01-000001' }],
      title: '砾溪石桥段清淤',
      description: '清淤，护岸。建设规模：河长3公里。样例数据：总投资为演示编造，不是实际数据。',
      status: 'completion',
      period: { startDate: '2023-03-01T00:00:00+08:00', endDate: '2023-11-30T00:00:00+08:00' },
      sector: ['waterAndWaste', 'naturalResources'],
      type: 'rehabilitation',
      additionalClassifications: [{ scheme: 'programme-sector', id: 'WATER', description: '水务' }, { scheme: 'programme-category', id: 'DREDGE', description: '清淤' }],
      locations: [
        { id: '990001', description: '石桥县', geometry: { type: 'Point', coordinates: [100.3, 30.22] }, address: { locality: '石桥县', region: '砾溪市', countryName: '中国' } },
        { id: '990002', description: '柳湾区', address: { locality: '柳湾区', region: '砾溪市', countryName: '中国' } },
      ],
      budget: {
        amount: { amount: 12_000_000, currency: 'CNY' },
        budgetBreakdowns: [{
          id: 'source', description: '按资金来源（计划资金）',
          budgetBreakdown: [
            { id: 'CENTRAL_GRANT', description: '中央资金', amount: { amount: 7_000_000, currency: 'CNY' } }, { id: 'COUNTY_BUDGET', description: '县级财政', amount: { amount: 4_500_000, currency: 'CNY' } },
          ],
        }],
      },
      publicAuthority: { id: 'owner', name: '石桥清淤项目部' },
      parties: [{ id: 'owner', name: '石桥清淤项目部', roles: ['publicAuthority'] }],
      milestones: [
        { id: 'start', title: '开工', type: 'delivery', dueDate: '2023-03-01T00:00:00+08:00', dateMet: '2023-03-06T00:00:00+08:00', status: 'met' },
        { id: 'finish', title: '完工', type: 'delivery', dueDate: '2023-11-30T00:00:00+08:00', dateMet: '2023-12-08T00:00:00+08:00', status: 'met' },
      ],
      completion: { endDate: '2023-12-08T00:00:00+08:00' },
    });
    // Its category says nothing of a type.
    expect(projectOf(await packageOf(app), 'W-2')).not.toHaveProperty('type');
    expect(projectOf(await packageOf(app), 'W-4')).toMatchObject({ status: 'preparation', milestones: [{ id: 'start', status: 'notMet' }] });
  });

  it('is completed from the day on which that was confirmed', async () => {
    const taskforce = await app.as('taskforce');
    expect(projectOf(await packageOf(app), 'W-3').completion).toBeUndefined();
    const { id } = await workOf(taskforce, 3);
    const { stageHistory } = (await taskforce.must('query ($id: ID!) { project(id: $id) { stageHistory { id status } } }', { id })).project as { stageHistory: { id: string; status: string }[] };
    await mutate(taskforce, 'confirmStage', { eventId: stageHistory.find(({ status }) => status === 'REPORTED')!.id, confirmed: true });
    const after = await packageOf(app);
    expect([projectOf(after, 'W-3').status, projectOf(after, 'W-3').completion, after.summary.completionsAwaitingConfirmation]).toEqual(['completion', { endDate: '2024-06-20T00:00:00+08:00' }, 0]);
  });

  it('stands in a package that says where it is to be had and of which day it is', async () => {
    const { uri, publisher, version, summary, publishedDate } = await packageOf(app, '?asOf=2023-06-30&regions=990001');
    expect(uri).toBe(`${app.url}/export/oc4ids.json?asOf=2023-06-30&regions=990001`);
    expect([publisher, version, summary.asOf, summary.projects]).toEqual([{ name: '砾溪市“砾溪清流”专班' }, '0.9', '2023-06-30', 1]);
    expect(Date.parse(publishedDate)).toBeLessThanOrEqual(app.clock.now().getTime());
    expect((await packageOf(app)).uri).toBe(`${app.url}/export/oc4ids.json?asOf=2024-06-30`);
  });

  it('says of a bare work no more than is known', async () => {
    await createWork(await app.as('taskforce'), { code: 'BARE', name: '只有名称' });
    expect(Object.keys(projectOf(await packageOf(app), 'BARE'))).toEqual(['id', 'language', 'identifiers', 'title', 'status', 'sector', 'type', 'additionalClassifications', 'locations']);
  });

  it('is published with others or not at all: a package without one is refused', async () => {
    expect(await refusedFile(await app.as('taskforce'), 'oc4ids.json?search=nothing-is-called-so')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
