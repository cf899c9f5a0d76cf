import { inChromium } from './support/browser';
import { crowding, scrolling, textOutside } from './support/measure';
import { useSuite } from './support/suite';
import { magnet, totalsOf, wallIsLive } from './support/wall';

const FULL_HD = { width: 1920, height: 1080 };
const UHD = { width: 3840, height: 2160 };

inChromium('the wall screen', () => {
  const suite = useSuite();

  const shows = { progress: '工程进展图', distribution: '工程分布图', water: '水质断面图' };
  for (const viewport of [FULL_HD, UHD]) {
    for (const [map, title] of Object.entries(shows)) {
      it(`${map} fills ${viewport.width} × ${viewport.height}: no scrollbar, no text cut off, no magnet over another or over a county’s name`, async () => {
        const { page } = await suite.open('kiosk', `/wall/${map}?theme=day`, { viewport });
        await wallIsLive(page);
        await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await scrolling(page)).toEqual([]);
        expect(await textOutside(page)).toEqual([]);
        const { overlapping, covered, names } = await crowding(page);
        expect({ overlapping, covered }).toEqual({ overlapping: [], covered: [] });
        // On the water map a name gives way where a section needs its room.
        if (map !== 'water') expect(names).toBeGreaterThanOrEqual(17);
        expect(await page.locator('.wall-map').getByText('示意图').count()).toBe(1);
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/wall-${map}-${viewport.width}.png` });
      });
    }
  }

  it('every county stands on it by name with its three counts', async () => {
    const { page } = await suite.open('kiosk', '/wall/progress', { viewport: FULL_HD });
    await wallIsLive(page);
    const { regions } = await (await suite.app.as('kiosk')).must('{ regions { shortName } }');
    for (const { shortName } of regions) expect(await page.locator('.wall-map').getByText(shortName, { exact: true }).count()).toBe(1);
    expect(await page.locator('.wall-map .ymap-count').count()).toBe(3 * regions.length);
  });

  it('the water map says the index of the city with its change on the year, in percent', async () => {
    const { page } = await suite.open('kiosk', '/wall/water', { viewport: FULL_HD });
    await wallIsLive(page);
    const { index, change } = (await (await suite.app.as('kiosk')).must('{ waterMap { summary { index change } } }')).waterMap.summary;
    expect(change).toBeLessThan(0);
    await page.getByText(`同比 −${(-100 * change).toFixed(1)}%`, { exact: true }).waitFor();
    expect(await page.locator('.wall').getByText(index.toFixed(2), { exact: true }).count()).toBe(1);
    expect(await page.getByText('优良比例', { exact: true }).count()).toBe(1);
  });

  it('turns through the three maps by itself', async () => {
    const { page } = await suite.open('kiosk', '/wall?seconds=1', { viewport: FULL_HD });
    for (const title of [...Object.values(shows), shows.progress]) await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor({ timeout: 8000 });
  });

  it('wears the night scheme when asked, with the same picture', async () => {
    const { page } = await suite.open('kiosk', '/wall/progress?theme=night', { viewport: FULL_HD });
    await wallIsLive(page);
    expect(await page.locator('.wall').evaluate((wall) => getComputedStyle(wall).backgroundColor)).toBe('rgb(20, 25, 29)');
    expect(await magnet(page, 5).locator('.ymap-disc').evaluate((disc) => getComputedStyle(disc).fill)).toMatch(/^rgb\((198, 66, 58|23, 153, 122|61, 116, 194)\)$/);
    expect(await textOutside(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/wall-night.png` });
  });

  it('replays the years: the counts are those of the day, red turns to blue, and it returns to live', async () => {
    const leader = await suite.app.as('leader');
    const { page } = await suite.open('leader', '/wall/progress?theme=day', { viewport: FULL_HD });
    await wallIsLive(page);
    const now = await totalsOf(page);
    await page.keyboard.press('r');
    const bar = page.getByRole('slider', { name: '回放日期' });
    await page.getByRole('button', { name: '暂停' }).click();
    await bar.focus();
    await bar.press('Home');
    const countsOn = async (asOf: string) => {
      const { summary } = (await leader.must('query ($asOf: Date) { progressMap(asOf: $asOf) { summary { total preparation construction completed } } }', { asOf })).progressMap;
      return { total: summary.total, prep: summary.preparation, work: summary.construction, done: summary.completed };
    };
    const shows = async (asOf: string) => {
      const [year, month, day] = asOf.split('-').map(Number);
      await page.locator('.wall-replay-day').getByText(`${year}年${month}月${day}日`).waitFor();
      const counts = await countsOn(asOf);
      await page.waitForFunction((text) => ['total', 'prep', 'work', 'done'].map((key) => document.querySelector(`[data-figure=${key}]`)?.textContent).join() === text, Object.values(counts).join());
      return counts;
    };
    const first = await shows('2023-01-01');
    expect(first.prep).toBe(first.total);
    expect(await page.locator('.wall-map .f-work, .wall-map .f-done').and(page.locator('[data-magnet] *')).count()).toBe(0);
    for (let weeks = 0; weeks < 3; weeks++) await bar.press('ArrowRight');
    await shows('2023-01-22');
    // By hand, to the middle of the years.
    const box = (await bar.boundingBox())!;
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    const asOf = (await bar.getAttribute('aria-valuetext'))!.match(/\d+/g)!.map((part) => part.padStart(2, '0')).join('-');
    const middle = await shows(asOf);
    expect(middle.work).toBeGreaterThan(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/wall-replay.png` });
    expect(await textOutside(page)).toEqual([]);
    await bar.press('End');
    const last = await shows('2025-02-20');
    expect(last.done).toBeGreaterThan(last.prep + last.work);
    await page.getByRole('button', { name: '返回实时' }).click();
    await page.getByText('实时', { exact: true }).waitFor();
    expect(await totalsOf(page)).toEqual(now);
  });

  it('plays by itself, a week at a time', async () => {
    const { page } = await suite.open('leader', '/wall/progress', { viewport: FULL_HD });
    await wallIsLive(page);
    await page.keyboard.press('r');
    for (const day of ['2023年1月1日', '2023年1月8日', '2023年1月15日']) await page.locator('.wall-replay-day').getByText(day).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('实时', { exact: true }).waitFor();
  });

  it('speaks English when asked, without a Chinese word of its own, and nothing is cut off', async () => {
    for (const map of Object.keys(shows)) {
      const person = await suite.chromium.seat(await suite.app.signIn('kiosk'), { viewport: FULL_HD });
      await person.context.addInitScript(() => localStorage.setItem('yihong.language', 'en'));
      await person.page.goto(`/wall/${map}?theme=day`);
      await person.page.locator('svg.ymap [data-magnet]').first().waitFor();
      await person.page.getByText('Live', { exact: true }).waitFor();
      await person.page.waitForLoadState('networkidle');
      expect(await textOutside(person.page)).toEqual([]);
      if (process.env.SHOTS) await person.page.screenshot({ path: `${process.env.SHOTS}/wall-${map}-en.png` });
    }
  });
});
