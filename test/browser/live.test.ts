import { openLoadedDatabase, startProcess, startTestApp, mutate, type ServerProcess, type TestApp, type TestClient, type TestDatabase } from '../harness';
import { Chromium, inChromium, type Person } from './support/browser';
import { actionsOf, answered, sheet, typeDay } from './support/desk';
import { textOutside } from './support/measure';
import { BLUE, disturbed, faceOf, GREEN, magnet, RED, repainted, stripOf, totalsOf, wallIsLive, watchMagnets } from './support/wall';
import { Wire } from './support/wire';
import { createWork, startWork, withdrawWork, type NewWork } from './support/works';

const WALL = '/wall/progress?theme=day';
const TODAY = '2025-02-20';

inChromium('what one changes, all see', () => {
  let app: TestApp;
  let chromium: Chromium;
  let taskforce: TestClient;
  beforeAll(async () => {
    [app, chromium] = await Promise.all([startTestApp({ engine: 'sqlite', pack: 'linfen' }), Chromium.start()]);
    taskforce = await app.as('taskforce');
  });
  afterEach(async () => {
    const troubles = chromium.troubles();
    await chromium.clear();
    expect({ troubles, faults: app.faults }).toEqual({ troubles: [], faults: [] });
  });
  afterAll(async () => {
    await chromium?.stop();
    await app?.stop();
  });

  const openWall = async (url?: string): Promise<Person> => {
    const leader = await chromium.seat(await app.signIn('leader'), { url, viewport: { width: 1920, height: 1080 } });
    await leader.page.goto(WALL);
    await wallIsLive(leader.page);
    // What belongs to the opening of the page has been asked.
    await leader.page.waitForLoadState('networkidle');
    await watchMagnets(leader.page);
    return leader;
  };

  it('a county turns a magnet red, green, blue and confirmed: the leader’s wall follows within a second, and asks for nothing', async () => {
    const county = await chromium.seat(await app.signIn('county-141081'));
    const { page: desk } = county;
    await desk.goto('/county');
    await desk.getByRole('heading', { name: '侯马市' }).waitFor();
    const leader = await openWall();
    const { page: wall } = leader;
    const before = { strip: await stripOf(wall), totals: await totalsOf(wall) };
    expect(before.totals).toEqual({ total: 95, prep: 0, work: 33, done: 62 });

    let work: NewWork;
    /** Runs a change, and holds the leader's wall to its promises. */
    const follows = async (change: () => Promise<number>, label: RegExp) => {
      await repainted(wall);
      const asked = leader.requests.length;
      const answeredAt = await change();
      const seen = await magnet(wall, work.number).and(wall.getByLabel(label)).waitFor({ timeout: 3000 }).then(() => repainted(wall));
      const first = seen.find((one) => one.number === String(work.number) && label.test(one.label));
      expect(first).toBeDefined();
      expect(first!.at - answeredAt).toBeLessThan(1000);
      expect(leader.requests.slice(asked)).toEqual([]);
    };

    await follows(async () => {
      work = await createWork(taskforce, { name: '侯马市测试湿地工程' });
      return Date.now();
    }, /前期/);
    expect(await faceOf(wall, work!.number)).toEqual({ colour: RED, ring: false });
    expect((await disturbed(wall)).replaced).toEqual([]);
    expect(await totalsOf(wall)).toEqual({ total: 96, prep: 1, work: 33, done: 62 });
    await watchMagnets(wall);

    // The desk hears of the new work by itself.
    const actions = actionsOf(desk, work!.name);
    await actions.getByRole('button', { name: '变更阶段' }).click();
    await typeDay(sheet(desk).getByLabel('开工日期'), '2025-02-18');
    await sheet(desk).getByLabel('依据').fill('开工令〔2025〕3号');
    await follows(() => answered(desk, 'RecordStage', () => sheet(desk).getByRole('button', { name: '确认开工' }).click()), /开工/);
    await desk.getByText(`“${work!.name}”已转入开工。`).waitFor();
    expect(await faceOf(wall, work!.number)).toEqual({ colour: GREEN, ring: false });
    expect(await totalsOf(wall)).toEqual({ total: 96, prep: 0, work: 34, done: 62 });

    await actions.getByRole('button', { name: '填报进度' }).click();
    await sheet(desk).getByLabel('形象进度（%）').fill('100');
    await sheet(desk).getByLabel('累计完成投资').fill('1180.5');
    await sheet(desk).getByText('即 11,805,000.00 元').waitFor();
    await follows(() => answered(desk, 'RecordProgress', () => sheet(desk).getByRole('button', { name: '提交进度' }).click()), /进度100%/);
    await sheet(desk).waitFor({ state: 'hidden' });

    await actions.getByRole('button', { name: '变更阶段' }).click();
    await sheet(desk).getByLabel('依据').fill('竣工验收意见');
    await follows(() => answered(desk, 'RecordStage', () => sheet(desk).getByRole('button', { name: '确认完工' }).click()), /完工待核/);
    expect(await faceOf(wall, work!.number)).toEqual({ colour: BLUE, ring: true });
    expect(await totalsOf(wall)).toEqual({ total: 96, prep: 0, work: 33, done: 63 });
    expect(await stripOf(wall)).toMatchObject({ 工程: '96', 前期: '0', 开工: '33', 完工: '63', 完工待核: String(Number(before.strip.完工待核) + 1), 本周新完工: String(Number(before.strip.本周新完工) + 1) });

    const { id: eventId } = (await taskforce.must('query ($id: ID!) { node(id: $id) { ... on Project { stageHistory { id stage } } } }', { id: work!.id })).node.stageHistory.find((one: { stage: string }) => one.stage === 'COMPLETED');
    await follows(async () => {
      await mutate(taskforce, 'confirmStage', { eventId, confirmed: true });
      return Date.now();
    }, /完工，进度100%$/);
    expect(await faceOf(wall, work!.number)).toEqual({ colour: BLUE, ring: false });
    expect((await stripOf(wall)).完工待核).toBe(before.strip.完工待核);
    // Nothing else on the wall was drawn anew or moved for all that.
    expect(await disturbed(wall)).toEqual({ replaced: [], moved: [] });
  });

  it('the leader’s network is cut and says so; three changes later it returns, and all three are there', async () => {
    const works = [await createWork(taskforce), await createWork(taskforce), await createWork(taskforce)];
    const wire = await Wire.to(app.url);
    try {
      const leader = await openWall(wire.url);
      const { page: wall } = leader;
      const loads = leader.requests.filter(({ url }) => url.includes('/wall/')).length;
      const before = await totalsOf(wall);

      wire.cut();
      const banner = wall.getByRole('status').filter({ hasText: '中断' });
      await banner.waitFor();
      expect(await banner.textContent()).toMatch(/^连接已于 \d\d:\d\d 中断，正在自动重连。图面停在 \d\d:\d\d，已过 \d+ 秒。$/);
      await wall.getByText(/^连接中断 · \d\d:\d\d 起$/).waitFor();

      await startWork(taskforce, works[0], TODAY);
      await mutate(taskforce, 'recordProgress', { projectId: works[1].id, date: TODAY, progress: 12 });
      await withdrawWork(taskforce, works[2], TODAY);
      expect(await totalsOf(wall)).toEqual(before);
      expect(await textOutside(wall)).toEqual([]);
      if (process.env.SHOTS) await wall.screenshot({ path: `${process.env.SHOTS}/offline.png` });
      // The picture says how old it is, by the second.
      const age = async () => Number(/已过 (\d+) 秒/.exec((await banner.textContent())!)![1]);
      const first = await age();
      await wall.waitForFunction((old) => Number(/已过 (\d+) 秒/.exec(document.querySelector('.wall-banner')!.textContent!)![1]) > old, first);

      wire.join();
      await banner.waitFor({ state: 'hidden', timeout: 20_000 });
      await wall.getByText('实时', { exact: true }).waitFor();
      await magnet(wall, works[0].number).and(wall.getByLabel(/开工/)).waitFor();
      await magnet(wall, works[1].number).and(wall.getByLabel(/进度12%/)).waitFor();
      await magnet(wall, works[2].number).waitFor({ state: 'hidden' });
      expect(await totalsOf(wall)).toEqual({ ...before, total: before.total - 1, prep: before.prep - 2, work: before.work + 1 });
      expect(leader.requests.filter(({ url }) => url.includes('/wall/'))).toHaveLength(loads);
    } finally {
      wire.close();
    }
  });

  it('a line that is dead without having been closed is noticed, and comes back by itself', async () => {
    const work = await createWork(taskforce);
    const wire = await Wire.to(app.url);
    try {
      const { page: wall } = await openWall(wire.url);
      wire.mute();
      await startWork(taskforce, work, TODAY);
      await wall.getByText(/^连接已于 .* 中断/).waitFor({ timeout: 20_000 });
      wire.join();
      await magnet(wall, work.number).and(wall.getByLabel(/开工/)).waitFor({ timeout: 20_000 });
      await wall.getByText(/^连接已于 .* 中断/).waitFor({ state: 'hidden' });
    } finally {
      wire.close();
    }
  });
});

