import { Field, ObjectType } from 'type-graphql';
import { Role, type Identity } from '../api/identity';
import type { Day } from '../api/day';
import { DateScalar } from '../api/scalars';

@ObjectType({ description: 'Who is looking.' })
export class Viewer {
  @Field({ description: 'The name that it signed in with.' })
  username: string;

  @Field(() => Role, { description: 'What it is in the programme.' })
  role: Role;

  regionId: number | null;
  departmentId: number | null;

  static of({ username, role, regionId, departmentId }: Identity): Viewer {
    return Object.assign(new Viewer(), { username, role, regionId, departmentId });
  }
}

@ObjectType({ description: 'An account of the demonstration that one click signs in to.' })
export class DemoSignIn {
  @Field({ description: 'Its name, to be given to demoLogin.' })
  username: string;

  @Field(() => Role, { description: 'What it is in the programme.' })
  role: Role;

  regionId: number | null;
  departmentId: number | null;
}

@ObjectType({ description: 'The demonstration, while it is on.' })
export class Demonstration {
  @Field(() => DateScalar, { description: "The last day that the pack knows anything of: the demonstration's today unless another day is set." })
  lastDay: Day;

  @Field({ description: 'Whether this request may sign in by one click: it comes from this machine, or the operator opened the demonstration to all.' })
  oneClick: boolean;

  @Field(() => [DemoSignIn], { description: 'The accounts to choose from.' })
  signIns: DemoSignIn[];
}
