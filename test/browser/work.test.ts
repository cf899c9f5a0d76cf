import { mutate } from '../harness';
import { inChromium } from './support/browser';
import { sheet } from './support/desk';
import { useSuite } from './support/suite';
import { createWork } from './support/works';

inChromium('a work’s page', () => {
  const suite = useSuite();

  it('shows its stages as a line, funds by source, procedures with who holds them, sources, and what is made up', async () => {
    const { project } = await (await suite.app.as('leader')).must(`{ project(number: 2) {
      name sources funding { lines { source } } procedures { kind heldBy { name } } stageHistory { effectiveDate } } }`);
    const { page } = await suite.open('leader', '/projects/2');
    await page.getByRole('heading', { level: 1, name: project.name }).waitFor();
    const line = page.getByRole('region', { name: '阶段' }).getByRole('img');
    for (const { effectiveDate } of project.stageHistory) expect(await line.getAttribute('aria-label')).toContain(effectiveDate);
    expect(await page.getByRole('region', { name: '资金来源' }).getByRole('row').count()).toBe(project.funding.lines.length + 2);
    const procedures = page.getByRole('region', { name: '手续' }).getByRole('listitem');
    expect(await procedures.count()).toBe(project.procedures.length);
    expect((await procedures.locator('.who').allTextContents()).filter(Boolean).length).toBe(project.procedures.filter(({ heldBy }: { heldBy: unknown }) => heldBy).length);
    const sources = page.getByRole('region', { name: '来源', exact: true });
    for (const source of project.sources) await sources.getByText(source).waitFor();
    await sources.getByText(/带此标记的内容为演示生成，不是公开数据：.*位置/).waitFor();
    expect(await page.getByRole('region', { name: '资金来源' }).getByText('样例数据').count()).toBeGreaterThan(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/work.png`, fullPage: true });
  });

  it('offers to change what this viewer may change, and is not there for whoever may not open it', async () => {
    const work = await createWork(await suite.app.as('taskforce'));
    const offered = async (username: string) => {
      const { page } = await suite.open(username, `/projects/${work.number}`);
      await page.getByRole('heading', { level: 1, name: work.name }).waitFor();
      return page.getByRole('toolbar', { name: '办理' }).getByRole('button').allTextContents();
    };
    expect(await offered('county-141081')).toEqual(['变更阶段', '填报进度', '记资金', '更新手续', '停工', '更多 ▾']);
    expect(await offered('leader')).toEqual([]);
    expect(await offered('department-finance')).toEqual([]);
    expect(await offered('taskforce')).toContain('变更阶段');
    const foreign = await suite.open('county-141082', `/projects/${work.number}`);
    await foreign.page.getByText('没有这项工程，或您无权查看。').waitFor();
    expect(await foreign.page.getByText(work.name).count()).toBe(0);
    const admin = await suite.open('admin', `/projects/${work.number}`);
    await admin.page.waitForURL('**/users');
  });

  it('is registered by the task force and by a department in its sector: nobody else is offered the form, nor reaches it', async () => {
    for (const [username, may] of [['taskforce', true], ['department-ecology', true], ['department-finance', false], ['leader', false], ['county-141081', false]] as const) {
      const { page } = await suite.open(username, '/projects');
      await page.getByRole('heading', { level: 1, name: '工程' }).waitFor();
      expect({ username, offered: await page.getByRole('button', { name: '登记工程' }).count() }).toEqual({ username, offered: may ? 1 : 0 });
      await page.goto('/projects/new');
      if (may) await page.getByRole('heading', { level: 1, name: '登记工程' }).waitFor();
      else await page.waitForURL((url) => url.pathname !== '/projects/new');
    }
  });

  it('shows HTML in a name and in every other text as the text it is', async () => {
    const taskforce = await suite.app.as('taskforce');
    const html = '<img src=x onerror="document.title=1"><b>粗</b>&amp;';
    const work = await createWork(taskforce, { name: html, scale: html, content: html, ownerUnit: html });
    await mutate(taskforce, 'recordProgress', { projectId: work.id, date: '2025-02-01', progress: 3, note: html });
    for (const path of [`/projects/${work.number}`, '/projects?q=%3Cimg', '/county/141081', '/maps/distribution', '/wall/distribution', '/changes']) {
      const { page } = await suite.open('taskforce', path);
      await page.getByText(html, { exact: false }).first().waitFor({ state: 'attached' });
      expect(await page.locator('img[src=x]').count()).toBe(0);
      expect(await page.title()).not.toBe('1');
    }
  });

  it('tells a refusal of the server at the field that it is about', async () => {
    const taskforce = await suite.app.as('taskforce');
    const work = await createWork(taskforce);
    await mutate(taskforce, 'recordProgress', { projectId: work.id, date: '2025-02-01', progress: 20 });
    const { page } = await suite.chromium.seat(await suite.app.signIn('taskforce'));
    // This page hears nothing of what others do meanwhile.
    await page.routeWebSocket(/graphql/, () => undefined);
    await page.goto(`/projects/${work.number}`);
    await page.getByRole('button', { name: '填报进度' }).click();
    const form = sheet(page);
    await form.getByLabel('形象进度（%）').fill('30');
    await mutate(taskforce, 'recordProgress', { projectId: work.id, date: '2025-02-10', progress: 50 });
    await form.getByRole('button', { name: '提交进度' }).click();
    const atField = (label: string) => page.locator('.ant-form-item').filter({ has: page.locator('label', { hasText: label }) }).locator('.ant-form-item-explain-error');
    await atField('形象进度').or(atField('原因')).first().waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/refusal-progress.png` });
    await form.getByLabel('原因').fill('核减重复计量');
    await form.getByRole('button', { name: '提交进度' }).click();
    await page.getByText('进度已记录。').waitFor();

    await page.goto(`/projects/${work.number}/edit`);
    await page.getByLabel('经度').fill('116.4');
    await page.getByLabel('纬度').fill('39.9');
    await page.getByRole('button', { name: '保存' }).click();
    await atField('经度').or(atField('纬度')).filter({ hasText: /公里/ }).first().waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/refusal.png` });
  });
});
