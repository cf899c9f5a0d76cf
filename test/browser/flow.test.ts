import { inChromium } from './support/browser';
import { answered, sheet } from './support/desk';
import { smallTargets } from './support/measure';
import { useSuite } from './support/suite';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

inChromium('ecological flow', () => {
  const suite = useSuite();

  it('is told of the last month, by word and sign beside colour, with the replenishment of the year', async () => {
    const { page } = await suite.open('leader', '/water/flow');
    await page.getByRole('heading', { name: '2025年1月达标情况' }).waitFor();
    await page.getByText('10 处中 6 处达标').waitFor();
    await page.getByText('4 处未达标', { exact: true }).waitFor();
    const row = page.getByRole('row').filter({ hasText: '翼城县' }).first();
    expect(await row.getByText('未达标').locator('svg path').count()).toBe(1);
    // 4.4 million of 62: 31 of 365 days ask for 5.265753 million.
    await page.getByText('比直线进度少 86.58 万立方米').waitFor();
    await page.getByRole('img', { name: '已补 440，全年目标 6,200，完成 7.1%' }).waitFor();
    expect(await page.locator('.flow-places figure').count()).toBe(10);
    // Whoever only reads is offered nothing to record.
    expect(await page.getByRole('button', { name: '录入流量和补水' }).count()).toBe(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/flow.png`, fullPage: true });
  });

  it('is read month by month with the keyboard, and the table follows', async () => {
    const { page } = await suite.open('kiosk', '/water/flow');
    const charts = page.getByRole('slider', { name: '选择月份' });
    await charts.waitFor();
    await charts.press('ArrowLeft');
    expect(await charts.getAttribute('aria-valuetext')).toMatch(/^2024年12月：/);
    await charts.press('Enter');
    await page.getByRole('heading', { name: '2024年12月达标情况' }).waitFor();
    await page.getByRole('heading', { name: '2024年生态补水' }).waitFor();
    expect(new URL(page.url()).searchParams.get('month')).toBe('2024-12');
    await page.getByRole('button', { name: '后一个月' }).click();
    await page.getByRole('heading', { name: '2025年1月达标情况' }).waitFor();
  });

  it('is recorded by the water department on a phone, a refused value is told at its field, and the office sees it without asking', async () => {
    const office = await suite.open('taskforce', '/water/flow');
    await office.page.getByText('4 处未达标', { exact: true }).waitFor();
    const { page } = await suite.open('department-water', '/water/flow', PHONE);
    await page.getByRole('button', { name: '录入流量和补水' }).tap();
    const form = sheet(page);
    const field = form.getByLabel(/浍河 · 翼城县/);
    await field.fill('0.61111');
    await form.getByRole('button', { name: '保存' }).tap();
    await form.getByText('请填 0 以上的数，最多三位小数').waitFor();
    await field.fill('0.611');
    await form.getByLabel(/生态补水/).fill('530');
    expect(await smallTargets(page)).toEqual([]);
    await answered(page, 'RecordFlows', () => form.getByRole('button', { name: '保存' }).tap());
    await form.waitFor({ state: 'hidden' });
    await office.page.getByText('3 处未达标', { exact: true }).waitFor();
    await office.page.getByText('比直线进度多 3.42 万立方米').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
