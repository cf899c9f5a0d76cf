import { Field, ObjectType } from 'type-graphql';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Role } from '../api/identity';
import { Node } from '../api/node';
import { DateTimeScalar } from '../api/scalars';
import { BoolColumn, InstantColumn, IntColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';

/** Who made an account: the demonstration, the operator on the command line, or an administrator in the app. */
export type UserOrigin = 'DEMO' | 'OPERATOR' | 'ADMIN';

@ObjectType({ implements: Node, description: 'An account.' })
@Entity('user_account')
@Index('ux_user_account_username_key', ['usernameKey'], { unique: true })
@Recorded({ omit: ['passwordHash', 'lastSignInAt', 'accessVersion'] })
export class User extends Node {
  @PrimaryGeneratedColumn()
  override id: number;

  @Field({ description: 'The name that it signs in with.' })
  @TextColumn(40)
  username: string;

  /** The name in the one form that tells accounts apart: NFKC, lower case. */
  @TextColumn(40, { name: 'username_key' })
  usernameKey: string;

  @Field(() => Role, { description: 'What it is in the programme.' })
  @TextColumn(20)
  role: Role;

  @IntColumn({ name: 'region_id', nullable: true })
  regionId: number | null;

  @IntColumn({ name: 'department_id', nullable: true })
  departmentId: number | null;

  @Field({ description: 'Whether it is barred from signing in.' })
  @BoolColumn()
  disabled: boolean;

  @TextColumn(20)
  origin: UserOrigin;

  /** Argon2id; null while a demonstration account has no password of its own. */
  @TextColumn(200, { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last signed in; null when it never did.' })
  @InstantColumn({ name: 'last_sign_in_at', nullable: true })
  lastSignInAt: Date | null;

  /** Moves when role, region or department change, so that streams opened under the old ones end. */
  @IntColumn({ name: 'access_version' })
  accessVersion: number;
}
