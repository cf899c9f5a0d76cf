import type { DocumentNode, GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator, type ComplexityEstimator } from 'graphql-query-complexity';
import { refuse } from '../api/refusal';

/** What one request may cost: a page of 500 works with all it nests stays below, a page of pages does not. */
export const COMPLEXITY_LIMIT = 250_000;

/** A list that is paged costs its page; a list that is not costs a few. */
const pages: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (typeof args.first === 'number') return 1 + Math.min(Math.max(args.first, 1), 500) * Math.max(1, childComplexity);
  if (/^\[/.test(String(field.type)) && childComplexity > 0) return 1 + 5 * childComplexity;
  return undefined;
};

/** @throws Refusal TOO_COMPLEX */
export function checkComplexity(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined | null, variables: Record<string, unknown>): void {
  const complexity = getComplexity({
    schema,
    query: document,
    operationName: operationName ?? undefined,
    variables,
    estimators: [fieldExtensionsEstimator(), pages, simpleEstimator({ defaultComplexity: 1 })],
  });
  if (complexity > COMPLEXITY_LIMIT) throw refuse('TOO_COMPLEX', { complexity, limit: COMPLEXITY_LIMIT });
}
