import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { mutate, workOf } from '../harness';
import { inYuan, inColumn } from '../../client/format/money';
import { inChromium, OFFICE, type Person } from './support/browser';
import { choose, typeDay } from './support/desk';
import { useSuite } from './support/suite';
import { createWork } from './support/works';

interface Answer {
  totalCount: number;
  totals: (string | null)[];
  columns: { key: string; title: string }[];
  rows: { cells: (string | null)[] }[];
  groups: { key: string; label: string; count: number; totals: (string | null)[] }[];
}

const grid = (page: Page): Locator => page.getByRole('grid');
/** The rows that are drawn, without titles and totals. */
const drawn = (page: Page): Locator => page.locator('.grid-body [role=row]');
const foot = (page: Page): Locator => page.locator('.ledger-foot');
const name = (row: Locator): Locator => row.locator('.cell-name');

/** Waits until something reads as expected; after a change of the question the rows come a moment later. */
async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  let last: T | undefined;
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(50)) {
    last = await read();
    if (isDeepStrictEqual(last, expected)) return;
  }
  expect(last).toEqual(expected);
}

/** Waits until rows are on screen and nothing newer is on its way. */
async function settled(page: Page): Promise<void> {
  await page.locator('.grid:not(.bones)').waitFor();
  await page.waitForFunction(() => !document.querySelector('.grid.busy, .grid-body .bone'));
}

