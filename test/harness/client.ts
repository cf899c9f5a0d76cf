import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { Stream } from './stream';

export interface ShownError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; field?: string; currentVersion?: number };
}

// What tests read is whatever they asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = Record<string, any>;
export interface Answer {
  data: Data | null;
  errors?: ShownError[];
}
export type Variables = Record<string, unknown>;

/** Somebody who speaks GraphQL to the server, over HTTP and over one WebSocket. */
export class TestClient {
  private socket: Client | null = null;
  private readonly streams = new Set<Stream<Answer>>();

  /** @param headers how it says who it is: a cookie or a token, and its language */
  constructor(readonly url: string, readonly headers: Readonly<Record<string, string>>) {}

  /** Over HTTP. */
  async query(query: string, variables: Variables = {}): Promise<Answer> {
    const response = await this.post({ query, variables });
    const text = await response.text();
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw new Error(`HTTP ${response.status}: ${text.slice(0, 300)}`);
    }
  }

  /** Over HTTP, the bare response. */
  post(body: unknown): Promise<Response> {
    return fetch(`${this.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...this.headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  }

  /** Over HTTP. @throws Error when there is any error. */
  async must(query: string, variables: Variables = {}): Promise<Data> {
    const { data, errors } = await this.query(query, variables);
    if (errors) throw new Error(`${errors.map(({ message, extensions }) => `${message} ${JSON.stringify(extensions)}`).join('; ')}`);
    return data!;
  }

  /** Over HTTP, something that is to be refused. @returns its only error. @throws Error when there is none. */
  async refused(query: string, variables: Variables = {}): Promise<ShownError> {
    const { data, errors } = await this.query(query, variables);
    if (errors?.length !== 1) throw new Error(`expected one error, got ${JSON.stringify({ data, errors })}`);
    return errors[0];
  }

  /** Over WebSocket: a query or a mutation. */
  async ws(query: string, variables: Variables = {}): Promise<Answer> {
    const stream = this.subscribe(query, variables);
    try {
      return await stream.next();
    } finally {
      stream.close();
    }
  }

  /** Over WebSocket: a stream. Parse, validation and limit errors come as an answer too. */
  subscribe(query: string, variables: Variables = {}): Stream<Answer> {
    const { authorization, ...upgrade } = this.headers;
    this.socket ??= createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers: upgrade });
        }
      },
      connectionParams: authorization === undefined ? {} : { authorization },
      retryAttempts: 0,
      lazyCloseTimeout: 0,
    });
    const stream = new Stream<Answer>();
    stream.stopper = this.socket.subscribe<Data>({ query, variables }, {
      next: (answer) => stream.push(answer as unknown as Answer),
      error: (error) => (Array.isArray(error) ? (stream.push({ data: null, errors: error as unknown as ShownError[] }), stream.end()) : stream.end(error)),
      complete: () => stream.end(),
    });
    this.streams.add(stream);
    return stream;
  }

  /** Closes its socket and streams. */
  async close(): Promise<void> {
    for (const stream of this.streams) stream.close();
    await this.socket?.dispose();
    this.socket = null;
  }
}
