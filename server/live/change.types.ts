import { Field, Float, ID, ObjectType } from 'type-graphql';
import { PageInfo } from '../api/node';
import { AdcodeScalar, CursorScalar, DateTimeScalar } from '../api/scalars';

@ObjectType({ description: 'One change: what was done, by whom, when.' })
export class Change {
  @Field(() => CursorScalar, { description: 'To be sent as `after` to go on from here.' })
  cursor: string;

  @Field(() => Float, { description: 'Its number: consecutive, in the order of commits.' })
  seq: number;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;

  @Field({ description: 'The account that did it, or the part of the program.' })
  actor: string;

  @Field({ description: 'What kind of change, e.g. STAGE_RECORDED, DAY_TURNED.' })
  kind: string;

  @Field({ description: 'What it was about: Project, MonitoringSection, Task, User, Pack or Day.' })
  subjectType: string;

  @Field(() => ID, { description: 'The global id of what it was about.' })
  subjectId: string;

  @Field(() => [AdcodeScalar], { description: 'The regions it belongs to.' })
  adcodes: string[];

  @Field({ description: 'A line for people.' })
  summary: string;

  @Field({ description: 'SHA-256 over the change before and this one with its full new values, hex.' })
  hash: string;
}

@ObjectType({ description: 'A change in a list.' })
export class ChangeEdge {
  @Field(() => CursorScalar, { description: 'Where it stands.' })
  cursor: string;

  @Field(() => Change, { description: 'The change.' })
  node: Change;
}

@ObjectType({ description: 'A page of changes, oldest first.' })
export class ChangeConnection {
  @Field(() => [ChangeEdge], { description: 'The page, with cursors.' })
  edges: ChangeEdge[];

  @Field(() => [Change], { description: 'The page.' })
  nodes: Change[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo: PageInfo;
}
