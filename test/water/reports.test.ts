import { allowances } from '../../server/water/allowance';
import { Exact } from '../../server/water/exact';
import { WaterBody } from '../../server/water/indicators';
import { found } from '../../server/water/measures';
import { WaterReportKind } from '../../server/water/report';
import { classChange, sharesChange } from '../../server/water/report-change';
import { WaterClass } from '../../server/water/section.entity';
import { makeReport } from '../../server/water/make-report';
import { SectionSheet } from '../../server/water/sections';
import { daily, paperOf, partOf, result, section } from './report-city';

const { I, II, III, IV, V, INFERIOR_V } = WaterClass;
const first = section({ upstreamRegionCodes: '990002' });
const nothing = { kind: WaterReportKind.MONTHLY, period: '2024-06', city: '砾溪市', regions: [], days: [[]], hours: [[]], lastWithValues: null, lastMonth: null };
const second = section({ id: 2, code: 'T', name: '乙', river: '小砾溪', regionId: 2, target: II });

describe('the monthly notice', () => {
  // 甲: NH3N 1.5 is IV and half over III. 乙: DO 6.0 and NH3N 0.5 are II. Indices: 甲 5/5 + 1.5 = 2.5, 乙 5/6.25 + 0.5 = 1.3.
  const paper = paperOf(WaterReportKind.MONTHLY, '2024-06', [
    { section: first, months: { '2023-06': { DO: 5, NH3N: 4 }, '2024-04': IV, '2024-05': { DO: 5, NH3N: 1 }, '2024-06': { DO: 5, NH3N: 1.5 } } },
    { section: second, months: { '2023-06': { DO: 6.25, NH3N: 0.5 }, '2024-05': { DO: 6.25, NH3N: 0.5 }, '2024-06': { DO: 6.25, NH3N: 0.5 } } },
  ]);

  it('has a title, its period, and numbered parts', () => {
    expect([paper.title, paper.subtitle, paper.from, paper.to, paper.sections, paper.judged, paper.hasValues, paper.sampleNote]).toEqual(['砾溪市水质月通报', '（2024年6月）', '2024-06-01', '2024-06-30', 2, 2, true, null]);
    expect(paper.parts.map(({ title }) => title)).toEqual(['一、总体状况', '二、各河流状况', '三、各断面水质', '四、本年累计', '五、排名', '六、未达目标的断面', '七、数据说明']);
  });

  it('says how all of it is, against the last month and the same of the last year', () => {
    // The city: DO 5.625, NH3N 1: 5/5.625 + 1 = 1.8889. May: NH3N 0.75, 1.6389: +15.3 %. June 2023: NH3N 2.25, 3.1389: −39.8 %.
    expect(partOf(paper, '总体状况').paragraphs).toEqual([
      '2024年6月，砾溪市2个监测断面均有评价结果。其中Ⅰ类0个、Ⅱ类1个、Ⅲ类0个、Ⅳ类1个、Ⅴ类0个、劣Ⅴ类0个；优良（Ⅰ—Ⅲ类）断面1个，优良比例50.0%；劣Ⅴ类断面0个，占0.0%。',
      '达到目标类别的断面1个，占50.0%；未达到的1个：甲。',
      '与上月相比，可比断面2个，优良比例由100.0%变为50.0%，下降50.0个百分点。水质变差的断面：甲（Ⅲ→Ⅳ，有所变差）。',
      '与上年同月相比，可比断面2个，优良比例均为50.0%。水质好转的断面：甲（劣Ⅴ→Ⅳ，明显好转）。',
      '水质综合指数（CWQI）为1.8889（2项指标，数值越小水质越好）；比上月（同断面、同指标）上升15.3%，水质变差；比上年同月（同断面、同指标）下降39.8%，水质改善。',
    ]);
  });

  it('says how each river is, and lists the sections with what decides', () => {
    expect(partOf(paper, '各河流状况').paragraphs).toEqual(['砾溪：水质轻度污染。甲断面符合Ⅳ类，主要污染指标为氨氮(0.5)。', '小砾溪：水质优。乙断面符合Ⅱ类。']);
    const [{ columns, rows }] = partOf(paper, '各断面水质').tables;
    expect(columns.map(({ title }) => title)).toEqual(['断面', '河流', '县（市、区）', '目标', '类别', '上月', '上年同月', '达标', '定类因子', '主要污染指标（超标倍数）']);
    expect(rows).toEqual([['甲', '砾溪', '石桥县', 'Ⅲ', 'Ⅳ', 'Ⅲ', '劣Ⅴ', '否', '氨氮', '氨氮(0.5)'], ['乙', '小砾溪', '柳湾区', 'Ⅱ', 'Ⅱ', 'Ⅱ', 'Ⅱ', '是', '溶解氧、氨氮', '—']]);
  });

  it('adds up the year by the means of the months with values, and counts the months with a class', () => {
    // 甲: NH3N (1 + 1.5) / 2 = 1.25, IV; April has a class only. June 2023 alone is the year before.
    expect(partOf(paper, '本年累计').tables[0].rows).toEqual([['甲', 'Ⅲ', 'Ⅳ', '劣Ⅴ', '氨氮', '3', '1', '4月、6月'], ['乙', 'Ⅱ', 'Ⅱ', 'Ⅱ', '溶解氧、氨氮', '2', '2', '—']]);
    expect(partOf(paper, '本年累计').paragraphs[0]).toBe('2024年1—6月，按各月监测数值的均值评价，2个断面中优良断面1个，优良比例50.0%；未达目标类别的：甲。');
  });

  it('ranks counties and sections by state and by change, and leaves out of the latter what was good throughout', () => {
    // 甲 2.5 against 1 + 4 = 5: −50 %.
    expect(partOf(paper, '排名').tables.map(({ rows }) => rows)).toEqual([
      [['1', '柳湾区', '1', '1', '1', '1.3000', '0.0', '不参加'], ['2', '石桥县', '1', '0', '0', '2.5000', '-50.0', '1']],
      [['1', '乙', '小砾溪', 'Ⅱ', '1.3000', '0.0', '不参加'], ['2', '甲', '砾溪', 'Ⅳ', '2.5000', '-50.0', '1']],
    ]);
  });

  it('names whose the missed targets are, whose water comes past, by what and how often', () => {
    expect(partOf(paper, '未达目标的断面').paragraphs).toEqual(['1．甲断面（砾溪，石桥县）符合Ⅳ类，劣于目标Ⅲ类。劣于目标的指标：氨氮1.50 mg/L，超目标限值0.5倍。上游来水经过：柳湾区。本年有评价结果的3个月中，2个月未达目标，自2024年6月起连续未达目标。']);
  });

  it('says what is missing, and what has a class alone', () => {
    const poor = paperOf(WaterReportKind.MONTHLY, '2024-04', [{ section: first, months: { '2024-04': IV } }, { section: second, months: { '2024-03': II } }]);
    expect(partOf(poor, '总体状况').paragraphs.slice(0, 2)).toEqual([
      '2024年4月，砾溪市2个监测断面中，1个有评价结果。其中Ⅰ类0个、Ⅱ类0个、Ⅲ类0个、Ⅳ类1个、Ⅴ类0个、劣Ⅴ类0个；优良（Ⅰ—Ⅲ类）断面0个，优良比例0.0%；劣Ⅴ类断面0个，占0.0%。', '达到目标类别的断面0个，占0.0%；未达到的1个：甲。',
    ]);
    expect(partOf(poor, '各河流状况').paragraphs).toEqual(['砾溪：水质轻度污染。甲断面符合Ⅳ类。', '小砾溪：乙断面没有评价结果。']);
    expect(partOf(poor, '数据说明').paragraphs.slice(0, 2)).toEqual(['没有监测结果的断面1个：乙。', '只有类别、没有监测数值的断面1个：甲；其定类因子、主要污染指标和指数不作计算。']);
    expect(partOf(poor, '排名').paragraphs).toEqual(['各断面没有共有的监测指标数值，不作排名。']);
    expect(partOf(poor, '未达目标的断面').paragraphs[0]).toContain('仅有类别，没有监测数值。');
  });

  it('names the upstream regions in their official order, however the section has them', () => {
    const both = paperOf(WaterReportKind.MONTHLY, '2024-06', [{ section: section({ upstreamRegionCodes: '990001,990002' }), months: { '2024-06': { NH3N: 1.5 } } }]);
    expect(partOf(both, '未达目标的断面').paragraphs[0]).toContain('上游来水经过：柳湾区、石桥县。');
  });

  it('says where any value it rests on is made up, the ones it compares with among them', () => {
    const made = (month: string, sample: boolean) => makeReport({ ...nothing, sheets: [new SectionSheet(first, [result(first, month, { NH3N: 1 }, sample), result(first, '2024-06', { NH3N: 1 })])] }).sampleNote;
    expect([made('2024-05', false), made('2024-05', true), made('2023-06', true), made('2022-06', true)]).toEqual([null, expect.stringMatching(/^样例：/), expect.stringMatching(/^样例：/), null]);
  });

  it('doubts what is a thousand times off, and pH out of range', () => {
    const usual = { DO: 8, NH3N: 0.4, pH: 8 };
    const odd = paperOf(WaterReportKind.MONTHLY, '2024-06', [{ section: first, months: { '2024-03': usual, '2024-04': usual, '2024-05': usual, '2024-06': { DO: 8, NH3N: 400, pH: 10 } } }]);
    expect(partOf(odd, '数据说明').paragraphs.find((text) => text.startsWith('需要核实'))).toBe('需要核实或说明的数值：甲断面pH超出6—9的范围；甲断面氨氮为400.00 mg/L，与此前各月的通常水平相差约1000倍，请核实。');
  });
});

