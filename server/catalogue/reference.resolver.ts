import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Day } from '../api/day';
import { DateScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { Category, Department, Region, Sector, WorkList } from '../portfolio/reference.entity';
import type { CatalogueContext } from './context';
import { summarise } from './summary';
import { PortfolioSummary, Programme } from './types';

/** What everything else refers to, and the programme itself; for everyone signed in. */
@Resolver()
export class ReferenceResolver {
  @Query(() => DateScalar, { nullable: true, description: "The office's day; in demonstration mode the pack's last day." })
  today(@Ctx() context: CatalogueContext): Day {
    return context.clock.today();
  }

  @Query(() => Programme, { nullable: true, description: 'What the programme is called and when it is to be done; null while no pack is loaded.' })
  async programme(@Ctx() context: CatalogueContext): Promise<Programme | null> {
    signedIn(context);
    return (await context.facts()).reference.setting<Programme>('programme');
  }

  @Query(() => [Region], { nullable: true, description: 'All regions, in the official order.' })
  async regions(@Ctx() context: CatalogueContext): Promise<readonly Region[]> {
    signedIn(context);
    return (await context.facts()).reference.regions;
  }

  @Query(() => [Sector], { nullable: true, description: 'The sectors of the programme.' })
  async sectors(@Ctx() context: CatalogueContext): Promise<readonly Sector[]> {
    signedIn(context);
    return (await context.facts()).reference.sectors;
  }

  @Query(() => [Department], { nullable: true, description: 'The departments and other bodies.' })
  async departments(@Ctx() context: CatalogueContext): Promise<readonly Department[]> {
    signedIn(context);
    return (await context.facts()).reference.departments;
  }

  @Query(() => [Category], { nullable: true, description: 'The kinds of work.' })
  async categories(@Ctx() context: CatalogueContext): Promise<readonly Category[]> {
    signedIn(context);
    return (await context.facts()).reference.categories;
  }

  @Query(() => [WorkList], { nullable: true, description: 'The lists that works stand on.' })
  async lists(@Ctx() context: CatalogueContext): Promise<readonly WorkList[]> {
    signedIn(context);
    return (await context.facts()).reference.lists;
  }
}

/** What a region's works add up to. */
@Resolver(() => Region)
export class RegionFieldsResolver {
  @FieldResolver(() => PortfolioSummary, { description: 'What the works that it leads add up to; for everyone signed in.' })
  async summary(@Root() region: Region, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) asOf: Day | null): Promise<PortfolioSummary> {
    const works = (await context.facts()).worksOn(asOf ?? context.clock.today());
    return summarise(works.filter(({ sheet }) => sheet.leadRegion.id === region.id));
  }
}

/** What a sector's works add up to, and who leads it. */
@Resolver(() => Sector)
export class SectorFieldsResolver {
  @FieldResolver(() => Department, { nullable: true, description: 'The department that leads it.' })
  async leadDepartment(@Root() sector: Sector, @Ctx() context: CatalogueContext): Promise<Department | null> {
    return sector.leadDepartmentId === null ? null : ((await context.facts()).reference.departmentById.get(sector.leadDepartmentId) ?? null);
  }

  @FieldResolver(() => PortfolioSummary, { description: "What the sector's works add up to; for everyone signed in." })
  async summary(@Root() sector: Sector, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) asOf: Day | null): Promise<PortfolioSummary> {
    const works = (await context.facts()).worksOn(asOf ?? context.clock.today());
    return summarise(works.filter(({ sheet }) => sheet.project.sectorCode === sector.code));
  }
}
