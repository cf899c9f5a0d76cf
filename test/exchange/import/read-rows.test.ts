import { DATE, MONTH, PERCENT, WAN, faultsOf, ignoredOf, partsOf, readFile, sheetOf, valuesOf, workbook, zipOf } from './county-file';

const csv = (...lines: string[]): string => lines.join('\n');
const names = async (bytes: Parameters<typeof readFile>[1]): Promise<unknown[]> => valuesOf(await readFile('works', bytes)).map(({ name }) => name);

describe('rows that are no data', () => {
  it('are told from data, each with its reason', async () => {
    const file = await readFile('works', csv(
      '石桥县工程台账', '', '序号,项目名称,县区,总投资（万元）', '一,清淤工程（2项）,,15', '1,甲河工程,石桥县,10', '2,乙河工程,石桥县,5', ',石桥县小计,,15', '', '3,丙河工程,柳湾区,5', '4,,,', '5,,,0', ',合　计,,20',
      '注：1.资金以拨付凭证为准。', '2.其余见附件。', '填报人：　　审核人：　　负责人：',
    ));
    expect(valuesOf(file).map(({ name }) => name)).toEqual(['甲河工程', '乙河工程', '丙河工程']);
    expect(ignoredOf(file)).toEqual(['1 标题', '3 表头', '4 分段标题', '7 合计行', '8 空行', '10 空行', '11 空行', '12 合计行', '13 表下说明', '14 表下说明', '15 表下说明']);
    expect(file.errors).toEqual([]);
  });

  it('are those of our own files too: subtotals, total and signature', async () => {
    const file = await readFile('works', csv('编号,项目名称,总投资（万元）', '小计：石桥县（1行）,,5.00', '合计,,5.00', 'Subtotal: Stonebridge (2),,5', 'Total,,5', 'Prepared by:　　　Checked by:　　　Responsible:,,'));
    expect(file.rows).toEqual([]);
    expect(ignoredOf(file).slice(1)).toEqual(['2 合计行', '3 合计行', '4 合计行', '5 合计行', '6 表下说明']);
  });

  it('are not looked for in the names of works', async () => {
    expect(await names(csv('项目名称,县区', '说明牌安装工程,石桥', '注水站改造,石桥', '小计量泵站,石桥', '一号闸改造,石桥', '十里河清淤（2024年）,石桥'))).toEqual(['说明牌安装工程', '注水站改造', '小计量泵站', '一号闸改造', '十里河清淤（2024年）']);
  });

  it('name many empty rows in one line', async () => {
    const file = await readFile('works', csv('项目名称,县区', '甲,石桥', ...Array.from({ length: 100 }, () => ','), '乙,石桥'));
    expect(ignoredOf(file)).toEqual(['1 表头', '3 连续空行']);
    expect(file.rows.map(({ row }) => row)).toEqual([2, 103]);
  });

  it('without name and code, but with something to say, are refused where the name is missing', async () => {
    const file = await readFile('works', csv('序号,项目名称,县区,总投资（万元）', '1,,石桥县,10'));
    expect(file.errors).toEqual([{ sheet: '台账', cell: 'B2', row: 2, column: '项目名称', value: null, code: 'ROW_WITHOUT_NAME', message: '这一行没有项目名称，也没有项目编码。' }]);
    expect(valuesOf(file)).toEqual([{ regions: ['990001'], investment: 10_000_000 }]);
  });
});

