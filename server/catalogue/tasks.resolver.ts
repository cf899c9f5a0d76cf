import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { readCursor, writeCursor } from '../api/cursor';
import type { Day } from '../api/day';
import { pageOf } from '../api/node';
import { refuse } from '../api/refusal';
import { CursorScalar, DateScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { may } from '../access/policy';
import { Task } from '../dispatch/task.entity';
import { TaskStatus, taskOn } from '../dispatch/task-history';
import { taskShown, taskText, tasksOn, type TaskSheet } from '../dispatch/tasks';
import { Department } from '../portfolio/reference.entity';
import type { CatalogueContext } from './context';
import type { Facts } from './facts';
import { checkFirst } from './projects.resolver';
import { TaskConnection, TaskDocument } from './tasks.types';

const asOfArg = { nullable: true, description: 'The day; today when left out.' };

/** @throws Refusal UNAUTHENTICATED, or FORBIDDEN for a role without tasks. */
function assertMayView(context: CatalogueContext): void {
  if (!may(signedIn(context), 'VIEW_TASKS')) throw refuse('FORBIDDEN');
}

/** The row of the document that is asked for, else of the first; null where there is none at all. */
function documentAsked({ tasks }: Facts, number: string | null | undefined): number | null {
  if (number === null || number === undefined) return tasks[0]?.document.id ?? null;
  const found = tasks.find(({ document }) => document.number === number);
  if (!found) throw refuse('UNKNOWN_DOCUMENT', { field: 'document', value: number.slice(0, 60) });
  return found.document.id;
}

function departmentAsked({ reference }: Facts, code: string | null | undefined): number | null {
  if (code === null || code === undefined) return null;
  const found = [...reference.departmentById.values()].find((department) => department.code === code);
  if (!found) throw refuse('UNKNOWN_DEPARTMENT', { field: 'leadDepartment', value: code.slice(0, 60) });
  return found.id;
}

type Place = readonly [document: number, sort: number, id: number];
const placeOf = ({ task, document }: TaskSheet): Place => [document.sort, task.sort, task.id];
const compare = (a: Place, b: Place): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** @throws Refusal BAD_CURSOR, CURSOR_STALE */
function placeAfter({ epoch }: Facts, cursor: string): Place {
  const { epoch: from, position } = readCursor(cursor, 'after');
  if (!Array.isArray(position) || position.length !== 4 || position[0] !== 'tasks' || !position.slice(1).every(Number.isSafeInteger)) throw refuse('BAD_CURSOR', { field: 'after', value: cursor.slice(0, 60) });
  if (from !== epoch) throw refuse('CURSOR_STALE', { field: 'after' });
  return position.slice(1) as unknown as Place;
}

/** Tasks of published documents (责任清单). */
@Resolver()
export class TasksResolver {
  @Query(() => TaskConnection, { nullable: true, description: "The tasks of a document in its own order. TASK_FORCE, LEADER, DEPARTMENT, COUNTY: the documents are published ones." })
  async tasks(
    @Ctx() context: CatalogueContext,
    @Arg('document', () => String, { nullable: true, description: "The document's number; the first one's when left out." }) document: string | null,
    @Arg('status', () => TaskStatus, { nullable: true, description: 'Only those that stand so on the day.' }) status: TaskStatus | null,
    @Arg('leadDepartment', () => String, { nullable: true, description: 'Only those that the department with this code leads, alone or with others.' }) leadDepartment: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Only those whose number, title, units, target or note holds this.' }) search: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, 1–500.' }) first: number | null,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'The cursor that the page follows.' }) after: string | null,
    @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null,
  ): Promise<TaskConnection> {
    assertMayView(context);
    const size = first ?? 50;
    checkFirst(size);
    const facts = await context.facts();
    const documentId = documentAsked(facts, document);
    const departmentId = departmentAsked(facts, leadDepartment);
    const from = after ? placeAfter(facts, after) : null;
    const day = asOf ?? context.clock.today();
    const words = (search ?? '').normalize('NFKC').toLowerCase().trim();
    const found = tasksOn(facts.tasks, day)
      .filter((sheet) => sheet.document.id === documentId && (departmentId === null || sheet.leadDepartmentIds.includes(departmentId)))
      .map((sheet) => ({ sheet, task: taskShown(sheet, day) }))
      .filter(({ task }) => (!status || task.status === status) && (!words || taskText(task).includes(words)));
    const start = from ? found.findIndex(({ sheet }) => compare(placeOf(sheet), from) > 0) : 0;
    const begin = start < 0 ? found.length : start;
    const edges = found.slice(begin, begin + size).map(({ sheet, task }) => ({ cursor: writeCursor(facts.epoch, ['tasks', ...placeOf(sheet)]), node: task }));
    return { ...pageOf(edges, begin > 0, begin + size < found.length), totalCount: found.length };
  }

  @Query(() => [TaskDocument], { nullable: true, description: 'The documents that give out tasks, in the order of the pack, with counts. TASK_FORCE, LEADER, DEPARTMENT, COUNTY.' })
  async taskDocuments(@Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null): Promise<TaskDocument[]> {
    assertMayView(context);
    const day = asOf ?? context.clock.today();
    const documents = new Map<number, TaskDocument>();
    for (const sheet of tasksOn((await context.facts()).tasks, day)) {
      const { id, number, title, titleEn, issuedOn } = sheet.document;
      const counts = documents.get(id) ?? { document: number, title, titleEn, issuedOn, total: 0, open: 0, done: 0, overdue: 0, dropped: 0 };
      documents.set(id, counts);
      counts.total += 1;
      counts[countOf[taskOn(sheet, day).status]] += 1;
    }
    return [...documents.values()];
  }
}

const countOf = { OPEN: 'open', DONE: 'done', OVERDUE: 'overdue', DROPPED: 'dropped' } as const satisfies Record<TaskStatus, keyof TaskDocument>;

/** The fields of a task that join it with departments and with who is looking. */
@Resolver(() => Task)
export class TaskFieldsResolver {
  @FieldResolver(() => [Department], { description: 'The departments that lead it, in the order of the document; units that are no department of the programme stand in leadUnit only.' })
  async leadDepartments(@Root() { leadDepartmentIds }: Task, @Ctx() context: CatalogueContext): Promise<Department[]> {
    const { departmentById } = (await context.facts()).reference;
    return leadDepartmentIds.map((id) => departmentById.get(id)!);
  }

  @FieldResolver(() => Department, { nullable: true, description: 'The department that leads it; null where several units do, or none of the departments.' })
  async leadDepartment(@Root() { leadDepartmentIds, leadUnit }: Task, @Ctx() context: CatalogueContext): Promise<Department | null> {
    if (leadDepartmentIds.length !== 1) return null;
    const department = (await context.facts()).reference.departmentById.get(leadDepartmentIds[0])!;
    // A unit beside it that is no department leads too.
    return department.name === leadUnit ? department : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may update it.' })
  viewerMayUpdate(@Root() { leadDepartmentIds }: Task, @Ctx() context: CatalogueContext): boolean {
    return may(signedIn(context), 'UPDATE_TASK', undefined, { leadDepartmentIds });
  }
}
