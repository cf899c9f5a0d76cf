import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { Kind, OperationTypeNode, parse, type DocumentNode } from 'graphql';
import type { Identity } from '../api/identity';
import { audienceOf } from '../access/policy';
import { latestSeq } from '../database/change-log';
import type { Services } from './context';

/**
 * Root fields whose answer depends on nothing but the changes known, the day, the audience and the request. What is left
 * out depends on the account itself or on the machine asked from, such as `viewer`, `users`, `demonstration`.
 */
const KEEPABLE = new Set([
  '__typename', 'projects', 'project', 'summary', 'stageTimeline', 'progressMap', 'distributionMap', 'waterMap',
  'regions', 'sectors', 'departments', 'categories', 'lists', 'programme', 'section', 'sections', 'changes', 'ledgers', 'ledger',
]);

const BYTES_KEPT = 64 * 1024 * 1024;
const QUESTIONS_KEPT = 2000;
/** Longer questions are not remembered, so that what is remembered stays bounded. */
const QUESTION_LIMIT = 20_000;

/** Ready answers, the most recently used last; the oldest go when there are too many bytes. */
class Answers {
  private readonly answers = new Map<string, Buffer>();
  private bytes = 0;

  get(key: string): Buffer | undefined {
    const answer = this.answers.get(key);
    if (answer) {
      this.answers.delete(key);
      this.answers.set(key, answer);
    }
    return answer;
  }

  set(key: string, answer: Buffer): void {
    // Several may have asked at once and made the same answer.
    this.bytes += answer.length - (this.answers.get(key)?.length ?? 0);
    this.answers.set(key, answer);
    for (const [oldest, dropped] of this.answers) {
      if (this.bytes <= BYTES_KEPT) break;
      this.answers.delete(oldest);
      this.bytes -= dropped.length;
    }
  }
}

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
export function keptAnswers({ database, clock }: Services, identityOf: (res: Parameters<RequestHandler>[1]) => Identity | null): RequestHandler {
  const answers = new Answers();
  const questions = new Questions();
  return async (req, res, next) => {
    const { query, variables, operationName } = (req.body ?? {}) as { query?: unknown; variables?: unknown; operationName?: unknown };
    const identity = identityOf(res);
    const name = typeof operationName === 'string' ? operationName : null;
    if (req.method !== 'POST' || !identity || typeof query !== 'string' || query.length > QUESTION_LIMIT || !questions.areKeepable(query, name)) return next();
    // Another form of answer was asked for than the one that is kept.
    if (/graphql-response/.test(req.headers.accept ?? '')) return next();
    const seq = await latestSeq(database.read);
    const key = createHash('sha256')
      .update(JSON.stringify([seq, clock.today(), audienceOf(identity), name, query, variables ?? null]))
      .digest('base64');
    const ready = answers.get(key);
    if (ready) {
      res.set('content-type', 'application/json; charset=utf-8').set('cache-control', 'no-store').end(ready);
      return;
    }
    const send = res.send.bind(res);
    res.send = (body: unknown) => {
      // Apollo writes `errors` before `data`: an answer that begins with data has none.
      if (res.statusCode === 200 && typeof body === 'string' && body.startsWith('{"data":')) answers.set(key, Buffer.from(body));
      return send(body);
    };
    next();
  };
}