describe('sections of a table', () => {
  it('give their county or sector to the rows below that have no column for it', async () => {
    const file = await readFile('works', csv('序号,项目名称,总投资（万元）', '一、石桥县（2项）,,', '（一）水务领域,,', '1,甲,1', '2,乙,1', '二、柳湾区,,', '3,丙,1', '（二）城建,,', '4,丁,1', '三、续建项目,,', '5,戊,1'));
    expect(valuesOf(file).map(({ name, regions, sector }) => [name, regions, sector])).toEqual([
      ['甲', ['990001'], 'WATER'], ['乙', ['990001'], 'WATER'], ['丙', ['990002'], undefined], ['丁', ['990002'], 'URBAN'], ['戊', ['990002'], 'URBAN'],
    ]);
    expect(file.rows[0].values.regions).toMatchObject({ cell: 'A2', text: '一、石桥县（2项）' });
  });

  it('and a file of one county need not name it in every row', async () => {
    const regions = async (...args: [string, string?]): Promise<unknown> => valuesOf(await readFile('works', args[0], args[1]))[0].regions;
    expect(await regions(csv('填报单位：石桥县水务局', '项目名称,总投资（万元）', '甲,1'))).toEqual(['990001']);
    expect(await regions(csv('砾溪市石桥县工程台账', '项目名称,总投资（万元）', '甲,1'))).toEqual(['990001']);
    expect(await regions(csv('项目名称,总投资（万元）', '甲,1'), '柳湾区.csv')).toEqual(['990002']);
    expect(await regions(csv('石桥县、柳湾区工程台账', '项目名称,总投资（万元）', '甲,1'))).toBeUndefined();
    expect(await regions(csv('砾溪市工程台账', '项目名称,总投资（万元）', '甲,1'))).toBeUndefined();
  });
});

describe('merged cells', () => {
  it('speak for every row that they cover', async () => {
    const rows = [['项目名称', '县区', '资金来源', '到位（万元）'], ['甲河工程', '石桥县', '中央资金', 5], [null, null, '县级财政', 3], ['乙河工程', null, '市级财政', 1]];
    const file = await readFile('funding', await sheetOf(rows, ['A2:A3', 'B2:B4']));
    expect(valuesOf(file)).toEqual([
      { name: '甲河工程', regions: ['990001'], source: 'CENTRAL_GRANT', arrived: 5_000_000 }, { name: '甲河工程', regions: ['990001'], source: 'COUNTY_BUDGET', arrived: 3_000_000 },
      { name: '乙河工程', regions: ['990001'], source: 'MUNICIPAL_BUDGET', arrived: 1_000_000 },
    ]);
    expect(file.rows[2].values.regions?.cell).toBe('B2');
  });

  it('are lost in a table kept as text: a row of a further source without any name is about the work above', async () => {
    const file = await readFile('funding', csv('项目名称,县区,资金来源,到位（万元）', '甲河工程,石桥县,中央资金,5', ',,县级财政,3', ',,其他,1', '合计,,,9', ',,市级财政,2', '乙河工程,石桥县,中央资金,1', ',柳湾区,县级财政,3'));
    expect(valuesOf(file).map(({ name, regions, source, arrived }) => [name, regions, source, arrived])).toEqual([
      ['甲河工程', ['990001'], 'CENTRAL_GRANT', 5_000_000], ['甲河工程', ['990001'], 'COUNTY_BUDGET', 3_000_000], ['甲河工程', ['990001'], 'OTHER', 1_000_000], [undefined, undefined, 'MUNICIPAL_BUDGET', 2_000_000],
      ['乙河工程', ['990001'], 'CENTRAL_GRANT', 1_000_000], [undefined, ['990002'], 'COUNTY_BUDGET', 3_000_000],
    ]);
    expect(faultsOf(file)).toEqual(['A6 ROW_WITHOUT_NAME', 'A8 ROW_WITHOUT_NAME']);
  });

  it('over the amounts of several rows cannot be told apart', async () => {
    const rows = [['项目名称', '资金来源', '计划（万元）', '到位（万元）'], ['甲', '中央资金', 9, 5], [null, '县级财政', null, 3]];
    const file = await readFile('funding', await sheetOf(rows, ['A2:A3', 'C2:C3']));
    expect(faultsOf(file)).toEqual(['C2 CELL_MONEY_MERGED 9']);
  });

  it('over the rows of one work make one of them in a ledger of works: its funds add up, all else must agree', async () => {
    const head = ['项目名称', '总投资（万元）', '阶段', '到位资金（万元）', '支付资金（万元）', '建设单位'];
    const good = await readFile('works', await sheetOf([head, ['甲河工程', 100, '在建', 5, 1, '石桥镇'], [null, null, null, 3, null, '石桥镇'], ['乙河工程', 7, '完工', 1, 1, null]], ['A2:A3', 'B2:B3', 'C2:C3']));
    expect(valuesOf(good)).toEqual([
      { name: '甲河工程', investment: 100_000_000, stage: 'CONSTRUCTION', arrived: 8_000_000, paid: 1_000_000, ownerUnit: '石桥镇' },
      { name: '乙河工程', investment: 7_000_000, stage: 'COMPLETED', arrived: 1_000_000, paid: 1_000_000 },
    ]);
    expect(good.rows[0].values.arrived?.text).toBe('5 + 3');
    const torn = await readFile('works', await sheetOf([head, ['甲河工程', 100, '在建', 5, 1, '石桥镇'], [null, null, null, 3, null, '柳湾镇']], ['A2:A3', 'B2:B3', 'C2:C3']));
    expect(faultsOf(torn)).toEqual(['F3 ROWS_DIFFER 柳湾镇']);
  });

  it('as wide as a sheet cost nothing', async () => {
    const file = await readFile('works', await sheetOf([['石桥县台账'], ['项目名称', '县区'], ['甲', '石桥']], ['A1:XFD1', 'A4:XFD1048576']));
    expect(valuesOf(file)).toEqual([{ name: '甲', regions: ['990001'] }]);
  });
});

