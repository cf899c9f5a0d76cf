import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Names come from clients; beyond this many they are counted together. */
const NAMES_KEPT = 200;
const NAME = /^[_A-Za-z]\w{0,59}$/;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const ROUTES = new Set(['graphql', 'healthz', 'readyz', 'metrics', 'export', 'import', 'files', 'assets', 'map', 'control']);
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** One GraphQL operation that was answered. */
export interface ObservedOperation {
  /** The name in its document, if it has one. */
  name: string | null | undefined;
  type: 'query' | 'mutation' | 'subscription' | 'unknown';
  /** `extensions.code` of its first error; null when it had none. */
  code: string | null;
  seconds: number;
}

/** The counts of one method and route. */
interface Series {
  seconds: ReturnType<Histogram['labels']>;
  /** By status. */
  answered: Map<number, ReturnType<Counter['labels']>>;
}

/** Counts and durations for a Prometheus; nothing in them tells who asked. */
export class Metrics {
  /** Where other parts may put their own. */
  readonly registry = new Registry();
  private readonly names = new Set<string>();

  private readonly operations = new Counter({ name: 'yihong_graphql_operations_total', help: 'GraphQL operations answered', labelNames: ['operation', 'type', 'code'], registers: [this.registry] });
  private readonly operationSeconds = new Histogram({ name: 'yihong_graphql_operation_seconds', help: 'How long they took', labelNames: ['operation', 'type'], buckets: SECONDS, registers: [this.registry] });
  private readonly requests = new Counter({ name: 'yihong_http_requests_total', help: 'HTTP requests answered', labelNames: ['method', 'route', 'status'], registers: [this.registry] });
  private readonly requestSeconds = new Histogram({ name: 'yihong_http_request_seconds', help: 'How long they took', labelNames: ['method', 'route'], buckets: SECONDS, registers: [this.registry] });

  /** By method and route; finding them by their labels takes longer than counting. */
  private readonly series = new Map<string, Series>();

  /** Adds the process's own figures: memory, event loop, garbage collection. Once a process. */
  withProcess(): this {
    collectDefaultMetrics({ register: this.registry });
    return this;
  }

  observeOperation({ name, type, code, seconds }: ObservedOperation): void {
    const operation = this.bounded(name);
    this.operations.inc({ operation, type, code: code ?? 'OK' });
    this.operationSeconds.observe({ operation, type }, seconds);
  }

  /** Counts every request that passes. */
  readonly observeHttp: RequestHandler = (req, res, next) => {
    const first = req.path.split('/')[1];
    this.observe(res, METHODS.has(req.method) ? req.method : 'other', ROUTES.has(first) ? `/${first}` : 'client');
    next();
  };

  /** Counts a request when it has been answered. */
  observe(res: ServerResponse, method: string, route: string): void {
    const start = performance.now();
    res.once('close', () => {
      const { seconds, answered } = this.seriesOf(method, route);
      seconds.observe((performance.now() - start) / 1000);
      const { statusCode } = res;
      if (!answered.has(statusCode)) answered.set(statusCode, this.requests.labels({ method, route, status: statusCode }));
      answered.get(statusCode)!.inc();
    });
  }

  /** /metrics */
  readonly handler: RequestHandler = async (_req, res) => {
    res.set('content-type', this.registry.contentType).set('cache-control', 'no-store').send(await this.registry.metrics());
  };

  private seriesOf(method: string, route: string): Series {
    const key = `${method} ${route}`;
    if (!this.series.has(key)) this.series.set(key, { seconds: this.requestSeconds.labels({ method, route }), answered: new Map() });
    return this.series.get(key)!;
  }

  private bounded(name: string | null | undefined): string {
    if (!name || !NAME.test(name)) return 'anonymous';
    if (!this.names.has(name) && this.names.size >= NAMES_KEPT) return 'other';
    this.names.add(name);
    return name;
  }
}
