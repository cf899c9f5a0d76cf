import http from 'node:http';
import os from 'node:os';
import Sqlite from 'better-sqlite3';

/** What a bench found: a figure that must not pass a goal. */
export interface Finding {
  what: string;
  /** As it is printed. */
  measured: string;
  goal: string;
  met: boolean;
}

/** How finely it is looked for what holds up an event loop, ms. */
export const LAG_RESOLUTION = 5;

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** The machine, in one line. */
export function machine(): string {
  const [{ model }] = os.cpus();
  const [{ version }] = new Sqlite(':memory:').prepare('SELECT sqlite_version() AS version').all() as [{ version: string }];
  return `${model}, ${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB; ${os.type()} ${os.release()}; Node ${process.version}; SQLite ${version}`;
}

/** Asks a server over one kept-alive line. */
export class Line {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly port: number, private readonly token: string) {}

  /** @returns the answer and how long it took, ms. @throws Error when it has errors */
  async ask<T>(query: string, variables: object): Promise<{ data: T; took: number }> {
    const started = performance.now();
    const body = await this.post(JSON.stringify({ query, variables }));
    const took = performance.now() - started;
    const { data, errors } = JSON.parse(body) as { data: T; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return { data, took };
  }

  close(): void {
    this.agent.destroy();
  }

  /** The bare answer to a body. */
  post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.token}`, 'content-length': Buffer.byteLength(body) };
      const request = http.request({ agent: this.agent, port: this.port, host: '127.0.0.1', method: 'POST', path: '/graphql', headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString())).on('error', reject);
      });
      request.on('error', reject).end(body);
    });
  }
}
