import { Role, type Identity } from '../api/identity';
import { StartError } from '../database/start-error';
import type { Reference } from '../portfolio/reference';
import type { CommandEnvironment } from './command';

/** The operator at the keyboard reads what the task force reads. */
const OPERATOR: Identity = { userId: 0, username: 'cli', role: Role.TASK_FORCE, regionId: null, adcode: null, departmentId: null, sector: null, credential: 'cli' };

/** An account as the policy sees it, or the operator when none is named. @throws StartError when there is no such account */
export async function actingAs(username: string | undefined, { access }: CommandEnvironment, { regionById, departmentById }: Reference): Promise<Identity> {
  if (username === undefined) return OPERATOR;
  const user = await access.users.byName(username);
  if (!user || user.disabled) throw new StartError(`there is no account "${username}" that may sign in`);
  const { id, role, regionId, departmentId } = user;
  return {
    userId: id, username: user.username, role, regionId, departmentId, credential: 'cli',
    adcode: regionId === null ? null : (regionById.get(regionId)?.adcode ?? null),
    sector: departmentId === null ? null : (departmentById.get(departmentId)?.sector ?? null),
  };
}
