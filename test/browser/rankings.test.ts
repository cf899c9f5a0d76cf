import { type Data } from '../harness';
import { inChromium } from './support/browser';
import { answered, choose, sheet } from './support/desk';
import { useSuite } from './support/suite';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const YTD = 'span=2025-01-01..2025-02-20';

inChromium('the rankings', () => {
  const suite = useSuite();
  const shot = async (page: { screenshot(options: object): Promise<unknown> }, name: string) => process.env.SHOTS && page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });

  it('show value, change and both ranks, with ties, and go in three orders', async () => {
    const { indicatorRanking } = await (await suite.app.as('leader')).must('{ indicatorRanking(indicator: "AIR_INDEX", span: { from: "2025-01-01", to: "2025-02-20" }) { rows { region { name } value rank change changeRank } } }');
    const rows = indicatorRanking.rows as Data[];
    const { page } = await suite.open('leader', `/rankings?indicator=AIR_INDEX&${YTD}`);
    await page.getByRole('heading', { level: 1, name: '指标排名' }).waitFor();
    const names = async (): Promise<string[]> => page.locator('.ranking-table tbody th').allTextContents().then((all) => all.map((text) => text.trim()));
    await page.getByRole('row').nth(17).waitFor();
    expect(await names()).toEqual([...rows].sort((a, b) => a.rank - b.rank).map(({ region }) => region.name));
    const tied = page.getByRole('row').filter({ hasText: '−14.6%' });
    expect(await tied.count()).toBe(2);
    await tied.first().getByText('并列').waitFor();
    const begins = (name: string) => page.locator('.ranking-table tbody tr').first().getByText(name).waitFor();
    await page.getByText('按官方顺序', { exact: true }).click();
    await begins(rows[0].region.name as string);
    expect(await names()).toEqual(rows.map(({ region }) => region.name));
    await page.getByText('按变化名次', { exact: true }).click();
    await begins(rows.find(({ changeRank }) => changeRank === 1)!.region.name as string);
    await page.getByText('变化为原表所列').waitFor();
    await shot(page, 'rankings');
    // Whoever only reads is offered nothing to enter.
    expect(await page.getByRole('button', { name: '录入数值' }).count()).toBe(0);
    await choose(page.getByRole('combobox', { name: '指标' }), 'PM2.5平均浓度');
    await page.getByText('PM2.5平均浓度 · ').waitFor();
    expect(new URL(page.url()).searchParams.get('indicator')).toBe('PM25');
  });

  it('take a pasted table, tell what is wrong in it by the line, and every open page shows it', async () => {
    const { page } = await suite.open('taskforce', '/rankings?indicator=PM25');
    const reader = await suite.open('county-141002', '/rankings?indicator=PM25&span=2025-01-01..2025-01-31&order=official');
    await page.getByRole('button', { name: '录入数值' }).click();
    await sheet(page).getByLabel('起始日期').fill('2025-01-01');
    await sheet(page).getByLabel('截止日期').fill('2025-01-31');
    await sheet(page).getByLabel('截止日期').press('Tab');
    const area = sheet(page).getByLabel('县（市、区）与数值');
    await area.fill('县\t1月均值\n尧都区\t61.0\n侯马\t58.5\n某县\t3');
    await sheet(page).getByText('第 4 行：没有县（市、区）“某县”').waitFor();
    await sheet(page).getByRole('button', { name: '保存' }).click();
    await sheet(page).getByText('请先改正 1 处。').waitFor();
    await area.fill('县\t1月均值\n尧都区\t61.0\n侯马\t58.5');
    await sheet(page).getByText('读出 2 个县（市、区）').waitFor();
    await answered(page, 'RecordFigures', () => sheet(page).getByRole('button', { name: '保存' }).click());
    await sheet(page).waitFor({ state: 'hidden' });
    await page.getByText('PM2.5平均浓度 · 2025年1月').waitFor();
    expect(await page.locator('.ranking-table tbody th').allTextContents()).toEqual(['侯马市 ', '尧都区 ']);
    await reader.page.getByRole('row', { name: /尧都区/ }).waitFor();
  });

  it('fit a phone, in English too', async () => {
    const { page } = await suite.open('taskforce', `/rankings?indicator=AIR_INDEX&${YTD}`, PHONE);
    await page.getByRole('row').nth(17).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await shot(page, 'rankings-phone');
    await page.evaluate(() => localStorage.setItem('yihong.language', 'en'));
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Rankings' }).waitFor();
    await page.getByRole('row').nth(17).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});

inChromium('compensation across borders', () => {
  const suite = useSuite();

  it('says that it is an example, and adds up what the API gives', async () => {
    const { compensation } = await (await suite.app.as('leader')).must('{ compensation(period: "2024") { totals { region { name } balance } lines { kind } } }');
    const { page } = await suite.open('leader', '/rankings');
    // It stands in no menu: a small link leads to it.
    await page.getByRole('link', { name: '跨界断面补偿（示例）' }).click();
    await page.getByRole('heading', { level: 1, name: '跨界断面水质生态补偿' }).waitFor();
    expect(await page.getByRole('navigation').getByText('补偿').count()).toBe(0);
    await page.goto('/water/compensation?period=2024');
    await page.getByRole('note').getByText('示例方案，不是现行规定').waitFor();
    for (const { region, balance } of compensation.totals as Data[]) {
      const shown = await page.locator('.totals').getByRole('row', { name: new RegExp(region.name as string) }).getByRole('cell').last().textContent();
      expect(shown!.replaceAll(',', '').replace('−', '-').replace('+', '')).toBe(balance);
    }
    const due = (compensation.lines as Data[]).filter(({ kind }) => kind === 'PAYMENT' || kind === 'REWARD').length;
    expect(due).toBeGreaterThan(0);
    expect(await page.locator('tr.due').count()).toBe(due);
    await page.getByText('全部', { exact: true }).click();
    expect(await page.locator('tr.due').count()).toBe(compensation.lines.length);
    expect(await page.getByRole('button', { name: '修改方案' }).count()).toBe(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/compensation.png` });
  });

  it('is set by the task force in a form that begins with the scheme that stands', async () => {
    const { page } = await suite.open('taskforce', '/water/compensation?period=2025-02');
    await page.getByRole('note').waitFor();
    await page.getByRole('button', { name: '修改方案' }).click();
    const form = sheet(page);
    await form.getByLabel('名称').fill('临时办法');
    await form.getByLabel('每 1 倍的金额').first().fill('0');
    await form.getByLabel('这是示例，不是现行规定').uncheck();
    await form.getByRole('button', { name: '保存方案' }).click();
    // The server names the item; what was typed stays.
    await form.getByText('金额必须大于零').waitFor();
    await form.getByLabel('每 1 倍的金额').first().fill('30');
    await answered(page, 'SetCompensationScheme', () => form.getByRole('button', { name: '保存方案' }).click());
    await form.waitFor({ state: 'hidden' });
    await page.getByText('方案：临时办法').waitFor();
    await page.getByText('化学需氧量：每 1 倍 300,000.00 元').waitFor();
    // Of February on it is no example; the year still holds January's.
    expect(await page.getByRole('note').count()).toBe(0);
    await page.goto('/water/compensation?period=2025');
    await page.getByRole('note').waitFor();
  });

  it('fits a phone, in English too', async () => {
    const { page } = await suite.open('taskforce', '/water/compensation?period=2024', PHONE);
    await page.locator('.due-cards').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/compensation-phone.png` });
    await page.evaluate(() => localStorage.setItem('yihong.language', 'en'));
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Compensation across borders' }).waitFor();
    await page.locator('.due-cards').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
