import fc from 'fast-check';
import { lineAfterKey, scrollToShow, spanInSight } from '../../../client/ledgers/window';

describe('the part of a table that is drawn', () => {
  it('holds every line in sight, and few more, wherever the reader is', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 20, max: 60 }), fc.nat(), (count, height, rowHeight, far) => {
        const most = Math.max(0, count * rowHeight - height);
        const scrolled = most === 0 ? 0 : far % most;
        const { first, last } = spanInSight(scrolled, height, rowHeight, count);
        const seen = Math.min(count - 1, Math.ceil((scrolled + height) / rowHeight) - 1);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(count);
        if (count > 0) expect(first).toBeLessThanOrEqual(Math.floor(scrolled / rowHeight));
        expect(last).toBeGreaterThanOrEqual(seen);
        expect(last - first + 1).toBeLessThanOrEqual(height / rowHeight + 30);
      }),
    );
  });

  it('stays the same over a small movement', () => {
    expect(spanInSight(4000, 600, 40, 1000)).toEqual(spanInSight(4038, 600, 40, 1000));
  });

  it('is nothing of an empty table, and its end when the table became short', () => {
    expect(spanInSight(0, 600, 40, 0)).toEqual({ first: 0, last: -1 });
    const { first, last } = spanInSight(40_000, 600, 40, 10);
    expect(first).toBeLessThanOrEqual(last);
    expect(last).toBe(9);
  });
});

describe('the keyboard', () => {
  it('moves the line within the table, pages with a line of overlap', () => {
    expect(lineAfterKey('ArrowDown', 4, 10, 5)).toBe(5);
    expect(lineAfterKey('ArrowUp', 0, 10, 5)).toBe(0);
    expect(lineAfterKey('PageDown', 4, 100, 5)).toBe(8);
    expect(lineAfterKey('PageDown', 98, 100, 5)).toBe(99);
    expect(lineAfterKey('PageUp', 2, 100, 5)).toBe(0);
    expect(lineAfterKey('End', 2, 100, 5)).toBe(99);
    expect(lineAfterKey('Home', 50, 100, 5)).toBe(0);
    expect(lineAfterKey('a', 50, 100, 5)).toBeNull();
    expect(lineAfterKey('End', 0, 0, 5)).toBeNull();
  });

  it('brings its line into sight with the least movement', () => {
    expect(scrollToShow(3, 0, 400, 40)).toBe(0);
    expect(scrollToShow(12, 0, 400, 40)).toBe(120);
    expect(scrollToShow(2, 120, 400, 40)).toBe(80);
  });
});
