import { Role, type Identity, type SectorCode } from '../api/identity';
import { refuse } from '../api/refusal';

/** Everything that somebody may or may not do. */
export type Operation =
  | 'VIEW_MAPS' | 'VIEW_TOTALS' | 'VIEW_WORKS' | 'VIEW_LEDGERS' | 'VIEW_TASKS' | 'VIEW_CHANGES' | 'EXPORT'
  | 'CREATE_WORK' | 'UPDATE_WORK' | 'WITHDRAW_WORK'
  | 'RECORD_STAGE' | 'CORRECT_STAGE' | 'CONFIRM_STAGE' | 'RECORD_PROGRESS' | 'SUSPEND'
  | 'SET_FUNDING_PLAN' | 'RECORD_FUNDING' | 'UPDATE_PROCEDURE' | 'UPDATE_TASK'
  | 'RECORD_SAMPLES' | 'RECORD_FLOWS'
  | 'RECORD_FIGURES' | 'SET_COMPENSATION'
  | 'VIEW_USER_CHANGES' | 'MANAGE_USERS';

/** What the policy needs to know of a work. */
export interface WorkScope {
  leadRegionId: number;
  /** All its regions, the lead region among them. */
  regionIds: readonly number[];
  sector: SectorCode;
  /** Whether the city itself leads it (市本级). */
  cityLed: boolean;
}

/** What else a decision may turn on. */
export interface PolicyExtra {
  /** The department that holds the approval in question. */
  heldByDepartmentId?: number | null;
  /** The departments that lead the task in question. */
  leadDepartmentIds?: readonly number[];
}

/** When an account of a role may; of several rules in a cell one is enough. */
type Rule =
  | 'ALL'
  /** The work is in the department's sector. */
  | 'OWN_SECTOR'
  /** The department has no sector: finance, approval, investment group, supervision. */
  | 'WITHOUT_SECTOR'
  /** The work is in the department's sector, and the city leads it. */
  | 'CITY_LED_IN_SECTOR'
  /** The department holds the approval. */
  | 'HOLDER'
  /** One of the work's regions is the county's. */
  | 'ANY_REGION'
  /** The county leads the work. */
  | 'LEAD_REGION'
  /** The department leads the task, alone or with others. */
  | 'LEADS_TASK'
  /** The department of the ecology sector. */
  | 'ECOLOGY'
  /** The department of the water sector. */
  | 'WATER';

type Row = Readonly<Record<Role, readonly Rule[]>>;

const row = (ADMIN: Rule[], TASK_FORCE: Rule[], DEPARTMENT: Rule[], COUNTY: Rule[], LEADER: Rule[], KIOSK: Rule[]): Row =>
  ({ ADMIN, TASK_FORCE, DEPARTMENT, COUNTY, LEADER, KIOSK });

const ALL: Rule[] = ['ALL'];
const NONE: Rule[] = [];
const SEEN: Rule[] = ['OWN_SECTOR', 'WITHOUT_SECTOR'];

