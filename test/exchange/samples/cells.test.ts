import { mutate, onEachEngine, startTestApp, TestClock, type Data, type TestApp, type TestClient } from '../../harness';
import { faults, importSamples, lines, standing } from './station-file';

onEachEngine("the cells of a station's file", (engine) => {
  let app: TestApp;
  let client: TestClient;
  beforeEach(async () => {
    app = await startTestApp({ engine, clock: new TestClock('2024-12-31') });
    client = await app.as('taskforce');
  });
  afterEach(async () => {
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  it('say that nothing was measured by a star and by what the station was doing', async () => {
    expect(await importSamples(client, lines('断面,监测时间,氨氮,总磷,铜,锌', 'T-1,2024-06,*,停运,维护,0.02'))).toMatchObject({ status: 200, refused: 0, values: 1, notMeasured: 3 });
  });

  it('may have powers of ten, raised or not', async () => {
    await importSamples(client, lines('断面,监测时间,粪大肠菌群', 'T-1,2024-01,1.3×10^4', 'T-1,2024-02,1.3×10⁴', 'T-1,2024-03,1.3E4', 'T-1,2024-04,<2 × 10²', 'T-1,2024-05,10³'));
    expect((await standing(app)).map(({ items }) => (items.FC as string[])[0] ?? items.FC)).toEqual(['13000', '13000', '13000', '<200', '1000']);
    expect(faults(await importSamples(client, lines('断面,监测时间,粪大肠菌群', 'T-1,2024-06,1.3×104')))).toEqual(['C2 CELL_VALUE']);
  });

  it('of pH and temperature are not below detection, in files and by hand', async () => {
    const answer = await importSamples(client, lines('断面,监测时间,pH,水温', 'T-1,2024-06,7L,<4', 'T-1,2024-07,未检出,4'));
    expect(faults(answer)).toEqual(['C2 NO_DETECTION_LIMIT', 'D2 NO_DETECTION_LIMIT', 'C3 NO_DETECTION_LIMIT']);
    expect(answer.errors[0].message).toBe('pH没有检出限，不能写成低于检出限（7L）。');
    await expect(mutate(client, 'recordSamples', { samples: [{ section: 'T-1', period: '2024-06', indicators: [{ indicator: 'T', value: 4, belowDetection: true }] }] }, 'warnings { code }')).rejects.toThrow('水温没有检出限');
  });

  it('without history are flagged from ten times the limit of class V on, in files and by hand', async () => {
    // Class V: 镉 0.01, 总磷 0.4 mg/L.
    const answer = await importSamples(client, lines('断面,监测时间,镉,总磷', 'T-2,2024-06,0.1,3.999', 'T-2,2024-07,0.0999,4'));
    expect(answer.warnings.map(({ cell, code }) => [cell, code])).toEqual([['C2', 'VALUE_FAR_ABOVE'], ['D3', 'VALUE_FAR_ABOVE']]);
    expect(answer.warnings[0].message).toBe('柳湾口 镉为 0.1 mg/L，达到Ⅴ类限值 0.01 mg/L 的 10 倍以上，而该断面还没有可比的以往数值，请核对单位。');
    const { warnings } = (await mutate(client, 'recordSamples', { samples: [{ section: 'T-2', period: '2024-08', indicators: [{ indicator: 'Pb', value: 1 }] }] }, 'warnings { code }')) as { warnings: Data[] };
    expect(warnings).toEqual([expect.objectContaining({ code: 'VALUE_FAR_ABOVE', field: 'input.samples.0.indicators.0.value' })]);
  });

  it('make notes of rows with detection limits and means, and a row is refused once', async () => {
    const answer = await importSamples(client, lines('断面,监测时间,氨氮,总磷', '检出限,,0.025,0.01', '方法检出限,,0.025,0.01', '石桥下平均,,0.3,0.1', '6月均值,,0.3,0.1', '年平均值,,0.3,0.1', '无此断面,无此时间,0.3,0.1'));
    expect(answer.ignoredRows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
    expect({ refused: answer.refused, values: answer.refusedValues, faults: faults(answer) }).toEqual({ refused: 1, values: 2, faults: ['A7 UNKNOWN_SECTION'] });
  });

  it('that name another river than the section lies on are flagged, once', async () => {
    const answer = await importSamples(client, lines('河流,断面,监测时间,氨氮', '砾溪干流,T-1,2024-05,0.3', '柳溪,T-1,2024-06,0.3', '柳溪,T-1,2024-07,0.3', '小砾溪,T-2,2024-07,0.3'));
    expect(answer.warnings).toEqual([{ sheet: '监测', row: 3, cell: 'A3', code: 'RIVER_DIFFERS', message: '石桥下断面在砾溪，表中写的是“柳溪”，请核对断面。' }]);
  });
});
