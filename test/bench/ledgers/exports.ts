import http from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LAG_RESOLUTION, milliseconds, type Finding } from '../measure';
import { serve, type Served } from '../process';
import { cityOf } from '../store';

const WORKS = 100_000;
const FIRST_BYTE_MS = 1000;
const LAG_MS = 50;
const MEMORY = 200e6;

interface Fetched {
  firstByte: number;
  whole: number;
  bytes: number;
}

/** Fetches a file, and lets it go. */
const fetched = ({ port, token }: Served, path: string): Promise<Fetched> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const request = http.get({ port, host: '127.0.0.1', path, agent: false, headers: { authorization: `Bearer ${token}` } }, (response) => {
      if (response.statusCode !== 200) return void reject(new Error(`${path}: ${response.statusCode}`));
      let firstByte = 0;
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        firstByte ||= performance.now() - started;
        bytes += part.length;
      });
      response.on('end', () => resolve({ firstByte, whole: performance.now() - started, bytes })).on('error', reject);
    });
    request.on('error', reject);
  });

/** Ledgers of 100,000 rows as files: how soon they begin, what they hold up meanwhile, and how much room they take. */
export async function exports(say: (line: string) => void): Promise<Finding[]> {
  const store = await cityOf(WORKS);
  const served = await serve(store);
  const findings: Finding[] = [];
  try {
    // The first of each finds nothing reckoned; the second finds what the first left.
    for (const format of ['xlsx', 'csv']) {
      for (const time of ['first', 'second']) {
        const before = await served.vitals(true);
        // This process does next to nothing: what holds it up is what else the machine does.
        const idle = monitorEventLoopDelay({ resolution: LAG_RESOLUTION });
        idle.enable();
        const { firstByte, whole, bytes } = await fetched(served, `/export/ledger/overall.${format}`);
        idle.disable();
        const { lagP99, rssPeak } = await served.vitals();
        const after = await served.vitals(true);
        // Room that was free before is no growth of the process; so what it holds on to counts too.
        const grown = Math.max(rssPeak - before.rss, after.heapUsed - before.heapUsed);
        say(`  ${format}, the ${time} time: ${(bytes / 1e6).toFixed(1)} MB in ${(whole / 1000).toFixed(1)} s; an idle process beside it was held up ${milliseconds(idle.percentile(99) / 1e6)}`);
        const what = `export of ${WORKS} rows as ${format}, the ${time} time`;
        findings.push(
          { what: `${what}: first byte`, measured: milliseconds(firstByte), goal: `≤ ${FIRST_BYTE_MS} ms`, met: firstByte <= FIRST_BYTE_MS },
          { what: `${what}: event loop held up, p99`, measured: milliseconds(lagP99), goal: `< ${LAG_MS} ms`, met: lagP99 < LAG_MS },
          { what: `${what}: memory`, measured: `+${(grown / 1e6).toFixed(0)} MB`, goal: `< ${MEMORY / 1e6} MB`, met: grown < MEMORY },
        );
      }
    }
    return findings;
  } finally {
    await served.stop();
    store.drop();
  }
}
