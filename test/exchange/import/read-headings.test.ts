import { faultsOf, ignoredOf, readFile, sheetOf, valuesOf, workbook } from './county-file';

const csv = (...lines: string[]): string => lines.join('\n');

describe('the titles of columns', () => {
  it('are known by what people call them, with blanks, brackets, wide letters and line breaks in them', async () => {
    const file = await readFile('works', await sheetOf([
      ['序号', '项 目\n名 称', '县（市、区）', '市级牵头部门', '工程类型', '项目业主', '建设规模及主要内容', '受纳水体', '投资额（亿元）', '累计完成投资\n（万元）', '形象进度（％）', '到位资金（万元）', '拨付资金(万元)'],
      [1, '甲河工程', '石桥', '市水务局', '清淤', '石桥镇', '清淤3公里', '小砾溪', 0.12, 300, 25, 200, 100],
    ]));
    expect(valuesOf(file)).toEqual([{
      name: '甲河工程', regions: ['990001'], sector: 'WATER', category: 'DREDGE', ownerUnit: '石桥镇', content: '清淤3公里', waterBody: '小砾溪',
      investment: 1_200_000_000, investmentDone: 300_000_000, progress: 25, arrived: 200_000_000, paid: 100_000_000,
    }]);
    expect(file.unknownColumns).toEqual([]);
  });

  it('that say nothing to us are named, with their cells, and those that are reckoned from others are not', async () => {
    const file = await readFile('works', csv('序号,工程名称,县区,到位率,备注,存在问题', '1,甲,石桥,50%,x,y'), '县.csv');
    expect(file.unknownColumns).toEqual([{ sheet: '县', cell: 'E1', title: '备注' }, { sheet: '县', cell: 'F1', title: '存在问题' }]);
  });

  it('of columns without any are named too, when something stands there', async () => {
    const file = await readFile('works', csv('工程名称,县区,,', '甲,石桥,,', '乙,石桥,电话,'));
    expect(file.unknownColumns).toEqual([{ sheet: '台账', cell: 'C3', title: '' }]);
  });

  it('of which two mean one field leave the surer one; the other is named', async () => {
    const file = await readFile('funding', csv('项目名称,资金来源,支付资金（万元）,拨付资金（万元）', '甲,中央资金,5,7'));
    expect(valuesOf(file)).toEqual([{ name: '甲', source: 'CENTRAL_GRANT', paid: 5_000_000 }]);
    expect(file.unknownColumns.map(({ title }) => title)).toEqual(['拨付资金（万元）']);
  });

  it('of a year, a month or a season are not taken for figures since the beginning', async () => {
    const file = await readFile('works', csv('项目名称,2024年计划投资（万元）,本年完成投资（万元）,年度到位资金（万元）,累计完成投资（万元）', '甲河工程,1,2,3,4'));
    expect(valuesOf(file)).toEqual([{ name: '甲河工程', investmentDone: 4_000_000 }]);
    expect(file.unknownColumns).toHaveLength(3);
  });

  it('that only say 开工时间 or 完工时间 go by the stage of the work', async () => {
    const file = await readFile('works', csv('项目名称,建设状态,开工时间,完工时间', '甲,完工,2023-03-01,2023-11-30', '乙,在建,2023年3月,2024年11月', '丙,未开工,2024年3月,2024年11月'));
    expect(valuesOf(file)).toEqual([
      { name: '甲', stage: 'COMPLETED', actualStart: '2023-03-01', actualFinish: '2023-11-30' },
      { name: '乙', stage: 'CONSTRUCTION', actualStart: '2023-03-01', plannedFinish: '2024-11-30' },
      { name: '丙', stage: 'PREPARATION', plannedStart: '2024-03-01', plannedFinish: '2024-11-30' },
    ]);
  });

  it('like 进展 go by what most cells hold: stages, percentages, or a story that is left out', async () => {
    const titled = (cells: string[]): Promise<Record<string, unknown>[]> => readFile('works', csv('项目名称,县区,工程进展', ...cells.map((cell, i) => `工程${i},石桥,${cell}`))).then(valuesOf);
    expect((await titled(['在建', '未开工', '已完工']))[2]).toMatchObject({ stage: 'COMPLETED' });
    expect((await titled(['35%', '100%', '0']))[1]).toMatchObject({ progress: 100 });
    expect((await titled(['正在招标', '主体施工', '在建']))[2]).toEqual({ name: '工程2', regions: ['990001'] });
  });

  it('are known in English too', async () => {
    const file = await readFile('works', csv('No.,Code,Work,Lead region,Regions,Sector,Planned start,Stage,Progress (%),"Investment (10,000 CNY)","In place (10,000 CNY)",Arrival rate (%)', '7,W-7,New dike,Stonebridge County,"Stonebridge County、Willow Bay",Water,2024-01-02,Construction,12.5,"1,200.5",3,4'));
    expect(valuesOf(file)).toEqual([{
      number: 7, code: 'W-7', name: 'New dike', regions: ['990001', '990002'], sector: 'WATER', plannedStart: '2024-01-02', stage: 'CONSTRUCTION', progress: 12.5, investment: 1_200_500_000, arrived: 3_000_000,
    }]);
    expect(file.unknownColumns).toEqual([]);
  });
});

