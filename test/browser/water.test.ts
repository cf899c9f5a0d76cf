import { mutate } from '../harness';
import { inChromium } from './support/browser';
import { answered } from './support/desk';
import { textOutside } from './support/measure';
import { useSuite } from './support/suite';
import { wallIsLive } from './support/wall';

const FULL_HD = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };
const shot = (name: string) => (process.env.SHOTS ? { path: `${process.env.SHOTS}/water-${name}.png`, fullPage: true } : null);

inChromium('water on screen', () => {
  const suite = useSuite();
  const section = (code: string) => `[data-section="${code}"]`;

  it('a sample that one browser records turns the section on the other map and on the wall, and pulses', async () => {
    const map = await suite.open('leader', '/maps/water');
    await map.page.locator(section('LF-N8')).waitFor();
    const wall = await suite.open('kiosk', '/wall/water?theme=day', { viewport: FULL_HD });
    await wallIsLive(wall.page);
    const ecology = await suite.open('department-ecology', '/water/sections/LF-N8');
    await ecology.page.getByRole('button', { name: '录入监测值' }).click();
    const form = ecology.page.getByRole('dialog');
    await form.getByLabel('氨氮').fill('2.6');
    const before = map.requests.length;
    const seen = (page: typeof map.page) => page.waitForFunction(() => document.querySelector('[data-section="LF-N8"]')?.getAttribute('aria-label')?.includes('劣Ⅴ类') && document.querySelector('[data-section="LF-N8"] [data-pulse]'), null, { polling: 20 });
    await Promise.all([
      seen(map.page),
      seen(wall.page),
      answered(ecology.page, 'RecordSamples', () => form.getByRole('button', { name: '录入', exact: true }).click()),
    ]);
    // It came over the socket: the map asked for nothing.
    expect(map.requests.slice(before).filter(({ url }) => url.endsWith('/graphql'))).toEqual([]);
    await ecology.page.getByText('下靳桥 2025年2月 已录入：劣Ⅴ类').waitFor();
    await ecology.page.locator('.section-now').getByText('劣Ⅴ类').waitFor();
  });

  it('looks back by a slider, by keys and played, says that it does, and comes back to live', async () => {
    const leader = await suite.app.as('leader');
    const { page } = await suite.open('leader', '/maps/water');
    await page.getByRole('button', { name: '往期与回放' }).click();
    const slider = page.getByRole('slider', { name: '回放时段' });
    await slider.focus();
    await slider.press('Home');
    const classesOn = async (period: string) => Object.fromEntries(((await leader.must('query ($period: String) { waterMap(period: $period) { marks { code class } } }', { period })).waterMap.marks as { code: string; class: string }[]).map(({ code, class: grade }) => [code, grade]));
    const shows = async (period: string) => {
      const expected = await classesOn(period);
      const [year, month] = period.split('-').map(Number);
      await page.getByText(`这是 ${year}年${month ? `${month}月` : ''} 的水质，不是最新`).waitFor();
      const numerals: Record<string, string> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ', V: 'Ⅴ', INFERIOR_V: '劣' };
      for (const [code, grade] of Object.entries(expected)) expect(await page.locator(`${section(code)} .ymap-diamond-class`).textContent()).toBe(numerals[grade]);
    };
    await shows('2021-01');
    await slider.press('PageUp');
    await slider.press('ArrowRight');
    await shows('2022-02');
    await page.getByRole('button', { name: '年', exact: true }).click();
    await shows('2022');
    await page.getByRole('button', { name: '0.5×' }).click();
    await page.getByRole('button', { name: '播放' }).click();
    await page.getByText('这是 2023年 的水质，不是最新').waitFor();
    await page.getByRole('button', { name: '暂停' }).click();
    // It may have gone on before it was stopped.
    await shows(/\d{4}/.exec((await slider.getAttribute('aria-valuetext'))!)![0]);
    await page.getByRole('button', { name: '返回实时' }).first().click();
    expect(await page.getByText('不是最新').count()).toBe(0);
    expect(await page.getByRole('slider').count()).toBe(0);
  });

  it('is replayed on the wall with R, and nothing is cut off there', async () => {
    const { page } = await suite.open('kiosk', '/wall/water?theme=day', { viewport: FULL_HD });
    await wallIsLive(page);
    await page.keyboard.press('r');
    await page.locator('.wall-replay-day').getByText('2021年1月').waitFor();
    await page.locator('.wall-replay-day').getByText('2021年3月').waitFor();
    expect(await textOutside(page)).toEqual([]);
    const picture = shot('wall-replay');
    if (picture) await page.screenshot({ path: picture.path });
    await page.keyboard.press('Escape');
    await page.getByText('实时', { exact: true }).waitFor();
  });

  it('a section has its trends over the classes of the standard, and the water before and after works', async () => {
    const { page } = await suite.open('taskforce', '/maps/water#LF-N7');
    await page.getByRole('link', { name: '断面详情' }).click();
    await page.getByRole('heading', { level: 1, name: '上平望' }).waitFor();
    const phosphorus = page.locator('[data-item="TP"]');
    await phosphorus.waitFor();
    expect(await phosphorus.locator('[data-band]').evaluateAll((bands) => bands.map((band) => (band as SVGElement).dataset.band).slice(0, 3))).toEqual(['I', 'II', 'III']);
    // The slider over all charts reads out a period.
    const slider = page.getByRole('slider', { name: '查看哪一期' });
    await slider.focus();
    await slider.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toContain('2022年3月');
    await page.getByText('完工之后水质的变化，不一定是这项工程带来的').waitFor();
    const effect = page.locator('.effect').first();
    expect(await effect.locator('.side').count()).toBe(2);
    await effect.getByText(/\d+ 个月，\d+ 个样/).first().waitFor();
    // With the digits as they came, a class may differ; the address keeps it.
    await page.getByText('原值', { exact: true }).click();
    await page.waitForURL(/rounding=given/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('上平望-2022-03-2025-02.csv');
    const picture = shot('section');
    if (picture) await page.screenshot(picture);
  });

  it('days are there once they were measured', async () => {
    const taskforce = await suite.app.as('taskforce');
    await mutate(taskforce, 'recordSamples', { samples: [1, 2, 3].map((day) => ({ section: 'LF-N1', period: `2025-02-0${day}`, indicators: [{ indicator: 'TP', value: 0.05, belowDetection: day === 2 }] })) }, 'results { period }');
    const { page } = await suite.open('leader', '/water/sections/LF-N1');
    await page.getByText('日', { exact: true }).click();
    await page.locator('[data-item="TP"] .undetected-point').waitFor();
    expect(await page.locator('[data-item="TP"] circle').count()).toBe(2);
  });

  it('a value that cannot be is refused at its field, and nothing was written', async () => {
    const { page } = await suite.open('taskforce', '/water/sections/LF-N2');
    await page.getByRole('button', { name: '录入监测值' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('氨氮').fill('0.4');
    await form.getByLabel('pH').fill('15');
    await form.getByRole('button', { name: '录入', exact: true }).click();
    const field = form.locator('.ant-form-item').filter({ has: page.getByLabel('pH') });
    await field.locator('.ant-form-item-explain-error').waitFor();
    expect(await field.locator('.ant-form-item-explain-error').textContent()).toContain('pH');
    const picture = shot('refused');
    if (picture) await page.screenshot({ path: picture.path });
    const { section: kept } = await (await suite.app.as('taskforce')).must('{ section(code: "LF-N2") { results(from: "2025-02", to: "2025-02") { indicators { indicator value } } } }');
    expect((kept.results as { indicators: { indicator: string; value: number }[] }[])[0].indicators.find(({ indicator }) => indicator === 'NH3N')!.value).not.toBe(0.4);
    // Who may not record is not asked to.
    const finance = await suite.open('leader', '/water/sections/LF-N2');
    await finance.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await finance.page.getByRole('button', { name: '录入监测值' }).count()).toBe(0);
  });

  it('the month at a glance leads to its sections; a phone and the night show it whole', async () => {
    for (const [name, path, seat] of [['day', '/water?period=2025-01', {}], ['night', '/water?period=2024&theme=night', {}], ['phone', '/water?period=2025-01', PHONE]] as const) {
      const { viewport, ...rest } = { viewport: 'width' in seat ? { width: seat.width, height: seat.height } : { width: 1440, height: 900 }, ...('isMobile' in seat ? { isMobile: true, hasTouch: true } : {}) };
      const { page } = await suite.open('leader', path, { viewport, ...rest });
      await page.getByText('断面排名：水质变化').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      const picture = shot(`overview-${name}`);
      if (picture) await page.screenshot(picture);
    }
    const { page } = await suite.open('county-141002', '/water');
    await page.locator('tr[data-section="LF-N8"]').getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: '下靳桥' }).waitFor();
  });
});
