import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { User } from '../access/user.entity';
import { DemoSignIn, Viewer } from '../access/viewer';
import { Department, Region } from '../portfolio/reference.entity';
import type { CatalogueContext } from './context';

interface Placed {
  regionId: number | null;
  departmentId: number | null;
}

const regionOf = async ({ regionId }: Placed, context: CatalogueContext): Promise<Region | null> =>
  regionId === null ? null : ((await context.facts()).reference.regionById.get(regionId) ?? null);

const departmentOf = async ({ departmentId }: Placed, context: CatalogueContext): Promise<Department | null> =>
  departmentId === null ? null : ((await context.facts()).reference.departmentById.get(departmentId) ?? null);

const region = { nullable: true, description: 'The region of a county team; null for everyone else.' };
const department = { nullable: true, description: 'The department of a department account; null for everyone else.' };

/** Where an account belongs. */
@Resolver(() => User)
export class UserPlacementResolver {
  @FieldResolver(() => Region, region)
  region(@Root() user: User, @Ctx() context: CatalogueContext) {
    return regionOf(user, context);
  }

  @FieldResolver(() => Department, department)
  department(@Root() user: User, @Ctx() context: CatalogueContext) {
    return departmentOf(user, context);
  }
}

/** Where the one who is looking belongs. */
@Resolver(() => Viewer)
export class ViewerPlacementResolver {
  @FieldResolver(() => Region, region)
  region(@Root() viewer: Viewer, @Ctx() context: CatalogueContext) {
    return regionOf(viewer, context);
  }

  @FieldResolver(() => Department, department)
  department(@Root() viewer: Viewer, @Ctx() context: CatalogueContext) {
    return departmentOf(viewer, context);
  }
}

/** Where an account of the demonstration belongs. */
@Resolver(() => DemoSignIn)
export class DemoSignInPlacementResolver {
  @FieldResolver(() => Region, region)
  region(@Root() signIn: DemoSignIn, @Ctx() context: CatalogueContext) {
    return regionOf(signIn, context);
  }

  @FieldResolver(() => Department, department)
  department(@Root() signIn: DemoSignIn, @Ctx() context: CatalogueContext) {
    return departmentOf(signIn, context);
  }
}
