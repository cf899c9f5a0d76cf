import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { GraphQLError, buildSchema, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import WebSocket, { WebSocketServer } from 'ws';
import { createLiveClient, liveUrl, type LiveClient } from '../../../client/live/client';
import type { LinkState } from '../../../client/live/states';
import { watch } from '../../../client/live/watch';

interface Tick { tick: { n: number; cursor: string } }
const TICKS = parse('subscription ($after: String) { tick(after: $after) { n cursor } }') as unknown as TypedDocumentNode<Tick, { after: string | null }>;
const schema = buildSchema('type Query { x: Int } type Tick { n: Int! cursor: String! } type Subscription { tick(after: String): Tick! }');

/** A server whose log of events outlives its sockets, as a database outlives the servers before it. */
class Ticker {
  log = 0;
  asked: (string | null)[] = [];
  refuse: 'no' | 'close4401' | 'unauthenticated' | 'stale' = 'no';
  private server?: Server;
  private sockets = new Set<Socket>();
  private wss?: WebSocketServer;
  private wake = new Set<() => void>();

  async start(port = 0): Promise<number> {
    const server = createServer();
    const wss = new WebSocketServer({ server, path: '/graphql' });
    useServer({
      schema,
      onConnect: () => this.refuse !== 'close4401' || undefined,
      roots: { subscription: { tick: ({ after }: { after: string | null }) => this.stream(after) } },
    }, wss);
    if (this.refuse === 'close4401') wss.on('connection', (socket) => socket.close(4401, 'Unauthorized'));
    server.on('connection', (socket) => { this.sockets.add(socket); socket.on('close', () => this.sockets.delete(socket)); });
    await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve); });
    this.server = server;
    this.wss = wss;
    return (server.address() as AddressInfo).port;
  }

  private async *stream(after: string | null) {
    this.asked.push(after);
    if (this.refuse === 'unauthenticated') throw new GraphQLError('who?', { extensions: { code: 'UNAUTHENTICATED' } });
    if (this.refuse === 'stale' && after) throw new GraphQLError('old', { extensions: { code: 'CURSOR_STALE' } });
    let sent = after === null ? Math.max(0, this.log - 1) : Number(after);
    for (;;) {
      while (sent < this.log) { sent += 1; yield { tick: { n: sent, cursor: String(sent) } }; }
      await new Promise<void>((resolve) => { this.wake.add(resolve); });
      this.wake.clear();
    }
  }

  push(n = 1): void {
    this.log += n;
    for (const wake of this.wake) wake();
  }

  /** As kill -9 would: the sockets are gone without a word. */
  async kill(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.wss?.close();
    await new Promise<void>((resolve) => { this.server?.close(() => resolve()); });
  }

  closeAll(code: number): void {
    for (const socket of this.wss?.clients ?? []) socket.close(code, 'test');
  }

  /** Stops reading and answering, but leaves the sockets open. */
  freeze(): void {
    for (const socket of this.wss?.clients ?? []) socket.pause();
  }
}

const until = async (holds: () => boolean, ms = 8_000): Promise<void> => {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => { setTimeout(resolve, 15); });
  }
};

describe('a watcher', () => {
  let ticker: Ticker;
  let live: LiveClient;
  let stops: (() => void)[] = [];
  const open = (port: number, more = {}) => createLiveClient({ url: `ws://127.0.0.1:${port}/graphql`, webSocketImpl: WebSocket, keepAlive: 150, pongTimeout: 150, ...more });

  function follow(options: { renewAfter?: number } = {}) {
    const seen: number[] = [];
    const states: LinkState['kind'][] = [];
    const since: number[] = [];
    let signedOut = 0;
    stops.push(watch({
      client: live, document: TICKS, variables: (after) => ({ after }), longestPause: 120, chance: () => 0.2, ...options,
      apply: ({ tick }) => { seen.push(tick.n); return tick.cursor; },
      onState: (state) => { states.push(state.kind); if (state.kind === 'offline') since.push(state.since); },
      onSignedOut: () => { signedOut += 1; },
    }));
    return { seen, states, since, signedOut: () => signedOut };
  }

  const port = () => (ticker as unknown as { server: Server }).server.address() as AddressInfo;

  beforeEach(async () => {
    ticker = new Ticker();
    ticker.log = 1;
    live = open(await ticker.start());
  });
  afterEach(async () => {
    for (const stop of stops) stop();
    stops = [];
    await live.ws.dispose();
    await ticker.kill();
  });

  it('misses nothing and sees nothing twice when its server is killed and comes back', async () => {
    const { seen, states, since } = follow();
    await until(() => seen.length === 1);
    ticker.push(3);
    await until(() => seen.length === 4);
    const { port: p } = port();
    await ticker.kill();
    await until(() => states.at(-1) === 'offline');
    ticker.log += 5;
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    await ticker.start(p);
    await until(() => seen.length === 9);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(states).toEqual(['live', 'offline', 'live']);
    expect(since).toHaveLength(1);
  });

  it.each([1000, 1011, 1012, 4400, 4401, 4500])('comes back with its cursor after a close with %i', async (code) => {
    const { seen } = follow();
    await until(() => seen.length === 1);
    ticker.closeAll(code);
    ticker.push(2);
    await until(() => seen.length === 3);
    expect(seen).toEqual([1, 2, 3]);
    expect(ticker.asked.at(-1)).not.toBeNull();
  });

  it('notices a server that is frozen, though its socket stays open', async () => {
    const { seen, states } = follow();
    await until(() => seen.length === 1);
    ticker.freeze();
    await until(() => states.includes('offline'));
    ticker.push();
    await until(() => seen.length === 2);
    expect(seen).toEqual([1, 2]);
  });

  it('is live again after a break in which nothing happened', async () => {
    const { seen, states } = follow();
    await until(() => seen.length === 1);
    ticker.closeAll(1012);
    await until(() => states.filter((s) => s === 'live').length === 2);
    expect(states).toEqual(['live', 'offline', 'live']);
    expect(seen).toEqual([1]);
  });

  it('tells once that its session is over, keeps trying, and goes on when it is known again', async () => {
    ticker.refuse = 'unauthenticated';
    const { seen, signedOut } = follow();
    await until(() => ticker.asked.length >= 4);
    expect(signedOut()).toBe(1);
    ticker.refuse = 'no';
    await until(() => seen.length === 1);
  });

  it('starts anew when the server says that its cursor is of another database', async () => {
    const { seen } = follow();
    await until(() => seen.length === 1);
    ticker.refuse = 'stale';
    ticker.closeAll(1012);
    await until(() => ticker.asked.at(-1) === null && ticker.asked.length >= 3);
    ticker.push();
    await until(() => seen.includes(2));
  });

  it('renews a quiet subscription now and then without a gap or a word', async () => {
    const { seen, states } = follow({ renewAfter: 200 });
    await until(() => ticker.asked.length >= 4);
    ticker.push(2);
    await until(() => seen.length === 3);
    expect(seen).toEqual([1, 2, 3]);
    expect(states).toEqual(['live']);
  });

  it('shares one socket with every other watcher of the page', async () => {
    const one = follow();
    const two = follow();
    await until(() => one.seen.length === 1 && two.seen.length === 1);
    expect((ticker as unknown as { sockets: Set<Socket> }).sockets.size).toBe(1);
  });

  it('finds its server by the address of the page, with and without a secure context', () => {
    expect(liveUrl({ protocol: 'http:', host: 'wall.office:4000' })).toBe('ws://wall.office:4000/graphql');
    expect(liveUrl({ protocol: 'https:', host: 'x.cn' })).toBe('wss://x.cn/graphql');
  });
});