/** The policy: who may do what. Nothing else in the program decides. */
const POLICY: Readonly<Record<Operation, Row>> = {
  //                    ADMIN TASK_FORCE DEPARTMENT                          COUNTY           LEADER KIOSK
  VIEW_MAPS:         row(ALL,  ALL,      ALL,                                ALL,             ALL,   ALL),
  VIEW_TOTALS:       row(ALL,  ALL,      ALL,                                ALL,             ALL,   ALL),
  VIEW_WORKS:        row(NONE, ALL,      SEEN,                               ['ANY_REGION'],  ALL,   NONE),
  VIEW_LEDGERS:      row(NONE, ALL,      SEEN,                               ['ANY_REGION'],  ALL,   NONE),
  VIEW_TASKS:        row(NONE, ALL,      ALL,                                ALL,             ALL,   NONE),
  VIEW_CHANGES:      row(NONE, ALL,      SEEN,                               ['ANY_REGION'],  ALL,   NONE),
  EXPORT:            row(NONE, ALL,      SEEN,                               ['ANY_REGION'],  ALL,   NONE),
  CREATE_WORK:       row(NONE, ALL,      ['OWN_SECTOR'],                     NONE,            NONE,  NONE),
  UPDATE_WORK:       row(NONE, ALL,      ['OWN_SECTOR'],                     NONE,            NONE,  NONE),
  WITHDRAW_WORK:     row(NONE, ALL,      ['OWN_SECTOR'],                     NONE,            NONE,  NONE),
  RECORD_STAGE:      row(NONE, ALL,      ['CITY_LED_IN_SECTOR'],             ['LEAD_REGION'], NONE,  NONE),
  CORRECT_STAGE:     row(NONE, ALL,      NONE,                               NONE,            NONE,  NONE),
  CONFIRM_STAGE:     row(NONE, ALL,      ['OWN_SECTOR'],                     NONE,            NONE,  NONE),
  RECORD_PROGRESS:   row(NONE, ALL,      ['CITY_LED_IN_SECTOR'],             ['LEAD_REGION'], NONE,  NONE),
  SUSPEND:           row(NONE, ALL,      ['CITY_LED_IN_SECTOR'],             ['LEAD_REGION'], NONE,  NONE),
  SET_FUNDING_PLAN:  row(NONE, ALL,      ['CITY_LED_IN_SECTOR'],             ['LEAD_REGION'], NONE,  NONE),
  RECORD_FUNDING:    row(NONE, ALL,      ['CITY_LED_IN_SECTOR'],             ['LEAD_REGION'], NONE,  NONE),
  UPDATE_PROCEDURE:  row(NONE, ALL,      ['CITY_LED_IN_SECTOR', 'HOLDER'],   ['ANY_REGION'],  NONE,  NONE),
  UPDATE_TASK:       row(NONE, ALL,      ['LEADS_TASK'],                     NONE,            NONE,  NONE),
  RECORD_SAMPLES:    row(NONE, ALL,      ['ECOLOGY'],                        NONE,            NONE,  NONE),
  RECORD_FLOWS:      row(NONE, ALL,      ['WATER'],                          NONE,            NONE,  NONE),
  RECORD_FIGURES:    row(NONE, ALL,      NONE,                               NONE,            NONE,  NONE),
  SET_COMPENSATION:  row(NONE, ALL,      NONE,                               NONE,            NONE,  NONE),
  VIEW_USER_CHANGES: row(NONE, ALL,      NONE,                               NONE,            ALL,   NONE),
  MANAGE_USERS:      row(ALL,  NONE,     NONE,                               NONE,            NONE,  NONE),
};

/** Every operation of the policy. */
export const OPERATIONS = Object.keys(POLICY) as Operation[];

/** Whether a rule lets the viewer at this work; without a work, whether it could let the viewer at any. */
function holds(rule: Rule, viewer: Identity, scope: WorkScope | undefined, extra: PolicyExtra): boolean {
  switch (rule) {
    case 'ALL':
      return true;
    case 'WITHOUT_SECTOR':
      return viewer.departmentId !== null && viewer.sector === null;
    case 'OWN_SECTOR':
      return viewer.sector !== null && (!scope || scope.sector === viewer.sector);
    case 'CITY_LED_IN_SECTOR':
      return viewer.sector !== null && (!scope || (scope.sector === viewer.sector && scope.cityLed));
    case 'HOLDER':
      return viewer.departmentId !== null && (!scope || extra.heldByDepartmentId === viewer.departmentId);
    case 'ANY_REGION':
      return viewer.regionId !== null && (!scope || scope.regionIds.includes(viewer.regionId));
    case 'LEAD_REGION':
      return viewer.regionId !== null && (!scope || scope.leadRegionId === viewer.regionId);
    case 'ECOLOGY':
      return viewer.departmentId !== null && viewer.sector === 'ECOLOGY';
    case 'WATER':
      return viewer.departmentId !== null && viewer.sector === 'WATER';
    case 'LEADS_TASK':
      return viewer.departmentId !== null && (!extra.leadDepartmentIds || extra.leadDepartmentIds.includes(viewer.departmentId));
  }
}

/** Whether the viewer may do this to the work; without a work, whether there may be one that it may do it to. */
export const may = (viewer: Identity, operation: Operation, scope?: WorkScope, extra: PolicyExtra = {}): boolean =>
  POLICY[operation][viewer.role].some((rule) => holds(rule, viewer, scope, extra));

/** Whether the viewer may open the work. */
export const canView = (viewer: Identity, scope: WorkScope): boolean => may(viewer, 'VIEW_WORKS', scope);

