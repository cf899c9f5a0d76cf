import type { ColumnType } from '../../../client/graphql.generated';
import { cellText, isNothing, type Say } from '../../../client/ledgers/cells';
import { columnsInSight, keysShown, lengthOf, moved, shownColumns, sightOf, titleOf } from '../../../client/ledgers/columns';
import { englishWords } from '../../../client/ledgers/dictionary';

const say: Say = { unit: 'WAN', language: 'zh', word: (text) => text, stage: (name) => (name === 'COMPLETED' ? '完工' : name) };
const column = (key: string, type: ColumnType = 'TEXT', title = key) => ({ key, type, title, titleEn: key });
const cell = (type: ColumnType, value: string | null, more: Partial<Say> = {}, key = 'x') => cellText({ key, type }, value, { ...say, ...more });

describe('a cell', () => {
  it('says money in 万元 to two places by default, in 元 to the fen, in English in millions', () => {
    expect(cell('MONEY', '1250000.00')).toBe('125.00');
    expect(cell('MONEY', '12345678.90')).toBe('1,234.57');
    expect(cell('MONEY', '-12345678.90', { unit: 'YUAN' })).toBe('-12,345,678.90');
    expect(cell('MONEY', '90071992547409.93', { unit: 'YUAN' })).toBe('90,071,992,547,409.93');
    expect(cell('MONEY', '125000000.00', { language: 'en' })).toBe('125.00');
  });

  it('says percents with one place, stages by their names, days and numbers as they are', () => {
    expect(cell('PERCENT', '62.55')).toBe('62.5%');
    expect(cell('PERCENT', '100')).toBe('100.0%');
    expect(cell('STAGE', 'COMPLETED')).toBe('完工');
    expect(cell('DATE', '2024-06-30')).toBe('2024-06-30');
    expect(cell('NUMBER', '111.52')).toBe('111.52');
  });

  it('tells what is not known from what is nothing', () => {
    expect(cell('MONEY', null)).toBe('—');
    expect(cell('TEXT', null)).toBe('');
    expect(isNothing({ type: 'MONEY' }, '0.00')).toBe(true);
    expect(isNothing({ type: 'MONEY' }, '0.01')).toBe(false);
    expect(isNothing({ type: 'TEXT' }, '0')).toBe(false);
  });

  it('in English says the fixed words and names of the records, and leaves what people wrote', () => {
    const word = englishWords([{ name: '某县', nameEn: 'Mou' }, { name: '另县', nameEn: 'Ling' }, null]);
    const english = { word, language: 'en' };
    expect(cell('TEXT', '滞后', english)).toBe('Lagging');
    expect(cell('TEXT', '中央资金', english)).toBe('Central grant');
    expect(cell('TEXT', '某县、另县', english)).toBe('Mou, Ling');
    expect(cell('TEXT', '某县、他县', english)).toBe('某县、他县');
    expect(cell('TEXT', '逾期未完工、进度滞后', english)).toBe('finish overdue, behind schedule');
    expect(cell('TEXT', '劣Ⅴ', english)).toBe('>Ⅴ');
    expect(cell('TEXT', '个百分点', english)).toBe('percentage points');
    expect(cell('TEXT', '停工', english, 'content')).toBe('停工');
  });
});

describe('the columns', () => {
  const columns = [column('number', 'NUMBER', '编号'), column('code', 'TEXT', '编码'), column('name', 'TEXT', '名称'), column('paid', 'MONEY', '支付资金')];
  const row = { key: 'a', cells: ['1', 'LF-001', '一项名称很长很长很长很长很长很长很长很长很长的工程', '1250000.00'], sampleCells: [], projectId: null, group: null };
  const shown = (chosen: string[] | null, narrow = false) => shownColumns(columns, [row], [null, null, null, '99999999999.00'], chosen, { say, unitName: '万元', narrow });

  it('are all, or those chosen in the order chosen; what there is not is left out', () => {
    expect(shown(null).map(({ key }) => key)).toEqual(['number', 'code', 'name', 'paid']);
    expect(shown(['paid', 'gone', 'name']).map(({ key, at }) => [key, at])).toEqual([['paid', 3], ['name', 2]]);
    expect(keysShown(columns, ['gone'])).toEqual(['number', 'code', 'name', 'paid']);
  });

  it('of number and name stay in sight side by side, on a narrow screen the name alone', () => {
    const [number, code, name, paid] = shown(null);
    expect(number!.stays).toBe(0);
    expect(code!.stays).toBeNull();
    expect(name!.stays).toBe(number!.width);
    expect(paid!.stays).toBeNull();
    expect(shown(null, true).map(({ key, stays }) => [key, stays])).toEqual([['name', 0], ['number', null], ['code', null], ['paid', null]]);
    expect(shown(['code', 'paid'], true).map(({ stays }) => stays)).toEqual([0, null]);
  });

  it('are as wide as their longest cell, total and title ask for, within bounds', () => {
    const [number, , name, paid] = shown(null);
    expect(paid!.width).toBeGreaterThan(lengthOf('9,999,999,999.90', 14));
    expect(name!.width).toBeLessThanOrEqual(300);
    expect(number!.width).toBeGreaterThanOrEqual(56);
    expect(shown(null, true)[0]!.width).toBeLessThanOrEqual(164);
  });

  it('say the unit of money with the title', () => {
    expect(titleOf(columns[3]!, { language: 'zh', unitName: '万元' })).toEqual({ title: '支付资金', unit: '（万元）' });
    expect(titleOf(columns[3]!, { language: 'en', unitName: 'CNY' })).toEqual({ title: 'paid', unit: '(CNY)' });
    expect(titleOf(columns[0]!, { language: 'zh', unitName: '万元' }).unit).toBe('');
  });

  it('move by places, and not past the ends', () => {
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', -2)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c']);
  });
});

describe('the columns that are drawn', () => {
  const wide = Array.from({ length: 30 }, (_, i) => ({ ...column(`c${i}`), at: i, track: i + 1, begins: i * 100, width: 100, stays: i === 0 ? 0 : null, figures: false }));
  const drawn = (scrolled: number, width: number) => columnsInSight(wide, sightOf(scrolled, width)).map(({ at }) => at);

  it('are those in sight, some beside them, and those that always are', () => {
    expect(drawn(0, 500)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    for (let scrolled = 0; scrolled <= 2500; scrolled += 7) {
      const shown = drawn(scrolled, 500);
      expect(shown[0]).toBe(0);
      for (let at = Math.floor(scrolled / 100); at * 100 < scrolled + 500; at += 1) expect(shown).toContain(Math.min(at, 29));
      expect(shown.length).toBeLessThanOrEqual(14);
    }
  });

  it('stay the same over a small movement', () => {
    expect(sightOf(1000, 500)).toEqual(sightOf(1040, 500));
  });
});
