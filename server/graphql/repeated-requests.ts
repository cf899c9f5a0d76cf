import { hash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Metrics } from '../http/metrics';
import type { Services } from './context';
import { sendReady, type ReadyAnswers } from './ready-answers';

/** Longer bodies, and more of them, are not remembered. */
const BODY_LIMIT = 64 * 1024;
const REQUESTS_KEPT = 5000;

/** How long a sign-in holds here that may have been ended by another hand, ms. */
const SIGN_IN_HOLDS = 1000;

/** What an answer depends on beside the request. */
interface Ground {
  /** Under which the answer is kept. */
  key: string;
  /** The last change that it knows. */
  seq: number;
  day: string;
  /** Until when who asks is who it was, unless something is written; epoch milliseconds. */
  until: number;
}

/** A request as it came, and what this process had written before anything was looked up for it. */
interface Arrival {
  digest: string;
  commits: number;
  /** Milliseconds of the machine's steady clock. */
  at: number;
}

/**
 * Answers requests that were answered before, byte for byte the same, before anything else looks at them: the web
 * framework, the reading of JSON and two statements cost several times what is left.
 *
 * Why such an answer is still right. A request is known by its bytes and by every header that its answer could depend on,
 * credentials among them. It was refused or answered by the long way first, and only good answers are kept. Who asks and
 * what is true follow from the database, the clock and the day:
 *
 * - While this process has committed nothing since (`Database.commits`), nothing that it read has changed by its own
 *   hand: no change record, no sign-in ended, no role moved. Every write moves that number before it is acknowledged, so
 *   whoever wrote, signed out or was moved is never answered from before. On SQLite nobody else writes.
 * - Elsewhere other servers write too. The number of the last change is asked for after the request has come, one
 *   question for all who wait, so a change made anywhere counts at once, roles and passwords being recorded changes. A
 *   session or token that was ended on another server is no change; it holds here for a second at most.
 * - A session ends by itself at a known time, and the day turns: both are held against the clock at every request.
 *
 * What does not pass goes the long way, and is remembered anew there.
 */
export class RepeatedRequests {
  private readonly grounds = new Map<string, Ground & Omit<Arrival, 'digest'>>();
  private readonly arrivals = new WeakMap<IncomingMessage, Arrival>();

  constructor(
    private readonly services: Pick<Services, 'database' | 'clock'>,
    private readonly answers: ReadyAnswers,
    private readonly metrics: Metrics,
  ) {}

  /** Stands before `theLongWay`. */
  before(theLongWay: RequestListener): RequestListener {
    return (req, res) => {
      const length = lengthOf(req);
      if (length === 0) return theLongWay(req, res);
      readWhole(req, length, (body) => {
        const { database } = this.services;
        const digest = digestOf(req, body);
        const arrival = { digest, commits: database.commits, at: performance.now() };
        const otherwise = () => {
          this.arrivals.set(req, arrival);
          theLongWay(req, res);
        };
        const ground = this.holding(digest);
        if (ground && database.engine === 'sqlite' && this.answer(ground, res, arrival)) return;
        // Back, for whoever reads it next; later its end would have been told.
        req.unshift(body);
        if (!ground || database.engine === 'sqlite') return otherwise();
        // Held against everything once more when the number is there: time has passed.
        database.latest().then((seq) => void ((this.holding(digest)?.seq === seq && this.answer(ground, res, arrival)) || otherwise()), otherwise);
      });
    };
  }

  /** Remembers what the answer to a request that came this way rests on. */
  keep(req: IncomingMessage, ground: Ground): void {
    const arrival = this.arrivals.get(req);
    if (!arrival) return;
    const { digest, ...when } = arrival;
    this.grounds.delete(digest);
    this.grounds.set(digest, { ...ground, ...when });
    if (this.grounds.size > REQUESTS_KEPT) this.grounds.delete(this.grounds.keys().next().value!);
  }

  /** What an earlier answer to the request rests on, if it holds still. */
  private holding(digest: string): Ground | null {
    const ground = this.grounds.get(digest);
    if (!ground) return null;
    const { database, clock } = this.services;
    const holds =
      ground.commits === database.commits &&
      clock.now().getTime() <= ground.until &&
      clock.today() === ground.day &&
      performance.now() - ground.at < SIGN_IN_HOLDS;
    return holds ? ground : null;
  }

  /** @returns whether the answer was still there. */
  private answer({ key }: Ground, res: ServerResponse, { at }: Arrival): boolean {
    const ready = this.answers.get(key);
    if (!ready) return false;
    sendReady(res, ready);
    this.metrics.observeRepeated(performance.now() - at);
    return true;
  }
}

/** The length of a body that may be a repetition; 0 for any other request. */
function lengthOf({ method, url, headers }: IncomingMessage): number {
  if (method !== 'POST' || url !== '/graphql' || headers['content-encoding'] !== undefined) return 0;
  if (!headers['content-type']?.startsWith('application/json')) return 0;
  const length = Number(headers['content-length'] ?? 0);
  return length > 0 && length <= BODY_LIMIT ? length : 0;
}

/** What was last asked on a line: the next is often the same. */
const lastAsked = new WeakMap<Socket, { text: string; digest: string }>();
const TEXT_KEPT = 4096;

/**
 * Everything that the answer to a body can depend on and that the request brings. Headers hold no line feeds, and the
 * body's bytes stand for themselves.
 */
function digestOf({ headers: { host, origin, authorization, cookie, accept, 'content-type': type }, socket }: IncomingMessage, body: Buffer): string {
  const text = `${host ?? '\0'}\n${origin ?? '\0'}\n${authorization ?? '\0'}\n${cookie ?? '\0'}\n${accept ?? '\0'}\n${type}\n${body.toString('latin1')}`;
  const last = lastAsked.get(socket);
  if (last?.text === text) return last.digest;
  const digest = hash('sha256', text, 'hex');
  if (text.length <= TEXT_KEPT) lastAsked.set(socket, { text, digest });
  return digest;
}

/** Reads a body, and leaves the request short of its end. A body that never comes whole is left to time out. */
function readWhole(req: IncomingMessage, length: number, then: (body: Buffer) => void): void {
  const parts: Buffer[] = [];
  let read = 0;
  const take = () => {
    for (let part = req.read() as Buffer | null; part !== null; part = req.read() as Buffer | null) {
      parts.push(part);
      read += part.length;
      if (read >= length) break;
    }
    if (read < length) return;
    req.off('readable', take);
    then(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  };
  req.on('readable', take);
}
