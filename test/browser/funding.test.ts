import type { Locator, Page } from 'playwright-core';
import { mutate, type Data } from '../harness';
import { inChromium } from './support/browser';
import { answered, choose, typeDay } from './support/desk';
import { smallTargets } from './support/measure';
import { useSuite } from './support/suite';
import { createWork, type NewWork } from './support/works';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

inChromium('the funding desk', () => {
  const suite = useSuite();

  const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
  const row = (page: Page, name: string | RegExp): Locator => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  const cells = (of: Locator): Promise<string[]> => of.getByRole('cell').allTextContents();
  const shot = async (page: Page, name: string) => void (process.env.SHOTS && (await page.screenshot({ path: `${process.env.SHOTS}/funding-${name}.png` })));

  /** Opens the form for a work, found by its name, and chooses kind and source. */
  async function opened(page: Page, { number, name }: NewWork, kind: string, source: string): Promise<Locator> {
    await page.getByRole('button', { name: '记资金' }).click();
    const form = dialog(page, '记资金');
    await form.getByLabel('工程', { exact: true }).fill(name);
    await page.getByTitle(`${number} ${name}`).click();
    await form.getByText(kind, { exact: true }).click();
    await choose(form.getByLabel('来源'), source);
    return form;
  }

  it('books what a county’s running total adds, corrects a wrong one in sight of all, and the task force watches it come', async () => {
    const taskforce = await suite.app.as('taskforce');
    const work = await createWork(taskforce, { investment: '90000000.00' });
    await mutate(taskforce, 'setFundingPlan', { projectId: work.id, source: 'SPECIAL_BOND', planned: '16000000.00', effectiveDate: '2024-12-01' });
    const watcher = await suite.open('taskforce', '/funding?row=141081');
    const watched = row(watcher.page, work.name);
    await watched.waitFor();
    expect(await cells(watched)).toEqual(expect.arrayContaining(['1,600.00', '0.00']));

    const { page } = await suite.open('county-141081', '/funding');
    // A first total: all of it is the difference.
    let form = await opened(page, work, '到位', '专项债券');
    await typeDay(form.getByLabel('日期'), '2025-01-31');
    await form.getByLabel('截至 2025-01-31 的累计数').fill('1200');
    await form.getByText('截至 2025-01-31 已登记 0 万元。').waitFor();
    await form.getByText('将登记差额 1,200 万元。').waitFor();
    await shot(page, 'total');
    await answered(page, 'BookFunding', () => form.getByRole('button', { name: '记入' }).click());
    await page.getByText('已记入：到位 1,200 万元。').waitFor();
    await watched.getByText('1,200.00').waitFor();

    // A later total: only what it adds. It passes the plan, which is said before and after.
    form = await opened(page, work, '到位', '专项债券');
    await form.getByLabel('截至 2025-02-20 的累计数').fill('1650.5');
    await form.getByText('截至 2025-02-20 已登记 1,200 万元。').waitFor();
    await form.getByText('将登记差额 450.5 万元。').waitFor();
    await form.getByText('到位合计将为 1,650.5 万元，超过计划 1,600 万元。').waitFor();
    await answered(page, 'BookFunding', () => form.getByRole('button', { name: '记入' }).click());
    await page.getByText('到位合计 16,505,000.00 元，超过计划 16,000,000.00 元。').waitFor();
    await watched.getByText('1,650.50').waitFor();
    await watched.getByText('到位超计划').waitFor();
    await shot(watcher.page, 'watched');
    await page.keyboard.press('Escape');

    // A lower one is refused by the server, and leads to the entries of which one must be wrong.
    form = await opened(page, work, '到位', '专项债券');
    await form.getByLabel('截至 2025-02-20 的累计数').fill('1500');
    await form.getByText('累计数比已登记数少 150.5 万元。').waitFor();
    await form.getByRole('button', { name: '记入' }).click();
    await form.getByText('累计数低于截至 2025-02-20 已登记的 16,505,000.00 元；请先更正有误的那一笔，再重新登记。').waitFor();
    await shot(page, 'lower');
    await form.getByRole('button', { name: '查看专项债券到位的记录并更正' }).click();
    const entries = dialog(page, `${work.number} ${work.name}`);
    await entries.getByText('专项债券 到位').first().waitFor();
    await entries.getByRole('button', { name: '更正 2025-02-20 专项债券 4,505,000.00' }).click();
    const correction = dialog(page, /^更正/);
    await correction.getByText('把 2025-02-20 的专项债券到位 4,505,000.00 元整笔冲回。').waitFor();
    await correction.getByRole('button', { name: '整笔冲回' }).click();
    await correction.getByText('请填写').waitFor();
    await correction.getByLabel('更正原因').fill('误将合同额填为到位');
    await answered(page, 'ReverseFunding', () => correction.getByRole('button', { name: '整笔冲回' }).click());

    // Struck through, with its reason and the entry that takes it back beside it.
    const wrong = entries.getByRole('listitem').filter({ hasText: '2025-02-20' });
    await wrong.getByText('误将合同额填为到位').waitFor();
    expect(await wrong.getByText('450.5', { exact: true }).first().evaluate((node) => getComputedStyle(node).textDecorationLine)).toBe('line-through');
    const back = wrong.getByText('−450.5', { exact: true });
    expect(await back.evaluate((node) => getComputedStyle(node).textDecorationLine)).toBe('none');
    expect(await wrong.getByRole('button', { name: /^更正/ }).count()).toBe(0);
    await shot(page, 'corrected');
    await watched.getByText('1,200.00').waitFor();
    expect(await watched.getByText('到位超计划').count()).toBe(0);

    const { fundingEntries } = (await taskforce.must('query ($id: ID!) { project(id: $id) { fundingEntries { nodes { amount date reverses { amount } } } } }', { id: work.id })).project;
    expect(fundingEntries.nodes).toEqual([
      { amount: '12000000.00', date: '2025-01-31', reverses: null }, { amount: '4505000.00', date: '2025-02-20', reverses: null }, { amount: '-4505000.00', date: '2025-02-20', reverses: { amount: '4505000.00' } },
    ]);
  });

  it('plans a year and a source, and books one amount, for whoever may; others only read', async () => {
    const taskforce = await suite.app.as('taskforce');
    const work = await createWork(taskforce, { investment: '5000000.00' });
    const { page } = await suite.open('county-141081', '/funding?row=141081');
    await page.getByRole('button', { name: '更多 ▾' }).click();
    await page.getByRole('menuitem', { name: '年度计划' }).click();
    const plan = dialog(page, '年度计划');
    await plan.getByLabel('工程', { exact: true }).fill(String(work.number));
    await page.getByTitle(`${work.number} ${work.name}`).click();
    await plan.getByText('现在没有这一年的计划。').waitFor();
    await plan.getByLabel('年度投资计划').fill('600');
    await plan.getByText('计划合计 600 万元，超过总投资 500 万元。').waitFor();
    await plan.getByLabel('年度投资计划').fill('300');
    await answered(page, 'SetAnnualPlan', () => plan.getByRole('button', { name: '设定年度计划' }).click());
    await row(page, work.name).getByText('300.00').waitFor();

    const form = await opened(page, work, '支付', '县级财政');
    await form.getByText('本笔金额', { exact: true }).click();
    await form.getByLabel('金额', { exact: true }).fill('12.5');
    await form.getByText('支付合计将为 12.5 万元，超过到位 0 万元。').waitFor();
    await answered(page, 'RecordFunding', () => form.getByRole('button', { name: '记入' }).click());
    await row(page, work.name).getByText('支付超到位').waitFor();

    // Asked for where sums exceed, and where they do not.
    await page.goto(`/funding?row=141081&search=${work.name}`);
    await row(page, work.name).waitFor();
    await page.getByRole('checkbox', { name: '只看支付超到位、到位超计划' }).click();
    await page.waitForURL((url) => url.searchParams.get('fundsExceeded') === 'true');
    await row(page, work.name).getByText('支付超到位').waitFor();
    await page.goto(`/funding?row=141081&search=${work.name}&fundsExceeded=false`);
    await page.getByText('这里没有符合条件的工程。').waitFor();
    await page.goto('/funding?row=141081');

    for (const username of ['leader', 'department-finance']) {
      const reader = await suite.open(username, `/funding?row=141081&work=${work.number}`);
      await dialog(reader.page, `${work.number} ${work.name}`).getByText('县级财政').first().waitFor();
      expect(await reader.page.getByRole('button', { name: '记资金' }).count()).toBe(0);
      expect(await reader.page.getByRole('button', { name: /^更正/ }).count()).toBe(0);
    }
    const kiosk = await suite.open('kiosk', '/funding');
    await kiosk.page.waitForURL('**/wall');
  });

  it('says by county, sector and source what the server says, down to the works, on any day, and keeps it in the address', async () => {
    const leader = await suite.app.as('leader');
    const ask = async (args: string) => (await leader.must(`{ fundingTable(${args}) { asOf rows { key label works planned paid arrivalRate } total { planned } } }`)).fundingTable as Data;
    const { page } = await suite.open('leader', '/funding');
    const yi = (money: string) => (Number(money) / 1e8).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    for (const [button, by] of [['按县（市、区）', 'REGION'], ['按领域', 'SECTOR'], ['按资金来源', 'SOURCE']] as const) {
      await page.getByText(button, { exact: true }).first().click();
      const { rows, total } = await ask(`groupBy: ${by}`);
      await row(page, rows[0].label).waitFor();
      expect(await page.getByRole('rowheader').allTextContents()).toEqual([expect.stringContaining('合计'), ...rows.map(({ label }: Data) => label)]);
      expect(await cells(row(page, rows[0].label))).toEqual(expect.arrayContaining([String(rows[0].works), yi(rows[0].planned), yi(rows[0].paid), `${(rows[0].arrivalRate * 100).toFixed(1)}%`]));
      expect(await cells(row(page, '合计'))).toContain(yi(total.planned));
    }

    await page.goto('/funding?by=sector&row=WATER&asOf=2024-06-30');
    const past = await ask('groupBy: SECTOR, asOf: "2024-06-30"');
    await page.getByText('数据截止 2024-06-30').waitFor();
    await row(page, '合计').waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(past.rows.find(({ key }: Data) => key === 'WATER').works + 1);
    await page.getByRole('link', { name: '返回全部' }).click();
    await row(page, new RegExp(`^${past.rows[0].label}`)).waitFor();
    expect(new URL(page.url()).search).toBe('?asOf=2024-06-30&by=sector');
    await row(page, new RegExp(`^${past.rows[0].label}`)).getByRole('cell').first().click();
    await page.waitForURL((url) => url.searchParams.get('row') === past.rows[0].key);
  });

  it('reads a month out to keys, pointer and a table', async () => {
    const months = (await (await suite.app.as('leader')).must('{ fundingMonths { month arrived arrivedTotal paid } }')).fundingMonths as Data[];
    const { page } = await suite.open('leader', '/funding');
    const chart = page.getByRole('slider', { name: '选择月份' });
    await chart.waitFor();
    const read = () => chart.getAttribute('aria-valuetext');
    const said = (i: number) => `到位 当月 ${(Number(months[i].arrived) / 1e8).toFixed(2)}, 累计 ${(Number(months[i].arrivedTotal) / 1e8).toFixed(2)}`;
    const last = months.length - 1;
    expect(await read()).toContain(said(last));
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await read()).toContain(said(last - 2));
    await page.keyboard.press('Home');
    expect(await read()).toContain(said(0));
    await page.getByText('逐月数字（亿元）').click();
    const table = page.getByRole('table').filter({ hasText: '月份' });
    expect(await table.getByRole('row').count()).toBe(months.length + 2);
    await page.getByText(/^\d{4} 年$/).click();
    await page.waitForFunction(() => document.querySelector('[role=slider]')?.getAttribute('aria-valuemax') === '2');
  });

  it('keeps within a phone, with nothing too small for a thumb', async () => {
    const { page } = await suite.open('county-141081', '/funding', PHONE);
    await page.getByRole('link', { name: '侯马' }).waitFor();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await wide()).toBeLessThanOrEqual(0);
    expect(await smallTargets(page)).toEqual([]);
    await page.getByRole('link', { name: '侯马' }).tap();
    await page.getByRole('link', { name: /污水/ }).first().waitFor();
    expect(await wide()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '记资金' }).tap();
    await dialog(page, '记资金').getByLabel('工程', { exact: true }).waitFor();
    expect(await smallTargets(page)).toEqual([]);
    await shot(page, 'phone');
  });
});