inChromium('a server that is killed', () => {
  let chromium: Chromium;
  let stored: TestDatabase;
  let server: ServerProcess;
  beforeAll(async () => {
    [stored, chromium] = await Promise.all([openLoadedDatabase('sqlite', 'linfen'), Chromium.start()]);
    server = await startProcess({ databaseUrl: stored.url });
  });
  afterAll(async () => {
    await chromium?.stop();
    await server?.end('SIGTERM');
    await stored?.drop();
  });

  it('is back, and the wall goes on by patches where it was', async () => {
    const { page: wall, heard, requests } = await chromium.seat(await server.signIn('leader'), { viewport: { width: 1920, height: 1080 } });
    await wall.goto(WALL);
    await wallIsLive(wall);
    const { port } = server;
    await server.end('SIGKILL');
    await wall.getByText(/^连接已于 .* 中断/).waitFor();
    expect(await wall.locator('svg.ymap [data-magnet]').count()).toBe(95);
    const before = { heard: heard.length, loads: requests.filter(({ url }) => url.includes('/wall/')).length };

    server = await startProcess({ databaseUrl: stored.url, port });
    const work = await createWork(await server.signIn('taskforce'));
    await magnet(wall, work.number).waitFor({ timeout: 20_000 });
    await wall.getByText(/^连接已于 .* 中断/).waitFor({ state: 'hidden' });
    const since = heard.slice(before.heard).join('\n');
    expect(since).toContain('"ProgressMapPatch"');
    expect(since).not.toMatch(/"__typename":"(Progress|Distribution|Water)Map"/);
    expect(requests.filter(({ url }) => url.includes('/wall/'))).toHaveLength(before.loads);
    expect(chromium.troubles()).toEqual([]);
  });
});
