import path from 'node:path';
import { printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type MiddlewareFn } from 'type-graphql';
import { checkTexts } from '../api/text';
import { SignInResolver } from '../access/sign-in.resolver';
import { UserResolver } from '../access/user.resolver';
import { NodeResolver } from '../catalogue/node.resolver';
import { DemoSignInPlacementResolver, UserPlacementResolver, ViewerPlacementResolver } from '../catalogue/placement.resolver';
import { FundingEntryFieldsResolver, ProcedureFieldsResolver, ProjectFieldsResolver } from '../catalogue/project-fields.resolver';
import { ProjectsResolver } from '../catalogue/projects.resolver';
import { ReferenceResolver, RegionFieldsResolver, SectorFieldsResolver } from '../catalogue/reference.resolver';
import { SectionFieldsResolver, SectionsResolver } from '../catalogue/sections.resolver';
import { FundingResolver } from '../funding/funding.resolver';
import { ChangesResolver, MapsResolver } from '../live/live.resolver';
import { PortfolioResolver } from '../portfolio/portfolio.resolver';

/** Where the schema is emitted to and checked in. */
export const SCHEMA_FILE = path.join('schema', 'schema.graphql');

/** Text that no engine could store as it is stops at the door, in any argument of any field. */
const onlyStorableText: MiddlewareFn = ({ args }, next) => {
  for (const name in args) checkTexts(args[name], name);
  return next();
};

/** The whole API. */
export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      SignInResolver, UserResolver,
      ReferenceResolver, RegionFieldsResolver, SectorFieldsResolver,
      UserPlacementResolver, ViewerPlacementResolver, DemoSignInPlacementResolver,
      ProjectsResolver, ProjectFieldsResolver, FundingEntryFieldsResolver, ProcedureFieldsResolver,
      SectionsResolver, SectionFieldsResolver, NodeResolver,
      PortfolioResolver, FundingResolver,
      MapsResolver, ChangesResolver,
    ],
    orphanedTypes: [],
    validate: false,
    globalMiddlewares: [onlyStorableText],
    // Required by the library, used by nobody: streams are served by the fan-out.
    pubSub: { publish: () => undefined, subscribe: () => { throw new Error('streams are served by the fan-out'); } },
  });
  // The library has no way to describe the roots.
  schema.getQueryType()!.description = 'What can be asked. Fields that may be refused are nullable, so that one refusal does not blank the page.';
  schema.getMutationType()!.description = 'What can be changed. Every input takes an idempotencyKey; warnings do not stop the write.';
  schema.getSubscriptionType()!.description = 'What can be watched, over WebSocket (graphql-transport-ws): a snapshot first, then patches; `after` resumes.';
  return schema;
}

/** The schema as it is checked in. */
export const emitSchema = (schema: GraphQLSchema): string => `${printSchema(schema)}\n`;