describe('five sections and more', () => {
  // Of 甲 to 己 on one river: 4 of 6 good, none 劣Ⅴ: light. COD 25 over Ⅲ (20) at 戊 and 己, NH3N 1.5 at 己 alone.
  const clean = { COD: 15, NH3N: 0.5 };
  const named = ['甲', '乙', '丙', '丁'].map((name, i) => ({ section: section({ id: i + 1, code: name, name }), months: { '2024-06': clean } }));
  const dirty = (id: number, name: string, value: Parameters<typeof result>[2]) => ({ section: section({ id, code: name, name }), months: { '2024-06': value } });
  const conditionOf = (...last: ReturnType<typeof dirty>[]) => partOf(paperOf(WaterReportKind.MONTHLY, '2024-06', [...named, ...last]), '总体状况').paragraphs[0].replace(/.*%。/, '');

  it('have main pollutants as a whole: the items over Ⅲ at most sections, with their share', () => {
    const paper = paperOf(WaterReportKind.MONTHLY, '2024-06', [...named, dirty(5, '戊', { COD: 25, NH3N: 0.5 }), dirty(6, '己', { COD: 25, NH3N: 1.5 })]);
    expect(partOf(paper, '总体状况').paragraphs[0]).toMatch(/按断面类别比例评价，全市地表水水质总体为轻度污染，主要污染指标（断面超标率）为化学需氧量（33\.3%）、氨氮（16\.7%）。$/);
    expect(partOf(paper, '各河流状况').paragraphs[0]).toMatch(/^砾溪：按6个断面的类别比例评价，水质轻度污染，优良断面4个，主要污染指标（断面超标率）为化学需氧量（33\.3%）、氨氮（16\.7%）。甲断面符合Ⅱ类；/);
  });

  it('have none while their water is good, and rates of those with values only', () => {
    expect(conditionOf(dirty(5, '戊', { COD: 25 }))).toBe('按断面类别比例评价，全市地表水水质总体为良好。');
    // 己 has a class alone: one of five with values.
    expect(conditionOf(dirty(5, '戊', { COD: 25 }), dirty(6, '己', IV))).toBe('按断面类别比例评价，全市地表水水质总体为轻度污染，主要污染指标（断面超标率，按有监测数值的5个断面）为化学需氧量（20.0%）。');
  });
});

