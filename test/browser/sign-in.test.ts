import { openLoadedDatabase, PASSWORD, startProcess, TestClient, type ServerProcess, type TestDatabase } from '../harness';
import { Chromium, inChromium, OFFICE, type Person } from './support/browser';
import { actionsOf, answered, choose, sheet } from './support/desk';
import { useSuite } from './support/suite';
import { magnet, wallIsLive } from './support/wall';
import { createWork } from './support/works';

/** Where each role's day begins. */
const HOMES = [
  ['领导', '/maps/progress'], ['专班', '/maps/progress'], ['市生态环境局', '/maps/progress'], ['尧都', '/county'], ['大屏', '/wall'], ['系统管理员', '/users'],
] as const;

const signIn = async ({ page }: Person, username: string, password: string) => {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
};

inChromium('signing in', () => {
  const suite = useSuite();

  it('takes one click a role in a demonstration at this machine, which is said', async () => {
    const person = await suite.chromium.seat(null, { url: suite.app.url });
    const { page } = person;
    for (const [who, home] of HOMES) {
      await person.context.clearCookies();
      await page.goto('/');
      await page.waitForURL('**/sign-in');
      await page.getByRole('heading', { name: '演示模式' }).waitFor();
      await page.getByText('今天固定为2025年2月20日').waitFor();
      await page.getByRole('button', { name: `以${who}身份登录` }).click();
      await page.waitForURL(`**${home}`);
    }
  });

  it('refuses a wrong password in a sentence, takes the right one, leads back to where one wanted to go, and signs out', async () => {
    const person = await suite.chromium.seat(null, { url: suite.app.url });
    const { page } = person;
    await page.goto('/projects/5');
    await page.waitForURL('**/sign-in?from=*');
    await signIn(person, 'leader', 'not the password');
    const told = page.getByRole('alert');
    await told.waitFor();
    expect(await told.textContent()).toMatch(/用户名或密码/);
    await signIn(person, 'leader', PASSWORD);
    await page.waitForURL('**/projects/5');
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: /账号菜单$/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto('/projects/5');
    await page.waitForURL('**/sign-in?from=*');
  });

  it('an administrator makes an account, which signs in; disabling it ends its open page', async () => {
    const admin = await suite.open('admin', '/users');
    await admin.page.getByRole('button', { name: '新建账号' }).click();
    const form = sheet(admin.page);
    await form.getByLabel('用户名').fill('王科长');
    await form.getByLabel('密码', { exact: true }).fill('long enough 12');
    await choose(form.getByLabel('身份'), '县（市、区）');
    await choose(form.getByLabel('县（市、区）'), '侯马市');
    await form.getByRole('button', { name: '保存' }).click();
    await admin.page.getByText('账号“王科长”已建立。').waitFor();

    const clerk = await suite.chromium.seat(null, { url: suite.app.url });
    await clerk.page.goto('/sign-in');
    await signIn(clerk, '王科长', 'long enough 12');
    await clerk.page.waitForURL('**/county');
    await clerk.page.getByRole('heading', { name: '侯马市' }).waitFor();

    await admin.page.getByPlaceholder('按用户名、县区或部门查找').fill('王科长');
    await admin.page.getByRole('row', { name: /王科长/ }).getByRole('button', { name: '停用' }).click();
    await sheet(admin.page).getByRole('button', { name: '停用' }).click();
    await admin.page.getByText('账号“王科长”已更新。').waitFor();
    await clerk.page.waitForURL('**/sign-in*');
    await signIn(clerk, '王科长', 'long enough 12');
    await clerk.page.getByRole('alert').waitFor();
  });
});

inChromium('an office that reaches the server over plain http under a name of its own', () => {
  let chromium: Chromium;
  let stored: TestDatabase;
  let server: ServerProcess;
  let url: string;
  beforeAll(async () => {
    [stored, chromium] = await Promise.all([openLoadedDatabase('sqlite', 'linfen'), Chromium.start()]);
    server = await startProcess({ databaseUrl: stored.url, env: { DEMO_PASSWORD: '' } });
    url = `http://${OFFICE}:${server.port}`;
  });
  afterAll(async () => {
    await chromium?.stop();
    await server?.end('SIGTERM');
    await stored?.drop();
  });
  const password = () => /(?:密码|password)\D*?[:：]?\s+(\S{12})\b/i.exec(server.printed())?.[1] ?? server.printed();

  it('is offered no click from there while nobody has set a demonstration password; at the machine itself it is', async () => {
    const { page } = await chromium.seat(null, { url });
    await page.goto('/sign-in');
    await page.getByText('从这台电脑登录演示账号需要演示密码').waitFor();
    expect(await page.getByRole('button', { name: /身份登录$/ }).count()).toBe(0);
    await page.goto(`${server.url}/sign-in`);
    await page.getByRole('button', { name: '以领导身份登录' }).waitFor();
    expect(chromium.troubles()).toEqual([]);
  });

  it('signs in by name and password, watches the wall live, and changes a work: nothing leans on a secure context', async () => {
    const leader = await chromium.seat(null, { url, viewport: { width: 1920, height: 1080 } });
    await leader.page.goto('/wall/progress');
    await signIn(leader, 'leader', password());
    await leader.page.waitForURL('**/wall/progress');
    await wallIsLive(leader.page);
    expect(await leader.page.evaluate(() => window.isSecureContext)).toBe(false);

    const county = await chromium.seat(null, { url });
    const taskforce = await chromium.seat(null, { url });
    await taskforce.page.goto('/sign-in');
    await signIn(taskforce, 'taskforce', password());
    await taskforce.page.waitForURL('**/maps/progress');
    const [{ name, value }] = await taskforce.context.cookies();
    const work = await createWork(new TestClient(server.url, { cookie: `${name}=${value}` }));
    await magnet(leader.page, work.number).waitFor();

    await county.page.goto('/');
    await signIn(county, 'county-141081', password());
    await county.page.waitForURL('**/county');
    await actionsOf(county.page, work.name).getByRole('button', { name: '变更阶段' }).click();
    await answered(county.page, 'RecordStage', () => sheet(county.page).getByRole('button', { name: '确认开工' }).click());
    await magnet(leader.page, work.number).and(leader.page.getByLabel(/开工/)).waitFor();
    for (const path of ['/maps/progress', '/maps/distribution', '/maps/water', '/projects', '/changes', `/projects/${work.number}`]) {
      await county.page.goto(path);
      await county.page.getByRole('heading', { level: 1 }).waitFor();
      await county.page.waitForLoadState('networkidle');
    }
    expect(chromium.troubles()).toEqual([]);
  });
});
