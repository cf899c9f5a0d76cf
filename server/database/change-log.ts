import type { EntityManager } from 'typeorm';
import { ChangeCounter, ChangeRecord } from './change.entity';

/** A change as readers of the log see it: everything but the rows. */
export type ChangeHead = Omit<ChangeRecord, 'payload'>;

const COLUMNS = ['seq', 'at', 'actor', 'kind', 'subjectType', 'subjectId', 'adcodes', 'sector', 'summary', 'hash'] as const;

/** The number of the last committed change. */
export async function latestSeq(manager: EntityManager): Promise<number> {
  const [{ seq }] = (await manager.query('SELECT seq FROM change_counter WHERE id = 1')) as { seq: number | string }[];
  return Number(seq);
}

/** Changes after number `after`, oldest first, at most `limit`. */
export const changesAfter = (manager: EntityManager, after: number, limit: number): Promise<ChangeHead[]> =>
  manager
    .createQueryBuilder(ChangeRecord, 'c')
    .select(COLUMNS.map((name) => `c.${name}`))
    .where('c.seq > :after', { after })
    .orderBy('c.seq')
    .limit(limit)
    .getMany();

/** What a change was about, for finding out what to read again. */
export interface Touched {
  seq: number;
  kind: string;
  subjectType: string;
  subjectId: number;
}

/** What the changes after `after` were about, oldest first; light enough for thousands. */
export async function touchedAfter(manager: EntityManager, after: number): Promise<Touched[]> {
  const rows = (await manager.query('SELECT seq, kind, subject_type AS subjectType, subject_id AS subjectId FROM change_record WHERE seq > ? ORDER BY seq', [after])) as Touched[];
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Writes DAY_TURNED for `today` unless a server has done so already; returns whether this call did. */
export async function takeTurnOfDay(manager: EntityManager, today: string): Promise<boolean> {
  const counter = await manager.findOneByOrFail(ChangeCounter, { id: 1 });
  if (counter.day !== null && counter.day >= today) return false;
  const { affected } = await manager
    .createQueryBuilder()
    .update(ChangeCounter)
    .set({ day: today })
    .where('id = 1 AND (day IS NULL OR day < :today)', { today })
    .execute();
  return affected === 1;
}
