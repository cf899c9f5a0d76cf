import type { Day } from '../../api/day';
import type { Identity } from '../../api/identity';
import { refuse } from '../../api/refusal';
import { may, type Operation } from '../../access/policy';
import type { Database } from '../../database/database';
import { readBoundaries } from '../../portfolio/geography';
import { Project } from '../../portfolio/project.entity';
import { readReference } from '../../portfolio/reference';
import type { ImportAnswer, ImportProgress } from './answer';
import { answerOf } from './answer-of';
import { applyImport } from './apply';
import { Desk } from './desk';
import { readGround, type Ground } from './ground';
import { planImport, type Plan } from './plan';
import { lexiconOf, readImport } from './read';
import type { ImportRequest } from './request';
import type { ImportKind, ImportRow } from './rows';

/** What a file of a kind may bring, by the operations of the policy. */
export const OPERATIONS: Record<ImportKind, readonly Operation[]> = {
  works: ['CREATE_WORK', 'UPDATE_WORK', 'RECORD_STAGE', 'RECORD_PROGRESS', 'SET_FUNDING_PLAN', 'RECORD_FUNDING'],
  funding: ['SET_FUNDING_PLAN', 'RECORD_FUNDING'],
  procedures: ['UPDATE_PROCEDURE'],
};

/** @throws Refusal FORBIDDEN for whoever may do nothing that such a file could bring. */
export function assertMayImport(identity: Identity, kind: ImportKind): void {
  if (!OPERATIONS[kind].some((operation) => may(identity, operation))) throw refuse('FORBIDDEN');
}

/** Ends a unit of work that is not to write anything, with what it found. */
class Stopped {
  constructor(readonly answer: ImportAnswer) {}
}

/**
 * Imports a spreadsheet: all of it, or nothing when a row is refused. The rules are those of the mutations, judged row
 * by row as the person who sends it; what equals what stands is left alone, so the same file twice changes nothing.
 *
 * A real run judges and writes in one unit of work, one import after another: two of the same file register their works
 * once and book their differences once.
 * @throws Refusal when the file as a whole cannot be taken.
 */
export async function runImport<K extends ImportKind>(database: Database, today: Day, request: ImportRequest<K>, onProgress: (progress: ImportProgress) => void = () => undefined): Promise<ImportAnswer> {
  const { kind, identity, language, bytes, dryRun, asOf, actor } = request;
  assertMayImport(identity, kind);
  const fileName = displayName(request.fileName);
  onProgress({ step: 'READ', done: 0, total: null });
  const reference = await readReference(database.read);
  const file = await readImport(kind, request.fileName, bytes, lexiconOf(reference), language);
  onProgress({ step: 'READ', done: file.rows.length, total: file.rows.length });
  const boundaries = file.rows.some(isPlaced) ? await readBoundaries(database.read) : new Map();
  const deskOn = (day: Day) => new Desk(identity, language, day, reference, boundaries, fileName, asOf);
  const judge = (ground: Ground, desk: Desk): Promise<Plan> => planImport(kind, file, ground, desk, onProgress);
  if (dryRun) {
    const ground = await database.snapshot((manager) => readGround(manager, reference, file.rows, async () => undefined));
    const plan = await judge(ground, deskOn(today));
    giveNames(plan, ground, (count) => Array.from({ length: count }, (_, i) => ground.lastNumber + 1 + i));
    return answerOf(request, fileName, file, plan);
  }
  return database.work(actor, async (unit) => {
    await unit.holdSequence('project');
    const desk = deskOn(unit.today);
    const ground = await readGround(unit.manager, reference, file.rows, (ids) => unit.lockAll(Project, ids));
    const plan = await judge(ground, desk);
    const refused = file.errors.length > 0 || plan.rows.some(({ check }) => check.errors.length > 0);
    const fresh = freshOf(plan);
    const numbers = refused ? fresh.map((_, i) => ground.lastNumber + 1 + i) : await unit.nextNumbers('project', fresh.length);
    giveNames(plan, ground, () => numbers);
    const answer = answerOf(request, fileName, file, plan);
    if (refused) throw new Stopped(answer);
    await applyImport(unit, desk, plan.targets, onProgress);
    return answer;
  }).catch((error: unknown) => {
    if (error instanceof Stopped) return error.answer;
    throw error;
  });
}

const isPlaced = ({ values }: ImportRow<object>): boolean => 'lon' in values || 'lat' in values;

const freshOf = ({ targets }: Plan) => targets.filter(({ isNew }) => isNew);

/** Gives new works their numbers, and codes where the file gives none. */
function giveNames(plan: Plan, { newCode }: Ground, numbersOf: (count: number) => number[]): void {
  const fresh = freshOf(plan);
  const numbers = numbersOf(fresh.length);
  const taken = new Set(fresh.map(({ sheet }) => sheet.project.code).filter(Boolean));
  fresh.forEach(({ sheet: { project } }, i) => {
    project.number = numbers[i];
    if (!project.code) project.code = newCode(numbers[i], taken);
    taken.add(project.code);
  });
}

const LONGEST_NAME = 100;

/** A file's name as it goes into records: without folders and what cannot be stored. */
export function displayName(fileName: string): string {
  const base = fileName.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '').split(/[/\\]/).at(-1)!.trim();
  return [...base].slice(0, LONGEST_NAME).join('') || 'file';
}
