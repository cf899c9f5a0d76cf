import { Role, SectorCode, type Identity } from '../../server/api/identity';
import { assertMay, assertMayUpdateTask, audienceOf, canView, hears, may, OPERATIONS, sees, viewerActions, type Operation, type WorkScope } from '../../server/access/policy';
import { somebody } from './fixture';

// Who asks: a county of region 1, a department of WATER, one without a sector.
const viewers = {
  admin: somebody(Role.ADMIN),
  taskForce: somebody(Role.TASK_FORCE),
  department: somebody(Role.DEPARTMENT, 'WATER_BUREAU'),
  finance: somebody(Role.DEPARTMENT, 'FINANCE'),
  county: somebody(Role.COUNTY, { regionId: 1, adcode: '999901' }),
  leader: somebody(Role.LEADER),
  kiosk: somebody(Role.KIOSK),
} satisfies Record<string, Identity>;

// About what. 9 is the city itself.
const work = (leadRegionId: number, regionIds: number[], sector: SectorCode, cityLed = false): WorkScope => ({ leadRegionId, regionIds, sector, cityLed });
const works = {
  led: work(1, [1, 2], SectorCode.WATER),
  shared: work(2, [2, 1], SectorCode.WATER),
  foreign: work(2, [2], SectorCode.URBAN),
  city: work(9, [9], SectorCode.WATER, true),
  cityFor: work(9, [9, 1], SectorCode.WATER, true),
  cityForeign: work(9, [9], SectorCode.URBAN, true),
} satisfies Record<string, WorkScope>;

const ALL = ['led', 'shared', 'foreign', 'city', 'cityFor', 'cityForeign'];
const IN_SECTOR = ['led', 'shared', 'city', 'cityFor'];
const CITY_IN_SECTOR = ['city', 'cityFor'];
const IN_REGION = ['led', 'shared', 'cityFor'];
const NONE: string[] = [];

