import type { Counter, Histogram, Registry } from 'prom-client';

/** What is counted of one method and route. */
interface Series {
  method: string;
  route: string;
  /** Requests by how long they took: as many as `SECONDS`, and one for what took longer. */
  buckets: number[];
  seconds: number;
  statuses: Map<number, number>;
}

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** How one metric says its values, as prom-client's own do. */
interface Saying {
  name: string;
  help: string;
  type: 'counter' | 'histogram';
  aggregator: 'sum';
  get(): Promise<Omit<Saying, 'get'> & { values: { metricName?: string; labels: Record<string, string | number>; value: number }[] }>;
}

/**
 * HTTP requests by method, route and status, and how long they took. Counted here, and told to prom-client when it is
 * asked: its own counters look a series up by its labels each time, which takes longer than a repeated answer.
 */
export class RequestCounts {
  private readonly series = new Map<string, Series>();

  constructor(registry: Registry) {
    const register = (saying: Omit<Saying, 'get' | 'aggregator'>, values: (series: Series) => { metricName?: string; labels: Record<string, string | number>; value: number }[]) => {
      const metric: Saying = { ...saying, aggregator: 'sum', get: async () => ({ ...saying, aggregator: 'sum', values: [...this.series.values()].flatMap(values) }) };
      // The registry asks no more of a metric than this; its types name the library's own classes.
      registry.registerMetric(metric as unknown as Counter | Histogram);
    };
    register({ name: 'yihong_http_requests_total', help: 'HTTP requests answered', type: 'counter' }, ({ method, route, statuses }) =>
      [...statuses].map(([status, value]) => ({ labels: { method, route, status }, value })));
    const name = 'yihong_http_request_seconds';
    register({ name, help: 'How long they took', type: 'histogram' }, ({ method, route, buckets, seconds }) => {
      let value = 0;
      const steps = buckets.map((count, i) => ({ metricName: `${name}_bucket`, labels: { le: SECONDS[i] ?? '+Inf', method, route }, value: (value += count) }));
      return [...steps, { metricName: `${name}_sum`, labels: { method, route }, value: seconds }, { metricName: `${name}_count`, labels: { method, route }, value }];
    });
  }

  count(method: string, route: string, status: number, seconds: number): void {
    const key = `${method} ${route}`;
    let series = this.series.get(key);
    if (!series) this.series.set(key, (series = { method, route, buckets: new Array<number>(SECONDS.length + 1).fill(0), seconds: 0, statuses: new Map() }));
    let bucket = 0;
    while (bucket < SECONDS.length && seconds > SECONDS[bucket]) bucket += 1;
    series.buckets[bucket] += 1;
    series.seconds += seconds;
    series.statuses.set(status, (series.statuses.get(status) ?? 0) + 1);
  }
}