describe('a paper of values that make no class', () => {
  it.each([['temperature alone', { T: 12 }], ['total nitrogen and faecal coliforms', { TN: 3, FC: 20_000 }]])('%s: says that nothing was judged, in every paper', (_, values) => {
    for (const kind of [WaterReportKind.DAILY, WaterReportKind.WEEKLY]) {
      const paper = paperOf(kind, '2024-06-20', [{ section: first, days: { '2024-06-20': values }, hours: { '2024-06-20T08': values } }]);
      expect([paper.hasValues, paper.judged]).toEqual([true, 0]);
      expect(partOf(paper, '总体状况').paragraphs).toEqual([`${kind === 'DAILY' ? '2024年6月20日' : '本周'}，砾溪市1个监测断面均没有评价结果。`, '各断面没有可用于计算水质综合指数的监测数值。']);
      expect(partOf(paper, '未达目标的断面').paragraphs).toEqual(['没有断面有评价结果。']);
      expect(partOf(paper, '数据说明').paragraphs).toContain('有监测数值、但没有可评价指标的断面1个：甲。');
      if (kind === WaterReportKind.DAILY) expect(partOf(paper, '四小时监测情况').paragraphs[1]).toBe('各次监测均没有评价结果。');
      else expect(partOf(paper, '本月以来与目标').paragraphs).toEqual(['2024年6月已过20天、尚余10天，月初以来没有可评价的日值。']);
    }
    const monthly = paperOf(WaterReportKind.MONTHLY, '2024-06', [{ section: first, months: { '2024-06': values } }]);
    expect(partOf(monthly, '总体状况').paragraphs[0]).toBe('2024年6月，砾溪市1个监测断面均没有评价结果。');
    expect(partOf(monthly, '本年累计').paragraphs).toEqual(['2024年1—6月各断面没有可评价的监测数值，累计类别不作评价，以下仅列各月达标情况。']);
  });
});

