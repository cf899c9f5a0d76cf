import { packOf } from '../../harness';
import { Refusal } from '../../../server/api/refusal';
import type { SectorCode } from '../../../server/api/identity';
import type { ImportLexicon } from '../../../server/exchange/import/read';
import { Names } from '../../../server/exchange/import/read-names';
import { tinyLexicon } from './county-file';

/** A city whose names are harder: a county with 和 in it, one of a single character, a zone named after the city. */
const city: ImportLexicon = {
  city: '砾溪市',
  regions: [
    ['1', '泉阳区', '泉阳'], ['2', '永和县', '永和'], ['3', '大安县', '大安'], ['4', '古县', '古县'], ['5', '砾溪经济开发区', '开发区'], ['6', '砾溪市本级', '市本级'],
  ].map(([adcode, name, shortName]) => ({ adcode: `99000${adcode}`, name, shortName, nameEn: `${shortName} County`, city: adcode === '6' })),
  departments: ([
    ['STJ', '市生态环境局', 'ECOLOGY'], ['SLJ', '市水利局', 'WATER'], ['CGJ', '市城市管理局', 'URBAN'], ['ZJJ', '市住房和城乡建设局', 'HOUSING'], ['ZRJ', '市规划和自然资源局', 'RESOURCES'], ['FGW', '市发展和改革委员会', null], ['CZJ', '市财政局', null], ['SJJ', '市市场监督管理局', null],
  ] as [string, string, SectorCode | null][]).map(([code, name, sector]) => ({ code, name, nameEn: code, sector })),
  sectors: ([['ECOLOGY', '生态'], ['WATER', '水利'], ['URBAN', '城管'], ['HOUSING', '住建'], ['RESOURCES', '自然资源']] as [SectorCode, string][]).map(([code, name]) => ({ code, name, nameEn: code })),
  categories: [{ code: 'DREDGE', name: '清淤', nameEn: 'Dredging' }],
  lists: [{ code: 'first', name: '第一批', nameEn: 'First list' }, { code: 'second', name: '第二批', nameEn: 'Second list' }],
};
const names = new Names(city);

