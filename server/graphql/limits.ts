import { getOperationAST, type DocumentNode, type GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator, type ComplexityEstimator } from 'graphql-query-complexity';
import { refuse } from '../api/refusal';

/** What one request may cost: 500 works with 500 entries of money each stay below, pages nested three deep do not. */
export const COMPLEXITY_LIMIT = 2_000_000;

/** What a whole programme on another day costs. */
const ANOTHER_DAY = 5_000;

/** A list that is paged costs its page; a list that is not costs a few. */
const pages: ComplexityEstimator = ({ type, args, childComplexity, field }) => {
  // Another day is reckoned afresh for every work.
  if (type.name === 'Query' && typeof args.asOf === 'string') return ANOTHER_DAY + (typeof args.first === 'number' ? Math.min(Math.max(args.first, 1), 500) : 5) * Math.max(1, childComplexity);
  if (typeof args.first === 'number') return 1 + Math.min(Math.max(args.first, 1), 500) * Math.max(1, childComplexity);
  if (/^\[/.test(String(field.type)) && childComplexity > 0) return 1 + 5 * childComplexity;
  return undefined;
};

/** @throws Refusal TOO_COMPLEX */
export function checkComplexity(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined | null, variables: Record<string, unknown>): void {
  // Which operation is meant is for whoever runs it to say.
  if (!getOperationAST(document, operationName)) return;
  const complexity = getComplexity({
    schema,
    query: document,
    operationName: operationName ?? undefined,
    variables,
    estimators: [fieldExtensionsEstimator(), pages, simpleEstimator({ defaultComplexity: 1 })],
  });
  if (complexity > COMPLEXITY_LIMIT) throw refuse('TOO_COMPLEX', { complexity, limit: COMPLEXITY_LIMIT });
}
