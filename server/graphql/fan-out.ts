import { execute, getArgumentValues, getVariableValues, GraphQLError, Kind, OperationTypeNode, print, type ExecutionArgs, type ExecutionResult, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { refuse } from '../api/refusal';
import { signedIn } from '../access/context';
import { audienceOf, may } from '../access/policy';
import type { LiveContext } from '../live/live.resolver';
import type { Watched } from '../live/watch';

/** Answers kept so that others who watch the same need not have theirs reckoned again: so many, and of so many marks in all. */
const ANSWERS_KEPT = 2000;
const MARKS_KEPT = 40_000;

/**
 * Serves subscriptions. All who watch the same (operation, variables other than the cursor, audience) share one execution
 * an update: whoever comes first reckons it, the others get the same result.
 */
export class FanOut {
  private readonly answers = new Map<string, { answer: Promise<ExecutionResult>; marks: number }>();
  private marks = 0;

  /** Executions that were not shared: for tests and metrics. */
  executions = 0;

  /** What graphql-ws calls instead of graphql-js's `subscribe`. A refusal is an answer, never a throw: that would close the socket. */
  readonly subscribe = async (args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> => {
    try {
      const { operation, name, field } = rootField(args);
      const { coerced, errors } = getVariableValues(args.schema, operation.variableDefinitions ?? [], args.variableValues ?? {});
      if (!coerced) return { errors };
      const source = await this.open(name, field, args, coerced);
      return this.answered(source, name, this.groupOf(args, field), args);
    } catch (error) {
      return { errors: [error instanceof GraphQLError ? error : new GraphQLError((error as Error).message, { originalError: error as Error })] };
    }
  };

  private async open(name: string, field: FieldNode, args: ExecutionArgs, variables: Record<string, unknown>): Promise<AsyncIterableIterator<Watched<unknown>>> {
    const context = args.contextValue as LiveContext;
    const identity = signedIn(context);
    const definition = args.schema.getSubscriptionType()!.getFields()[name];
    const { after } = getArgumentValues(definition, field, variables) as { after?: string | null };
    const cursor = after ?? null;
    if (!may(identity, name === 'changes' ? 'VIEW_CHANGES' : 'VIEW_MAPS')) throw refuse('FORBIDDEN');
    await context.hub.present();
    if (name === 'changes') return context.hub.changes.watch(identity, cursor);
    const feeds = { progressMap: context.hub.progress, distributionMap: context.hub.distribution, waterMap: context.hub.water };
    return feeds[name as keyof typeof feeds].watch(cursor);
  }

  private groupOf({ document, operationName, variableValues, contextValue }: ExecutionArgs, field: FieldNode): string {
    const after = field.arguments?.find((argument) => argument.name.value === 'after')?.value;
    const cursorVariable = after?.kind === Kind.VARIABLE ? after.name.value : null;
    const variables = Object.entries(variableValues ?? {}).filter(([variable]) => variable !== cursorVariable);
    return JSON.stringify([audienceOf(signedIn(contextValue as LiveContext)), operationName ?? null, variables, print(document)]);
  }

  private answered(source: AsyncIterableIterator<Watched<unknown>>, name: string, group: string, args: ExecutionArgs): AsyncIterableIterator<ExecutionResult> {
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => {
        const { done, value } = await source.next();
        if (done) return { done: true, value: undefined };
        return { done: false, value: await this.answer(`${group} ${value.key}`, name, value.value, args) };
      },
      return: async () => {
        await source.return?.();
        return { done: true, value: undefined };
      },
      throw: async () => {
        await source.return?.();
        return { done: true, value: undefined };
      },
    };
  }

  private answer(key: string, name: string, update: unknown, args: ExecutionArgs): Promise<ExecutionResult> {
    const kept = this.answers.get(key);
    if (kept) return kept.answer;
    this.executions += 1;
    const answer = Promise.resolve(execute({ ...args, rootValue: { [name]: update } }));
    const { marks, changed } = update as { marks?: unknown[]; changed?: unknown[] };
    this.keep(key, { answer, marks: (marks ?? changed ?? []).length });
    return answer;
  }

  private keep(key: string, answer: { answer: Promise<ExecutionResult>; marks: number }): void {
    this.answers.set(key, answer);
    this.marks += answer.marks;
    for (const [oldest, { marks }] of this.answers) {
      if (this.answers.size <= ANSWERS_KEPT && this.marks <= MARKS_KEPT) return;
      this.answers.delete(oldest);
      this.marks -= marks;
    }
  }
}

/** The one root field of a subscription; validation has made sure that there is one. */
function rootField({ document, operationName }: ExecutionArgs): { operation: OperationDefinitionNode; name: string; field: FieldNode } {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION && (!operationName || definition.name?.value === operationName));
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.SUBSCRIPTION) throw new GraphQLError('not a subscription');
  const find = (set: SelectionSetNode): FieldNode | null => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) return find(selection.selectionSet);
      const fragment = document.definitions.find((definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value);
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) return find(fragment.selectionSet);
    }
    return null;
  };
  const field = find(operation.selectionSet);
  if (!field) throw new GraphQLError('the subscription selects nothing');
  return { operation, name: field.name.value, field };
}