describe('the weekly review', () => {
  // June has 30 days; of 20 with NH3N 1.2 the other ten may average (1.0 × 30 − 24) / 10 = 0.6.
  const paper = paperOf(WaterReportKind.WEEKLY, '2024-06-20', [
    { section: first, days: { ...daily('2024-06', 1, 20, { DO: 10, NH3N: 1.2 }) } },
    { section: second, days: { ...daily('2024-06', 7, 13, { DO: 7.5, NH3N: 0.6 }), ...daily('2024-06', 14, 18, { DO: 7.5, NH3N: 0.15 }) } },
  ]);

  it('is of the seven days up to its last, against the seven before', () => {
    expect([paper.subtitle, paper.from, paper.to]).toEqual(['（2024年6月14日—6月20日）', '2024-06-14', '2024-06-20']);
    expect(partOf(paper, '总体状况').paragraphs[2]).toBe('与上周相比，可比断面2个，优良比例均为50.0%。水质好转的断面：乙（Ⅲ→Ⅰ，明显好转）。');
    const [{ columns, rows }] = partOf(paper, '各断面水质').tables;
    expect(columns.map(({ title }) => title).slice(3, 8)).toEqual(['目标', '类别', '上周', '达标', '达标天数']);
    expect(rows.map((row) => row.slice(3, 8))).toEqual([['Ⅲ', 'Ⅳ', 'Ⅳ', '否', '0/7'], ['Ⅱ', 'Ⅰ', 'Ⅲ', '是', '5/5']]);
    expect(partOf(paper, '数据说明').paragraphs[1]).toBe('日值不足7天的断面：乙断面5天。');
  });

  it('reckons what the rest of the month may come to', () => {
    // 乙: (7 × 0.6 + 5 × 0.15) / 12 = 0.4125, over 80 % of 0.5; (0.5 × 22 − 4.95) / 10 = 0.605.
    const part = partOf(paper, '本月以来与目标');
    expect(part.paragraphs[0]).toBe('2024年6月已过20天、尚余10天，按月初以来各日值的均值评价，2个断面中1个达到目标类别，未达到的为甲（Ⅳ类）。');
    expect(part.tables[0].rows).toEqual([['甲', '氨氮', '20', '1.20', '1', '10', '不高于0.600'], ['乙', '氨氮', '12', '0.41', '0.5', '10', '不高于0.605']]);
  });

  it('says where no value would do any more, and when the month is over', () => {
    const lost = paperOf(WaterReportKind.WEEKLY, '2024-06-20', [{ section: first, days: daily('2024-06', 1, 20, { NH3N: 1.6 }) }]);
    expect(partOf(lost, '本月以来与目标').tables[0].rows).toEqual([['甲', '氨氮', '20', '1.60', '1', '10', '无法达到']]);
    expect(partOf(lost, '本月以来与目标').paragraphs.at(-1)).toBe('余下各日无论监测值如何，月均值都不能达到目标限值的：甲断面氨氮。');
    const over = paperOf(WaterReportKind.WEEKLY, '2024-06-30', [{ section: first, days: daily('2024-06', 24, 30, { NH3N: 1.6 }) }]);
    expect(partOf(over, '本月以来与目标').tables[0].rows).toEqual([['甲', '氨氮', '7', '1.60', '1', '0', '本月已结束']]);
  });
});

