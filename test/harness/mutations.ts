import type { TestApp } from './app';
import type { Data, ShownError, TestClient } from './client';

const PROJECT = 'project { id number version stage progress suspended unverified health investmentDone }';
const TASK = 'task { id number version status note updatedOn doneOn daysLeft sampleStatus }';
/** What is asked back of mutations that do not give back a work. */
const SELECTIONS: Record<string, string> = { updateTask: TASK, recordSamples: 'results { period class }', recordFlows: 'flows { river }', recordFigures: 'ranking { rows { rank } }', setIndicator: 'indicator { code }', setCompensationScheme: 'scheme { validFrom }' };
const documentOf = (name: string, selection: string): string => {
  const entry = ['recordFunding', 'bookFunding', 'reverseFunding'].includes(name) ? 'entry { id source kind amount date documentNumber note recordedBy reverses { id } }' : '';
  return `mutation ($input: ${name[0].toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection || (SELECTIONS[name] ?? `${PROJECT} ${entry}`)} warnings { code field message } } }`;
};

/** Runs a mutation that takes one input. @returns its payload. @throws Error when it is refused. */
export const mutate = async (client: TestClient, name: string, input: object, selection = ''): Promise<Data> => (await client.must(documentOf(name, selection), { input }))[name] as Data;

/** A mutation that is to be refused. @returns the refusal. @throws Error when it is not refused. */
export const refusal = (client: TestClient, name: string, input: object): Promise<ShownError> => client.refused(documentOf(name, ''), { input });

/** Code, field and the words of a refusal, having seen that it left every table and the change record alone. */
export async function refusedWhole(app: TestApp, client: TestClient, name: string, input: object): Promise<{ code: string; field?: string; currentVersion?: number; message: string }> {
  const before = await app.rows();
  const { extensions, message } = await refusal(client, name, input);
  expect(await app.rows()).toEqual(before);
  return { ...extensions, message };
}

/** A work by its number: its id and version. */
export const workOf = async (client: TestClient, number: number): Promise<{ id: string; version: number }> =>
  (await client.must('query ($number: Int) { project(number: $number) { id version } }', { number })).project as { id: string; version: number };

let serial = 0;

/** Registers a work of the tiny city. */
export const createWork = async (client: TestClient, input: object = {}): Promise<{ id: string; number: number; version: number }> =>
  (await mutate(client, 'createProject', { code: `T-${process.pid}-${++serial}`, name: `测试工程${serial}`, leadRegion: '990001', sector: 'WATER', category: 'DREDGE', registeredOn: '2023-01-01', ...input })).project as { id: string; number: number; version: number };
