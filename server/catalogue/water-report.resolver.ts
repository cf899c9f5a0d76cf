import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Period } from '../api/period';
import { PeriodScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { WaterReportKind } from '../water/report';
import type { CatalogueContext } from './context';
import { readReport } from './water-report';
import { WaterReport } from './water-report.types';

/** The papers of the water; for everyone signed in. */
@Resolver()
export class WaterReportResolver {
  @Query(() => WaterReport, { nullable: true, description: 'A paper of the water.' })
  async waterReport(
    @Ctx() context: CatalogueContext,
    @Arg('kind', () => WaterReportKind, { description: 'Which paper.' }) kind: WaterReportKind,
    @Arg('period', () => PeriodScalar, { nullable: true, description: 'A day, of a week its last; a month of the monthly notice. The latest with values of evaluated items when left out.' }) period: Period | null | undefined,
  ): Promise<WaterReport> {
    signedIn(context);
    return readReport(context.database.read, await context.facts(), { kind, period: period ?? null }, context.clock.today());
  }
}
