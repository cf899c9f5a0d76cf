import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Warning } from '../api/node';
import { signedIn, type RequestContext } from '../access/context';
import type { UnitOfWork } from '../database/unit-of-work';
import { Project } from './project.entity';
import {
  ConfirmStageInput, CreateProjectInput, RecordProgressInput, RecordStageInput, ResumeProjectInput, SuspendProjectInput,
  UpdateProcedureInput, UpdateProjectInput, WithdrawProjectInput, type IdempotentInput,
} from './project.inputs';
import { updateProcedure } from './procedure.service';
import { recordProgress } from './progress.service';
import { createProject, updateProject, withdrawProject } from './project.service';
import { confirmStage, recordStage } from './stage.service';
import { resumeProject, suspendProject } from './suspension.service';
import { assertMayHaveAgain, type Writer, type Written } from './writing';

@ObjectType({ description: 'A work as it is after the change.' })
export class ProjectPayload {
  @Field(() => Project, { description: 'The work.' })
  project: Project;

  @Field(() => [Warning], { description: 'What may be worth a second look.' })
  warnings: Warning[];
}

type Service<Input, Result> = (unit: UnitOfWork, writer: Writer, input: Input) => Promise<Result>;

/** Runs a service as one unit of work under the input's idempotency key. */
export async function runWork<Input extends IdempotentInput, Result extends Written>(context: RequestContext, operation: string, input: Input, service: Service<Input, Result>): Promise<Result> {
  const identity = signedIn(context);
  const result = await context.database.work(
    { name: identity.username, userId: identity.userId },
    (unit) => service(unit, { identity, language: context.language }, input),
    {
      userId: identity.userId, operation, input, key: input.idempotencyKey,
      mayHaveAgain: (manager, earlier) => assertMayHaveAgain(manager, identity, earlier as Result),
    },
  );
  context.written();
  return result;
}

async function runProject<Input extends IdempotentInput>(context: RequestContext, operation: string, input: Input, service: Service<Input, Written>): Promise<ProjectPayload> {
  const { projectId, warnings } = await runWork(context, operation, input, service);
  return { project: await context.database.read.findOneByOrFail(Project, { id: projectId }), warnings };
}

/** Everything that changes a work, its stages, progress, suspensions and procedures. */
@Resolver()
export class PortfolioResolver {
  @Mutation(() => ProjectPayload, { nullable: true, description: "Registers a work under the next number. TASK_FORCE; DEPARTMENT in its sector." })
  createProject(@Arg('input', () => CreateProjectInput, { description: 'The work.' }) input: CreateProjectInput, @Ctx() context: RequestContext) {
    return runProject(context, 'createProject', input, createProject);
  }

  @Mutation(() => ProjectPayload, { nullable: true, description: 'Changes what is known of a work and its approved dates. TASK_FORCE; DEPARTMENT in its sector.' })
  updateProject(@Arg('input', () => UpdateProjectInput, { description: 'The changes.' }) input: UpdateProjectInput, @Ctx() context: RequestContext) {
    return runProject(context, 'updateProject', input, updateProject);
  }

  @Mutation(() => ProjectPayload, { nullable: true, description: 'Takes a work off the list (调出). TASK_FORCE; DEPARTMENT in its sector.' })
  withdrawProject(@Arg('input', () => WithdrawProjectInput, { description: 'Which, from when, why.' }) input: WithdrawProjectInput, @Ctx() context: RequestContext) {
    return runProject(context, 'withdrawProject', input, withdrawProject);
  }

  @Mutation(() => ProjectPayload, { nullable: true, description: "Records a step to the next stage, or a correction. TASK_FORCE; COUNTY as lead region; DEPARTMENT in its sector for the city's own works." })
  recordStage(@Arg('input', () => RecordStageInput, { description: 'The step.' }) input: RecordStageInput, @Ctx() context: RequestContext) {
    return runProject(context, 'recordStage', input, recordStage);
  }

  @Mutation(() => ProjectPayload, { nullable: true, description: 'Confirms or rejects a reported completion. TASK_FORCE; DEPARTMENT in its sector.' })
  confirmStage(@Arg('input', () => ConfirmStageInput, { description: 'The decision.' }) input: ConfirmStageInput, @Ctx() context: RequestContext) {
    return runProject(context, 'confirmStage', input, confirmStage);
  }

  @Mutation(() => ProjectPayload, { nullable: true, description: 'Records progress and investment done. Who may is as for recordStage.' })
  recordProgress(@Arg('input', () => RecordProgressInput, { description: 'The figures.' }) input: RecordProgressInput, @Ctx() context: RequestContext) {
    return runProject(context, 'recordProgress', input, recordProgress);
  }

  @Mutation(() => ProjectPayload, { nullable: true, description: 'Stops a work (停工). Who may is as for recordStage.' })
  suspendProject(@Arg('input', () => SuspendProjectInput, { description: 'From when and why.' }) input: SuspendProjectInput, @Ctx() context: RequestContext) {
    return runProject(context, 'suspendProject', input, suspendProject);
  }

  @Mutation(() => ProjectPayload, { nullable: true, description: 'Lets a suspended work go on (复工). Who may is as for recordStage.' })
  resumeProject(@Arg('input', () => ResumeProjectInput, { description: 'From when.' }) input: ResumeProjectInput, @Ctx() context: RequestContext) {
    return runProject(context, 'resumeProject', input, resumeProject);
  }

  @Mutation(() => ProjectPayload, { nullable: true, description: "Writes the state of one approval. As for recordStage, and COUNTY of any of the work's regions, and the department that holds it." })
  updateProcedure(@Arg('input', () => UpdateProcedureInput, { description: 'The approval.' }) input: UpdateProcedureInput, @Ctx() context: RequestContext) {
    return runProject(context, 'updateProcedure', input, updateProcedure);
  }
}
