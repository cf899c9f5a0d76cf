import type { Data, TestApp, TestClient } from '../harness';
import type { Database } from '../../server/database/database';
import { Exact } from '../../server/water/exact';
import { writeSamples } from '../../server/water/samples';
import { MonitoringSection, type WaterClass } from '../../server/water/section.entity';
import type { chance } from './watcher';

type Chance = ReturnType<typeof chance>;
const SYSTEM = { name: 'test', userId: null };

/** Ammonia nitrogen, mg/L, that makes a sample of a class. */
const AMMONIA: Record<`${WaterClass}`, string> = { I: '0.1', II: '0.4', III: '0.9', IV: '1.4', V: '1.9', INFERIOR_V: '3' };

/** Records a sample that gives a section its class in a period. */
export const writeClass = (database: Database, code: string, period: string, value: `${WaterClass}`): Promise<void> =>
  database.work(SYSTEM, async (unit) => {
    const section = (await unit.manager.findOneBy(MonitoringSection, { code }))!;
    const items = new Map([['NH3N', { value: Exact.of(AMMONIA[value]), belowDetection: false, text: null, unit: null }] as const]);
    await writeSamples(unit, [{ section, period, items }], { file: null, adcodes: [], sample: false });
  });

let serial = 0;

/** Does one thing that moves a map, or that is refused: both are part of life. */
export async function scribble(app: TestApp, client: TestClient, { below, oneOf }: Chance): Promise<void> {
  const send = (field: string, type: string, input: Data) => client.query(`mutation ($input: ${type}!) { ${field}(input: $input) { project { id } } }`, { input });
  const today = app.clock.today();
  const { projects } = await client.must('{ projects(first: 500) { nodes { id version stage suspended } } }');
  const { id, version, stage, suspended } = oneOf<Data>(projects.nodes);
  switch (below(8)) {
    case 0:
      return void (await send('createProject', 'CreateProjectInput', {
        code: `scribble-${++serial}`, name: `工程${serial}`, leadRegion: oneOf(['990001', '990002', '9900A1']), sector: oneOf(['WATER', 'URBAN']), category: oneOf(['DREDGE', 'PIPES']),
        registeredOn: '2024-01-01', plannedStart: '2024-02-01', plannedFinish: '2024-09-30', investment: `${1 + below(1000)}.00`,
      }));
    case 1:
      // Never the last ones: something must be left to move.
      return void (projects.nodes.length > 4 && (await send('withdrawProject', 'WithdrawProjectInput', { id, expectedVersion: version, on: today, reason: '合并' })));
    case 2:
      return void (await send('recordStage', 'RecordStageInput', { projectId: id, expectedVersion: version, stage: oneOf(['PREPARATION', 'CONSTRUCTION', 'COMPLETED'].filter((one) => one !== stage)), effectiveDate: today, correction: true, reason: '核对' }));
    case 3:
      return void (await send(suspended ? 'resumeProject' : 'suspendProject', suspended ? 'ResumeProjectInput' : 'SuspendProjectInput', suspended ? { projectId: id, expectedVersion: version, on: today } : { projectId: id, expectedVersion: version, from: today, cause: '汛期' }));
    case 4:
      return void (await send('updateProject', 'UpdateProjectInput', { id, expectedVersion: version, name: `改名${below(1000)}`, investment: `${1 + below(1000)}.00`, lists: oneOf([[], ['first'], ['first', 'second']]) }));
    case 5:
      return writeClass(app.database, oneOf(['T-1', 'T-2']), oneOf(['2024-04', '2024-05-07', '2024-05-09', '2024-06', '2024-06-11T08']), oneOf(['I', 'II', 'III', 'IV', 'INFERIOR_V']));
    case 6:
      return void (await send('recordFunding', 'RecordFundingInput', { projectId: id, source: 'OTHER', kind: 'ARRIVED', amount: '1.00', date: today }));
    default:
      return void (await send('recordProgress', 'RecordProgressInput', { projectId: id, date: today, progress: below(101), reason: '核对' }));
  }
}
