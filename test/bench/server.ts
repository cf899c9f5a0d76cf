import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startDemo } from '../../server/access/demo';
import { User } from '../../server/access/user.entity';
import { startApp } from '../../server/app';
import { LAG_RESOLUTION } from './measure';
import { clock, openDatabase, root, TODAY } from './store';

/** What the server's process tells of itself. */
export interface Vitals {
  /** The 99th percentile of how long the event loop was held up since the last question, ms. */
  lagP99: number;
  /** Resident memory, and the most since the last question, bytes. */
  rss: number;
  rssPeak: number;
  heapUsed: number;
  cpu: NodeJS.CpuUsage;
}

export interface Started {
  port: number;
  /** A token of the task force. */
  token: string;
}

/** A server in a process of its own; asked "vitals", it answers. */
async function main(file: string): Promise<void> {
  const database = await openDatabase({ file });
  const { demo } = await startDemo(TODAY, 'clear-water-8');
  const log = { error: (detail: object) => process.stderr.write(`${JSON.stringify(detail, (_, value: unknown) => (value instanceof Error ? value.stack : value))}\n`) };
  const app = await startApp({ database, clock, demo, publicUrl: null, root, log, controlSecret: null, pollEvery: 60_000 }, '127.0.0.1', 0);
  const { id } = await database.read.findOneByOrFail(User, { username: 'taskforce' });
  const started: Started = { port: app.port, token: await app.services.access.tokens.add(id, 'bench') };
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION });
  lag.enable();
  let rssPeak = 0;
  setInterval(() => (rssPeak = Math.max(rssPeak, process.memoryUsage.rss())), 100);
  process.on('message', (question) => {
    if (question === 'collect') globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const vitals: Vitals = { lagP99: lag.percentile(99) / 1e6, rss, rssPeak: Math.max(rss, rssPeak), heapUsed, cpu: process.cpuUsage() };
    lag.reset();
    rssPeak = 0;
    process.send!(vitals);
  });
  process.on('disconnect', () => process.exit());
  process.send!(started);
}

void main(process.argv[2]);
