import fc from 'fast-check';
import { bookedEntries, type Entry } from '../../../client/projects/entries';
import { yuan } from '../../../client/format/money';
import { additionOf, bookedOf, doubtsOf, typedYear } from '../../../client/projects/reckon';

const line = { source: 'OTHER' as const, planned: '1000.00', allocated: '900.00', arrived: '800.00', paid: '700.00' };

describe('a running total', () => {
  it('comes to the difference from what is booked by its day', () => {
    expect(additionOf('1500.50', '1200.00')).toEqual({ kind: 'adds', amount: '300.50' });
    expect(additionOf('1200.00', '1200.00')).toEqual({ kind: 'same' });
    expect(additionOf('1199.99', '1200.00')).toEqual({ kind: 'lower', by: '0.01' });
    expect([bookedOf(line, 'PAID'), bookedOf(undefined, 'PAID')]).toEqual(['700.00', '0.00']);
  });

  it('is right for any sums, to the fen', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.bigInt({ min: 0n, max: 10n ** 17n }), (total, booked) => {
      const addition = additionOf(yuan(total), yuan(booked));
      if (addition.kind === 'adds') expect(addition.amount).toBe(yuan(total - booked));
      else if (addition.kind === 'lower') expect(addition.by).toBe(yuan(booked - total));
      else expect(total).toBe(booked);
    }));
  });
});

describe('what is doubted before an entry is sent', () => {
  const kinds = (...asked: Parameters<typeof doubtsOf>) => doubtsOf(...asked).map(({ kind }) => kind);

  it('is what the server will warn of: above the plan, paid above in place, an allocation without its document', () => {
    expect(kinds('PAID', line, '100.00', null)).toEqual([]);
    expect(doubtsOf('PAID', line, '100.01', null)).toEqual([{ kind: 'PAID_ABOVE', sum: '800.01', arrived: '800.00' }]);
    expect(kinds('PAID', line, '300.01', null)).toEqual(['ABOVE_PLAN', 'PAID_ABOVE']);
    expect(kinds('ARRIVED', line, '200.00', null)).toEqual([]);
    expect(doubtsOf('ARRIVED', line, '200.01', null)).toEqual([{ kind: 'ABOVE_PLAN', sum: '1000.01', planned: '1000.00' }]);
    expect(kinds('ALLOCATED', line, '1.00', null)).toEqual(['NO_DOCUMENT']);
    expect(kinds('ALLOCATED', line, '1.00', '财〔2025〕1号')).toEqual([]);
    expect(doubtsOf('ARRIVED', line, '50.00', null, '600.00')).toEqual([{ kind: 'LATER', later: '200.00', total: '850.00' }]);
    expect(kinds('ARRIVED', line, '50.00', null, '800.00')).toEqual([]);
    expect(kinds('PAID', undefined, '0.01', null)).toEqual(['ABOVE_PLAN', 'PAID_ABOVE']);
  });

  it('knows the years of a plan as they are typed', () => {
    expect([typedYear('2025'), typedYear(' ２０２６ '), typedYear('2100'), typedYear('1999'), typedYear('2101'), typedYear('25'), typedYear(undefined)]).toEqual([2025, 2026, 2100, null, null, null, null]);
  });
});

describe('a work’s entries', () => {
  const entry = (id: string, date: string, more: Partial<Entry> = {}): Entry => ({
    id, date, source: 'OTHER', kind: 'ARRIVED', amount: '1.00', documentNumber: null, note: null, recordedBy: 'x', recordedAt: `2025-01-01T00:00:0${id}.000Z`, sample: false, reverses: null, reversedBy: null, ...more,
  });
  const wrong = entry('1', '2024-05-01', { reversedBy: { id: '3', date: '2024-05-01', note: '错', recordedBy: 'x', recordedAt: '' } });
  const reversal = entry('3', '2024-05-01', { amount: '-1.00', reverses: { id: '1', date: '2024-05-01' } });
  const all = [wrong, entry('2', '2024-05-01'), reversal, entry('4', '2024-06-01', { source: 'BANK_LOAN' })];
  const ids = (booked: ReturnType<typeof bookedEntries>) => booked.map(({ entry: { id }, reversal: by }) => [id, by?.id ?? null]);

  it('stand the latest first, a wrong one with what takes it back beside it', () => {
    expect(ids(bookedEntries(all, '2024-12-31'))).toEqual([['4', null], ['2', null], ['1', '3']]);
    expect(ids(bookedEntries(all, '2024-05-31'))).toEqual([['2', null], ['1', '3']]);
    expect(ids(bookedEntries(all, '2024-12-31', { source: 'BANK_LOAN', kind: 'ARRIVED' }))).toEqual([['4', null]]);
  });

  it('show a reversal by itself where what it takes back is not among them', () => {
    expect(ids(bookedEntries([reversal], '2024-12-31'))).toEqual([['3', null]]);
  });
});
