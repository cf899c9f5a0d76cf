import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { parseGlobalId } from '../api/ids';
import { Node } from '../api/node';
import { signedIn } from '../access/context';
import { may } from '../access/policy';
import { User } from '../access/user.entity';
import { taskShown } from '../dispatch/tasks';
import { FundingEntry } from '../funding/funding.entity';
import { Procedure, StageEvent } from '../portfolio/facts.entity';
import { mayOpen, type CatalogueContext } from './context';

/** Any object by its global id. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Any object by its global id; null where there is none or the viewer may not open it.' })
  async node(@Ctx() context: CatalogueContext, @Arg('id', () => ID, { description: 'The global id.' }) text: string): Promise<Node | null> {
    const identity = signedIn(context);
    const parsed = parseGlobalId(text);
    if (!parsed || parsed.id > 2_147_483_647) return null;
    const { type, id } = parsed;
    const facts = await context.facts();
    const ofWork = <T extends { projectId: number }>(row: T | null): T | null => {
      const sheet = row && facts.sheets.get(row.projectId);
      return sheet && mayOpen(context, sheet) ? row : null;
    };
    const { read } = context.database;
    switch (type) {
      case 'Project': {
        const sheet = facts.sheets.get(id);
        return sheet && mayOpen(context, sheet) ? sheet.project : null;
      }
      case 'Region':
        return facts.reference.regionById.get(id) ?? null;
      case 'Department':
        return facts.reference.departmentById.get(id) ?? null;
      case 'MonitoringSection':
        return facts.sections.find(({ section }) => section.id === id)?.section ?? null;
      case 'Task': {
        const task = may(identity, 'VIEW_TASKS') ? facts.tasks.find((sheet) => sheet.task.id === id) : undefined;
        return task ? taskShown(task, context.clock.today()) : null;
      }
      case 'StageEvent':
        return ofWork(await read.findOneBy(StageEvent, { id }));
      case 'FundingEntry':
        return ofWork(await read.findOneBy(FundingEntry, { id }));
      case 'Procedure':
        return ofWork(await read.findOneBy(Procedure, { id }));
      case 'User':
        return may(identity, 'MANAGE_USERS') ? read.findOneBy(User, { id }) : null;
      default:
        return null;
    }
  }
}