describe('a heading of several lines', () => {
  const body = ['甲河工程', '石桥县', 1000, 800, 500];
  const expected = [{ name: '甲河工程', regions: ['990001'], investment: 1_000_000_000, arrived: 800_000_000, paid: 500_000_000 }];

  it('is one when its cells are merged', async () => {
    const rows = [['石桥县工程台账', null, null, null, null], ['项目名称', '县区', '总投资（万元）', '资金情况（万元）', null], [null, null, null, '到位', '支付'], body];
    const file = await readFile('works', await sheetOf(rows, ['A1:E1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2']));
    expect(valuesOf(file)).toEqual(expected);
    expect(ignoredOf(file)).toEqual(['1 标题', '2 表头', '3 表头']);
    expect(file.rows[0].values.arrived).toMatchObject({ cell: 'D4', column: '资金情况（万元）/到位', text: '800' });
  });

  it('is one without merged cells, in a table kept as text', async () => {
    const file = await readFile('works', csv('项目名称,县区,总投资（万元）,资金情况,,备注', ',,,到位（万元）,支付（万元）,', '甲河工程,石桥县,1000,800,500,x'));
    expect(valuesOf(file)).toEqual(expected);
    expect(file.unknownColumns.map(({ title }) => title)).toEqual(['备注']);
  });

  it('may have three, and titles of another kind of file among them', async () => {
    const lines = ['项目名称,县区,总投资（万元）,资金筹措情况（万元）,,,,备注', ',,,中央资金,,县级配套,,', ',,,到位,支付,到位,支付,', '甲河工程,石桥县,1000,10,5,3,1,x'];
    const funds = await readFile('funding', csv(...lines));
    expect(valuesOf(funds).map(({ source, arrived, paid }) => [source, arrived, paid])).toEqual([['CENTRAL_GRANT', 10_000_000, 5_000_000], ['COUNTY_BUDGET', 3_000_000, 1_000_000]]);
    const works = await readFile('works', csv(...lines));
    expect(valuesOf(works)).toEqual([{ name: '甲河工程', regions: ['990001'], investment: 1_000_000_000 }]);
    expect(works.unknownColumns.map(({ cell }) => cell)).toEqual(['D3', 'E3', 'F3', 'G3', 'H1']);
  });

  it('may have its groups above the line that names works', async () => {
    const file = await readFile('works', await sheetOf([['基本情况', null, null, '资金（万元）', null], ['项目名称', '县区', '总投资（万元）', '到位', '支付'], body], ['A1:C1', 'D1:E1']));
    expect(valuesOf(file)).toEqual(expected);
  });

  it('may have a line that numbers the columns, and may be repeated on every page', async () => {
    const head = '项目名称,县区,总投资（万元）,到位资金（万元）,支付资金（万元）';
    const file = await readFile('works', csv(head, '甲,乙,1,2,3', '甲河工程,石桥县,1000,800,500', head, '乙河工程,柳湾区,1,1,1'));
    expect(valuesOf(file).map(({ name }) => name)).toEqual(['甲河工程', '乙河工程']);
    expect(ignoredOf(file)).toEqual(['1 表头', '2 表头', '4 表头']);
  });

  it('may be followed by another table with other columns', async () => {
    const file = await readFile('works', csv('项目名称,县区,总投资（万元）', '甲,石桥县,5', '合计,,5', '', '工程名称,形象进度（%）,所属县区', '乙,30,柳湾区'));
    expect(valuesOf(file)).toEqual([{ name: '甲', regions: ['990001'], investment: 5_000_000 }, { name: '乙', regions: ['990002'], progress: 30 }]);
  });

  it('with a group of columns for each source gives a row for each that has figures', async () => {
    const rows = [['项目名称', '中央资金', null, '县级财政', null, '合计', null], [null, '到位（万元）', '支付（万元）', '到位（万元）', '支付（万元）', '到位（万元）', '支付（万元）'], ['甲', 10, 5, 3, null, 13, 5], ['乙', null, null, 1, 1, 1, 1], ['丙', null, null, null, null, 0, 0]];
    const file = await readFile('funding', await sheetOf(rows, ['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1']));
    expect(valuesOf(file)).toEqual([
      { name: '甲', source: 'CENTRAL_GRANT', arrived: 10_000_000, paid: 5_000_000 }, { name: '甲', source: 'COUNTY_BUDGET', arrived: 3_000_000 },
      { name: '乙', source: 'COUNTY_BUDGET', arrived: 1_000_000, paid: 1_000_000 },
    ]);
    expect(ignoredOf(file)).toContain('5 没有数据');
    expect(file.rows[1].values.source).toMatchObject({ cell: 'D2', text: '县级财政/到位（万元）' });
  });

  it('with groups beside which stands other money, or what is of no group, keeps them apart', async () => {
    const funds = await readFile('funding', csv('项目名称,资金来源（万元）,,到位资金（万元）,支付资金（万元）', ',中央,县级,,', '甲,20,6,13,5'));
    expect(valuesOf(funds)).toEqual([{ name: '甲', source: 'CENTRAL_GRANT', planned: 20_000_000 }, { name: '甲', source: 'COUNTY_BUDGET', planned: 6_000_000 }, { name: '甲', arrived: 13_000_000, paid: 5_000_000 }]);
    const procedures = await readFile('procedures', csv('项目名称,环评,可研,审批部门', '甲,已办,在办,市水务局'));
    expect(valuesOf(procedures)).toEqual([{ name: '甲', kind: 'ENVIRONMENTAL_ASSESSMENT', status: 'DONE' }, { name: '甲', kind: 'FEASIBILITY', status: 'IN_PROGRESS' }]);
    expect(procedures.unknownColumns.map(({ title }) => title)).toEqual(['审批部门']);
  });

  it('with sources under a kind of money, or in the title itself, means the same', async () => {
    const below = await readFile('funding', await sheetOf([['项目名称', '到位资金（万元）', null, '资金来源（万元）', null], [null, '中央', '县级', '中央', '县级'], ['甲', 10, 3, 20, 6]], ['A1:A2', 'B1:C1', 'D1:E1']));
    const inline = await readFile('funding', csv('项目名称,中央资金到位（万元）,县级到位（万元）,中央资金计划（万元）,县级计划（万元）', '甲,10,3,20,6'));
    const both = [{ name: '甲', source: 'CENTRAL_GRANT', arrived: 10_000_000, planned: 20_000_000 }, { name: '甲', source: 'COUNTY_BUDGET', arrived: 3_000_000, planned: 6_000_000 }];
    expect(valuesOf(below)).toEqual(both);
    expect(valuesOf(inline)).toEqual(both);
  });

  it('with columns for each procedure gives a row for each cell that says something', async () => {
    const rows = [['项目名称', '前期手续办理情况', null, null, '施工许可', null], [null, '可研批复', '环评', '用地预审', '办理状态', '批复时间'], ['甲', '√', { style: 1, value: 45356 }, '/', '在办', null], ['乙', '已批复 砾环批〔2024〕7号 2024.3.5', '预计2024年6月办结', null, null, '2024-05-06']];
    const file = await readFile('procedures', await sheetOf(rows, ['A1:A2', 'B1:D1', 'E1:F1']));
    expect(valuesOf(file)).toEqual([
      { name: '甲', kind: 'FEASIBILITY', status: 'DONE' }, { name: '甲', kind: 'ENVIRONMENTAL_ASSESSMENT', status: 'DONE', doneOn: '2024-03-05' },
      { name: '甲', kind: 'LAND_USE', status: 'NOT_NEEDED' }, { name: '甲', kind: 'CONSTRUCTION_PERMIT', status: 'IN_PROGRESS' },
      { name: '乙', kind: 'FEASIBILITY', status: 'DONE', doneOn: '2024-03-05', documentNumber: '砾环批〔2024〕7号' }, { name: '乙', kind: 'ENVIRONMENTAL_ASSESSMENT', due: '2024-06-30' },
      { name: '乙', kind: 'CONSTRUCTION_PERMIT', doneOn: '2024-05-06' },
    ]);
  });
});

