import path from 'node:path';
import { isObjectType, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { checkTexts } from '../api/text';
import { SignInResolver } from '../access/sign-in.resolver';
import { UserResolver } from '../access/user.resolver';
import { AnnualFieldsResolver, FundingDeskResolver } from '../catalogue/funding-desk.resolver';
import { CompensationResolver } from '../catalogue/compensation.resolver';
import { FiguresResolver, IndicatorFieldsResolver } from '../catalogue/figures.resolver';
import { FlowResolver } from '../catalogue/flow.resolver';
import { NodeResolver } from '../catalogue/node.resolver';
import { DemoSignInPlacementResolver, UserPlacementResolver, ViewerPlacementResolver } from '../catalogue/placement.resolver';
import { FundingEntryFieldsResolver, ProcedureFieldsResolver, ProjectFieldsResolver } from '../catalogue/project-fields.resolver';
import { ProjectsResolver } from '../catalogue/projects.resolver';
import { ReferenceResolver, RegionFieldsResolver, SectorFieldsResolver } from '../catalogue/reference.resolver';
import { SectionFieldsResolver, SectionsResolver } from '../catalogue/sections.resolver';
import { SectionWorksResolver } from '../catalogue/section-works.resolver';
import { WaterReportResolver } from '../catalogue/water-report.resolver';
import { WaterTablesResolver } from '../catalogue/water-tables.resolver';
import { SectionResultsResolver, WaterResolver } from '../catalogue/water.resolver';
import { SectionSpansResolver, WaterSeriesResolver } from '../catalogue/water-series.resolver';
import { TaskFieldsResolver, TasksResolver } from '../catalogue/tasks.resolver';
import { TaskResolver } from '../dispatch/task.resolver';
import { FundingResolver } from '../funding/funding.resolver';
import { LedgerResolver } from '../ledgers/ledger.resolver';
import { ChangesResolver, MapsResolver } from '../live/live.resolver';
import { PortfolioResolver } from '../portfolio/portfolio.resolver';

/** Where the schema is emitted to and checked in. */
export const SCHEMA_FILE = path.join('schema', 'schema.graphql');

/**
 * Text that no engine could store as it is stops at the door, in any argument of any field. Only fields that have
 * arguments are wrapped: a middleware of the library would cost every plain property of every row a promise.
 */
function admitOnlyStorableText(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!field.args.length || !resolve) continue;
      field.resolve = (source, args: Record<string, unknown>, context, info) => {
        for (const name in args) checkTexts(args[name], name);
        return resolve(source, args, context, info) as unknown;
      };
    }
  }
}

/** The whole API. */
export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      SignInResolver, UserResolver,
      ReferenceResolver, RegionFieldsResolver, SectorFieldsResolver,
      UserPlacementResolver, ViewerPlacementResolver, DemoSignInPlacementResolver,
      ProjectsResolver, ProjectFieldsResolver, FundingEntryFieldsResolver, ProcedureFieldsResolver,
      SectionsResolver, SectionFieldsResolver, WaterResolver, SectionResultsResolver, WaterTablesResolver, WaterReportResolver, SectionWorksResolver, FlowResolver, NodeResolver, LedgerResolver, FundingDeskResolver, AnnualFieldsResolver,
      FiguresResolver, IndicatorFieldsResolver, CompensationResolver,
      TasksResolver, TaskFieldsResolver, TaskResolver,
      WaterSeriesResolver, SectionSpansResolver,
      PortfolioResolver, FundingResolver,
      MapsResolver, ChangesResolver,
    ],
    orphanedTypes: [],
    validate: false,
    // Required by the library, used by nobody: streams are served by the fan-out.
    pubSub: { publish: () => undefined, subscribe: () => { throw new Error('streams are served by the fan-out'); } },
  });
  // The library has no way to describe the roots.
  schema.getQueryType()!.description = 'What can be asked. Fields that may be refused are nullable, so that one refusal does not blank the page.';
  schema.getMutationType()!.description = 'What can be changed. Every input takes an idempotencyKey; warnings do not stop the write.';
  schema.getSubscriptionType()!.description = 'What can be watched, over WebSocket (graphql-transport-ws): a snapshot first, then patches; `after` resumes.';
  admitOnlyStorableText(schema);
  return schema;
}

/** The schema as it is checked in. */
export const emitSchema = (schema: GraphQLSchema): string => `${printSchema(schema)}\n`;

