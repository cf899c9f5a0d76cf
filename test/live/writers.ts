import type { Data, TestApp, TestClient } from '../harness';
import { MonitoringSection, SectionResult, type WaterClass } from '../../server/water/section.entity';
import type { Database } from '../../server/database/database';
import type { chance } from './watcher';

type Chance = ReturnType<typeof chance>;
const SYSTEM = { name: 'test', userId: null };

/** Writes a section's class of a month, as the water ledgers will. */
export const writeClass = (database: Database, code: string, period: string, value: `${WaterClass}` | null): Promise<void> =>
  database.work(SYSTEM, async (unit) => {
    const section = (await unit.manager.findOneBy(MonitoringSection, { code }))!;
    const before = await unit.manager.findOneBy(SectionResult, { sectionId: section.id, period });
    if (before) await unit.update(SectionResult, before, { class: value as WaterClass | null });
    else await unit.insert(SectionResult, { sectionId: section.id, period, class: value as WaterClass | null, sample: false });
    unit.record({ kind: 'SECTION_RESULT', subjectType: 'MonitoringSection', subjectId: section.id, summary: `${code} ${period} ${value}` });
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
      return writeClass(app.database, oneOf(['T-1', 'T-2']), oneOf(['2024-04', '2024-05', '2024-06']), oneOf(['I', 'II', 'III', 'IV', 'INFERIOR_V', null]));
    case 6:
      return void (await send('recordFunding', 'RecordFundingInput', { projectId: id, source: 'OTHER', kind: 'ARRIVED', amount: '1.00', date: today }));
    default:
      return void (await send('recordProgress', 'RecordProgressInput', { projectId: id, date: today, progress: below(101), reason: '核对' }));
  }
}