const refusalOf = (read: () => unknown): string => {
  try {
    return `read as ${String(read())}`;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};
const last = (adcodes: string[]): string => adcodes.map((adcode) => adcode.slice(-1)).join('');

describe('regions', () => {
  it('are known with or without their kind, the city before them, and blanks within', () => {
    for (const text of ['泉阳区', '泉阳', '砾溪市泉阳区', '某某省砾溪市泉阳区', '泉 阳 区', '　泉阳区 ', '泉阳区（5个）', '990001']) expect([text, last(names.readRegions(text))]).toEqual([text, '1']);
    for (const text of ['古县', '砾溪市古县']) expect(last(names.readRegions(text))).toBe('4');
    for (const text of ['砾溪经济开发区', '经济开发区', '开发区', '经开区', '砾溪开发区']) expect([text, last(names.readRegions(text))]).toEqual([text, '5']);
    for (const text of ['砾溪市本级', '市本级', '市级', '市直', '砾溪市']) expect([text, last(names.readRegions(text))]).toEqual([text, '6']);
  });

  it('stand several in a cell in their order, whatever separates them', () => {
    for (const text of ['大安县、永和县', '大安,永和', '大安；永和', '大安/永和', '大安县和永和县', '大安及永和', '大安县\n永和县', '大安县 永和县', '大安县永和县', '砾溪市大安县、砾溪市永和县', '大安、永和、大安']) {
      expect([text, last(names.readRegions(text))]).toEqual([text, '32']);
    }
  });

  it('that there are none of are refused, with names that there are', () => {
    for (const text of ['青禾县', '大安县、青禾县', '泉阳区屯里镇', '全市', '县']) expect(refusalOf(() => names.readRegions(text))).toBe(`没有县（市、区）“${text}”；应为“泉阳区、永和县”这样的名称，几个之间用顿号。`);
  });

  it('are found in an address by their full names', () => {
    expect(last(names.regionsWithin('砾溪市泉阳区屯里镇东村、大安县城关'))).toBe('13');
    expect(names.regionsWithin('屯里镇泉阳村')).toEqual([]);
  });
});

describe('sectors', () => {
  it('are known by name, code, and the department that leads them, in every way that offices shorten it', () => {
    const ways: Record<string, string[]> = {
      ECOLOGY: ['生态', 'ECOLOGY', '生态领域', '生态环境局', '市生态环境局', '砾溪市生态环境局', '生态环境', '生态环境系统', '市生态环境局泉阳分局', '生态局', '市 生 态 环 境 局'],
      WATER: ['水利', '市水利局', '水利局', '大安县水利局', '水利部门'],
      URBAN: ['城管', '城管局', '市城管局', '城市管理', '城市管理局'],
      HOUSING: ['住建', '住建局', '住房城乡建设局', '住房和城乡建设', '泉阳区住建局'],
      RESOURCES: ['自然资源', '自然资源局', '规自局', '市规自局', '规划和自然资源'],
    };
    for (const [code, texts] of Object.entries(ways)) for (const text of texts) expect([text, names.sectorOf(text)]).toEqual([text, code]);
  });

  it('are none where a department leads none, or where nobody knows which is meant', () => {
    for (const text of ['市财政局', '市发改委', '局', '管理局', '航天', '水']) expect([text, names.sectorOf(text)]).toEqual([text, null]);
  });
});

it('departments are known by name, code and abbreviations that no other shares', () => {
  const ways: Record<string, string[]> = { FGW: ['市发展和改革委员会', '市发改委', '发改委', '发改委员会', 'FGW', 'ｆｇｗ'], CZJ: ['财政局', '市财政局', '砾溪市财政局'], SJJ: ['市市场监督管理局', '市场监督管理局', '市场监管局'], ZJJ: ['住建局'] };
  for (const [code, texts] of Object.entries(ways)) for (const text of texts) expect([text, names.readDepartment(text)]).toEqual([text, code]);
  for (const text of ['县审批局', '管理局', '市局', '水务']) expect(refusalOf(() => names.readDepartment(text))).toMatch(/没有部门/);
});

it('categories and lists are known by name or code, lists several in a cell', () => {
  expect([names.readCategory(' 清 淤'), names.readCategory('dredge'), names.readCategory('Dredging')]).toEqual(['DREDGE', 'DREDGE', 'DREDGE']);
  expect(refusalOf(() => names.readCategory('桥梁'))).toBe('没有工程类别“桥梁”；应为清淤之一。');
  expect([names.readLists('第一批、第二批'), names.readLists('second'), names.readLists('First list；第二批')]).toEqual([['first', 'second'], ['second'], ['first', 'second']]);
  expect(refusalOf(() => names.readLists('第一批、第三批'))).toMatch(/没有清单“第一批、第三批”/);
});

it('every name of both packs reads back', () => {
  for (const pack of ['tiny', 'linfen'] as const) {
    const { info, regions, departments, sectors, categories, lists } = packOf(pack);
    const lexicon = pack === 'tiny' ? tinyLexicon() : {
      city: info.city, categories, lists,
      regions: regions.map((region) => ({ ...region, city: region.kind === 'MUNICIPALITY' })),
      departments: departments.map((department) => ({ ...department, sector: department.sector as SectorCode | null })),
      sectors: sectors.map((sector) => ({ ...sector, code: sector.code as SectorCode })),
    };
    const known = new Names(lexicon);
    for (const { adcode, name, shortName } of regions) expect([known.readRegions(name), known.readRegions(shortName)]).toEqual([[adcode], [adcode]]);
    expect(known.readRegions(regions.map(({ name }) => name).join('、'))).toEqual(regions.map(({ adcode }) => adcode));
    expect(known.readRegions(regions.map(({ shortName }) => shortName).join(''))).toEqual(regions.map(({ adcode }) => adcode));
    for (const { code, name } of departments) expect(known.readDepartment(name)).toBe(code);
    for (const { code, name } of sectors) expect(known.readSector(name)).toBe(code);
    for (const { code, name } of categories) expect(known.readCategory(name)).toBe(code);
    expect(known.readLists(lists.map(({ name }) => name).join('、'))).toEqual(lists.map(({ code }) => code));
  }
});
