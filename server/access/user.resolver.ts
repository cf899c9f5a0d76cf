import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Identity } from '../api/identity';
import { rowId } from '../api/ids';
import { refuse } from '../api/refusal';
import { signedIn, type RequestContext } from './context';
import { assertMay } from './policy';
import { User } from './user.entity';
import { CreateUserInput, UpdateUserInput, UserPayload } from './user.input';

@Resolver()
export class UserResolver {
  @Query(() => [User], { nullable: true, description: 'All accounts, by name; for administrators.' })
  users(@Ctx() context: RequestContext): Promise<User[]> {
    administrator(context);
    return context.access.users.list();
  }

  @Mutation(() => UserPayload, { nullable: true, description: 'Makes an account; for administrators.' })
  async createUser(@Arg('input', () => CreateUserInput, { description: 'The account.' }) input: CreateUserInput, @Ctx() context: RequestContext): Promise<UserPayload> {
    const { userId, username } = administrator(context);
    const { idempotencyKey: key, ...user } = input;
    const request = { userId, operation: 'createUser', input, key, secret: true };
    return payload(context, await context.access.users.create({ name: username, userId }, { ...user, origin: 'ADMIN' }, request));
  }

  @Mutation(() => UserPayload, { nullable: true, description: 'Changes an account; for administrators. Its sessions end.' })
  async updateUser(@Arg('input', () => UpdateUserInput, { description: 'What to change.' }) input: UpdateUserInput, @Ctx() context: RequestContext): Promise<UserPayload> {
    const { userId, username, credential } = administrator(context);
    const { idempotencyKey: key, id: globalId, ...patch } = input;
    const id = rowId('User', globalId, 'input.id');
    const request = { userId, operation: 'updateUser', input, key, secret: true };
    await context.access.users.update({ name: username, userId }, id, patch, credential, request);
    return payload(context, id);
  }
}

function administrator(context: RequestContext): Identity {
  const identity = signedIn(context);
  assertMay(identity, 'MANAGE_USERS');
  return identity;
}

async function payload(context: RequestContext, id: number): Promise<UserPayload> {
  context.written();
  const user = await context.access.users.byId(id);
  if (!user) throw refuse('NOT_FOUND', { field: 'input.id' });
  return { user, warnings: [] };
}
