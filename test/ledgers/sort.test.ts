import fc from 'fast-check';
import { Turns } from '../../server/api/turns';
import { sortInTurns } from '../../server/ledgers/sort';

const byKey = (a: { key: number }, b: { key: number }): number => a.key - b.key;

test('sorting in turns gives what sorting at once gives, ties in their old order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(50), { maxLength: 5000 }), async (keys) => {
      const items = keys.map((key, place) => ({ key, place }));
      expect(await sortInTurns(items, byKey, new Turns())).toEqual([...items].sort(byKey));
    }),
    { numRuns: 30 },
  );
});

test('while a hundred thousand rows are sorted others have their turn', async () => {
  const items = Array.from({ length: 100_000 }, (_, i) => ({ key: (i * 7919) % 100_003 }));
  let others = 0;
  const timer = setInterval(() => (others += 1), 1);
  const sorted = await sortInTurns(items, byKey, new Turns());
  clearInterval(timer);
  expect(sorted.every(({ key }, i) => i === 0 || sorted[i - 1].key <= key)).toBe(true);
  expect(others).toBeGreaterThan(2);
});
