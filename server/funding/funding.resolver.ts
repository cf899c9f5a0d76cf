import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Warning } from '../api/node';
import type { RequestContext } from '../access/context';
import { ProjectPayload, runWork } from '../portfolio/portfolio.resolver';
import { Project } from '../portfolio/project.entity';
import { FundingEntry } from './funding.entity';
import { BookFundingInput, RecordFundingInput, ReverseFundingInput, SetAnnualPlanInput, SetFundingPlanInput } from './funding.inputs';
import { bookFunding, recordFunding, reverseFunding, setAnnualPlan, setFundingPlan, type EntryWritten } from './funding.service';

@ObjectType({ description: 'An entry as it was booked, and its work.' })
export class FundingPayload {
  @Field(() => FundingEntry, { description: 'The new entry; of a reversal the reversing one.' })
  entry: FundingEntry;

  @Field(() => Project, { description: 'The work.' })
  project: Project;

  @Field(() => [Warning], { description: 'What may be worth a second look.' })
  warnings: Warning[];
}

/** Plans and entries of money. */
@Resolver()
export class FundingResolver {
  @Mutation(() => ProjectPayload, { nullable: true, description: "Sets a source's plan from a day on. TASK_FORCE; COUNTY as lead region; DEPARTMENT in its sector for the city's own works." })
  async setFundingPlan(@Arg('input', () => SetFundingPlanInput, { description: 'The plan.' }) input: SetFundingPlanInput, @Ctx() context: RequestContext): Promise<ProjectPayload> {
    const { projectId, warnings } = await runWork(context, 'setFundingPlan', input, setFundingPlan);
    return { project: await context.database.read.findOneByOrFail(Project, { id: projectId }), warnings };
  }

  @Mutation(() => FundingPayload, { nullable: true, description: 'Books money allocated, arrived or paid. Who may is as for setFundingPlan.' })
  async recordFunding(@Arg('input', () => RecordFundingInput, { description: 'The entry.' }) input: RecordFundingInput, @Ctx() context: RequestContext): Promise<FundingPayload> {
    return payload(context, await runWork(context, 'recordFunding', input, recordFunding));
  }

  @Mutation(() => FundingPayload, { nullable: true, description: 'Books what a running total adds to what is booked by its day. Who may is as for setFundingPlan.' })
  async bookFunding(@Arg('input', () => BookFundingInput, { description: 'The running total.' }) input: BookFundingInput, @Ctx() context: RequestContext): Promise<FundingPayload> {
    return payload(context, await runWork(context, 'bookFunding', input, bookFunding));
  }

  @Mutation(() => ProjectPayload, { nullable: true, description: "Sets a year's investment plan from a day on. Who may is as for setFundingPlan." })
  async setAnnualPlan(@Arg('input', () => SetAnnualPlanInput, { description: 'The plan.' }) input: SetAnnualPlanInput, @Ctx() context: RequestContext): Promise<ProjectPayload> {
    const { projectId, warnings } = await runWork(context, 'setAnnualPlan', input, setAnnualPlan);
    return { project: await context.database.read.findOneByOrFail(Project, { id: projectId }), warnings };
  }

  @Mutation(() => FundingPayload, { nullable: true, description: 'Takes a wrong entry back (更正), once and whole. Who may is as for setFundingPlan.' })
  async reverseFunding(@Arg('input', () => ReverseFundingInput, { description: 'Which and why.' }) input: ReverseFundingInput, @Ctx() context: RequestContext): Promise<FundingPayload> {
    return payload(context, await runWork(context, 'reverseFunding', input, reverseFunding));
  }
}

async function payload({ database }: RequestContext, { projectId, entryId, warnings }: EntryWritten): Promise<FundingPayload> {
  return {
    entry: await database.read.findOneByOrFail(FundingEntry, { id: entryId }),
    project: await database.read.findOneByOrFail(Project, { id: projectId }),
    warnings,
  };
}
