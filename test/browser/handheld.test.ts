import { inChromium } from './support/browser';
import { actionsOf, answered, sheet } from './support/desk';
import { scrolling, smallTargets, smallText } from './support/measure';
import { useSuite } from './support/suite';
import { createWork } from './support/works';
import { PASSWORD } from '../harness';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

inChromium('a phone, a keyboard, another language', () => {
  const suite = useSuite();

  it('the county desk on a phone: nothing to scroll sideways, nothing too small for a thumb, and a magnet is turned by touch', async () => {
    const work = await createWork(await suite.app.as('taskforce'));
    const { page } = await suite.open('county-141081', '/county', PHONE);
    const actions = actionsOf(page, work.name);
    await actions.waitFor();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await wide()).toBeLessThanOrEqual(0);
    expect(await smallTargets(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone.png` });

    await actions.getByRole('button', { name: '变更阶段' }).tap();
    const form = sheet(page);
    await form.getByLabel('开工日期').fill('2025-02-18');
    await form.getByLabel('依据').fill('开工令');
    expect(await smallTargets(page)).toEqual([]);
    expect(await wide()).toBeLessThanOrEqual(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone-sheet.png` });
    await answered(page, 'RecordStage', () => form.getByRole('button', { name: '确认开工' }).tap());
    await page.getByText(`“${work.name}”已转入开工。`).waitFor();
    await page.getByRole('listitem').filter({ hasText: work.name }).getByText('开工', { exact: true }).first().waitFor();
  });

  it('every page on a phone keeps within its width', async () => {
    const { page } = await suite.open('county-141081', '/projects', PHONE);
    for (const path of ['/projects', '/projects/2', '/ledgers/overall', '/ledgers/procedures?groupBy=SECTOR', '/import', '/changes', '/maps/progress', '/maps/distribution', '/maps/water', '/water', '/water?period=2024', '/water/sections/LF-N8', '/water/flow', '/water/reports', '/password']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone${path.replace(/\//g, '-')}.png` });
      expect({ path, over: await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth)) }).toEqual({ path, over: 0 });
    }
  });

  it.each(['/water', '/water/sections/LF-N8', '/rankings'])('%s on a phone has nothing too small for a thumb or for the eye', async (path) => {
    const { page } = await suite.open('taskforce', path, PHONE);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect({ targets: await smallTargets(page), texts: await smallText(page) }).toEqual({ targets: [], texts: [] });
  });

  it('the bar of the replay is in sight on a phone as soon as it opens', async () => {
    const { page } = await suite.open('leader', '/maps/water', PHONE);
    await page.getByRole('button', { name: '往期与回放' }).tap();
    const slider = page.getByRole('slider', { name: '回放时段' });
    await slider.waitFor();
    for (const control of [slider, page.getByRole('button', { name: '播放' }), page.getByRole('button', { name: '4×' })]) {
      const box = (await control.boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(PHONE.viewport.height);
    }
    await page.getByText('即最新一期').waitFor();
  });

  it('the keyboard alone leads from the sign-in to a work’s page, with a focus that is seen', async () => {
    const { page } = await suite.chromium.seat(null, { url: suite.app.url });
    await page.goto('/sign-in');
    await page.getByLabel('用户名').waitFor();
    const focused = () => page.evaluate(() => {
      const node = document.activeElement as HTMLElement | null;
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(node?.closest<HTMLElement>('.ant-input-affix-wrapper, .ant-select, .ant-segmented-item') ?? node!);
      return { name: node?.getAttribute('aria-label') ?? node?.id ?? '', text: node?.textContent ?? '', ring: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none', borderColor };
    });
    const tabTo = async (wanted: RegExp) => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab');
        const now = await focused();
        if (!wanted.test(`${now.name} ${now.text}`)) continue;
        expect({ now: now.text || now.name, ring: now.ring }).toEqual({ now: now.text || now.name, ring: true });
        return;
      }
      throw new Error(`the Tab key does not reach ${wanted}`);
    };
    await tabTo(/username/);
    await page.keyboard.type('county-141081');
    await tabTo(/password/);
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/county');
    await page.getByRole('heading', { name: '侯马市' }).waitFor();
    await page.getByRole('link', { name: '汾河侯马段综合治理工程' }).waitFor();
    await tabTo(/汾河侯马段综合治理工程/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/projects/13');
    await page.getByRole('heading', { level: 1, name: '汾河侯马段综合治理工程' }).waitFor();
  });

  it.each([
    ['works, maps and walls', ['/projects', '/projects/2', '/county/141081', '/changes', '/maps/progress', '/maps/distribution', '/maps/water', '/wall/progress', '/wall/water']],
    ['ledgers and imports', ['/ledgers/overall', '/ledgers/annual', '/ledgers/procedures', '/ledgers/funding?groupBy=REGION', '/ledgers/overdue', '/ledgers/sections', '/import']],
  ])('one click turns the pages of %s into English, with Chinese only in what is data', async (_, paths) => {
    const { page } = await suite.open('taskforce', '/projects');
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Works' }).waitFor();
    // Names, contents and reasons are what people wrote; all else is ours.
    const data = await known();
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      const words = await page.evaluate(() => {
        const texts: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) if (/\p{Script=Han}/u.test(node.textContent!) && node.parentElement!.checkVisibility() && !node.parentElement!.closest('[lang=zh-CN]:not(html)')) texts.push(node.textContent!.trim());
        return texts;
      });
      const ours = [...new Set(words.filter((text) => !data.some((one) => one.includes(text) || text.includes(one))))];
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/en${path.replace(/\//g, '-')}.png` });
      expect({ path, ours }).toEqual({ path, ours: [] });
      if (path.startsWith('/wall')) expect(await scrolling(page)).toEqual([]);
    }
  });

  /** Every text that stands in the record. */
  const known = async (): Promise<string[]> => {
    const client = await suite.app.as('taskforce');
    const answer = await client.must(`{
      programme { name city sampleNote } regions { name shortName } departments { name } sections { name river }
      projects(first: 100) { nodes { name content scale ownerUnit waterBody sources stageHistory { evidence reason recordedBy } suspensions { cause recordedBy } progressHistory { note recordedBy } procedures { documentNumber } fundingEntries(first: 100) { nodes { note documentNumber } } } }
    }`);
    const summaries: string[] = [];
    for (let after: string | null = null; ; ) {
      const { changes } = await client.must(`{ changes(first: 500, after: ${JSON.stringify(after)}) { nodes { summary } pageInfo { hasNextPage endCursor } } }`);
      summaries.push(...(changes.nodes as { summary: string }[]).map(({ summary }) => summary));
      if (!changes.pageInfo.hasNextPage) break;
      after = changes.pageInfo.endCursor as string;
    }
    const texts: string[] = [];
    JSON.stringify([answer, summaries], (_, value: unknown) => {
      if (typeof value === 'string' && /\p{Script=Han}/u.test(value)) texts.push(value);
      return value;
    });
    return texts;
  };
});