describe('cells', () => {
  it('are read as their formats show them', async () => {
    const rows = [['项目名称', '计划开工', '计划完工', '形象进度', '总投资', '建设规模', '建设内容'], ['甲', { style: DATE, value: 45356 }, { style: MONTH, value: 45597 }, { style: PERCENT, value: 0.625 }, { style: WAN, value: 415.75 }, { style: DATE, value: 45356 }, 12.50]];
    const file = await readFile('works', await sheetOf(rows));
    expect(valuesOf(file)).toEqual([{ name: '甲', plannedStart: '2024-03-05', plannedFinish: '2024-11-30', progress: 62.5, investment: 415_750_000, scale: '2024-03-05', content: '12.5' }]);
    expect(Object.values(file.rows[0].values).map(({ text }) => text)).toEqual(['甲', '2024-03-05', '2024-11', '62.5%', '415.75万元', '2024-03-05', '12.5']);
  });

  it('count days from 1904 where the workbook does', async () => {
    const parts = partsOf([{ name: '台账', rows: [['项目名称', '计划开工'], ['甲', { style: DATE, value: 43894 }]] }], { since1904: true });
    expect(valuesOf(await readFile('works', await zipOf(parts)))).toEqual([{ name: '甲', plannedStart: '2024-03-05' }]);
  });

  it('may hold shared texts in runs, with pronunciations beside them, and characters that XML cannot hold', async () => {
    const strings = '<sst xmlns="m"><si><r><t>项目</t></r><r><t>名称</t></r><rPh sb="0" eb="1"><t>xiangmu</t></rPh></si><si><t xml:space="preserve"> 县区 </t></si><si><t>甲_x000D_\n河 &amp; 乙河</t></si><si><t/></si></sst>';
    const parts = partsOf([{ name: '台账', rows: [[{ type: 's', value: 0 }, { type: 's', value: 1 }], [{ type: 's', value: 2 }, '石桥'], [{ type: 's', value: 3 }]] }], { strings });
    expect(valuesOf(await readFile('works', await zipOf(parts)))).toEqual([{ name: '甲河 & 乙河', regions: ['990001'] }]);
  });

  it('are found where programs put prefixes before every name, leave places out, or write days as such', async () => {
    const xml = '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>项目名称</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[计划开工]]></x:t></x:is></x:c></x:row>'
      + '<x:row><x:c t="str"><x:v>甲</x:v></x:c><x:c t="d"><x:v>2024-03-05T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(valuesOf(await readFile('works', await zipOf({ ...partsOf([{ name: '台账', rows: [] }]), 'xl/worksheets/sheet0.xml': xml })))).toEqual([{ name: '甲', plannedStart: '2024-03-05' }]);
  });

  it('may hold formulas, worth what was stored for them; what failed is refused where it stands', async () => {
    const rows = [['项目名称', '总投资（万元）', '形象进度', '备注'], [{ type: 'str', formula: 'A1&"x"', value: '甲河工程' }, { formula: '1+2', value: 3 }, { type: 'e', formula: '1/0', value: '#DIV/0!' }, { type: 'e', formula: 'x', value: '#NAME?' }], [{ type: 'str', formula: '""', value: '' }, null]];
    const file = await readFile('works', await sheetOf(rows));
    expect(valuesOf(file)).toEqual([{ name: '甲河工程', investment: 3_000_000 }]);
    expect(faultsOf(file)).toEqual(['C2 CELL_FAULT #DIV/0!']);
  });

  it('of codes may hold the number on the wall, and those of numbers a code', async () => {
    const file = await readFile('works', csv('编号,项目编码,项目名称', 'W-1,,甲', '12,2301-990001-76-01-000001,乙', '３号, Ｗ－ 4 ,丙', ',17,丁'));
    expect(valuesOf(file)).toEqual([{ name: '甲', code: 'W-1' }, { name: '乙', number: 12, nationalCode: '2301-990001-76-01-000001' }, { name: '丙', number: 3, code: 'W-4' }, { name: '丁', number: 17 }]);
  });

  it('that say nothing are left out, and texts too long or unfit to be stored are refused', async () => {
    const file = await readFile('works', csv('项目名称,建设单位,计划开工,总投资（万元）,阶段,领域', '甲,—,/,-,待定,无', `${'长'.repeat(201)},a,,,,`, '丙,"a\u0007b",,,,'));
    expect(valuesOf(file)).toEqual([{ name: '甲' }, { ownerUnit: 'a' }, { name: '丙' }]);
    expect(file.errors.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['A3 TEXT_TOO_LONG', 'B4 BAD_TEXT']);
  });

  it('of sources, stages, states and progress are read in the words that offices use', async () => {
    const column = async (kind: 'works' | 'funding' | 'procedures', title: string, key: string, cells: string[]): Promise<unknown[]> =>
      valuesOf(await readFile(kind, csv(`项目名称,${title},县区`, ...cells.map((cell, i) => `工程${i},${cell},石桥`)))).map((values) => values[key]);
    expect(await column('funding', '资金来源', 'source', ['中央预算内投资', '中央水污染防治资金', '省级财政', '增发国债', '地方政府专项债券', '市级配套', '县（市、区）级', '企业自筹', 'CENTRAL_GRANT', 'Bank loan', '中央和省级', '市场化融资'])).toEqual(
      ['CENTRAL_GRANT', 'CENTRAL_GRANT', 'PROVINCIAL_GRANT', 'TREASURY_BOND', 'SPECIAL_BOND', 'MUNICIPAL_BUDGET', 'COUNTY_BUDGET', 'SOCIAL_CAPITAL', 'CENTRAL_GRANT', 'BANK_LOAN', undefined, undefined],
    );
    expect(await column('works', '建设阶段', 'stage', ['前期', '未开工', '在建', '已开工', '建设中', '完工（待核）', '已竣工验收', 'COMPLETED', 'Under construction', '基本完工'])).toEqual(
      ['PREPARATION', 'PREPARATION', 'CONSTRUCTION', 'CONSTRUCTION', 'CONSTRUCTION', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'CONSTRUCTION', undefined],
    );
    expect(await column('works', '形象进度', 'progress', ['35', '40%', '未开工', '已完工', '主体完成60%', '主体施工', '12.5'])).toEqual([35, 40, 0, 100, 60, undefined, 12.5]);
    expect(await column('procedures', '办理状态', 'status', ['已办结', '√', '正在办理', '未办理', '不涉及', 'Done', '/', '快了'])).toEqual(['DONE', 'DONE', 'IN_PROGRESS', 'NOT_STARTED', 'NOT_NEEDED', 'DONE', undefined, undefined]);
    expect(await column('procedures', '手续', 'kind', ['立项', '可研批复', '环评', '施工许可证', '水保方案', '招投标', '初设', '竣工验收备案', '规划公示'])).toEqual(
      ['PROPOSAL', 'FEASIBILITY', 'ENVIRONMENTAL_ASSESSMENT', 'CONSTRUCTION_PERMIT', 'WATER_CONSERVATION', 'TENDERING', 'PRELIMINARY_DESIGN', 'FINAL_ACCEPTANCE', undefined],
    );
    expect(await column('procedures', '绿色通道', 'greenChannel', ['是', '√', '否', '×', '-', 'yes'])).toEqual([true, true, false, false, undefined, true]);
  });

  it('with an apostrophe that keeps them from becoming formulas lose it again', async () => {
    expect(await names(csv('项目名称,县区', "'=甲河工程,石桥", "'甲'河工程,石桥"))).toEqual(['=甲河工程', "'甲'河工程"]);
  });

  it('name the place, the words and what would be right when they are not understood', async () => {
    const file = await readFile('works', csv('项目名称,县区,领域,类别,清单,阶段,计划完工', '甲,南山县,航天,桥梁,第三批,停工,尽快'));
    expect(faultsOf(file)).toEqual(['B2 CELL_REGION 南山县', 'C2 CELL_SECTOR 航天', 'D2 CELL_CATEGORY 桥梁', 'E2 CELL_LIST 第三批', 'F2 CELL_STAGE_SUSPENDED 停工', 'G2 CELL_DAY 尽快']);
    expect(file.errors[1].message).toBe('没有领域“航天”；应为水务、城建之一，或其市级主管部门。');
    const english = await readFile('funding', csv('项目名称,资金来源', '甲,集资'), 'x.csv', 'en');
    expect(english.errors[0].message).toContain('There is no source of funds "集资"; write one of 中央资金、');
  });
});

