import { carriedTo, conditionsSet, exportAddress, filterOf, type LedgerInfo, type LedgerView, questionOf, readView, withoutConditions, writeView } from '../../../client/ledgers/view';

const read = (query: string) => readView(new URLSearchParams(query));
const info = (more: Partial<LedgerInfo> = {}): LedgerInfo => ({ id: 'overall', name: '', nameEn: '', description: '', descriptionEn: '', takesYear: false, needsYear: false, filters: null, groupings: ['REGION', 'SECTOR'], ...more });

const full: LedgerView = {
  search: '湿地 & "一期"', regions: ['990001', '990002'], leadRegions: ['990003'], sectors: ['ECOLOGY'], stages: ['CONSTRUCTION'], lists: ['provincial'], categories: ['OTHER'], health: ['LAGGING', 'SERIOUS'], sources: ['CENTRAL_GRANT'],
  suspended: true, unverified: false, fundsExceeded: true, sample: false, plannedStartFrom: '2023-01-01', plannedStartTo: '2023-12-31', plannedFinishFrom: '2024-01-01', plannedFinishTo: '2024-12-31',
  year: 2024, asOf: '2024-06-30', orderBy: 'investment', direction: 'DESC', groupBy: 'REGION', columns: ['number', 'name', 'investment'], unit: 'YUAN',
};

describe('the address of a view', () => {
  it('holds all of it, and gives it back', () => {
    expect(read(writeView(full))).toEqual(full);
    expect(writeView(read(writeView(full)))).toBe(writeView(full));
  });

  it('is empty for a ledger as it comes', () => {
    expect(writeView(read(''))).toBe('');
    expect(questionOf('overall', read(''))).toEqual({ id: 'overall', filter: null, year: null, asOf: null, orderBy: null, direction: 'ASC', groupBy: null });
  });

  it('can be read by people: lists stand with commas', () => {
    expect(writeView({ ...read(''), regions: ['990001', '990002'], orderBy: 'name' })).toBe('regions=990001,990002&orderBy=name');
  });

  it('takes for not said what is no value of its kind', () => {
    expect(read('asOf=yesterday&year=24&groupBy=STAGE&direction=DESC&suspended=maybe&unit=pound&columns=,&plannedStartFrom=2024-1-1')).toEqual(read(''));
    expect(read('columns=name,name,number').columns).toEqual(['name', 'number']);
  });
});

describe('what is asked', () => {
  it('is every condition by its name in the API', () => {
    expect(filterOf(full)).toEqual({
      search: '湿地 & "一期"', regions: ['990001', '990002'], leadRegions: ['990003'], sectors: ['ECOLOGY'], stages: ['CONSTRUCTION'], lists: ['provincial'], categories: ['OTHER'], health: ['LAGGING', 'SERIOUS'], sources: ['CENTRAL_GRANT'],
      suspended: true, unverified: false, fundsExceeded: true, sample: false, plannedStartFrom: '2023-01-01', plannedStartTo: '2023-12-31', plannedFinishFrom: '2024-01-01', plannedFinishTo: '2024-12-31',
    });
  });

  it('as a file is the same, by the same names, in the language of the screen', () => {
    expect(exportAddress('overall', { ...read(''), regions: ['990001', '990002'], asOf: '2024-06-30', columns: ['name', 'paid'], unit: 'YUAN' }, 'xlsx', 'zh')).toBe('/export/ledger/overall.xlsx?regions=990001,990002&asOf=2024-06-30&columns=name,paid');
    expect(exportAddress('key-works', read(''), 'csv', 'en')).toBe('/export/ledger/key-works.csv?lang=en');
    expect(exportAddress('overall', read(''), 'csv', 'zh')).toBe('/export/ledger/overall.csv');
  });
});

describe('another view of the same', () => {
  it('without conditions keeps day, order, columns and unit', () => {
    expect(withoutConditions(full)).toEqual({ ...read(''), asOf: full.asOf, orderBy: full.orderBy, direction: full.direction, groupBy: full.groupBy, columns: full.columns, unit: full.unit });
    expect(conditionsSet(withoutConditions(full))).toEqual([]);
    expect(conditionsSet(full)).toHaveLength(17);
  });

  it('in another ledger keeps what that ledger can be asked', () => {
    const sections = carriedTo(info({ id: 'sections', filters: ['search', 'regions'], groupings: ['REGION'] }), full);
    expect(sections).toEqual({ ...read(''), search: full.search, regions: full.regions, asOf: full.asOf, groupBy: 'REGION', unit: 'YUAN' });
    const annual = carriedTo(info({ id: 'annual', takesYear: true, groupings: [] }), full);
    expect(annual).toEqual({ ...full, groupBy: null, orderBy: null, direction: 'ASC', columns: null });
  });
});