// The policy of the design, read aloud: operation → viewer → works that it may do it to.
const expected: Record<Operation, Record<keyof typeof viewers, string[]>> = {
  VIEW_MAPS: { admin: ALL, taskForce: ALL, department: ALL, finance: ALL, county: ALL, leader: ALL, kiosk: ALL },
  VIEW_TOTALS: { admin: ALL, taskForce: ALL, department: ALL, finance: ALL, county: ALL, leader: ALL, kiosk: ALL },
  VIEW_WORKS: { admin: NONE, taskForce: ALL, department: IN_SECTOR, finance: ALL, county: IN_REGION, leader: ALL, kiosk: NONE },
  VIEW_LEDGERS: { admin: NONE, taskForce: ALL, department: IN_SECTOR, finance: ALL, county: IN_REGION, leader: ALL, kiosk: NONE },
  // Tasks stand in published documents: no work is asked about.
  VIEW_TASKS: { admin: NONE, taskForce: ALL, department: ALL, finance: ALL, county: ALL, leader: ALL, kiosk: NONE },
  VIEW_CHANGES: { admin: NONE, taskForce: ALL, department: IN_SECTOR, finance: ALL, county: IN_REGION, leader: ALL, kiosk: NONE },
  EXPORT: { admin: NONE, taskForce: ALL, department: IN_SECTOR, finance: ALL, county: IN_REGION, leader: ALL, kiosk: NONE },
  CREATE_WORK: { admin: NONE, taskForce: ALL, department: IN_SECTOR, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
  UPDATE_WORK: { admin: NONE, taskForce: ALL, department: IN_SECTOR, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
  WITHDRAW_WORK: { admin: NONE, taskForce: ALL, department: IN_SECTOR, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
  RECORD_STAGE: { admin: NONE, taskForce: ALL, department: CITY_IN_SECTOR, finance: NONE, county: ['led'], leader: NONE, kiosk: NONE },
  CORRECT_STAGE: { admin: NONE, taskForce: ALL, department: NONE, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
  CONFIRM_STAGE: { admin: NONE, taskForce: ALL, department: IN_SECTOR, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
  RECORD_PROGRESS: { admin: NONE, taskForce: ALL, department: CITY_IN_SECTOR, finance: NONE, county: ['led'], leader: NONE, kiosk: NONE },
  SUSPEND: { admin: NONE, taskForce: ALL, department: CITY_IN_SECTOR, finance: NONE, county: ['led'], leader: NONE, kiosk: NONE },
  SET_FUNDING_PLAN: { admin: NONE, taskForce: ALL, department: CITY_IN_SECTOR, finance: NONE, county: ['led'], leader: NONE, kiosk: NONE },
  RECORD_FUNDING: { admin: NONE, taskForce: ALL, department: CITY_IN_SECTOR, finance: NONE, county: ['led'], leader: NONE, kiosk: NONE },
  UPDATE_PROCEDURE: { admin: NONE, taskForce: ALL, department: CITY_IN_SECTOR, finance: NONE, county: IN_REGION, leader: NONE, kiosk: NONE },
  UPDATE_TASK: { admin: NONE, taskForce: ALL, department: ALL, finance: ALL, county: NONE, leader: NONE, kiosk: NONE },
  // Samples are the water's, not a work's; the ecology department is asked about below.
  RECORD_SAMPLES: { admin: NONE, taskForce: ALL, department: NONE, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
  RECORD_FIGURES: { admin: NONE, taskForce: ALL, department: NONE, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
  SET_COMPENSATION: { admin: NONE, taskForce: ALL, department: NONE, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
  RECORD_FLOWS: { admin: NONE, taskForce: ALL, department: ALL, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
  VIEW_USER_CHANGES: { admin: NONE, taskForce: ALL, department: NONE, finance: NONE, county: NONE, leader: ALL, kiosk: NONE },
  MANAGE_USERS: { admin: ALL, taskForce: NONE, department: NONE, finance: NONE, county: NONE, leader: NONE, kiosk: NONE },
};

const names = Object.keys(works) as (keyof typeof works)[];
const people = Object.keys(viewers) as (keyof typeof viewers)[];

test('no operation is missing from the expectations', () => {
  expect([...OPERATIONS].sort()).toEqual(Object.keys(expected).sort());
});

describe.each(Object.keys(expected) as Operation[])('%s', (operation) => {
  test.each(people)('by %s', (person) => {
    expect(names.filter((name) => may(viewers[person], operation, works[name]))).toEqual(expected[operation][person]);
  });
});

test('an approval may be updated by the department that holds it, whatever the work', () => {
  const allowed = (viewer: Identity, heldByDepartmentId: number | null) => names.filter((name) => may(viewer, 'UPDATE_PROCEDURE', works[name], { heldByDepartmentId }));
  expect(allowed(viewers.finance, 2)).toEqual(ALL);
  expect(allowed(viewers.department, 1)).toEqual(ALL);
  expect(allowed(viewers.finance, 1)).toEqual(NONE);
  expect(allowed(viewers.finance, null)).toEqual(NONE);
  expect(() => assertMay(viewers.department, 'UPDATE_PROCEDURE', works.foreign, 'input.projectId', { heldByDepartmentId: 1 })).not.toThrow();
  expect(() => assertMay(viewers.county, 'UPDATE_PROCEDURE', works.foreign, 'input.projectId', { heldByDepartmentId: 1 })).toThrow();
});

test('a task may be updated by each of the departments that lead it', () => {
  const allowed = (leadDepartmentIds: number[]) => people.filter((person) => may(viewers[person], 'UPDATE_TASK', undefined, { leadDepartmentIds }));
  expect(allowed([])).toEqual(['taskForce']);
  expect(allowed([1])).toEqual(['taskForce', 'department']);
  expect(allowed([2])).toEqual(['taskForce', 'finance']);
  expect(allowed([2, 1])).toEqual(['taskForce', 'department', 'finance']);
  const refusalOf = (viewer: Identity) => {
    try {
      assertMayUpdateTask(viewer, [2], 'input.id');
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(people.map((person) => refusalOf(viewers[person]))).toEqual(['NOT_FOUND', null, 'FORBIDDEN', null, 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND']);
});

test('what may not be opened is not found; what may be opened but not done is forbidden', () => {
  const refusalOf = (viewer: Identity, operation: Operation, scope?: WorkScope): unknown => {
    try {
      assertMay(viewer, operation, scope, 'input.projectId');
      return null;
    } catch (error) {
      const { code, detail } = error as { code: string; detail: { field?: string } };
      return [code, detail.field];
    }
  };
  expect(refusalOf(viewers.county, 'RECORD_STAGE', works.led)).toBeNull();
  expect(refusalOf(viewers.county, 'RECORD_STAGE', works.shared)).toEqual(['FORBIDDEN', 'input.projectId']);
  expect(refusalOf(viewers.county, 'RECORD_STAGE', works.foreign)).toEqual(['NOT_FOUND', 'input.projectId']);
  expect(refusalOf(viewers.leader, 'RECORD_STAGE', works.led)).toEqual(['FORBIDDEN', 'input.projectId']);
  expect(refusalOf(viewers.admin, 'RECORD_STAGE', works.led)).toEqual(['NOT_FOUND', 'input.projectId']);
  expect(refusalOf(viewers.department, 'CREATE_WORK', works.foreign)).toEqual(['FORBIDDEN', 'input.projectId']);
  expect(refusalOf(viewers.taskForce, 'MANAGE_USERS')).toEqual(['FORBIDDEN', 'input.projectId']);
});

test('without a work the question is whether there could be one', () => {
  const could = (operation: Operation) => people.filter((person) => may(viewers[person], operation));
  expect(could('VIEW_WORKS')).toEqual(['taskForce', 'department', 'finance', 'county', 'leader']);
  expect(could('CREATE_WORK')).toEqual(['taskForce', 'department']);
  expect(could('RECORD_STAGE')).toEqual(['taskForce', 'department', 'county']);
  expect(could('UPDATE_PROCEDURE')).toEqual(['taskForce', 'department', 'finance', 'county']);
});

test('the sight that narrows a query covers just the works that may be opened', () => {
  const outline = (person: keyof typeof viewers) => {
    const sight = sees(viewers[person]);
    return typeof sight === 'string' ? sight : { sector: sight.sector, regionId: sight.regionId };
  };
  expect(people.map(outline)).toEqual(['NONE', 'ALL', { sector: 'WATER', regionId: null }, 'ALL', { sector: null, regionId: 1 }, 'ALL', 'NONE']);
  for (const person of people) {
    const sight = sees(viewers[person]);
    if (typeof sight !== 'string') for (const name of names) expect(sight.covers(works[name])).toBe(canView(viewers[person], works[name]));
  }
});

test('changes are heard by those who may open what they are about', () => {
  const heard = (adcodes: string[], sector: string | null, subjectType = 'Project') => people.filter((person) => hears(viewers[person], { adcodes, sector, subjectType }));
  expect(heard(['999901'], 'WATER')).toEqual(['taskForce', 'department', 'finance', 'county', 'leader']);
  expect(heard(['999902'], 'URBAN')).toEqual(['taskForce', 'finance', 'leader']);
  expect(heard(['999902', '999901'], 'URBAN')).toEqual(['taskForce', 'finance', 'county', 'leader']);
  expect(heard([], null, 'Day')).toEqual(['taskForce', 'department', 'finance', 'county', 'leader']);
  expect(heard(['999901'], null, 'User')).toEqual(['taskForce', 'leader']);
  expect(heard([], null, 'User')).toEqual(['taskForce', 'leader']);
});

test("a work's page offers what the viewer may do", () => {
  expect(viewerActions(viewers.taskForce, works.led)).toEqual(['UPDATE', 'RECORD_STAGE', 'RECORD_PROGRESS', 'CONFIRM_STAGE', 'SUSPEND', 'SET_FUNDING_PLAN', 'RECORD_FUNDING', 'UPDATE_PROCEDURE', 'WITHDRAW']);
  expect(viewerActions(viewers.county, works.led)).toEqual(['RECORD_STAGE', 'RECORD_PROGRESS', 'SUSPEND', 'SET_FUNDING_PLAN', 'RECORD_FUNDING', 'UPDATE_PROCEDURE']);
  expect(viewerActions(viewers.county, works.shared)).toEqual(['UPDATE_PROCEDURE']);
  expect(viewerActions(viewers.department, works.led)).toEqual(['UPDATE', 'CONFIRM_STAGE', 'WITHDRAW']);
  expect(viewerActions(viewers.leader, works.led)).toEqual([]);
});

test('viewers of one audience are told apart by nothing that their sight depends on', () => {
  expect(audienceOf(viewers.county)).not.toBe(audienceOf({ ...viewers.county, regionId: 2, adcode: '999902' }));
  expect(audienceOf(viewers.department)).not.toBe(audienceOf(viewers.finance));
  expect(audienceOf(viewers.leader)).toBe(audienceOf({ ...viewers.leader, userId: 7, username: 'other', credential: 'token:3@1' }));
});

test('flows are recorded by the water department, and by no other one', () => {
  const ofSector = (sector: SectorCode): Identity => ({ ...viewers.department, sector });
  expect(Object.values(SectorCode).filter((sector) => may(ofSector(sector), 'RECORD_FLOWS'))).toEqual([SectorCode.WATER]);
});

test('samples are recorded by the ecology department, and by no other one', () => {
  const ofSector = (sector: SectorCode): Identity => ({ ...viewers.department, sector });
  expect(Object.values(SectorCode).filter((sector) => may(ofSector(sector), 'RECORD_SAMPLES'))).toEqual([SectorCode.ECOLOGY]);
});
