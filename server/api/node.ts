import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { globalId } from './ids';
import { CursorScalar } from './scalars';

/** Implemented by every type that has a global id. */
@InterfaceType({ description: 'An object with a global id (Relay object identification).', resolveType: (value: object) => value.constructor.name })
export abstract class Node {
  /** The row's key; the API shows only the global id made from it. */
  id: number;

  @Field(() => ID, { name: 'id', description: 'The global id.' })
  get nodeId(): string {
    return globalId(this.constructor.name, this.id);
  }
}

@ObjectType({ description: 'Where a page stands in its list (Relay connections).' })
export class PageInfo {
  @Field({ description: 'Whether more rows follow.' })
  hasNextPage: boolean;

  @Field({ description: 'Whether rows came before.' })
  hasPreviousPage: boolean;

  @Field(() => CursorScalar, { nullable: true, description: "The first row's cursor; null on an empty page." })
  startCursor: string | null;

  @Field(() => CursorScalar, { nullable: true, description: "The last row's cursor, to be sent as `after`; null on an empty page." })
  endCursor: string | null;
}

/** The parts of a Relay connection that follow from its edges and from what lies on either side of them. */
export function pageOf<Row>(edges: { cursor: string; node: Row }[], hasPreviousPage: boolean, hasNextPage: boolean): { edges: typeof edges; nodes: Row[]; pageInfo: PageInfo } {
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

@ObjectType({ description: 'Something worth a second look that did not stop the write.' })
export class Warning {
  @Field({ description: 'A stable name, e.g. FUNDS_ABOVE_PLAN.' })
  code: string;

  @Field({ description: 'A sentence for the person who wrote.' })
  message: string;

  @Field(() => String, { nullable: true, description: 'The input field that it is about.' })
  field: string | null;
}
