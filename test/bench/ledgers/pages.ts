import { Line, median, milliseconds, type Finding } from '../measure';
import { serve } from '../process';
import { cityOf } from '../store';

const MANY = 100_000;
const FEW = 95;
const PAGE = 50;
const ROUNDS = 25;
const GOAL = 2;

/** A page as the screens ask for it: lists within works, works' money, their last entries. */
const QUESTION = `query ($filter: ProjectFilter, $orderBy: [ProjectOrder!], $after: Cursor) {
  projects(filter: $filter, orderBy: $orderBy, first: ${PAGE}, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id number code name plannedStart plannedFinish stage stageSince health progress investment investmentDone
      leadRegion { adcode name } regions { name } sector { name } category { name } lists { name }
      funding { planned arrived paid arrivalRate }
      fundingEntries(first: 3) { nodes { amount date kind } }
      progressHistory { date progress }
      stageHistory { stage effectiveDate }
      procedures { kind status heldBy { name } }
    }
  }
}`;

interface Page {
  projects: { nodes: unknown[]; pageInfo: { endCursor: string } };
}

/** All of them choose at least a page of either city, so that the answers are equally long. */
const FILTERS = {
  'no filter': null,
  'sector and stage': { sectors: ['WATER', 'URBAN'], stages: ['CONSTRUCTION', 'COMPLETED'] },
  region: { regions: ['990001', '990002', '9900A1'] },
  'rare (0.1 %)': { lists: ['second'] },
  'search (0.1 %)': { search: '试点' },
};
const ORDERS = {
  'by number': null,
  'by name': [{ field: 'NAME' }],
  'by funds in place': [{ field: 'FUNDS_ARRIVED', direction: 'DESC' }],
};

/** A filtered, nested page out of 100,000 works against the same page out of 95; the kept answers are of no use to it. */
export async function pages(say: (line: string) => void): Promise<Finding[]> {
  // The rare works are as many as fill a page in either city.
  const [few, many] = [await cityOf(FEW, (i) => i % 3 < 2), await cityOf(MANY)];
  const [small, large] = [await serve(few), await serve(many)];
  const [near, far] = [new Line(small.port, small.token), new Line(large.port, large.token)];
  try {
    say(`  ${MANY} works in memory: ${((await large.vitals(true)).heapUsed / 1e6).toFixed(0)} MB of heap`);
    const findings: Finding[] = [];
    for (const [filterName, filter] of Object.entries(FILTERS)) {
      for (const [orderName, orderBy] of Object.entries(ORDERS)) {
        const first = await far.ask<Page>(QUESTION, { filter, orderBy });
        const times = { near: [] as number[], far: [] as number[] };
        for (let round = 0; round < ROUNDS; round++) {
          // A variable that nothing reads makes every request another one.
          for (const [line, into] of [[near, times.near], [far, times.far]] as const) {
            const { data, took } = await line.ask<Page>(QUESTION, { filter, orderBy, round });
            if (data.projects.nodes.length !== PAGE) throw new Error(`${filterName}, ${orderName}: ${data.projects.nodes.length} works instead of ${PAGE}`);
            into.push(took);
          }
        }
        const [a, b] = [median(times.near), median(times.far)];
        findings.push({ what: `page of ${PAGE}: ${filterName}, ${orderName}`, measured: `${(b / a).toFixed(2)} × (${milliseconds(b)} : ${milliseconds(a)}; the first ever ${milliseconds(first.took)})`, goal: `≤ ${GOAL} ×`, met: b / a <= GOAL });
      }
    }
    say(`  and after those questions: ${((await large.vitals(true)).heapUsed / 1e6).toFixed(0)} MB`);
    return findings;
  } finally {
    near.close();
    far.close();
    await small.stop();
    await large.stop();
    few.drop();
    many.drop();
  }
}