inChromium('the ledgers', () => {
  const suite = useSuite();

  const ask = async (args: string): Promise<Answer> =>
    (await (await suite.app.as('taskforce')).must(`{ ledger(${args}) { totalCount totals columns { key title } rows { cells } groups { key label count totals } } }`)).ledger as Answer;
  const cellsOf = ({ columns, rows }: Answer, key: string) => rows.map(({ cells }) => cells[columns.findIndex((column) => column.key === key)]);
  const open = async (path: string, who = 'taskforce', seat = {}): Promise<Person> => {
    const person = await suite.open(who, path, seat);
    await settled(person.page);
    return person;
  };

  it('lead from one to another, each with its name, its rows and the day that it is of', async () => {
    const { page } = await open('/ledgers');
    expect(new URL(page.url()).pathname).toBe('/ledgers/overall');
    const { ledgers } = await (await suite.app.as('taskforce')).must('{ ledgers { id name description } }');
    for (const { id, name: title, description } of ledgers as { id: string; name: string; description: string }[]) {
      await page.getByRole('navigation', { name: '台账目录' }).getByRole('link', { name: title, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByText(description).waitFor();
      await settled(page);
      const { totalCount } = await ask(`id: "${id}", first: 1`);
      await foot(page).getByText(`${totalCount} 行`, { exact: true }).waitFor();
      await foot(page).getByText('数据截止 2025-02-20').waitFor();
    }
  });

  it('narrow to a county, and say in the address to which', async () => {
    const { page } = await open('/ledgers/overall');
    await choose(page.getByRole('combobox', { name: '县（市、区）' }), '侯马市');
    await page.waitForURL('**/ledgers/overall?regions=141081');
    const { totalCount, rows, columns } = await ask('id: "overall", filter: { regions: ["141081"] }');
    await foot(page).getByText(`${totalCount} 行`, { exact: true }).waitFor();
    await eventually(() => name(drawn(page)).allTextContents(), cellsOf({ rows, columns } as Answer, 'name') as string[]);
  });

  it('are of any past day, with the totals of that day', async () => {
    const { page } = await open('/ledgers/funding');
    await typeDay(page.getByRole('textbox', { name: '数据日期' }), '2023-12-31');
    await page.waitForURL('**/ledgers/funding?asOf=2023-12-31');
    await foot(page).getByText('数据截止 2023-12-31').waitFor();
    const { totals, columns } = await ask('id: "funding", asOf: "2023-12-31"');
    const paid = totals[columns.findIndex(({ key }) => key === 'paid')]!;
    expect(await page.locator('.grid-foot').innerText()).toContain(inColumn(paid, 'WAN', 'zh'));
    await page.getByRole('textbox', { name: '数据日期' }).click();
    await page.getByText('上年末').click();
    await page.waitForURL('**/ledgers/funding?asOf=2024-12-31');
  });

  it('are sorted by their titles: up, down, not at all', async () => {
    const { page } = await open('/ledgers/overall?columns=number,name,investment');
    const title = page.getByRole('columnheader', { name: '总投资' });
    const first = async () => (await name(drawn(page)).allTextContents()).slice(0, 5);
    const expected = async (args: string) => cellsOf(await ask(`id: "overall", first: 5, ${args}`), 'name') as string[];
    for (const [direction, sort] of [['ASC', 'ascending'], ['DESC', 'descending']] as const) {
      await title.getByRole('button').click();
      await page.waitForURL(/orderBy=investment/);
      await page.locator(`[role=columnheader][aria-sort=${sort}]`).waitFor();
      await eventually(first, await expected(`orderBy: "investment", direction: ${direction}`));
    }
    await title.getByRole('button').click();
    await page.waitForURL((url) => !url.search.includes('orderBy'));
    await eventually(first, await expected('direction: ASC'));
  });

  it('gather their rows by county in the official order, with subtotals to the fen', async () => {
    const { page } = await open('/ledgers/overall?columns=name,investment,paid&unit=yuan');
    await choose(page.getByRole('combobox', { name: '分组' }), '按县（市、区）');
    await page.waitForURL(/groupBy=REGION/);
    const { groups, columns, totals } = await ask('id: "overall", groupBy: REGION, first: 1');
    await page.getByRole('button', { name: '全部折叠' }).click();
    const heads = drawn(page);
    await eventually(() => heads.count(), groups.length);
    for (const [i, group] of groups.entries()) {
      const sums = ['investment', 'paid'].map((key) => inYuan(group.totals[columns.findIndex((column) => column.key === key)]!));
      expect((await heads.nth(i).innerText()).split('\n').filter(Boolean)).toEqual(['▸', group.label, `${group.count} 行`, ...sums]);
    }
    const sum = inYuan(totals[columns.findIndex(({ key }) => key === 'investment')]!);
    expect(await page.locator('.grid-foot').innerText()).toContain(sum);
    await heads.nth(1).click();
    await heads.nth(1).and(page.locator('[aria-expanded=true]')).waitFor();
    expect(await grid(page).getAttribute('aria-rowcount')).toBe(String(groups.length + groups[1]!.count + 2));
  });

  it('are kept by a link, and under a name in this browser', async () => {
    const { page } = await open('/ledgers/overall');
    await page.getByRole('button', { name: '列 ▾' }).click();
    const chooser = page.getByRole('tooltip');
    await chooser.getByRole('checkbox', { name: '项目编码' }).click();
    await chooser.getByRole('button', { name: '上移“总投资”' }).click();
    await page.keyboard.press('Escape');
    await page.getByText('元', { exact: true }).click();
    await choose(page.getByRole('combobox', { name: '阶段' }), '开工');
    await page.waitForURL((url) => url.search.includes('stages=CONSTRUCTION') && url.search.includes('unit=yuan') && url.search.includes('columns='));
    const { totalCount } = await ask('id: "overall", filter: { stages: [CONSTRUCTION] }, first: 1');
    await foot(page).getByText(`${totalCount} 行`, { exact: true }).waitFor();
    await settled(page);
    const look = async (one: Page) => ({ titles: await one.locator('.grid-head [role=columnheader]').allInnerTexts(), rows: await drawn(one).first().innerText(), foot: await foot(one).innerText() });
    const here = await look(page);
    const other = await open(new URL(page.url()).pathname + new URL(page.url()).search, 'leader');
    expect(await look(other.page)).toEqual(here);

    await page.getByRole('button', { name: '视图 ▾' }).click();
    await page.getByLabel('视图名称').fill('开工的，按元');
    await page.getByRole('button', { name: '保存当前视图' }).click();
    await page.getByText('视图“开工的，按元”已保存在这个浏览器里。').waitFor();
    const kept = page.url();
    await page.goto('/ledgers/county');
    await settled(page);
    await page.getByRole('button', { name: '视图 ▾' }).click();
    await page.getByRole('link', { name: '开工的，按元' }).click();
    await page.waitForURL(kept);
    await eventually(() => look(page), here);
  });

  it('give their link to be copied by hand where the browser gives no clipboard', async () => {
    const url = suite.app.url.replace('127.0.0.1', OFFICE);
    const { page } = await open('/ledgers/overall?stages=CONSTRUCTION', 'taskforce', { url });
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await page.getByRole('button', { name: '视图 ▾' }).click();
    await page.getByRole('button', { name: '复制链接' }).click();
    expect(await page.getByLabel('请按 Ctrl+C 复制这个链接：').inputValue()).toBe(`${url}/ledgers/overall?stages=CONSTRUCTION`);
  });

  it('are walked through by keyboard; Enter opens the work, and going back leads to the same row', async () => {
    const { page } = await open('/ledgers/entries');
    await grid(page).focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowDown');
    const row = page.locator('.grid-row.active');
    const text = await row.innerText();
    expect(await grid(page).getAttribute('aria-activedescendant')).toBe(await row.getAttribute('id'));
    const place = await row.getAttribute('aria-rowindex');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/projects/*');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await settled(page);
    expect(await row.innerText()).toBe(text);
    expect(await row.getAttribute('aria-rowindex')).toBe(place);
    await grid(page).focus();
    await page.keyboard.press('End');
    await settled(page);
    expect(await row.getAttribute('aria-rowindex')).toBe(String(Number(await grid(page).getAttribute('aria-rowcount')) - 1));
    await page.keyboard.press('/');
    await page.keyboard.type('湿地');
    await page.waitForURL(/search=/);
    await foot(page).getByText(`${(await ask('id: "entries", filter: { search: "湿地" }, first: 1')).totalCount} 行`, { exact: true }).waitFor();
  });

  it('draw only what is in sight, however long they are', async () => {
    const { page } = await open('/ledgers/entries');
    const { totalCount } = await ask('id: "entries", first: 1');
    expect(totalCount).toBeGreaterThan(3000);
    expect(await grid(page).getAttribute('aria-rowcount')).toBe(String(totalCount + 2));
    for (const share of [0, 0.3, 0.98]) {
      await grid(page).evaluate((node, at) => { node.scrollTop = node.scrollHeight * at; }, share);
      await settled(page);
      expect(await drawn(page).count()).toBeLessThan(60);
    }
    const { rows } = await ask(`id: "entries", first: 1, skip: ${totalCount - 1}`);
    await grid(page).evaluate((node) => { node.scrollTop = node.scrollHeight; });
    await settled(page);
    expect(await drawn(page).last().innerText()).toContain(rows[0]!.cells[0]!);
  });

  it('change before the reader’s eyes when somebody else writes, and stay where they are', async () => {
    const county = await suite.app.as('county-141081');
    const work = await createWork(await suite.app.as('taskforce'));
    const { page } = await open('/ledgers/overall?columns=number,name,progress,stage');
    await grid(page).focus();
    await page.keyboard.press('End');
    const last = drawn(page).last();
    await last.getByText(work.name).waitFor();
    const top = await grid(page).evaluate((node) => node.scrollTop);
    expect(top).toBeGreaterThan(0);
    const { version } = await workOf(county, work.number);
    await mutate(county, 'recordStage', { projectId: work.id, stage: 'CONSTRUCTION', effectiveDate: '2025-02-18', evidence: '开工令', expectedVersion: version });
    await last.getByText('开工', { exact: true }).waitFor();
    await foot(page).getByText(/^数据已更新 \d\d:\d\d$/).waitFor();
    expect(await grid(page).evaluate((node) => node.scrollTop)).toBe(top);
  });

  it('of sums lead to just the works that they add up, as of the same day', async () => {
    const { page } = await open('/ledgers/county?asOf=2024-06-30');
    const row = drawn(page).filter({ hasText: '侯马市' });
    const works = (await row.getByRole('gridcell').nth(1).innerText()).trim();
    await name(row).click();
    await page.waitForURL('**/ledgers/overall?leadRegions=141081&asOf=2024-06-30');
    await settled(page);
    await foot(page).getByText(`${works} 行`, { exact: true }).waitFor();
  });

  it('go out as a file of the same view', async () => {
    const { page } = await open('/ledgers/overall?regions=141081&asOf=2024-06-30&orderBy=investment&direction=DESC&columns=number,investment');
    await page.getByRole('button', { name: '导出 ▾' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '文本表格（.csv）' }).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of (await download.createReadStream())!) chunks.push(chunk as Buffer);
    const [titles, ...lines] = Buffer.concat(chunks).toString('utf8').replace(/^\uFEFF/, '').trim().split('\r\n');
    expect(titles).toBe('编号,总投资（万元）');
    const numbers = cellsOf(await ask('id: "overall", filter: { regions: ["141081"] }, asOf: "2024-06-30", orderBy: "investment", direction: DESC'), 'number');
    expect(lines.map((line) => line.split(',')[0])).toEqual(numbers);
  });

  it('say what stands in the way of rows, and why a question is refused', async () => {
    const { page } = await open('/ledgers/overall');
    await page.goto('/ledgers/overall?search=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84&stages=CONSTRUCTION');
    await page.getByText('没有符合条件的行。').waitFor();
    await page.getByRole('button', { name: '去掉条件：查找“没有这样的”' }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe('?stages=CONSTRUCTION');
    await page.goto('/ledgers/overall?regions=999999');
    await page.getByRole('alert').getByText('没有区划“999999”。').waitFor();
    await page.getByRole('button', { name: '清除条件' }).click();
    await settled(page);
    await page.goto('/ledgers/nothing');
    await page.getByRole('link', { name: '打开第一本台账' }).click();
    await settled(page);
  });

  it('keep within a phone, the name staying in sight', async () => {
    const { page } = await open('/ledgers/funding', 'county-141081', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
    expect(await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))).toBe(0);
    const first = name(drawn(page).first());
    const left = async () => (await first.boundingBox())!.x;
    const before = await left();
    await grid(page).evaluate((node) => { node.scrollLeft = 400; });
    await settled(page);
    expect(await left()).toBe(before);
  });
});
