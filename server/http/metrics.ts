import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { RequestCounts } from './request-counts';

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

/** Counts and durations for a Prometheus; nothing in them tells who asked. */
export class Metrics {
  /** Where other parts may put their own. */
  readonly registry = new Registry();
  private readonly names = new Set<string>();

  private readonly operations = new Counter({ name: 'yihong_graphql_operations_total', help: 'GraphQL operations answered', labelNames: ['operation', 'type', 'code'], registers: [this.registry] });
  private readonly operationSeconds = new Histogram({ name: 'yihong_graphql_operation_seconds', help: 'How long they took', labelNames: ['operation', 'type'], buckets: SECONDS, registers: [this.registry] });
  private readonly requests = new RequestCounts(this.registry);

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

  /** Counts every request that passes, when it has been answered or given up. */
  readonly observeHttp: RequestHandler = (req, res, next) => {
    const start = performance.now();
    const first = req.path.split('/')[1];
    const method = METHODS.has(req.method) ? req.method : 'other';
    const route = ROUTES.has(first) ? `/${first}` : 'client';
    res.once('close', () => this.requests.count(method, route, res.statusCode, (performance.now() - start) / 1000));
    next();
  };

  /** Counts a question that was answered without being looked at. */
  observeRepeated(milliseconds: number): void {
    this.requests.count('POST', '/graphql', 200, milliseconds / 1000);
  }

  /** /metrics */
  readonly handler: RequestHandler = async (_req, res) => {
    res.set('content-type', this.registry.contentType).set('cache-control', 'no-store').send(await this.registry.metrics());
  };

  private bounded(name: string | null | undefined): string {
    if (!name || !NAME.test(name)) return 'anonymous';
    if (!this.names.has(name) && this.names.size >= NAMES_KEPT) return 'other';
    this.names.add(name);
    return name;
  }
}
