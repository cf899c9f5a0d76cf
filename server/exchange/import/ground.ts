import type { EntityManager } from 'typeorm';
import { Turns } from '../../api/turns';
import { readSheets } from '../../catalogue/read-sheets';
import type { Sheet } from '../../catalogue/sheet';
import { codeFormOf, codeOf, highestOf, type CodeForm } from '../../portfolio/codes';
import type { Reference } from '../../portfolio/reference';
import { WorkIndex, type Listed } from './match';
import type { ImportRow, WorkNames } from './rows';

const CHUNK = 400;

/** What stands before an import, as far as its file is concerned. */
export interface Ground {
  index: WorkIndex;
  /** Every work that the file may name. */
  sheets: ReadonlyMap<number, Sheet>;
  /** The last number of the wall that was given out. */
  lastNumber: number;
  /** The code of a new work by its number: in the city's form, and not taken yet. */
  newCode(number: number, taken: ReadonlySet<string>): string;
}

/**
 * Reads what the rows of a file may be about, in a number of statements that does not grow with the rows but for the
 * works that they name.
 * @param hold keeps others from changing these works before they are read
 */
export async function readGround(manager: EntityManager, reference: Reference, rows: readonly ImportRow<WorkNames>[], hold: (ids: readonly number[]) => Promise<unknown>): Promise<Ground> {
  const listed = (await manager.query('SELECT id, code, number, name, lead_region_id AS leadRegionId FROM project ORDER BY number')) as Listed[];
  const index = new WorkIndex(listed);
  const ids = [...new Set(rows.flatMap((row) => index.candidates(row).map(({ id }) => id)))];
  await hold(ids);
  const sheets = new Map<number, Sheet>();
  const turns = new Turns();
  for (let i = 0; i < ids.length; i += CHUNK) {
    for (const sheet of await readSheets(manager, reference, ids.slice(i, i + CHUNK))) sheets.set(sheet.project.id, sheet);
    if (turns.due) await turns.next();
  }
  const [sequence] = (await manager.query("SELECT last FROM number_sequence WHERE name = 'project'")) as { last: number | string }[];
  const form = reference.setting<{ codeForm?: CodeForm }>('programme')?.codeForm ?? codeFormOf(listed);
  let highest: number | null = null;
  return {
    index, sheets,
    lastNumber: Number(sequence?.last ?? 0),
    newCode(number, taken) {
      const isTaken = (code: string) => taken.has(code) || index.coded(code) !== null;
      const code = codeOf(form, number);
      if (!isTaken(code)) return code;
      // Codes have run ahead of the numbers: then a new one follows the highest.
      highest ??= highestOf(form, listed);
      do highest += 1; while (isTaken(codeOf(form, highest)));
      return codeOf(form, highest);
    },
  };
}
