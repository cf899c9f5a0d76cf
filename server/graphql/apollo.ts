import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { drainer } from '../http/drain';
import type { Metrics } from '../http/metrics';
import { showError, type FaultLog } from './errors';
import { checkComplexity } from './limits';
import type { OperationContext } from './context';

/** How long answers under way have when the server stops, ms. */
const GRACE = 3000;

export interface ApolloOptions {
  schema: GraphQLSchema;
  httpServer: Server;
  metrics: Metrics;
  log: FaultLog;
  /** Tells watchers to come back, while the server drains. */
  drainSockets(): Promise<void>;
}

/** GraphQL over HTTP. */
export function makeApollo({ schema, httpServer, metrics, log, drainSockets }: ApolloOptions): ApolloServer<OperationContext> {
  const drainHttp = drainer(httpServer, GRACE);
  return new ApolloServer<OperationContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // What never gets as far as an operation; everything else is worded below, where the reader's language is known.
    formatError: (formatted) => (formatted.extensions?.code === 'INTERNAL_SERVER_ERROR' ? { message: 'internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } } : formatted),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      { serverWillStart: async () => ({ drainServer: drainHttp }) },
      { serverWillStart: async () => ({ drainServer: drainSockets }) },
      limits(schema),
      wording(log),
      observing(metrics),
      { contextCreationDidFail: async ({ error }) => log('context', error) },
    ],
  });
}

const limits = (schema: GraphQLSchema): ApolloServerPlugin<OperationContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, request, operation }) => {
      if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
        throw new GraphQLError('subscriptions are served over WebSocket (graphql-transport-ws), on this path', { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
      }
      try {
        checkComplexity(schema, document, request.operationName, request.variables ?? {});
      } catch (error) {
        // Whatever a hook throws without a status is answered as a fault of ours, with 500.
        throw new GraphQLError((error as Error).message, { originalError: error as Error, extensions: { http: { status: 400 } } });
      }
    },
  }),
});

/** Words errors for the reader. */
const wording = (log: FaultLog): ApolloServerPlugin<OperationContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response, errors, contextValue, document }) => {
      if (response.body.kind !== 'single' || !errors?.length || !response.body.singleResult.errors) return;
      response.body.singleResult.errors = (errors as readonly GraphQLError[]).map((error) => showError(error, contextValue.language, log, document));
    },
  }),
});

const observing = (metrics: Metrics): ApolloServerPlugin<OperationContext> => ({
  requestDidStart: async () => {
    const start = process.hrtime.bigint();
    return {
      willSendResponse: async ({ operationName, operation, response }) => {
        const code = response.body.kind === 'single' ? response.body.singleResult.errors?.[0]?.extensions?.code : undefined;
        metrics.observeOperation({
          name: operationName,
          type: operation?.operation ?? 'unknown',
          code: typeof code === 'string' ? code : null,
          seconds: Number(process.hrtime.bigint() - start) / 1e9,
        });
      },
    };
  },
});
