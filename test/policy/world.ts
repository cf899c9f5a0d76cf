import type { SectorCode } from '../../server/api/identity';
import { StageEvent, type Stage, type StageEventStatus } from '../../server/portfolio/facts.entity';
import { Project } from '../../server/portfolio/project.entity';
import { recordWork, regionsOf } from '../../server/portfolio/writing';
import type { Answer, TestApp, TestClient, Variables } from '../harness';

/** Everybody there is, by the account that stands for them. */
export const ACCOUNTS = {
  admin: 'admin',
  taskForce: 'taskforce',
  /** The department of the sector WATER. */
  department: 'department-water',
  /** A department without a sector. */
  finance: 'department-finance',
  /** The county team of 石桥, 990001. */
  county: 'county-990001',
  leader: 'leader',
  kiosk: 'kiosk',
  nobody: null,
} as const;
export type Person = keyof typeof ACCOUNTS;
export const people = Object.keys(ACCOUNTS) as Person[];

/** Works, by what they are to the department of WATER and to the county of 石桥. */
export const PLACES = {
  /** Led by 石桥, in WATER. */
  own: { leadRegion: '990001', regions: ['990001'], sector: 'WATER' },
  /** Led by another county, 石桥 among its regions, in WATER. */
  shared: { leadRegion: '990002', regions: ['990001', '990002'], sector: 'WATER' },
  /** Another county's alone, in another sector. */
  foreign: { leadRegion: '990002', regions: ['990002'], sector: 'URBAN' },
  /** The city's own (市本级), in WATER. */
  city: { leadRegion: '990000', regions: ['990000'], sector: 'WATER' },
  /** The city's own, in another sector. */
  cityForeign: { leadRegion: '990000', regions: ['990000'], sector: 'URBAN' },
} as const satisfies Record<string, { leadRegion: string; regions: readonly string[]; sector: `${SectorCode}` }>;
export type Kind = keyof typeof PLACES;
export const kinds = Object.keys(PLACES) as Kind[];

/** The two ways to ask. */
export const ways = ['HTTP', 'WebSocket'] as const;
export type Way = (typeof ways)[number];
export const ask = (client: TestClient, way: Way, query: string, variables?: Variables): Promise<Answer> => (way === 'HTTP' ? client.query(query, variables) : client.ws(query, variables));

export const clientsOf = async (app: TestApp): Promise<Record<Person, TestClient>> => {
  const clients = {} as Record<Person, TestClient>;
  for (const person of people) {
    const username = ACCOUNTS[person];
    clients[person] = username === null ? app.client({}) : await app.as(username);
  }
  return clients;
};

/** What an answer comes to: its refusal's code, NULL, or OK. */
export function outcome({ data, errors }: Answer, field: string): string {
  if (!errors?.length) return data?.[field] === null ? 'NULL' : 'OK';
  const codes = errors.map(({ extensions }) => extensions.code).join(' ');
  return data?.[field] === null || data === null || data === undefined ? codes : `${codes} beside data`;
}

let serial = 0;

/** A new work of the kind, registered by the task force. */
export async function makeWork(app: TestApp, kind: Kind, more: Variables = {}): Promise<{ id: string; code: string; number: number }> {
  const code = `${kind}-${++serial}`;
  const input = { ...PLACES[kind], code, name: `工程${code}`, category: 'DREDGE', registeredOn: '2024-01-01', ...more };
  const { createProject } = await (await app.as('taskforce')).must('mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id code number } } }', { input });
  return createProject.project;
}

/** A completion that waits for confirmation: whoever may confirm records none that waits, so it is written directly. */
export const reportCompletion = (app: TestApp, number: number): Promise<number> =>
  app.database.work({ name: 'test', userId: null }, async (unit) => {
    const project = (await unit.manager.findOneBy(Project, { number }))!;
    const common = { projectId: project.id, evidence: null, correction: false, reason: null, recordedBy: 'test', recordedAt: unit.now, sample: false };
    await unit.insert(StageEvent, { ...common, stage: 'CONSTRUCTION' as Stage, effectiveDate: '2024-02-01', status: 'CONFIRMED' as StageEventStatus });
    const { id } = await unit.insert(StageEvent, { ...common, stage: 'COMPLETED' as Stage, effectiveDate: '2024-06-01', status: 'REPORTED' as StageEventStatus });
    recordWork(unit, 'STAGE_RECORDED', { project, regions: await regionsOf(unit.manager, project.id) }, '完工，待核');
    return id;
  });
