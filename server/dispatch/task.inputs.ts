import { Field, ID, InputType, Int } from 'type-graphql';
import { IdempotentInput } from '../portfolio/project.inputs';
import { TaskStatus } from './task-history';

@InputType({ description: 'How a task stands from today on: a field left out stays, a null note empties it.' })
export class UpdateTaskInput extends IdempotentInput {
  @Field(() => ID, { description: 'The task.' })
  id: string;

  @Field(() => TaskStatus, { nullable: true, description: 'OPEN, DONE or DROPPED; OVERDUE follows from the deadline and is refused.' })
  status?: TaskStatus | null;

  @Field(() => String, { nullable: true, description: 'What there is to say of it, at most 500 characters.' })
  note?: string | null;

  @Field(() => Int, { description: "The task's version as last seen." })
  expectedVersion: number;
}
