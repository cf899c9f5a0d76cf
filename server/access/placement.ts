import type { EntityManager } from 'typeorm';
import { Role } from '../api/identity';
import { refuse } from '../api/refusal';

/** Where an account belongs. */
export interface Placement {
  regionId: number | null;
  departmentId: number | null;
  /** The region's code, for the change record. */
  adcodes: string[];
}

/** A code to be looked up, a row that it belongs to already, or nowhere. */
type Place = string | { id: number | null } | null;

interface Found {
  id: number;
  code: string;
}

/**
 * Finds where an account of the role belongs: a county account to its region, a department's to its department, the
 * others to neither.
 * @throws Refusal naming `input.region` or `input.department`.
 */
export async function placementOf(manager: EntityManager, role: Role, region: Place, department: Place): Promise<Placement> {
  const regionRow = await find(manager, 'region', 'adcode', region);
  if (typeof region === 'string' && !regionRow) throw refuse('UNKNOWN_REGION', { field: 'input.region', value: region });
  const departmentRow = await find(manager, 'department', 'code', department);
  if (typeof department === 'string' && !departmentRow) throw refuse('UNKNOWN_DEPARTMENT', { field: 'input.department', value: department });
  if (role === Role.COUNTY && !regionRow) throw refuse('COUNTY_NEEDS_REGION', { field: 'input.region' });
  if (role !== Role.COUNTY && regionRow) throw refuse('REGION_NOT_FOR_ROLE', { field: 'input.region' });
  if (role === Role.DEPARTMENT && !departmentRow) throw refuse('DEPARTMENT_NEEDS_DEPARTMENT', { field: 'input.department' });
  if (role !== Role.DEPARTMENT && departmentRow) throw refuse('DEPARTMENT_NOT_FOR_ROLE', { field: 'input.department' });
  return { regionId: regionRow?.id ?? null, departmentId: departmentRow?.id ?? null, adcodes: regionRow ? [regionRow.code] : [] };
}

async function find(manager: EntityManager, table: 'region' | 'department', column: 'adcode' | 'code', place: Place): Promise<Found | null> {
  const value = typeof place === 'string' ? place : place?.id;
  if (value === null || value === undefined) return null;
  const rows = (await manager.query(`SELECT id, ${column} AS code FROM ${table} WHERE ${typeof place === 'string' ? column : 'id'} = ?`, [value])) as Found[];
  return rows[0] ?? null;
}
