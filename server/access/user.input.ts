import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Role } from '../api/identity';
import { Warning } from '../api/node';
import { AdcodeScalar } from '../api/scalars';
import { User } from './user.entity';

const IDEMPOTENCY_KEY = "The client's own name for this request: sent again, it answers the same and writes once.";

@InputType({ description: 'A new account.' })
export class CreateUserInput {
  @Field({ description: 'The name to sign in with: 2 to 40 letters, digits, dots, hyphens or underscores.' })
  username: string;

  @Field({ description: 'Its first password, of at least 8 characters.' })
  password: string;

  @Field(() => Role, { description: 'What it is in the programme.' })
  role: Role;

  @Field(() => AdcodeScalar, { nullable: true, description: 'The region of a county account; no other role has one.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department of a department account; no other role has one.' })
  department?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to an account; what is left out stays as it is. Any of them ends the sessions of the account.' })
export class UpdateUserInput {
  @Field(() => ID, { description: 'The account.' })
  id: string;

  @Field(() => Boolean, { nullable: true, description: 'Bars it from signing in, or lets it again. Nobody bars themselves.' })
  disabled?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A new password, of at least 8 characters.' })
  password?: string | null;

  @Field(() => Role, { nullable: true, description: 'What it is in the programme from now on.' })
  role?: Role | null;

  @Field(() => AdcodeScalar, { nullable: true, description: 'The region of a county account.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department of a department account.' })
  department?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'An account that was written.' })
export class UserPayload {
  @Field(() => User, { description: 'The account as it is now.' })
  user: User;

  @Field(() => [Warning], { description: 'What is worth a second look.' })
  warnings: Warning[];
}