describe('tables kept as text', () => {
  const text = '项目名称,县区,建设内容\n甲河工程,石桥县,"清淤, 护岸\n二期"\n';
  const expected = [{ name: '甲河工程', regions: ['990001'], content: '清淤, 护岸\n二期' }];

  it('are read in every encoding and with every separator that programs save them in', async () => {
    const gbk = Buffer.concat([...text].map((character) => (character.charCodeAt(0) < 128 ? Buffer.from(character) : gbkOf(character))));
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const files = [Buffer.from(text), Buffer.from(`\ufeff${text}`), wide, Buffer.from(wide).swap16(), gbk, Buffer.from(text.replace(/,(?! )/g, '\t')), Buffer.from(text.replace(/,(?! )/g, ';')), Buffer.from(text.replaceAll('\n', '\r\n'))];
    for (const bytes of files) expect(valuesOf(await readFile('works', bytes)).map((values) => ({ ...values, content: String(values.content).replaceAll('\r', '') }))).toEqual(expected);
  });

  it('count a row for every record, as spreadsheets do, and name their sheet by the file', async () => {
    const file = await readFile('works', `${text}乙河工程,柳湾区,\n`, '石桥台账.csv');
    expect(file.rows.map(({ sheet, row, values }) => [sheet, row, values.name?.cell])).toEqual([['石桥台账', 2, 'A2'], ['石桥台账', 3, 'A3']]);
  });
});

/** A character in GB18030, looked up by decoding: Node writes no such text. */
function gbkOf(character: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high < 0xff; high++) for (let low = 0x40; low < 0xff; low++) if (decoder.decode(Buffer.from([high, low])) === character) return Buffer.from([high, low]);
  throw new Error(`${character} has no two bytes`);
}

it('several sheets of several counties are read each by its own heading', async () => {
  const file = await readFile('works', await workbook(
    { name: '石桥县', rows: [['截至2024年5月底'], ['项目名称', '总投资（万元）'], ['甲', 1]] },
    { name: '柳湾区', rows: [['序号', '工程名称', '投资额（元）'], [1, '乙', '10,000']] },
  ));
  expect(valuesOf(file)).toEqual([{ name: '甲', regions: ['990001'], investment: 1_000_000 }, { name: '乙', regions: ['990002'], investment: 1_000_000 }]);
  expect(file.rows.map(({ asOf }) => asOf)).toEqual(['2024-05-31', null]);
});
