import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { inChromium } from './support/browser';
import { choose } from './support/desk';
import { useSuite } from './support/suite';

const firstMagnet = (page: Page) => page.locator('svg.ymap [data-magnet]').first().waitFor();

/** Picks an option of a filter that takes several. */
async function filterBy(page: Page, filter: string, option: string): Promise<void> {
  await choose(page.getByRole('combobox', { name: filter }), option);
  await page.keyboard.press('Escape');
}

inChromium('the maps at a desk', () => {
  const suite = useSuite();

  it('the distribution map is filtered by sector, list and category, and the list of numbers and names beside it follows', async () => {
    const leader = await suite.app.as('leader');
    const { page } = await suite.open('leader', '/maps/distribution');
    await firstMagnet(page);
    const named = () => page.locator('aside ol li a').allTextContents();
    const standing = () => page.locator('svg.ymap [data-magnet]:not(.ymap-dim)').count();
    const follows = async (filter: object) => {
      const { nodes } = (await leader.must('query ($filter: ProjectFilter) { projects(filter: $filter, first: 100) { nodes { number name } } }', { filter })).projects;
      const expected = nodes.sort((a: { number: number }, b: { number: number }) => a.number - b.number).map(({ name }: { name: string }) => name);
      await page.getByText(`共 ${expected.length} 项`).waitFor();
      expect(await named()).toEqual(expected);
      expect(await standing()).toBe(expected.length);
      return expected.length;
    };
    expect(await follows({})).toBe(95);
    await filterBy(page, '领域', '生态环境');
    expect(await follows({ sectors: ['ECOLOGY'] })).toBe(22);
    const { lists, categories } = await leader.must('{ lists { code name } categories { code name } }');
    const list = lists.find(({ code }: { code: string }) => code === 'winter-action-2023');
    await filterBy(page, '清单', list.name);
    const inList = await follows({ sectors: ['ECOLOGY'], lists: [list.code] });
    const category = categories.find(({ code }: { code: string }) => code === 'TAILWATER_WETLAND');
    await filterBy(page, '类别', category.name);
    expect(await follows({ sectors: ['ECOLOGY'], lists: [list.code], categories: [category.code] })).toBeLessThan(inList);
    expect(await page.locator('aside svg text').first().textContent()).toMatch(/^\d+$/);
  });

  it('the water map has nine diamonds with their class, target met or missed, and shows the works around the one that is clicked', async () => {
    const leader = await suite.app.as('leader');
    const { page } = await suite.open('leader', '/maps/water');
    await firstMagnet(page);
    const { marks } = (await leader.must('{ waterMap { marks { code name class target meetsTarget } } }')).waterMap;
    expect(marks).toHaveLength(9);
    const roman = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ', V: 'Ⅴ', INFERIOR_V: '劣' } as Record<string, string>;
    for (const mark of marks) {
      const section = page.getByRole('button', { name: new RegExp(`^${mark.name}断面，.*，${mark.meetsTarget ? '达标' : '未达标'}$`) });
      expect(await section.locator('.ymap-diamond-class').textContent()).toBe(roman[mark.class]);
      expect(await section.locator('.ymap-verdict').textContent()).toBe(mark.meetsTarget ? '达标' : '未达标');
      expect(await section.locator('circle.ymap-disc').count()).toBe(0);
    }
    const { code, name } = marks[0];
    await page.getByRole('button', { name: new RegExp(`^${name}断面，`) }).locator('.ymap-diamond').click();
    await page.getByRole('heading', { name: new RegExp(`^${name}断面 10公里内工程`) }).waitFor();
    const { nearbyProjects } = (await leader.must('query ($code: String!) { section(code: $code) { nearbyProjects { distanceKm project { name } } } }', { code })).section;
    const sorted = nearbyProjects.sort((a: { distanceKm: number }, b: { distanceKm: number }) => a.distanceKm - b.distanceKm).map(({ project }: { project: { name: string } }) => project.name);
    if (sorted.length) await page.getByRole('link', { name: sorted[0] }).first().waitFor();
    expect(await page.locator('aside section ol').first().locator('li a').allTextContents()).toEqual(sorted);
  });

  it('a map is walked with the arrow keys, the focus is seen, and Enter opens the work', async () => {
    const { page } = await suite.open('leader', '/maps/progress');
    await firstMagnet(page);
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.magnet ?? null);
    for (let i = 0; (await focused()) === null && i < 40; i++) await page.keyboard.press('Tab');
    const seen = [await focused()];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
      const before = (await page.locator(':focus').boundingBox())!;
      await page.keyboard.press(key);
      const after = (await page.locator(':focus').boundingBox())!;
      seen.push(await focused());
      if (seen.at(-1) === seen.at(-2)) continue;
      if (key === 'ArrowRight') expect(after.x).toBeGreaterThan(before.x);
      if (key === 'ArrowLeft') expect(after.x).toBeLessThan(before.x);
      if (key === 'ArrowDown') expect(after.y).toBeGreaterThan(before.y);
      if (key === 'ArrowUp') expect(after.y).toBeLessThan(before.y);
      const ring = page.locator(':focus .ymap-focus');
      expect(await ring.evaluate((node) => ({ display: getComputedStyle(node).display, width: getComputedStyle(node).strokeWidth }))).toEqual({ display: 'inline', width: '3px' });
    }
    expect(new Set(seen).size).toBeGreaterThan(3);
    // One stop of the Tab key for the whole map.
    expect(await page.locator('svg.ymap [data-magnet][tabindex="0"]').count()).toBe(1);
    const number = await focused();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/projects/${number}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('the board shows the same magnets by county and sector', async () => {
    const { page } = await suite.open('leader', '/maps/progress');
    await firstMagnet(page);
    await page.getByText('分县分领域').click();
    const board = page.getByRole('table');
    await board.waitFor();
    expect(await board.locator('[data-magnet]').count()).toBe(95);
    expect(await board.getByRole('row').count()).toBeGreaterThanOrEqual(19);
  });

  it('a map is saved as SVG and as PNG', async () => {
    const { page } = await suite.open('leader', '/maps/progress');
    await firstMagnet(page);
    const save = async (button: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
      return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
    };
    const svg = await save('存为 SVG');
    expect(svg.name).toBe('progress-2025-02-20.svg');
    const text = svg.bytes.toString('utf8');
    const parsed = await page.evaluate((source) => {
      const document = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        error: document.querySelector('parsererror')?.textContent ?? null, root: document.documentElement.tagName, magnets: document.querySelectorAll('[data-magnet]').length,
        words: [...document.querySelectorAll('text.ymap-note')].map((one) => one.textContent).join(''), lines: [...document.querySelectorAll('svg > text')].filter((one) => one.parentElement === document.documentElement as Element).map((one) => one.textContent),
        width: document.documentElement.getAttribute('width'), height: Number(document.documentElement.getAttribute('height')), map: document.querySelector('svg svg')!.getAttribute('height'),
      };
    }, text);
    expect(parsed).toMatchObject({ error: null, root: 'svg', magnets: 95, width: '1068', map: '872' });
    // Away from the page it still says what it is, of which day, and what is made up.
    const { programme } = await (await suite.app.as('leader')).must('{ programme { city name sampleNote } }');
    expect(parsed.lines.slice(0, 2)).toEqual([`${programme.city}“${programme.name}”工程进展图`, '2025年2月20日（演示）']);
    expect(parsed.lines.slice(2).join('')).toContain(programme.sampleNote);
    expect(parsed.words).toContain('示意图，不作划界依据');
    expect(text).not.toMatch(/<script|var\(--/);
    const png = await save('存为 PNG');
    expect(png.name).toBe('progress-2025-02-20.png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2136, parsed.height * 2]);
    expect(png.bytes.length).toBeGreaterThan(100_000);
    if (process.env.SHOTS) fs.writeFileSync(`${process.env.SHOTS}/saved.png`, png.bytes);
  });

  it('each map prints on one A3 page, lying', async () => {
    for (const map of ['progress', 'distribution', 'water']) {
      const { page } = await suite.open('leader', `/maps/${map}`);
      await firstMagnet(page);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const text = pdf.toString('latin1');
      const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)!;
      // 420 × 297 mm in points.
      expect([Math.round(Number(width) / 5), Math.round(Number(height) / 5)]).toEqual([238, 168]);
      expect({ map, pages: text.match(/\/Type\s*\/Page\b/g)!.length }).toEqual({ map, pages: 1 });
      // The list beside the map is all there, too.
      await page.setViewportSize({ width: 1512, height: 1047 });
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('aside').evaluateAll((all) => all.map((side) => Math.max(0, side.scrollHeight - side.clientHeight - 2)))).toEqual(map === 'progress' ? [] : [0]);
      if (process.env.SHOTS) fs.writeFileSync(`${process.env.SHOTS}/print-${map}.pdf`, pdf);
    }
  });
});
