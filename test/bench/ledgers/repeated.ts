import { Line, median, type Finding } from '../measure';
import { rateOf } from '../load';
import { serve, startScript } from '../process';
import { cityOf } from '../store';

const WORKS = 95;
const LINES = 8;
const ROUNDS = 31;
const ROUND_MS = 500;
const WARM_UP_MS = 4000;
const GOAL = 0.75;

/** A ledger as the screen asks for it, about 30 kB. */
const QUESTION = 'query ($first: Int) { ledger(id: "overall", first: $first) { asOf totals totalCount columns { key title titleEn type } rows { key cells sampleCells } pageInfo { hasNextPage endCursor } } }';
const BODY = JSON.stringify({ query: QUESTION, variables: { first: 60 } });

/** A repeated ledger answer, against a bare server that has nothing but the same bytes. */
export async function repeated(say: (line: string) => void): Promise<Finding[]> {
  const store = await cityOf(WORKS);
  const served = await serve(store);
  const bare = startScript('bare.ts', []);
  try {
    const line = new Line(served.port, served.token);
    const answer = await line.post(BODY);
    line.close();
    bare.child.send(answer);
    const barePort = await bare.said<number>();
    const length = Buffer.byteLength(answer);
    say(`  an answer of ${(length / 1000).toFixed(1)} kB, ${LINES} lines, ${ROUNDS} rounds of ${ROUND_MS / 1000} s each`);
    const request = ['POST /graphql HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json', `Authorization: Bearer ${served.token}`, `Content-Length: ${Buffer.byteLength(BODY)}`, '', BODY].join('\r\n');
    const ask = (port: number, milliseconds: number) => rateOf({ port, lines: LINES, milliseconds, request, length });
    for (const port of [served.port, barePort]) await ask(port, WARM_UP_MS);
    const labour = async () => {
      const { cpu: ours } = await served.vitals();
      bare.child.send('cpu');
      const theirs = await bare.said<NodeJS.CpuUsage>();
      return { ours: ours.user + ours.system, theirs: theirs.user + theirs.system };
    };
    const before = await labour();
    const rates = { served: [] as number[], bare: [] as number[], ratio: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      const [ours, theirs] = [await ask(served.port, ROUND_MS), await ask(barePort, ROUND_MS)];
      rates.served.push(ours);
      rates.bare.push(theirs);
      // What else the machine does meanwhile touches both of a pair alike.
      rates.ratio.push(ours / theirs);
    }
    const after = await labour();
    const answers = (all: number[]) => (all.reduce((a, b) => a + b) * ROUND_MS) / 1000;
    say(`  an answer takes ${((after.ours - before.ours) / answers(rates.served)).toFixed(1)} µs of processor, the bare server's ${((after.theirs - before.theirs) / answers(rates.bare)).toFixed(1)} µs`);
    const ratio = median(rates.ratio);
    return [{ what: 'a repeated ledger answer', measured: `${(ratio * 100).toFixed(0)} % of the rate (${median(rates.served).toFixed(0)} : ${median(rates.bare).toFixed(0)} a second)`, goal: `≥ ${GOAL * 100} %`, met: ratio >= GOAL }];
  } finally {
    bare.child.disconnect();
    await served.stop();
    store.drop();
  }
}
