import type { PackTask } from '../../server/exchange/pack/read';
import { pack } from './linfen';

const [plan, report] = pack.taskDocuments.map(({ document }) => pack.tasks.filter((task) => task.document === document));
const eventsOf = ({ document, number }: PackTask) => pack.taskEvents.filter((event) => event.document === document && event.number === number);
const lastOf = (task: PackTask) => eventsOf(task).at(-1)?.status ?? 'OPEN';

describe('tasks', () => {
  it('are the twenty of the water plan, then the 195 of the work report, each in its document’s order', () => {
    expect(plan.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => `W${i + 1}`));
    expect(report.map(({ number }) => number)).toEqual(Array.from({ length: 195 }, (_, i) => `${i + 1}`));
    expect(pack.tasks).toHaveLength(215);
    expect(pack.tasks.every(({ sample }) => !sample)).toBe(true);
  });

  it('are led by departments of the programme, but for one led by a district beside a bureau and one led by nobody', () => {
    const names = new Set(pack.departments.map(({ name }) => name));
    const foreign = pack.tasks.flatMap(({ leadUnits }) => leadUnits.filter((unit) => !names.has(unit)));
    expect(foreign).toEqual(['尧都区人民政府']);
    expect(pack.tasks.filter(({ leadUnits }) => !leadUnits.length).map(({ number }) => number)).toEqual(['W1']);
  });

  it('give their figures and steps as people write them', () => {
    const target = (number: string) => pack.tasks.find((task) => task.number === number)?.target;
    expect(target('5')).toBe('6%以上');
    expect(target('157')).toBe('5.5%以内');
    expect(target('W3')).toBe('17个县（市、区）；视频监控2023年8月底前；雨水池和双回路2023年9月底前；提温2023年10月底前');
    expect(target('126')).toBe('20%以上（工业类开发区工业投资）；规上工业增加值15%以上；3个示范区固投20%以上');
    for (const { target: text } of pack.tasks) expect(text ?? '').not.toMatch(/[()<>=~]|\d{4}-\d\d-\d\d/);
  });

  it('have drawn statuses that read like two years of clerks: most done, some open, a few overdue or dropped', () => {
    expect(pack.taskEvents.every(({ sample }) => sample)).toBe(true);
    const dated = pack.tasks.filter(({ deadline }) => deadline !== null);
    expect(dated).toHaveLength(15);
    expect(plan.filter((task) => task.deadline !== null && lastOf(task) === 'OPEN')).toHaveLength(2);
    expect(dated.filter((task) => lastOf(task) === 'OPEN')).toHaveLength(5);
    expect(dated.every((task) => lastOf(task) !== 'DROPPED')).toBe(true);
    for (const task of dated.filter((one) => lastOf(one) === 'DONE')) {
      const days = (Date.parse(eventsOf(task).at(-1)?.effectiveDate ?? '') - Date.parse(task.deadline ?? '')) / 86_400_000;
      expect([task.number, days >= -45 && days <= 35]).toEqual([task.number, true]);
    }
    const dropped = pack.tasks.filter((task) => lastOf(task) === 'DROPPED');
    expect(dropped.length).toBeGreaterThan(2);
    expect(dropped.length).toBeLessThan(10);
    expect(pack.tasks.filter((task) => lastOf(task) === 'DONE').length).toBeGreaterThan(140);
  });

  it('are reported on after their document was issued, and every report says something', () => {
    const issued = new Map(pack.taskDocuments.map(({ document, issuedOn }) => [document, issuedOn]));
    for (const { document, effectiveDate, note } of pack.taskEvents) {
      expect(effectiveDate > (issued.get(document) ?? '')).toBe(true);
      expect(note).toBeTruthy();
    }
  });
});
