import type { Role } from '../graphql.generated';

type Entry = { to: string; text: string; roles?: readonly Role[] };

const WORKS: readonly Role[] = ['TASK_FORCE', 'LEADER', 'DEPARTMENT', 'COUNTY'];
const DESK: readonly Role[] = ['TASK_FORCE', 'DEPARTMENT', 'COUNTY'];

export const MAY_READ_WORKS = WORKS;
export const MAY_IMPORT = DESK;
export const MAY_OPEN_DESK: readonly Role[] = [...DESK, 'LEADER'];

/** Who registers works: the task force, and a department in its sector. One without a sector (finance, approvals) only reads. */
export const mayCreate = ({ role, department }: { role: Role; department?: { sector: string | null } | null }): boolean =>
  role === 'TASK_FORCE' || (role === 'DEPARTMENT' && Boolean(department?.sector));

/** Who enters money: the task force, a county for the works that it leads, a department in its sector for the city's own. */
export const mayBook = (viewer: Parameters<typeof mayCreate>[0]): boolean => viewer.role === 'COUNTY' || mayCreate(viewer);

/** Who enters samples: the task force and the ecology department. */
export const mayRecordSamples = ({ role, department }: Parameters<typeof mayCreate>[0]): boolean => role === 'TASK_FORCE' || (role === 'DEPARTMENT' && department?.sector === 'ECOLOGY');

const MAPS: Entry[] = [
  { to: '/maps/progress', text: 'nav.progress' },
  { to: '/maps/distribution', text: 'nav.distribution' },
  { to: '/maps/water', text: 'nav.water' },
  { to: '/water', text: 'nav.quality' },
];
/** The pages of one place of the header, which stand in a row below it. */
const WITHIN: Readonly<Record<string, readonly Entry[]>> = {
  '/water': [{ to: '/water', text: 'nav.sections' }, { to: '/water/flow', text: 'nav.flow' }, { to: '/water/reports', text: 'nav.reports' }],
};
const DESKS: Entry[] = [
  { to: '/projects', text: 'nav.projects', roles: WORKS },
  { to: '/ledgers', text: 'nav.ledgers', roles: WORKS },
  { to: '/tasks', text: 'nav.tasks', roles: WORKS },
  { to: '/rankings', text: 'nav.rankings', roles: WORKS },
  { to: '/funding', text: 'nav.funding', roles: WORKS },
  { to: '/county', text: 'nav.county', roles: DESK },
  { to: '/import', text: 'nav.import', roles: DESK },
  { to: '/changes', text: 'nav.changes', roles: WORKS },
];

/** The pages beside one, where its place has several. */
export const pagesBeside = (pathname: string): readonly Entry[] => Object.entries(WITHIN).find(([place]) => pathname === place || pathname.startsWith(`${place}/`))?.[1] ?? [];

/** The header's places, first what the role works with every day. */
export function placesOf(role: Role): Entry[] {
  const open = (entry: Entry) => !entry.roles || entry.roles.includes(role);
  if (role === 'COUNTY') {
    const own = DESKS.find(({ to }) => to === '/county')!;
    const record = DESKS.find(({ to }) => to === '/changes')!;
    return [own, ...DESKS.filter((entry) => open(entry) && entry !== own && entry !== record), ...MAPS, record];
  }
  if (role === 'ADMIN') return [{ to: '/users', text: 'nav.users' }, ...MAPS];
  return [...MAPS, ...DESKS.filter(open), ...(role === 'KIOSK' || role === 'LEADER' || role === 'TASK_FORCE' ? [{ to: '/wall', text: 'nav.wall' }] : [])];
}
