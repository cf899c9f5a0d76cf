import { type LedgerAnswer, LedgerPages, PAGE } from '../../../client/ledgers/pages';

const meta = (totalCount: number) => ({ asOf: '2024-06-30', columns: [], totals: ['1'], groups: [], totalCount });
const row = (text: string) => ({ key: text, cells: [text], sampleCells: [], projectId: null, group: null });

/** A ledger on the other side of a wire, whose answers come when the test says so. */
class Office {
  total = 2000;
  state = 1;
  asked: number[] = [];
  waiting: { skip: number; answer: () => void; fail: (error: Error) => void }[] = [];

  readonly ask = (skip: number, first: number) =>
    new Promise<LedgerAnswer>((resolve, reject) => {
      this.asked.push(skip / first);
      const { total, state } = this;
      const rows = Array.from({ length: Math.max(0, Math.min(first, total - skip)) }, (_, i) => row(`${skip + i}v${state}`));
      this.waiting.push({ skip, answer: () => resolve({ ...meta(total), rows }), fail: reject });
    });

  async answer(): Promise<void> {
    for (const { answer } of this.waiting.splice(0)) answer();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async settle(): Promise<void> {
    while (this.waiting.length) await this.answer();
  }
}

async function opened(first = 0, last = 20): Promise<{ office: Office; pages: LedgerPages }> {
  const office = new Office();
  const pages = new LedgerPages(office.ask, () => undefined);
  pages.open();
  pages.show(first, last);
  await office.settle();
  return { office, pages };
}

describe('the pages of a ledger', () => {
  it('are asked for around the reader and one ahead, each once', async () => {
    const { office, pages } = await opened();
    expect(office.asked).toEqual([0, 1]);
    pages.show(5, 30);
    await office.settle();
    expect(office.asked).toEqual([0, 1]);
    expect(pages.rowAt(7)?.cells[0]).toBe('7v1');
    expect(pages.rowAt(1999)).toBeUndefined();
  });

  it('of the middle come without those before it', async () => {
    const office = new Office();
    office.total = 100_000;
    const pages = new LedgerPages(office.ask, () => undefined);
    pages.open();
    await office.settle();
    office.asked = [];
    pages.show(60_000, 60_030);
    await office.settle();
    expect(office.asked).toEqual([120, 121, 119]);
    expect(pages.rowAt(60_010)?.cells[0]).toBe('60010v1');
  });

  it('do not pile up questions while the reader rushes through', async () => {
    const office = new Office();
    office.total = 100_000;
    const pages = new LedgerPages(office.ask, () => undefined);
    pages.open();
    await office.settle();
    office.asked = [];
    for (let at = 0; at < 90_000; at += 1000) pages.show(at, at + 20);
    expect(office.asked.length).toBeLessThanOrEqual(2);
    await office.settle();
    expect(pages.rowAt(89_000)?.cells[0]).toBe('89000v1');
    expect(office.asked.length).toBeLessThanOrEqual(8);
  });

  it('stay on screen when something has changed, until the new ones are there', async () => {
    const { office, pages } = await opened();
    office.state = 2;
    pages.refresh();
    expect(pages.stale).toBe(true);
    expect(pages.rowAt(3)?.cells[0]).toBe('3v1');
    await office.settle();
    expect(pages.stale).toBe(false);
    expect(pages.rowAt(3)?.cells[0]).toBe('3v2');
    expect(pages.refreshed).toBe(1);
    expect(office.asked).toEqual([0, 1, 0, 1]);
  });

  it('that were asked for before a change are asked for again', async () => {
    const { office, pages } = await opened();
    pages.show(1000, 1020);
    const [late] = office.waiting.splice(0, 1);
    office.state = 2;
    pages.refresh();
    await office.settle();
    late!.answer();
    await office.settle();
    expect(pages.rowAt(1005)?.cells[0]).toBe('1005v2');
  });

  it('are all read anew when a page tells of another number of rows', async () => {
    const { office, pages } = await opened();
    office.total = 1999;
    office.state = 2;
    pages.show(1500, 1520);
    await office.settle();
    expect(pages.meta?.totalCount).toBe(1999);
    pages.show(0, 20);
    await office.settle();
    expect(pages.rowAt(0)?.cells[0]).toBe('0v2');
  });

  it('wait after an error until they are asked for again', async () => {
    const { office, pages } = await opened();
    pages.show(1000, 1020);
    for (const { fail } of office.waiting.splice(0)) fail(new Error('lost'));
    await office.settle();
    expect(pages.error).toEqual(new Error('lost'));
    pages.show(1500, 1520);
    expect(office.waiting).toEqual([]);
    pages.retry();
    await office.settle();
    expect(pages.error).toBeNull();
    expect(pages.rowAt(1500)?.cells[0]).toBe('1500v1');
  });

  it('that nobody looks at any more are let go', async () => {
    const office = new Office();
    office.total = 100 * PAGE;
    const pages = new LedgerPages(office.ask, () => undefined);
    pages.open();
    for (let page = 0; page < 100; page += 1) {
      pages.show(page * PAGE, page * PAGE + 10);
      await office.settle();
    }
    expect(pages.rowAt(0)).toBeUndefined();
    expect(pages.rowAt(99 * PAGE)).toBeDefined();
  });
});