describe('the unit of money', () => {
  const investment = async (...lines: string[]): Promise<unknown> => {
    const file = await readFile('works', csv(...lines));
    return file.errors.length ? faultsOf(file) : valuesOf(file)[0].investment;
  };

  it('is that of the cell, else of the title, else of its group, else of the line above the table', async () => {
    expect(await investment('单位：亿元', '项目名称,总投资（万元）', '甲,5元')).toBe(500);
    expect(await investment('单位：亿元', '项目名称,总投资（万元）', '甲,5')).toBe(5_000_000);
    expect(await investment('单位：亿元', '项目名称,总投资', '甲,5')).toBe(50_000_000_000);
    expect(await investment('填报单位：石桥县水务局        单位：万元', '项目名称,总投资', '甲,5')).toBe(5_000_000);
    expect(await investment('石桥县台账（单位：元）', '项目名称,总投资', '甲,5')).toBe(500);
    expect(await investment('项目名称,投资,', ',总投资（千元）,备注', '甲,5,')).toBe(500_000);
    for (const title of ['总投资(万元)', '总投资（单位：万元）', '总投资/万元', '总投资万元', '总投资【万元】', '总 投 资（ 万 元 ）']) expect(await investment(`项目名称,${title}`, '甲,5')).toBe(5_000_000);
  });

  it('that stands nowhere is asked for, cell by cell', async () => {
    expect(await investment('项目名称,总投资', '甲,5', '乙,0', '丙,—')).toEqual(['B2 CELL_MONEY_UNIT 5']);
    expect(await investment('单位：万元、亿元', '项目名称,总投资', '甲,5')).toEqual(['B3 CELL_MONEY_UNIT 5']);
    const [error] = (await readFile('works', csv('项目名称,总投资', '甲,5'))).errors;
    expect(error).toEqual({ sheet: '台账', cell: 'B2', row: 2, column: '总投资', value: '5', code: 'CELL_MONEY_UNIT', message: '不知道金额的单位；请在表头写明“万元”“亿元”或“元”，如“总投资（万元）”。' });
    const [english] = (await readFile('works', csv('项目名称,总投资', '甲,5'), 'x.csv', 'en')).errors;
    expect(english.message).toMatch(/^The unit of the amount is not known/);
  });
});

