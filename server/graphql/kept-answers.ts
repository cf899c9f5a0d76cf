import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { Kind, OperationTypeNode, parse, type DocumentNode } from 'graphql';
import { audienceOf } from '../access/policy';
import type { Recognised } from '../access/sessions';
import type { Services } from './context';
import { answerSent, sendReady, type ReadyAnswers } from './ready-answers';
import type { RepeatedRequests } from './repeated-requests';

/**
 * Root fields whose answer depends on nothing but the changes known, the day, the audience and the request. What is left
 * out depends on the account itself or on the machine asked from, such as `viewer`, `users`, `demonstration`.
 */
const KEEPABLE = new Set([
  '__typename', 'projects', 'project', 'summary', 'stageTimeline', 'progressMap', 'distributionMap', 'waterMap', 'waterSummary', 'flowTable', 'flows', 'replenishment', 'waterRanking', 'missedTargets', 'riverResults', 'waterReport',
  'waterIndicators', 'waterTimeline',
  'regions', 'sectors', 'departments', 'categories', 'lists', 'programme', 'section', 'sections', 'changes', 'ledgers', 'ledger', 'fundingTable', 'fundingMonths', 'tasks', 'taskDocuments',
  'indicators', 'indicatorRanking', 'compensation', 'compensationSchemes',
]);

const QUESTIONS_KEPT = 2000;
/** Longer questions are not remembered, so that what is remembered stays bounded. */
const QUESTION_LIMIT = 20_000;

/** Whether a request asks for nothing but keepable fields; remembered, since screens ask the same again and again. */
class Questions {
  private readonly known = new Map<string, boolean>();

  areKeepable(query: string, operationName: string | null): boolean {
    const key = `${operationName ?? ''}\n${query}`;
    let keepable = this.known.get(key);
    if (keepable === undefined) {
      keepable = this.look(query, operationName);
      if (this.known.size >= QUESTIONS_KEPT) this.known.clear();
      this.known.set(key, keepable);
    }
    return keepable;
  }

  private look(query: string, operationName: string | null): boolean {
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch {
      // Apollo says what is wrong with it.
      return false;
    }
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const operation = operations.find(({ name }) => !operationName || name?.value === operationName);
    return operation?.operation === OperationTypeNode.QUERY && operation.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && KEEPABLE.has(selection.name.value));
  }
}

/**
 * Keeps ready answers in front of Apollo until something changes. The number of the last change is read before the
 * answer is looked up or made, so an answer is never older than its key, and whoever wrote reads at least the own write.
 * Only complete answers without errors are kept.
 */
export function keptAnswers({ database, clock }: Services, recognisedOf: (res: Parameters<RequestHandler>[1]) => Recognised | null, answers: ReadyAnswers, repeated: RepeatedRequests): RequestHandler {
  const questions = new Questions();
  return async (req, res, next) => {
    const { query, variables, operationName } = (req.body ?? {}) as { query?: unknown; variables?: unknown; operationName?: unknown };
    const recognised = recognisedOf(res);
    const name = typeof operationName === 'string' ? operationName : null;
    if (req.method !== 'POST' || !recognised || typeof query !== 'string' || query.length > QUESTION_LIMIT || !questions.areKeepable(query, name)) return next();
    // Another form of answer was asked for than the one that is kept.
    if (/graphql-response/.test(req.headers.accept ?? '')) return next();
    const seq = await database.latest();
    const day = clock.today();
    const key = createHash('sha256')
      .update(JSON.stringify([seq, day, audienceOf(recognised.identity), name, query, variables ?? null]))
      .digest('base64');
    const ground = { key, seq, day, until: recognised.until };
    const ready = answers.get(key);
    if (ready) {
      repeated.keep(req, ground);
      return sendReady(res, ready);
    }
    const send = res.send.bind(res);
    res.send = (body: unknown) => {
      const sent = send(body);
      // Apollo writes `errors` before `data`: an answer that begins with data has none.
      const answer = res.statusCode === 200 && typeof body === 'string' && body.startsWith('{"data":') ? answerSent(res, body) : null;
      if (answer) {
        answers.set(key, answer);
        repeated.keep(req, ground);
      }
      return sent;
    };
    next();
  };
}