describe('what the rest of a month may average', () => {
  const days = (count: number, key: 'NH3N' | 'DO', value: string) => Array.from({ length: count }, () => new Map([[key, found(Exact.of(value))]]));
  const rest = (count: number, key: 'NH3N' | 'DO', value: string, left: number) => allowances(days(count, key, value), left, WaterBody.RIVER, III)[0].rest?.toText() ?? null;

  it('is exact, at most for a pollutant and at least for oxygen, and null where water cannot be so', () => {
    expect(rest(20, 'NH3N', '1.2', 10)).toBe('0.6');
    expect(rest(3, 'NH3N', '0.9', 7)).toBe('73/70');
    expect(rest(20, 'NH3N', '1.5', 10)).toBe('0');
    expect(rest(20, 'NH3N', '1.51', 10)).toBeNull();
    // 5 × 30 − 4 × 20 = 70 over ten days; 5 × 30 − 3 × 29 = 63 mg/L on the last one.
    expect(rest(20, 'DO', '4', 10)).toBe('7');
    expect(rest(29, 'DO', '3', 1)).toBeNull();
    expect(rest(30, 'NH3N', '0.5', 0)).toBeNull();
  });
});

describe('the daily analysis', () => {
  const hours = (at: Record<string, number>) => Object.fromEntries(Object.entries(at).map(([hour, NH3N]) => [`2024-06-20T${hour}`, { DO: 6, NH3N }]));
  const paper = paperOf(WaterReportKind.DAILY, '2024-06-20', [
    { section: first, days: { ...daily('2024-06', 13, 19, { DO: 8, NH3N: 1, CODMn: 4.2 }), '2024-06-20': { DO: 6, NH3N: 1.3, CODMn: 4 } }, hours: hours({ '00': 0.9, '04': 1, '08': 1.6, '12': 1, '16': 1 }) },
    { section: second, days: { '2024-06-19': { NH3N: 0.2 }, '2024-06-20': { DO: 8, NH3N: 0.45, CODMn: 2 } } },
  ]);

  it('lists the four-hourly classes, what was over, and what is missing', () => {
    const part = partOf(paper, '四小时监测情况');
    expect(part.paragraphs).toEqual(['全天应有监测12次，实有5次，缺测7次。', '单次监测劣于目标的1次：甲断面8时（Ⅴ类，氨氮1.60 mg/L）。']);
    expect(part.tables[0].rows).toEqual([['甲', 'Ⅲ', 'Ⅲ', 'Ⅲ', 'Ⅴ', 'Ⅲ', 'Ⅲ', '—'], ['乙', 'Ⅱ', '—', '—', '—', '—', '—', '—']]);
    expect(partOf(paper, '数据说明').paragraphs[1]).toBe('四小时值缺测：甲断面缺20时；乙断面只有日值，没有四小时值。');
  });

  it('of many four-hourly values over their target says how many, and names the worst three', () => {
    // Class first: 8 and 12 o'clock are Ⅴ, 12 the further over; of the Ⅳ at 0, 4 and 20 o'clock 20 is the furthest over.
    const many = paperOf(WaterReportKind.DAILY, '2024-06-20', [{ section: first, days: { '2024-06-20': { NH3N: 1.5 } }, hours: hours({ '00': 1.1, '04': 1.2, '08': 1.6, '12': 1.9, '16': 1, '20': 1.4 }) }]);
    expect(partOf(many, '四小时监测情况').paragraphs[1]).toBe('单次监测劣于目标的5次，涉及1个断面，最重的3次：甲断面12时（Ⅴ类，氨氮1.90 mg/L）；甲断面8时（Ⅴ类，氨氮1.60 mg/L）；甲断面20时（Ⅳ类，氨氮1.40 mg/L）。');
  });

  it('names what moved by a fifth against the days before, where there are enough of them', () => {
    // NH3N 1.3 / 1 − 1; DO 6 / 8 − 1; CODMn 4 / 4.2 − 1 is less than a fifth.
    const part = partOf(paper, '变化趋势');
    expect(part.paragraphs).toEqual(['前7日有值不足3天、不作比较的断面：乙（1天）。', '与前7日均值相比，变化达到20.0%的指标有2项，见下表。']);
    expect(part.tables[0].rows).toEqual([['甲', '溶解氧', '6.0 mg/L', '8.0 mg/L', '降25.0', '变差'], ['甲', '氨氮', '1.30 mg/L', '1.00 mg/L', '升30.0', '变差']]);
  });

  it('tells how much room is left to the targets, the least first', () => {
    const part = partOf(paper, '距目标余量');
    expect(part.paragraphs.slice(1)).toEqual(['已超过目标限值的断面（指标）：甲（氨氮）。', '余量不足20.0%的断面（指标）：乙（氨氮）。']);
    expect(part.tables[0].rows).toEqual([['甲', 'Ⅲ', '氨氮', '1.30', '1', '-30.0'], ['乙', 'Ⅱ', '氨氮', '0.45', '0.5', '10.0']]);
  });

  it('without values says so, and since when there are none', () => {
    const none = paperOf(WaterReportKind.DAILY, '2024-06-20', [{ section: first }], { lastWithValues: '2024-05-31', lastMonth: '2024-05' });
    expect(none.hasValues).toBe(false);
    expect(none.parts).toEqual([{ title: '一、监测情况', paragraphs: ['1个监测断面在2024年6月20日均没有日监测值，不作分析。', '此前最近的日监测值为2024年5月31日。', '最近的月监测结果为2024年5月，可查看该月的水质月通报。'], tables: [] }]);
  });
});

describe('a change', () => {
  it('of a section is some for one class, marked for more', () => {
    expect([classChange(III, III), classChange(III, IV), classChange(II, IV), classChange(V, IV), classChange(INFERIOR_V, IV)]).toEqual(['无明显变化', '有所好转', '明显好转', '有所变差', '明显变差']);
  });

  it('of five sections and more goes by G − D: up to 10 points none, up to 20 some, beyond marked', () => {
    const pairs = (better: number, inferior = 0) => Array.from({ length: 10 }, (_, i) => [i < better ? I : i >= 10 - inferior ? INFERIOR_V : IV, IV] as const);
    expect([sharesChange(pairs(1)), sharesChange(pairs(2)), sharesChange(pairs(3)), sharesChange(pairs(3, 2)), sharesChange(pairs(0, 2)), sharesChange(pairs(0, 3))]).toEqual(['无明显变化', '有所好转', '明显好转', '无明显变化', '有所变差', '明显变差']);
    expect(sharesChange(pairs(3).slice(0, 4))).toBeNull();
  });
});
