import fc from 'fast-check';
import { askedOfRow, deskAddress, type DeskView, entriesAddress, filterOfRow, GROUPS, readDesk, sourceOfRow, unitOf, writeDesk, yearOf } from '../../../client/funding/view';
import { FUNDING_SOURCES } from '../../../client/projects/funding';

const read = (query: string) => readDesk(new URLSearchParams(query));

describe('the address of the funding desk', () => {
  it('keeps everything that is looked at', () => {
    const view = fc.record({
      by: fc.constantFrom(...GROUPS), row: fc.option(fc.constantFrom('141081', 'WATER', 'OTHER')), work: fc.option(fc.integer({ min: 1, max: 9999 })),
      entries: fc.option(fc.record({ source: fc.constantFrom(...FUNDING_SOURCES), kind: fc.constantFrom('ALLOCATED' as const, 'ARRIVED' as const, 'PAID' as const) })),
      unit: fc.option(fc.constantFrom('YI' as const, 'WAN' as const)), span: fc.constantFrom('ALL' as const, 'YEAR' as const),
      conditions: fc.record({ search: fc.constantFrom('', '湿地 & 泵站'), regions: fc.subarray(['141081', '141082']), sectors: fc.subarray(['WATER', 'URBAN']), fundsExceeded: fc.constantFrom(true, null), year: fc.option(fc.integer({ min: 2000, max: 2100 })), asOf: fc.option(fc.constantFrom('2024-06-30')) }),
    });
    fc.assert(fc.property(view, ({ conditions, ...own }) => {
      const asked: DeskView = { ...own, asked: { ...read('').asked, ...conditions } };
      const back = read(writeDesk(asked));
      // Which entries are looked at is said of an opened work alone.
      expect(back).toEqual({ ...asked, entries: asked.work ? asked.entries : null });
    }));
  });

  it('is short for the desk as it comes, and forgives what it does not know', () => {
    expect(deskAddress(read(''))).toBe('/funding');
    expect(read('by=moon&work=-3&unit=yuan&span=week&entries=PAID-MOON&asOf=soon&year=99')).toEqual(read(''));
  });

  it('leads to the entries of one source and kind, where a wrong one is taken back', () => {
    expect(entriesAddress(7, 'SPECIAL_BOND', 'PAID')).toBe('/funding?work=7&entries=PAID-SPECIAL_BOND');
    expect(read('work=7&entries=PAID-SPECIAL_BOND').entries).toEqual({ source: 'SPECIAL_BOND', kind: 'PAID' });
  });
});

describe('a row that is opened', () => {
  it('is made of the works that it counts: led by the county, of the sector, or paid from the source, within the conditions of the table', () => {
    expect(filterOfRow(read(''))).toBeNull();
    expect(filterOfRow(read('row=141081&stages=COMPLETED'))).toEqual({ leadRegions: ['141081'], stages: ['COMPLETED'] });
    expect(filterOfRow(read('by=sector&row=WATER&regions=141081'))).toEqual({ sectors: ['WATER'], regions: ['141081'] });
    expect(filterOfRow(read('by=source&row=OTHER&fundsExceeded=true'))).toEqual({ sources: ['OTHER'], fundsExceeded: true });
    expect([sourceOfRow(read('by=source&row=OTHER')), sourceOfRow(read('row=141081'))]).toEqual(['OTHER', null]);
    expect(askedOfRow(read('row=141081')).leadRegions).toEqual(['141081']);
  });

  it('is read in 万元 and the table in 亿元, unless the reader chose; the year is the day’s, unless another is asked for', () => {
    expect([unitOf(read('')), unitOf(read('row=141081')), unitOf(read('unit=wan')), unitOf(read('row=141081&unit=yi'))]).toEqual(['YI', 'WAN', 'WAN', 'YI']);
    expect([yearOf(read(''), '2025-02-20'), yearOf(read('asOf=2023-12-31'), '2025-02-20'), yearOf(read('asOf=2023-12-31&year=2024'), '2025-02-20')]).toEqual([2025, 2023, 2024]);
  });
});