describe('the day that figures hold for', () => {
  const asOf = async (...lines: string[]): Promise<unknown> => (await readFile('works', csv(...lines))).rows[0].asOf;

  it('is that of a title, a line above the table, the columns themselves, or a note below', async () => {
    const table = ['项目名称,到位资金（万元）', '甲,5'];
    expect(await asOf('石桥县工程台账（截至2024年5月31日）', ...table)).toBe('2024-05-31');
    expect(await asOf('台账', '数据截止：２０２４－０５－３１　单位：万元', ...table)).toBe('2024-05-31');
    expect(await asOf('截 至 2024 年 5 月 底', ...table)).toBe('2024-05-31');
    expect(await asOf('截止到2024.5', ...table)).toBe('2024-05-31');
    expect(await asOf('As of 2024-05-31', ...table)).toBe('2024-05-31');
    expect(await asOf('项目名称,截至2024年5月底累计到位资金（万元）', '甲,5')).toBe('2024-05-31');
    expect(await asOf(...table, '注：以上数据截至2024年5月31日。')).toBe('2024-05-31');
  });

  it('is left to be asked where it stands nowhere, is none, or differs between columns', async () => {
    expect(await asOf('石桥县2024年工程台账', '项目名称,到位资金（万元）', '甲,5')).toBeNull();
    expect(await asOf('截至2024年13月', '项目名称,到位资金（万元）', '甲,5')).toBeNull();
    expect(await asOf('截至5月底', '项目名称,到位资金（万元）', '甲,5')).toBeNull();
    expect(await asOf('项目名称,截至2024年5月底到位资金（万元）,截至2024年4月底支付资金（万元）', '甲,5,1')).toBeNull();
  });

  it('is the last that a month alone can mean for what is done', async () => {
    const file = await readFile('works', csv('截至2024年5月20日', '项目名称,实际完工时间', '甲,2024年5月', '乙,2024年4月', '丙,2024-05-25'));
    expect(valuesOf(file).map(({ actualFinish }) => actualFinish)).toEqual(['2024-05-20', '2024-04-30', '2024-05-25']);
  });
});

it('a sheet without a heading is passed over with its reason, and so is one that is hidden', async () => {
  const rows = [['项目名称', '县区'], ['甲', '石桥县']];
  const file = await readFile('works', await workbook({ name: '封面', rows: [['工程台账'], ['二〇二四年']] }, { name: '石桥', rows }, { name: '旧表', rows, hidden: true }, { name: '空', rows: [] }));
  expect(file.rows.map(({ sheet }) => sheet)).toEqual(['石桥']);
  expect(file.ignoredRows.filter(({ sheet }) => sheet !== '石桥')).toEqual([{ sheet: '封面', row: 1, reason: '工作表中没有表头，未读取' }, { sheet: '旧表', row: 1, reason: '隐藏的工作表，未读取' }]);
});
