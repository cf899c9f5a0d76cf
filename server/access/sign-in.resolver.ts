import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { signedIn, type RequestContext } from './context';
import { browserOf, keepSignIn, SESSION_COOKIE } from './cookies';
import { Demonstration, Viewer } from './viewer';

@Resolver()
export class SignInResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; null, without an error, when nobody is.' })
  viewer(@Ctx() { identity }: RequestContext): Viewer | null {
    return identity && Viewer.of(identity);
  }

  @Query(() => Demonstration, { nullable: true, description: 'The demonstration; null when this is none.' })
  async demonstration(@Ctx() { access, local }: RequestContext): Promise<Demonstration | null> {
    const { demo, users } = access;
    return demo && { lastDay: demo.lastDay, oneClick: local || demo.openToAll, signIns: await users.demoSignIns() };
  }

  @Mutation(() => Viewer, { nullable: true, description: 'Signs in; the answer sets an httpOnly cookie. A wrong name and a wrong password are UNAUTHENTICATED alike; after ten failures in fifteen minutes RATE_LIMITED.' })
  async login(
    @Arg('username', () => String, { description: 'The account.' }) username: string,
    @Arg('password', () => String, { description: 'Its password.' }) password: string,
    @Ctx() context: RequestContext,
  ): Promise<Viewer> {
    const { jar, browser } = browserOf(context);
    return Viewer.of(keepSignIn(context, jar, await context.access.signIns.signIn(username, password, browser)));
  }

  @Mutation(() => Viewer, { nullable: true, description: 'Signs in to an account of the demonstration by one click.' })
  async demoLogin(@Arg('username', () => String, { description: 'One of demonstration.signIns.' }) username: string, @Ctx() context: RequestContext): Promise<Viewer> {
    const { jar, browser } = browserOf(context);
    return Viewer.of(keepSignIn(context, jar, await context.access.signIns.demoSignIn(username, context.local, browser)));
  }

  @Mutation(() => Boolean, { nullable: true, description: "Ends the session and what it has open. False when there was none; a program's token does not end by this." })
  async logout(@Ctx() context: RequestContext): Promise<boolean> {
    const ended = await context.access.signIns.signOut(context.identity);
    context.cookies?.clear(SESSION_COOKIE);
    if (ended) context.identity = null;
    return ended;
  }

  @Mutation(() => Boolean, { nullable: true, description: "Changes one's own password and ends one's other sessions." })
  async changePassword(
    @Arg('current', () => String, { description: 'The password up to now.' }) current: string,
    @Arg('new', () => String, { description: 'The password from now on, of at least 8 characters.' }) next: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    await context.access.users.changePassword(signedIn(context), current, next);
    return true;
  }
}
