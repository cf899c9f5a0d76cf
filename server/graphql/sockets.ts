import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, parse, validate, type DocumentNode, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Presented, Sessions } from '../access/sessions';
import { languageOf } from '../http/language';
import { isLocal } from '../http/local';
import { isOwnOrigin } from '../http/origin';
import { presentedBySocket } from '../http/request-identity';
import { OperationContext, type Services } from './context';
import { showError, type FaultLog } from './errors';
import type { FanOut } from './fan-out';
import { checkComplexity } from './limits';

/** Tells the client to sign in again: its session or token is no good any more. */
export const CLOSE_UNAUTHORIZED = 4401;
/** How often open sockets are held against the sessions, ms: what another server or the operator revoked ends within this. */
const RECHECK_EVERY = 5000;
const MAX_PAYLOAD = 256 * 1024;

export interface SocketOptions {
  httpServer: Server;
  schema: GraphQLSchema;
  services: Services;
  fanOut: FanOut;
  publicUrl: string | null;
  log: FaultLog;
}

type Extra = Record<PropertyKey, unknown> & { socket: WebSocket; request: IncomingMessage };

/** GraphQL over WebSocket (graphql-transport-ws): subscriptions, and queries and mutations too. */
export class Sockets {
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, handleProtocols, perMessageDeflate: false });
  /** The credentials that each open socket has used. */
  private readonly credentials = new Map<WebSocket, Set<string>>();
  private readonly cleanup;
  private readonly timer;
  private readonly stopListening;

  constructor(private readonly options: SocketOptions) {
    const { httpServer, schema, fanOut } = options;
    httpServer.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.cleanup = useServer<Record<string, unknown>, Extra>(
      {
        schema,
        subscribe: (args) => fanOut.subscribe(args as ExecutionArgs),
        onSubscribe: (ctx, _id, payload) => this.prepare(ctx.extra, ctx.connectionParams, payload),
        onNext: (ctx, _id, payload, _args, result) => (result.errors ? { ...result, errors: this.show(result.errors, ctx.extra, payload.query) } : undefined),
        onError: (ctx, _id, payload, errors) => this.show(errors, ctx.extra, payload.query),
      },
      this.server,
    );
    this.server.on('connection', (socket) => {
      this.credentials.set(socket, new Set());
      socket.on('close', () => this.credentials.delete(socket));
      // A reset connection is no fault of ours.
      socket.on('error', () => socket.terminate());
    });
    this.timer = setInterval(() => this.recheck(), RECHECK_EVERY);
    this.stopListening = this.sessions.onRevoked(() => this.recheck());
  }

  /** How many sockets are open. */
  get size(): number {
    return this.credentials.size;
  }

  /** Closes sockets whose session or token has ended, and with them their streams. */
  recheck(): void {
    void this.dropInvalid().catch((error: unknown) => this.options.log('sockets', error));
  }

  /** Closes all sockets with "going away": watchers come back by themselves. */
  async drain(): Promise<void> {
    clearInterval(this.timer);
    this.stopListening();
    await this.cleanup.dispose();
  }

  private get sessions(): Sessions {
    return this.options.services.access.sessions;
  }

  private async dropInvalid(): Promise<void> {
    const used = new Set([...this.credentials.values()].flatMap((all) => [...all]));
    if (!used.size) return;
    const valid = await this.sessions.stillValid(used);
    for (const [socket, credentials] of this.credentials) {
      // One that was first used while the database was asked is not judged by its answer.
      if ([...credentials].some((credential) => used.has(credential) && !valid.has(credential))) socket.close(CLOSE_UNAUTHORIZED, 'Unauthorized');
    }
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refuseWith = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    socket.on('error', () => socket.destroy());
    if (new URL(request.url ?? '/', 'http://x').pathname !== '/graphql') return void refuseWith('404 Not Found');
    if (!isOwnOrigin(request.headers, this.options.publicUrl)) return void refuseWith('403 Forbidden');
    this.server.handleUpgrade(request, socket, head, (webSocket) => this.server.emit('connection', webSocket, request));
  }

  /** Parses, validates and limits an operation, and finds out anew who asks. Faults are answers: a throw here would close the socket. */
  private async prepare(extra: Extra, params: Readonly<Record<string, unknown>> | undefined, payload: { query: string; operationName?: string | null; variables?: Record<string, unknown> | null }): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { schema, services } = this.options;
    try {
      const document = parse(payload.query);
      const faults = validate(schema, document);
      if (faults.length) return faults;
      checkComplexity(schema, document, payload.operationName, payload.variables ?? {});
      const contextValue = await this.contextOf(extra, presentedBySocket(extra.request, params), services);
      return { schema, document, operationName: payload.operationName, variableValues: payload.variables, contextValue };
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError((error as Error).message, { originalError: error as Error })];
    }
  }

  private async contextOf({ socket, request }: Extra, presented: Presented, services: Services): Promise<OperationContext> {
    const identity = await services.access.sessions.identify(presented);
    if (identity) this.credentials.get(socket)?.add(identity.credential);
    return new OperationContext(services, { identity, language: languageOf(request.headers['accept-language']), local: isLocal(request) });
  }

  private show(errors: readonly unknown[], { socket, request }: Extra, query: string) {
    let document: DocumentNode | undefined;
    try {
      document = parse(query);
    } catch {
      // The errors say so already.
    }
    // A watcher whose line broke while something was on its way to it is no fault of ours.
    const log: FaultLog = (reference, error) => void (socket.readyState !== socket.OPEN && isBrokenLine(error) ? undefined : this.options.log(reference, error));
    return errors.map((error) => showError(error, languageOf(request.headers['accept-language']), log, document));
  }
}

/** By its words: graphql-ws passes on no code. */
const isBrokenLine = (error: unknown): boolean => /\bwrite (EPIPE|ECONNRESET|ECONNABORTED)\b|stream was destroyed/.test((error as Error).message);