/**
 * Lets pass who may do this.
 * @param field the argument that names the work, for the refusal.
 * @throws Refusal NOT_FOUND when the viewer may not even open the work, so that the answer does not tell that there is
 * one; FORBIDDEN when it may open it but not do this. A work that is to be made is nobody's secret: FORBIDDEN.
 */
export function assertMay(viewer: Identity, operation: Operation, scope?: WorkScope, field?: string, extra: PolicyExtra = {}): void {
  if (may(viewer, operation, scope, extra)) return;
  if (scope && operation !== 'CREATE_WORK' && !canView(viewer, scope)) throw refuse('NOT_FOUND', { field });
  throw refuse('FORBIDDEN', { field });
}

/**
 * Lets pass who may update a task that these departments lead.
 * @throws Refusal NOT_FOUND when the viewer may read no tasks, FORBIDDEN when it may only read it.
 */
export function assertMayUpdateTask(viewer: Identity, leadDepartmentIds: readonly number[], field: string): void {
  if (may(viewer, 'UPDATE_TASK', undefined, { leadDepartmentIds })) return;
  throw refuse(may(viewer, 'VIEW_TASKS') ? 'FORBIDDEN' : 'NOT_FOUND', { field });
}

/** The part of the works that a viewer sees when it is neither all nor none: one sector's, or those with one region. */
export interface Sight {
  sector: SectorCode | null;
  regionId: number | null;
  covers(scope: WorkScope): boolean;
}

/** Which works the viewer may open: for narrowing a query before it runs. */
export function sees(viewer: Identity): 'ALL' | 'NONE' | Sight {
  const covers = (scope: WorkScope) => canView(viewer, scope);
  for (const rule of POLICY.VIEW_WORKS[viewer.role]) {
    if (!holds(rule, viewer, undefined, {})) continue;
    if (rule === 'OWN_SECTOR') return { sector: viewer.sector, regionId: null, covers };
    if (rule === 'ANY_REGION') return { sector: null, regionId: viewer.regionId, covers };
    return 'ALL';
  }
  return 'NONE';
}

/** Everything that a viewer's sight depends on: viewers of one audience see the same. */
export const audienceOf = ({ role, regionId, departmentId, sector }: Identity): string => [role, regionId ?? '', departmentId ?? '', sector ?? ''].join('/');

/** What the policy needs to know of a change. */
export interface ChangeScope {
  adcodes: readonly string[];
  sector: string | null;
  subjectType: string;
}

/** Whether the viewer hears of the change. One that belongs to no region and no sector is everybody's who hears any. */
export function hears(viewer: Identity, { adcodes, sector, subjectType }: ChangeScope): boolean {
  if (subjectType === 'User') return may(viewer, 'VIEW_USER_CHANGES');
  return POLICY.VIEW_CHANGES[viewer.role].some((rule) => {
    if (!holds(rule, viewer, undefined, {})) return false;
    if (rule === 'ALL' || rule === 'WITHOUT_SECTOR') return true;
    if (!adcodes.length && sector === null) return true;
    return rule === 'OWN_SECTOR' ? sector === viewer.sector : viewer.adcode !== null && adcodes.includes(viewer.adcode);
  });
}

/** What a page of a work offers, by the names of the API, in their order. */
const ACTIONS = [
  ['UPDATE', 'UPDATE_WORK'],
  ['RECORD_STAGE', 'RECORD_STAGE'],
  ['RECORD_PROGRESS', 'RECORD_PROGRESS'],
  ['CONFIRM_STAGE', 'CONFIRM_STAGE'],
  ['SUSPEND', 'SUSPEND'],
  ['SET_FUNDING_PLAN', 'SET_FUNDING_PLAN'],
  ['RECORD_FUNDING', 'RECORD_FUNDING'],
  ['UPDATE_PROCEDURE', 'UPDATE_PROCEDURE'],
  ['WITHDRAW', 'WITHDRAW_WORK'],
] as const satisfies readonly (readonly [string, Operation])[];

export type ProjectActionName = (typeof ACTIONS)[number][0];

/** What the viewer may do to the work. */
export const viewerActions = (viewer: Identity, scope: WorkScope, extra: PolicyExtra = {}): ProjectActionName[] =>
  ACTIONS.filter(([, operation]) => may(viewer, operation, scope, extra)).map(([name]) => name);
