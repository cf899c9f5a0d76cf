import { randomBytes } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, Kind, visit, type ArgumentNode, type ASTNode, type DocumentNode, type GraphQLFormattedError, type ObjectFieldNode, type ValueNode } from 'graphql';
import { Refusal, refuse, type Language } from '../api/refusal';

/** Told of every fault that is ours. */
export type FaultLog = (reference: string, error: unknown) => void;

const PROGRAMMING = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/**
 * Turns whatever went wrong into what the client sees: a refusal with its code, field and sentence; a value that a
 * scalar or an enum refused as BAD_USER_INPUT naming the field; a mistake in the query as graphql-js words it; and
 * everything else as INTERNAL_SERVER_ERROR with a reference that the log has too.
 */
export function showError(error: unknown, language: Language, log: FaultLog, document?: DocumentNode): GraphQLFormattedError {
  const graphqlError = error instanceof GraphQLError ? error : new GraphQLError((error as Error)?.message ?? String(error), { originalError: error as Error });
  const cause = unwrapResolverError(graphqlError) as Error | null | undefined;
  const place = { ...(graphqlError.locations && { locations: graphqlError.locations }), ...(graphqlError.path && { path: graphqlError.path }) };
  const refusal = refusalIn(cause) ?? refusalIn(graphqlError.originalError);
  const badInput = inputFault(graphqlError, document);
  if (refusal) return { ...showRefusal(refusal, language, refusal.detail.field ?? badInput?.field ?? undefined), ...place };
  if (badInput) return { ...showRefusal(inWords(graphqlError.message, badInput.field ?? undefined), language), ...place };
  const code = graphqlError.extensions.code;
  const ours = graphqlError.originalError || graphqlError.path;
  if (!ours || (typeof code === 'string' && PROGRAMMING.has(code))) {
    return { message: graphqlError.message, extensions: { code: typeof code === 'string' ? code : 'GRAPHQL_VALIDATION_FAILED' }, ...place };
  }
  const reference = randomBytes(6).toString('hex');
  log(reference, cause ?? graphqlError);
  return { ...showRefusal(refuse('INTERNAL', { reference }), language), ...place };
}

const refusalIn = (error: unknown): Refusal | null =>
  error instanceof Refusal ? error : error instanceof GraphQLError && error.originalError ? refusalIn(error.originalError) : null;

function showRefusal(refusal: Refusal, language: Language, field = refusal.detail.field): GraphQLFormattedError {
  const { currentVersion } = refusal.detail;
  return { message: refusal.in(language), extensions: { code: refusal.code, ...(field && { field }), ...(currentVersion !== undefined && { currentVersion }) } };
}

/** What graphql-js found wrong with a value, in words for whoever typed it; its own would repeat the whole input, passwords too. */
function inWords(message: string, field: string | undefined): Refusal {
  if (/was not provided|not to be null|must not be null|Expected non-nullable/.test(message)) return refuse('REQUIRED', { field });
  if (/is not defined by type/.test(message)) return refuse('UNKNOWN_MEMBER', { field });
  if (/(Int|Float) cannot represent/.test(message)) return refuse('BAD_NUMBER', { field });
  const choice = /Value "([^"]{1,60})" does not exist in/.exec(message)?.[1];
  return choice === undefined ? refuse('BAD_INPUT', { field }) : refuse('BAD_CHOICE', { field, value: choice });
}

/** 'Variable "$input" got invalid value "x" at "input.amount"; …' of graphql-js. */
const VARIABLE = /^Variable "\$(\w+)"(?: got invalid value .*? at "([\w.[\]]+)"; )?/s;

/** '… Field "code" of required type "String!" was not provided.': what is missing, or too much, has no place of its own. */
const MEMBER = /(?:^|; )Field "(?:\w+\.)?(\w+)" (?:of required type "[^"]+" was not provided|is not defined by type "[^"]+")[^;]*$/;

/** Whether graphql-js refused a value, as a variable or as a literal, and of which field. */
function inputFault(error: GraphQLError, document?: DocumentNode): { field: string | null } | null {
  const variable = VARIABLE.exec(error.message);
  if (variable && !error.path) {
    const [, name, inside = name] = variable;
    const argument = (document && argumentOf(name, document)) ?? name;
    const member = MEMBER.exec(error.message)?.[1];
    return { field: `${argument}${inside.slice(name.length)}${member ? `.${member}` : ''}`.replaceAll(/\[(\d+)\]/g, '.$1') };
  }
  const node = error.nodes?.[0];
  if (error.path || !node || !isValue(node) || !/cannot represent|does not exist in|Expected value of type|Expected type|is not defined by type|was not provided|invalid value/.test(error.message)) return null;
  const place = document ? pathOf(node, document) : null;
  const missing = node.kind === Kind.OBJECT ? MEMBER.exec(error.message)?.[1] : undefined;
  return { field: place && missing ? `${place}.${missing}` : place };
}

const VALUES = new Set<string>([Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN, Kind.ENUM, Kind.NULL, Kind.LIST, Kind.OBJECT, Kind.OBJECT_FIELD]);
const isValue = (node: ASTNode): node is ValueNode => VALUES.has(node.kind);

/** Where a literal stands in its document, which may have been parsed anew: "input.amount". */
const pathOf = (wanted: ASTNode, document: DocumentNode): string | null => placeOf(({ kind, loc }) => kind === wanted.kind && loc?.start === wanted.loc?.start, document);

/** The argument that a variable is given to, whatever the variable is called; null where it is given to none. */
const argumentOf = (name: string, document: DocumentNode): string | null => placeOf((node) => node.kind === Kind.VARIABLE && node.name.value === name, document);

const isNamedPlace = ({ kind }: ASTNode): boolean => kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD;

function placeOf(wanted: (node: ASTNode) => boolean, document: DocumentNode): string | null {
  let found: string | null = null;
  visit(document, {
    enter(node, _key, _parent, path) {
      if (found !== null || !wanted(node)) return undefined;
      const steps: string[] = [];
      let at: unknown = document;
      path.forEach((key, i) => {
        at = (at as Record<string | number, unknown>)[key];
        if (path[i - 1] === 'values') steps.push(String(key));
        else if (isNamedPlace(at as ASTNode)) steps.push((at as ArgumentNode | ObjectFieldNode).name.value);
      });
      found = steps.join('.') || null;
      return undefined;
    },
  });
  return found;
}
