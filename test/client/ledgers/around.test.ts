import { quickDays } from '../../../client/ledgers/days';
import { leadsTo } from '../../../client/ledgers/leads';
import { chosenMarks, markChoices, marksToView } from '../../../client/ledgers/marks';
import { dropView, keepView, savedViews } from '../../../client/ledgers/savedViews';
import { nextOrder, readView } from '../../../client/ledgers/view';
import type { ReferenceQuery } from '../../../client/graphql.generated';

const globalId = (type: string, id: number) => Buffer.from(`${type}:${id}`).toString('base64url');

describe('the days that are asked for most', () => {
  it('are the Friday of the week before and the ends of the last month and year, from any day of the week', () => {
    expect(quickDays('2025-02-20')).toEqual({ lastFriday: '2025-02-14', lastMonthEnd: '2025-01-31', lastYearEnd: '2024-12-31' });
    expect(quickDays('2025-02-17').lastFriday).toBe('2025-02-14');
    expect(quickDays('2025-02-22').lastFriday).toBe('2025-02-14');
    expect(quickDays('2025-02-23').lastFriday).toBe('2025-02-14');
    expect(quickDays('2025-02-24').lastFriday).toBe('2025-02-21');
    expect(quickDays('2024-03-01').lastMonthEnd).toBe('2024-02-29');
    expect(quickDays('2025-01-01')).toEqual({ lastFriday: '2024-12-27', lastMonthEnd: '2024-12-31', lastYearEnd: '2024-12-31' });
  });
});

describe('a click on a title', () => {
  it('sorts up, then down, then not at all; another title begins anew', () => {
    const up = nextOrder({ by: null, direction: 'ASC' }, 'paid');
    expect(up).toEqual({ by: 'paid', direction: 'ASC' });
    const down = nextOrder(up, 'paid');
    expect(down).toEqual({ by: 'paid', direction: 'DESC' });
    expect(nextOrder(down, 'paid')).toEqual({ by: null, direction: 'ASC' });
    expect(nextOrder(down, 'name')).toEqual({ by: 'name', direction: 'ASC' });
  });
});

describe('a row leads', () => {
  const reference = { regions: [{ id: globalId('Region', 3), adcode: '990003', name: '某县' }], sectors: [{ code: 'WATER', name: '水利' }] } as unknown as ReferenceQuery;
  const view = readView(new URLSearchParams('asOf=2024-06-30&stages=CONSTRUCTION&orderBy=paid&columns=paid'));
  const columns = [{ key: 'number' }, { key: 'name' }, { key: 'code' }];
  const to = (key: string, cells: (string | null)[], projectId: string | null = null) => leadsTo({ key, cells, projectId }, { reference, columns, view });

  it('to its work as of the same day', () => {
    expect(to(globalId('Project', 9), ['7', '甲', 'X-7'], globalId('Project', 9))).toBe('/projects/7?asOf=2024-06-30');
    expect(to(globalId('Procedure', 5), ['7', '甲', 'X-7'], globalId('Project', 9))).toBe('/projects/7?asOf=2024-06-30');
  });

  it('of sums, to the works summed up, under the same conditions', () => {
    expect(to(globalId('Region', 3), [null, '某县', null])).toBe('/ledgers/overall?leadRegions=990003&stages=CONSTRUCTION&asOf=2024-06-30');
    expect(to(globalId('Sector', 2), [null, '水利', null])).toBe('/ledgers/overall?sectors=WATER&stages=CONSTRUCTION&asOf=2024-06-30');
    expect(to(globalId('Region', 4), [null, '他县', null])).toBeNull();
  });

  it('of a section to the water map, of a task to the tasks, else nowhere', () => {
    expect(to(globalId('MonitoringSection', 1), [null, '壶口', 'N1'])).toBe('/maps/water#N1');
    expect(to(globalId('Task', 1), ['1', null, null])).toBe('/tasks');
    expect(to('no id at all', ['1', null, null])).toBeNull();
  });
});

describe('marks', () => {
  it('offer what the ledger knows, and what must not be so only where it was asked for', () => {
    const view = readView(new URLSearchParams('suspended=false&health=SERIOUS&unverified=true'));
    expect(chosenMarks(view)).toEqual(['SERIOUS', 'suspended-no', 'unverified']);
    expect(markChoices({ filters: null }, view)).toEqual(['LAGGING', 'SERIOUS', 'ON_TRACK', 'suspended', 'suspended-no', 'unverified', 'fundsExceeded', 'sample']);
    expect(markChoices({ filters: ['search', 'suspended'] }, readView(new URLSearchParams()))).toEqual(['suspended']);
    expect(marksToView(chosenMarks(view))).toEqual({ health: ['SERIOUS'], suspended: false, unverified: true, fundsExceeded: null, sample: null });
  });
});

describe('views kept in the browser', () => {
  const store = (text: string | null = null) => {
    const kept = new Map<string, string>(text === null ? [] : [['yihong.ledger-views.one', text]]);
    return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  };

  it('are each person’s own, one under a name', () => {
    const storage = store();
    keepView('one', { name: '周五', address: '/ledgers/overall?asOf=2024-06-28' }, storage);
    keepView('one', { name: '资金', address: '/ledgers/funding' }, storage);
    keepView('one', { name: '周五', address: '/ledgers/overall?asOf=2024-07-05' }, storage);
    expect(savedViews('one', storage)).toEqual([{ name: '资金', address: '/ledgers/funding' }, { name: '周五', address: '/ledgers/overall?asOf=2024-07-05' }]);
    expect(savedViews('other', storage)).toEqual([]);
    dropView('one', '资金', storage);
    expect(savedViews('one', storage).map(({ name }) => name)).toEqual(['周五']);
  });

  it('leave out what is none of ours', () => {
    expect(savedViews('one', store('not json'))).toEqual([]);
    expect(savedViews('one', store('{"a":1}'))).toEqual([]);
    expect(savedViews('one', store('[1,null,{"name":"x","address":"https://elsewhere.example/"},{"name":"y","address":"/ledgers/sector"}]'))).toEqual([{ name: 'y', address: '/ledgers/sector' }]);
  });
});
