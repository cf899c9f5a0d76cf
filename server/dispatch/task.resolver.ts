import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Warning } from '../api/node';
import { signedIn, type RequestContext } from '../access/context';
import { Task } from './task.entity';
import { UpdateTaskInput } from './task.inputs';
import { assertMayHaveTaskAgain, updateTask } from './task.service';
import { readTasks, taskShown } from './tasks';

@ObjectType({ description: 'A task as it is after the change.' })
export class TaskPayload {
  @Field(() => Task, { description: 'The task.' })
  task: Task;

  @Field(() => [Warning], { description: 'What may be worth a second look.' })
  warnings: Warning[];
}

/** Everything that changes a task. */
@Resolver()
export class TaskResolver {
  @Mutation(() => TaskPayload, { nullable: true, description: 'Records how a task stands from today on. TASK_FORCE; DEPARTMENT where it is one of those that lead the task.' })
  async updateTask(@Arg('input', () => UpdateTaskInput, { description: 'What is to be recorded.' }) input: UpdateTaskInput, @Ctx() context: RequestContext): Promise<TaskPayload> {
    const identity = signedIn(context);
    const { taskId, warnings } = await context.database.work(
      { name: identity.username, userId: identity.userId },
      (unit) => updateTask(unit, { identity, language: context.language }, input),
      { userId: identity.userId, operation: 'updateTask', input, key: input.idempotencyKey, mayHaveAgain: () => assertMayHaveTaskAgain(identity) },
    );
    context.written();
    const [sheet] = await readTasks(context.database.read, [taskId]);
    return { task: taskShown(sheet, context.clock.today()), warnings };
  }
}
