import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../api/node';
import { CursorScalar, DateScalar } from '../api/scalars';
import { Task } from '../dispatch/task.entity';

@ObjectType({ description: 'A task in a list.' })
export class TaskEdge {
  @Field(() => CursorScalar, { description: 'Where it stands.' })
  cursor: string;

  @Field(() => Task, { description: 'The task.' })
  node: Task;
}

@ObjectType({ description: 'A page of tasks.' })
export class TaskConnection {
  @Field(() => [TaskEdge], { description: 'The page, with cursors.' })
  edges: TaskEdge[];

  @Field(() => [Task], { description: 'The page.' })
  nodes: Task[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'Tasks in the whole list.' })
  totalCount: number;
}

@ObjectType({ description: 'A published document that gives out tasks, with how many of them stand how on a day.' })
export class TaskDocument {
  @Field({ description: 'Its number, to be given as `document`.' })
  document: string;

  @Field({ description: 'What it is called here.' })
  title: string;

  @Field({ description: 'What it is called here, in English.' })
  titleEn: string;

  @Field(() => DateScalar, { description: 'The day it was issued; its tasks count from then.' })
  issuedOn: string;

  @Field(() => Int, { description: 'Its tasks.' })
  total: number;

  @Field(() => Int, { description: 'Not done yet, the deadline ahead or none given.' })
  open: number;

  @Field(() => Int, { description: 'Done.' })
  done: number;

  @Field(() => Int, { description: 'Neither done nor dropped by their deadline.' })
  overdue: number;

  @Field(() => Int, { description: 'Dropped.' })
  dropped: number;
}
