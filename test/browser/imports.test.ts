import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { inChromium } from './support/browser';
import { typeDay } from './support/desk';
import { useSuite } from './support/suite';
import { createWork, type NewWork } from './support/works';

/** A county's table: a title line, a heading, its rows, a total. */
const table = (name: string, title: string, lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${[title, ...lines, '合计'].join('\r\n')}\r\n`) });
const HEAD = '项目编码,项目名称,县(市、区),形象进度(%),累计完成投资(万元),经办人';
const TITLE = '侯马市项目进展台账（截至2025年2月19日）';

/** Clicks what gives a file, and holds the file. */
async function download(page: Page, click: () => Promise<unknown>) {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of (await file.createReadStream())!) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), buffer: Buffer.concat(chunks) };
}

const give = (page: Page, file: ReturnType<typeof table>) => page.locator('input[type=file]').setInputFiles(file);
const checked = (page: Page) => page.getByRole('region', { name: '检查结果' });
const counts = async (page: Page) => Object.fromEntries(await page.locator('.import-counts > div').evaluateAll((nodes) => nodes.map((node) => [node.querySelector('dt')!.textContent, Number(node.querySelector('dd')!.textContent)])));

inChromium('the import screen', () => {
  const suite = useSuite();
  let work: NewWork & { code: string };

  beforeAll(async () => {
    const taskforce = await suite.app.as('taskforce');
    const made = await createWork(taskforce, { plannedStart: '2024-12-01' });
    work = { ...made, code: (await taskforce.must(`{ project(number: ${made.number}) { code } }`)).project.code as string };
  });

  it('shows what a file would do before anything is written, then writes it; the second time there is nothing to do', async () => {
    const before = await suite.app.rows();
    const { page } = await suite.open('county-141081', '/import');
    const file = table('进展.csv', TITLE, [HEAD, `${work.code},${work.name},侯马市,12.5,150,张三`]);
    await give(page, file);
    await checked(page).waitFor();
    expect(await counts(page)).toEqual({ 新增: 0, 变更: 1, 不变: 0, 拒绝: 0 });
    const row = page.getByRole('row').filter({ hasText: work.name });
    expect((await row.getByRole('listitem').allInnerTexts()).sort()).toEqual(['形象进度(%)：0% → 12.5%', '累计完成投资(万元)：0 万元 → 150 万元'].sort());
    await row.getByText('进展 第 3 行').waitFor();
    await page.getByRole('tab', { name: /^未采用/ }).click();
    await page.getByText('经办人').waitFor();
    expect(await suite.app.rows()).toEqual(before);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/import.png` });

    await page.getByRole('button', { name: '确认导入' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('将写入：新增 0 行，变更 1 行').waitFor();
    await dialog.getByRole('button', { name: '确认导入' }).click();
    await page.getByText('已写入：新增 0 行，变更 1 行。').waitFor();
    const { project } = await (await suite.app.as('taskforce')).must(`{ project(number: ${work.number}) { progress investmentDone(asOf: "2025-02-19") progressHistory { date recordedBy } } }`);
    expect(project).toEqual({ progress: 12.5, investmentDone: '1500000.00', progressHistory: [{ date: '2025-02-19', recordedBy: 'county-141081' }] });

    await page.getByRole('button', { name: '换一个文件' }).click();
    await give(page, file);
    await page.getByText('与现有数据完全相同，不需要导入。').waitFor();
    expect(await page.getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true);
  });

  it('names each refusal with its cell and what would be right, and lets nothing in', async () => {
    const before = await suite.app.rows();
    const { page } = await suite.open('taskforce', '/import?kind=works');
    await give(page, table('有错.csv', TITLE, [HEAD, `${work.code},${work.name},侯马市,120,150,`, `${work.code}X,另一项,无此县,10,约三百万,`]));
    await page.getByText(/^有 \d+ 处问题，不能导入$/).waitFor();
    const cells = page.getByRole('row').filter({ has: page.locator('td') });
    const said = (await cells.allInnerTexts()).map((text) => text.split('\t').map((part) => part.trim()));
    expect(said.map(([, cell, column, value]) => [cell, column, value])).toEqual(expect.arrayContaining([['D3', '形象进度(%)', '120'], ['E4', '累计完成投资(万元)', '约三百万'], ['C4', '县(市、区)', '无此县']]));
    await page.getByRole('group', { name: '按问题筛选' }).getByRole('button', { name: '形象进度(%) × 1' }).click();
    expect(await cells.count()).toBe(1);
    expect(await page.getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true);
    const marked = await download(page, () => page.getByRole('button', { name: '下载标注后的文件' }).click());
    expect(marked.name).toMatch(/^有错.*\.csv$/);
    const [, head, first] = marked.buffer.toString('utf8').split('\r\n');
    expect(head).toMatch(/,导入结果$/);
    expect(first).toMatch(/D3.*120|120.*D3/);
    expect(await suite.app.rows()).toEqual(before);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/import-refused.png` });
  });

  it.each(['工程', '资金', '手续'])('gives a template for %s with what stands, which comes back without a change', async (kind) => {
    const { page } = await suite.open('county-141081', '/import');
    await page.getByRole('radiogroup', { name: '导入什么' }).getByText(kind, { exact: true }).click();
    const file = await download(page, () => page.getByRole('link', { name: `下载${kind}模板` }).click());
    expect(file.name).toMatch(/\.xlsx$/);
    await page.locator('input[type=file]').setInputFiles({ ...file, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
    await page.getByText('与现有数据完全相同，不需要导入。').waitFor();
    const { 不变: unchanged, ...others } = await counts(page);
    expect(unchanged).toBeGreaterThan(5);
    expect(others).toEqual({ 新增: 0, 变更: 0, 拒绝: 0 });
  });

  it('asks for the day of the figures where the file does not say it', async () => {
    const { page } = await suite.open('taskforce', '/import');
    await give(page, table('无日期.csv', '侯马市项目进展台账', [HEAD, `${work.code},${work.name},侯马市,20,300,`]));
    await page.getByRole('heading', { name: '这些数据截止哪一天？' }).waitFor();
    await typeDay(page.getByRole('textbox', { name: '数据截止日期' }), '2025-02-20');
    await page.getByRole('button', { name: '继续' }).click();
    await checked(page).getByText('数据截止 2025-02-20').waitFor();
    expect(await counts(page)).toEqual({ 新增: 0, 变更: 1, 不变: 0, 拒绝: 0 });
  });

  it('takes a file that is dropped, says in a sentence what is no spreadsheet, and does not send what is too large', async () => {
    const { page, requests } = await suite.open('taskforce', '/import');
    const drop = (name: string, size: number, text: string) =>
      page.locator('.drop').evaluate((node, [fileName, bytes, start]) => {
        const data = new DataTransfer();
        data.items.add(new File([start, new Uint8Array(bytes)], fileName));
        node.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
      }, [name, size, text] as const);
    await page.locator('.drop').waitFor();
    await drop('会议纪要.xlsx', 100, '%PDF-1.7\n');
    await page.getByRole('alert').getByText('这是 PDF，不是表格；请上传 .xlsx 或 .csv。').waitFor();
    const sent = () => requests.filter(({ url }) => url.includes('/import/')).length;
    expect(sent()).toBe(1);
    await drop('太大.xlsx', 21 * 1024 * 1024, '');
    await page.getByRole('alert').getByText(/^文件有 21\.0 MB，最多 20 MB/).waitFor();
    expect(sent()).toBe(1);
  });

  it('asks before it is left while a file is under way, and says what a broken line leaves open', async () => {
    const { page } = await suite.open('taskforce', '/import');
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/import/works?*', async (route) => {
      if (route.request().url().includes('dryRun')) return route.continue();
      await held;
      await route.abort('connectionreset');
    });
    await give(page, table('断线.csv', TITLE, [HEAD, `${work.code},${work.name},侯马市,30,400,`]));
    await page.getByRole('button', { name: '确认导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认导入' }).click();
    await page.getByRole('heading', { name: '正在写入' }).waitFor();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    // The confirmation that was just answered takes a moment to go.
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '工程', exact: true }).click();
    expect(asked).toEqual(['导入还没有结束，离开后看不到结果。确定离开吗？']);
    expect(new URL(page.url()).pathname).toBe('/import');
    go();
    await page.getByRole('alert').getByText('连接中断').waitFor();
    await page.getByRole('alert').getByText(/不能确定是否已经写入/).waitFor();
    await page.getByRole('link', { name: '工程', exact: true }).click();
    await page.waitForURL('**/projects');
    expect(asked).toHaveLength(1);
  });

  it('is there for those who may write something, with what they may', async () => {
    const offered = async (username: string) => {
      const { page } = await suite.open(username, '/import');
      await page.getByRole('heading', { level: 1, name: '导入' }).waitFor();
      return page.getByRole('radiogroup', { name: '导入什么' }).getByRole('radio').count();
    };
    expect(await offered('county-141081')).toBe(3);
    expect(await offered('department-ecology')).toBe(4);
    expect(await offered('department-finance')).toBe(0);
    for (const username of ['leader', 'kiosk', 'admin']) {
      const { page } = await suite.open(username, '/import');
      await page.waitForURL((url) => url.pathname !== '/import');
    }
  });

  it('keeps within a phone', async () => {
    const { page } = await suite.open('county-141081', '/import', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
    const over = () => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
    await page.locator('.drop').waitFor();
    expect(await over()).toBe(0);
    await give(page, table('有错.csv', TITLE, [HEAD, `${work.code},${work.name},侯马市,120,约三百万,`]));
    await checked(page).waitFor();
    await sleep(300);
    expect(await over()).toBe(0);
  });
});
