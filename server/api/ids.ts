import { refuse } from './refusal';

/** The types that have a global id (Relay's object identification). */
export type NodeType = 'Region' | 'Department' | 'Project' | 'StageEvent' | 'FundingEntry' | 'Procedure' | 'MonitoringSection' | 'User' | 'Session' | 'Task';

/** The global id of a row. */
export const globalId = (type: NodeType | string, id: number): string => Buffer.from(`${type}:${id}`).toString('base64url');

/** Type and row of a global id, or null when the text is none. */
export function parseGlobalId(text: string): { type: string; id: number } | null {
  const parts = /^([A-Za-z]+):([1-9]\d{0,9})$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  if (!parts || globalId(parts[1], Number(parts[2])) !== text) return null;
  return { type: parts[1], id: Number(parts[2]) };
}

/**
 * The row id of a global id that must be of the given type.
 * @throws Refusal NOT_FOUND naming `field`: an id that was never given out stands for nothing.
 */
export function rowId(type: NodeType, text: string, field: string): number {
  const parsed = parseGlobalId(text);
  if (!parsed || parsed.type !== type || parsed.id > 2_147_483_647) throw refuse('NOT_FOUND', { field });
  return parsed.id;
}
