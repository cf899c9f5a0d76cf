import { join } from 'node:path';
import { readPack } from '../../server/exchange/pack/read';

const TINY = join(__dirname, '../fixtures/tiny-city');

describe('a pack that is in order', () => {
  const pack = readPack(TINY);

  it('gives the city and its days', () => {
    expect(pack.info).toEqual({
      id: 'tiny-city', city: '砾溪市', cityEn: 'Pebblebrook', programme: '砾溪清流', programmeEn: 'Clear Pebble Brook',
      firstDay: '2023-01-01', lastDay: '2024-06-30', targetDate: '2024-12-31', mapNumber: '示S(2024)001号', mapCredit: '虚构的方格县界',
      sampleNote: '这座城市和它的全部数据都是虚构的。', demoDepartments: { finance: 'FIN' },
      settings: { laggingPoints: 12, seriousPoints: 35, seriousStartMonths: 2 }, riverAliases: { 小砾溪: '砾溪' }, ecologicalFlow: { replenishmentTarget: 3_660_000, source: '砾溪市水务计划2023' }, 
      compensation: {
        validFrom: '2024-02', name: '示例补偿方案', nameEn: 'Example scheme', items: [{ indicator: 'NH3N', base: 100_000 }, { indicator: 'TP', base: 300_000 }],
        borders: [{ section: 'T-2', payer: '990001', receiver: '990002', target: null }], cap: 250_000, reward: null,
      },
      oc4ids: { prefix: 'oc4ids-pb8k2r', types: { DREDGE: 'rehabilitation' } },
    });
  });

  it('gives regions, departments, sectors, categories and lists in the order of their files', () => {
    expect(pack.regions.map((region) => [region.adcode, region.shortName, region.kind, region.ranked])).toEqual([
      ['990002', '柳湾', 'DISTRICT', true], ['990001', '石桥', 'COUNTY', true],
      ['9900A1', '高新区', 'DEVELOPMENT_ZONE', true], ['990000', '市本级', 'MUNICIPALITY', false],
    ]);
    expect(pack.departments.map((department) => [department.code, department.sector])).toEqual([['WAT', 'WATER'], ['URB', 'URBAN'], ['FIN', null]]);
    expect(pack.sectors[1]).toEqual({ code: 'URBAN', name: '城建', nameEn: 'Urban works', leadDepartment: 'URB', sort: 2 });
    expect(pack.categories.map((category) => category.code)).toEqual(['DREDGE', 'PIPES']);
    expect(pack.lists).toEqual([{ code: 'first', name: '第一批', nameEn: 'First list', sort: 1 }, { code: 'second', name: '第二批', nameEn: 'Second list', sort: 2 }]);
  });

  it('gives every field of a work, money as whole fen', () => {
    expect(pack.projects[0]).toEqual({
      number: 1, code: 'W-1', nationalCode: '2301-990001-76-01-000001', name: '砾溪石桥段清淤', leadRegion: '990001', regions: ['990001', '990002'],
      sector: 'WATER', category: 'DREDGE', lists: ['first', 'second'], ownerUnit: '石桥清淤项目部', scale: '河长3公里', content: '清淤，护岸',
      waterBody: '小砾溪', location: { lon: 100.3, lat: 30.22 }, registeredOn: '2023-01-01', plannedStart: '2023-03-01', plannedFinish: '2023-11-30',
      originalFinish: '2023-09-30', investment: 1_200_000_000, sample: false, sampleFields: ['investment', 'funding'], sources: ['砾溪市水务计划2023'],
    });
    expect(pack.projects[1].investment).toBe(3_050_000_050);
    expect(pack.projects[3]).toMatchObject({ location: null, investment: null, plannedFinish: null, ownerUnit: null, sources: [] });
  });

  it('gives what happened to the works', () => {
    expect(pack.stageEvents.map((event) => [event.project, event.stage, event.effectiveDate, event.status])).toEqual([
      ['W-1', 'CONSTRUCTION', '2023-03-06', 'CONFIRMED'], ['W-1', 'COMPLETED', '2023-12-08', 'CONFIRMED'], ['W-2', 'CONSTRUCTION', '2023-09-20', 'CONFIRMED'],
      ['W-3', 'CONSTRUCTION', '2023-06-12', 'CONFIRMED'], ['W-3', 'COMPLETED', '2024-05-10', 'REJECTED'], ['W-3', 'COMPLETED', '2024-06-20', 'REPORTED'],
    ]);
    expect(pack.stageEvents[1].evidence).toBe('验收单, 第1号');
    expect(pack.suspensions[1]).toEqual({ project: 'W-2', from: '2024-06-11', to: null, expectedResumption: '2024-07-10', cause: '道路保通', sample: true });
    expect(pack.progress[1]).toEqual({ project: 'W-1', date: '2023-12-08', progress: 100, investmentDone: 1_190_000_029, note: '全部完成', sample: false });
    expect(pack.fundingPlans[2]).toEqual({ project: 'W-1', source: 'COUNTY_BUDGET', planned: 450_000_000, effectiveDate: '2023-09-01', sample: false });
    expect(pack.annualPlans[3]).toEqual({ project: 'W-2', year: 2024, planned: 2_200_000_000, effectiveDate: '2024-05-20', sample: true });
    expect(pack.fundingEntries[2]).toEqual({
      project: 'W-1', source: 'CENTRAL_GRANT', kind: 'PAID', amount: 400_000_029, date: '2023-07-20', documentNumber: null, note: '第1期', sample: false,
    });
    expect(pack.procedures[3]).toEqual({
      project: 'W-2', kind: 'LAND_USE', status: 'IN_PROGRESS', heldBy: 'URB', appliedOn: '2024-05-06', promisedDays: 15, greenChannel: true,
      due: '2024-05-21', doneOn: null, documentNumber: null, sample: true,
    });
  });

  it('gives flows in whole litres per second, and what was led into the rivers', () => {
    expect(pack.flowTargets).toEqual([{ region: '990001', river: '砾溪', target: 1200 }, { region: '990002', river: '砾溪', target: 1500 }, { region: '990002', river: '柳水', target: 56 }]);
    expect(pack.flows[2]).toEqual({ region: '990001', river: '砾溪', month: '2024-02', flow: 1199, sample: false });
    expect(pack.replenishment[3]).toEqual({ month: '2024-03', volume: 125_001, region: '990001', sample: true });
  });

  it('gives the tasks of documents', () => {
    expect(pack.taskDocuments[1]).toEqual({ document: '砾政发〔2024〕1号', title: '2024年重点任务', titleEn: 'Tasks of 2024', issuedOn: '2024-02-01', sort: 2 });
    expect(pack.tasks[1]).toEqual({
      document: '砾政发〔2023〕2号', number: '2', title: '雨污分流', leadUnits: ['市城建局', '市水务局'], cooperatingUnits: [], responsibleUnits: ['各县人民政府', '开发区管委会'],
      deadline: '2024-03-31', target: null, sample: false,
    });
    expect(pack.tasks[3]).toMatchObject({ leadUnits: [], deadline: null });
    expect(pack.taskEvents[2]).toEqual({ document: '砾政发〔2023〕2号', number: '3', status: 'DROPPED', note: '并入年度预算', effectiveDate: '2023-06-01', sample: false });
  });

  it('gives the map and the water', () => {
    expect(Object.keys(pack.counties.objects)).toEqual(['counties']);
    expect(pack.rivers.features.map((river) => [river.properties.name_zh, river.properties.schematic])).toEqual([['砾溪', true]]);
    expect(pack.sections[1]).toEqual({
      code: 'T-2', name: '柳湾口', nameEn: 'Willow Bay Mouth', river: '小砾溪', region: '990002', level: 'NATIONAL', targetClass: 'II',
      location: { lon: 100.88, lat: 30.2 }, locationApproximate: true, waterBody: 'RIVER', downstream: null, upstreamRegions: ['990001'], sort: 2,
    });
    expect(pack.sections[0]).toMatchObject({ waterBody: 'RIVER', downstream: 'T-2', upstreamRegions: [] });
    expect(pack.samples[1]).toEqual({
      section: 'T-1', period: '2020-12-05T08', sample: true,
      items: {
        T: { value: '2.5', belowDetection: false }, pH: { value: '8', belowDetection: false }, DO: { value: '11.2', belowDetection: false },
        CODMn: { value: '3.4', belowDetection: false }, NH3N: { value: '0.025', belowDetection: true }, TP: { value: '0.09', belowDetection: false },
      },
    });
    expect(Object.keys(pack.samples[2].items)).toEqual(['T', 'pH', 'DO', 'CODMn', 'TP']);
    expect(pack.sectionResults.at(-1)).toEqual({ section: 'T-2', period: '2024-05', class: 'INFERIOR_V', sample: true });
  });

  it('gives what regions are ranked by', () => {
    expect(pack.indicators[1]).toEqual({ code: 'GREEN', name: '绿化率', nameEn: 'Green share', unit: '%', decimals: 0, aim: 'HIGHER', change: 'DIFFERENCE', changeDecimals: 0, ties: 'DENSE', note: null, sort: 2 });
    expect(pack.indicatorSpans[2]).toEqual({ from: '2024-01-01', to: '2024-06-20', name: '今年以来', nameEn: 'Year to date' });
    expect(pack.indicatorFigures[2]).toEqual({ indicator: 'PM25', from: '2024-05-01', to: '2024-05-31', region: '9900A1', value: '45', base: null, change: '-3.3', source: '简报', sample: false });
  });

  it('is frozen through and through', () => {
    expect(Object.isFrozen(pack)).toBe(true);
    expect(Object.isFrozen(pack.projects)).toBe(true);
    expect(Object.isFrozen(pack.projects[0].regions)).toBe(true);
    expect(Object.isFrozen(pack.info.settings)).toBe(true);
    expect(Object.isFrozen(pack.rivers.features[0].geometry.coordinates[0])).toBe(true);
  });
});
