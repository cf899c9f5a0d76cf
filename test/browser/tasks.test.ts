import { mutate, type Data } from '../harness';
import { inChromium } from './support/browser';
import { answered, sheet } from './support/desk';
import { useSuite } from './support/suite';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

inChromium('the responsibility tasks', () => {
  const suite = useSuite();
  const overdue = async (): Promise<Data[]> => (await (await suite.app.as('taskforce')).must('{ tasks(status: OVERDUE, leadDepartment: "STJ") { nodes { id number title version leadUnit daysLeft } } }')).tasks.nodes as Data[];

  it('stand by document, with what is overdue in words and a sign of its own', async () => {
    const { taskDocuments } = await (await suite.app.as('leader')).must('{ taskDocuments { title total overdue } }');
    const { page } = await suite.open('leader', '/tasks');
    await page.getByRole('heading', { level: 1, name: '责任清单' }).waitFor();
    for (const { title, total, overdue: late } of taskDocuments as Data[]) await page.getByRole('button', { name: new RegExp(`${title}.*共 ${total} 项.*逾期 ${late}`) }).waitFor();
    const [first] = await overdue();
    const row = page.getByRole('row').filter({ hasText: first.title as string });
    await row.getByText(`已逾期 ${-(first.daysLeft as number)} 天`).waitFor();
    await row.getByText('逾期', { exact: true }).waitFor();
    // Whoever only reads is offered nothing to change.
    expect(await page.getByRole('button', { name: /^更新/ }).count()).toBe(0);
    await page.getByRole('button', { name: /政府工作报告/ }).click();
    await page.getByText('显示 195 项，共 195 项').waitFor();
    expect(new URL(page.url()).searchParams.get('document')).toContain('8号');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/tasks.png` });
  });

  it('are updated by a department on its phone, and the task force sees it without asking', async () => {
    const [first] = await overdue();
    const office = await suite.open('taskforce', '/tasks');
    const row = office.page.getByRole('row').filter({ hasText: first.title as string });
    await row.getByText('逾期', { exact: true }).waitFor();
    const { page } = await suite.open('department-ecology', '/tasks?status=OVERDUE', PHONE);
    await page.getByRole('button', { name: `更新第 ${first.number} 项` }).click();
    await sheet(page).getByText('已完成', { exact: true }).click();
    await sheet(page).getByLabel('进展说明').fill('全部销号。');
    await answered(page, 'UpdateTask', () => sheet(page).getByRole('button', { name: '保存' }).click());
    await sheet(page).waitFor({ state: 'hidden' });
    // It is overdue no longer, so it leaves this list; the office's list shows it done.
    await page.getByText(first.title as string).waitFor({ state: 'detached' });
    await row.getByText('全部销号。').waitFor();
    await row.getByText('已完成', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  it('a change by someone else in the meantime is told, and what was typed stays', async () => {
    const taskforce = await suite.app.as('taskforce');
    const { tasks } = await taskforce.must('{ tasks(status: OPEN, first: 1) { nodes { id number version } } }');
    const [task] = tasks.nodes as Data[];
    const { page } = await suite.open('taskforce', '/tasks?status=OPEN');
    await page.getByRole('button', { name: `更新第 ${task.number} 项` }).click();
    await sheet(page).getByLabel('进展说明').fill('我写的');
    await mutate(taskforce, 'updateTask', { id: task.id, note: '别人写的', expectedVersion: task.version });
    await sheet(page).getByRole('button', { name: '保存' }).click();
    await sheet(page).getByRole('button', { name: '重新载入' }).click();
    expect(await sheet(page).getByLabel('进展说明').inputValue()).toBe('我写的');
    await answered(page, 'UpdateTask', () => sheet(page).getByRole('button', { name: '保存' }).click());
    await page.getByText('我写的').waitFor();
  });
});
