import { inChromium } from './support/browser';
import { useSuite } from './support/suite';

const file = (name: string, ...rows: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${rows.join('\r\n')}\r\n`) });
const HEAD = '断面名称,监测时间,氨氮(mg/L),总磷(mg/L),电导率';

inChromium("the import of stations' files", () => {
  const suite = useSuite();

  it('shows sections and periods first, then writes them; the second time all of it is in', async () => {
    const { page } = await suite.open('department-ecology', '/import?kind=samples');
    const given = file('自动站.csv', HEAD, '上平望,2025-02-18 00:00,0.31,0.08,800', '上平望,2025-02-18 04:00,0.025L,0.09,810', '下靳桥,2025-02-18,0.4,--,790');
    const before = await suite.app.rows();
    await page.locator('input[type=file]').setInputFiles(given);
    await page.getByText('3 行，5 个数值').waitFor();
    await page.getByRole('tab', { name: '断面和时段（2）' }).click();
    await page.getByRole('row', { name: /上平望.*四小时值.*2025-02-18 00:00.*2025-02-18 04:00.*2/ }).waitFor();
    expect(await suite.app.rows()).toEqual(before);
    await page.getByRole('button', { name: '确认导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认导入' }).click();
    await page.getByText('已写入：新增 3 条，变更 0 条。').waitFor();
    await page.getByRole('button', { name: '换一个文件' }).click();
    await page.locator('input[type=file]').setInputFiles(given);
    await page.getByText(/这个文件已经全部入库（.*，department-ecology）/).waitFor();
    expect(await page.getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true);
  });

  it('shows each column as it was read, with an example, and in red the columns of items that it leaves out', async () => {
    const { page } = await suite.open('taskforce', '/import?kind=samples');
    await page.locator('input[type=file]').setInputFiles(file('月报.csv', ',,重金属（μg/L）,,上年同期', '断面名称,监测时间,镉,铅,镉', '壶口,2025-02,0.05L,3,4'));
    await page.getByRole('row', { name: /C2 重金属（μg\/L）\/镉 镉 Cd μg\/L 0\.05L → <0\.00005 mg\/L/ }).waitFor();
    await page.getByRole('alert').filter({ hasText: '有 1 列写的是监测项目，但没有采用' }).getByText('E2 上年同期/镉').waitFor();
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/columns.png`, fullPage: true });
  });

  it('is told in a sentence that a file is too large, however long the rest of it takes', async () => {
    const { page, context, troubles } = await suite.open('taskforce', '/import?kind=samples');
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 25 * 1024 * 1024 });
    const answer = await page.evaluate(async () => {
      const form = new FormData();
      form.append('file', new Blob(Array.from({ length: 210 }, () => new Uint8Array(1024 * 1024).fill(49))), '全部.csv');
      const began = performance.now();
      const response = await fetch('/import/samples?dryRun=1', { method: 'POST', headers: { 'accept-language': 'zh' }, body: form });
      return { status: response.status, text: await response.text(), seconds: (performance.now() - began) / 1000 };
    });
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 413, text: expect.stringContaining('200 MB') });
    // Longer than silence is waited for, so that nothing but the bytes that come keeps the line.
    expect(answer.seconds).toBeGreaterThan(5);
    // The browser tells every status of 400 and above, which is what is wanted here.
    expect(troubles.splice(0)).toEqual(expect.arrayContaining([expect.stringContaining('413')]));
  }, 120_000);

  it('names each refused cell, and takes the rest where that is asked for', async () => {
    const { page } = await suite.open('taskforce', '/import?kind=samples');
    await page.locator('input[type=file]').setInputFiles(file('有错.csv', HEAD, '壶口,2025-02-17,-0.5,0.08,800', '无此断面,2025-02-17,0.2,0.09,810'));
    await page.getByText('有 2 处不能入库').waitFor();
    await page.getByRole('cell', { name: 'C2', exact: true }).waitFor();
    await page.getByRole('button', { name: '只写入其余的' }).click();
    await page.getByRole('dialog').getByText('将写入 1 个数值；3 个数值不写入。').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '只写入其余的' }).click();
    await page.getByText('已写入：新增 1 条，变更 0 条。').waitFor();
  });

  it('asks before it is left, and says that sending again goes on when the line breaks', async () => {
    const { page } = await suite.open('taskforce', '/import?kind=samples');
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/import/samples?*', async (route) => {
      if (route.request().url().includes('dryRun')) return route.continue();
      await held;
      await route.abort('connectionreset');
    });
    await page.locator('input[type=file]').setInputFiles(file('断线.csv', HEAD, '壶口,2025-02-16,0.5,0.08,800'));
    await page.getByRole('button', { name: '确认导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认导入' }).click();
    await page.getByRole('heading', { name: '正在写入' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: '工程', exact: true }).click();
    expect(asked).toEqual([expect.stringContaining('把同一个文件再传一次可以接着写')]);
    go();
    await page.getByRole('alert').getByText(/从断处接着写，不会重复/).waitFor();
  });

  it('is offered to the task force and the ecology department alone', async () => {
    const offers = async (username: string) => {
      const { page } = await suite.open(username, '/import');
      await page.getByRole('heading', { level: 1, name: '导入' }).waitFor();
      return page.getByText('监测数据', { exact: true }).count();
    };
    expect([await offers('taskforce'), await offers('department-ecology'), await offers('county-141081')]).toEqual([1, 1, 0]);
  });
});
