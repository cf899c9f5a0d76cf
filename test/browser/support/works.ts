import { mutate, workOf, type TestClient } from '../../harness';

export interface NewWork {
  id: string;
  number: number;
  name: string;
}

let serial = 0;

/** Registers a work of 侯马, the county team of which is `county-141081`. It stands on the map at once, in preparation. */
export async function createWork(taskforce: TestClient, input: object = {}): Promise<NewWork> {
  serial += 1;
  const payload = await mutate(taskforce, 'createProject', {
    code: `TEST-${serial}`, name: `测试湿地工程${serial}`, leadRegion: '141081', sector: 'ECOLOGY', category: 'TAILWATER_WETLAND', registeredOn: '2024-11-01', plannedStart: '2025-02-10',
    plannedFinish: '2025-12-31', investment: '12000000.00', ...input,
  }, 'project { id number name }');
  return payload.project as NewWork;
}

/** Starts a work: its magnet turns green. */
export async function startWork(who: TestClient, { number }: NewWork, effectiveDate: string): Promise<void> {
  const { id, version } = await workOf(who, number);
  await mutate(who, 'recordStage', { projectId: id, stage: 'CONSTRUCTION', effectiveDate, evidence: '开工令', expectedVersion: version });
}

/** Takes a work off the list: its magnet goes. */
export async function withdrawWork(who: TestClient, { number }: NewWork, on: string): Promise<void> {
  const { id, version } = await workOf(who, number);
  await mutate(who, 'withdrawProject', { id, on, reason: '重复登记', expectedVersion: version });
}
