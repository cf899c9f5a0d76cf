import fc from 'fast-check';
import { createWork, onEachEngine, startTestApp, type Data, type PackName, type TestApp, type TestClient } from '../harness';
import { moneyOf, ordered, passes, summary, summaryBy, toMillionth } from './naive';
import { apply, change, dayBetween, Programme } from './programme';

const SUMMARY = 'total preparation construction completed unverified suspended lagging serious startedShare completedShare investment investmentDone fundsPlanned fundsArrived fundsPaid arrivalRate';
const GROUPS = ['REGION', 'SECTOR', 'STAGE', 'CATEGORY', 'LIST', 'FUNDING_SOURCE', 'START_YEAR', 'FINISH_YEAR'];
const MARK = 'projectId number name adcode sector stage stageSince progress health unverified suspended location { lon lat }';
const LIST = `query ($day: Date!, $filter: ProjectFilter, $orderBy: [ProjectOrder!]) {
  projects(asOf: $day, filter: $filter, orderBy: $orderBy, first: 500) { totalCount summary { ${SUMMARY} } nodes { number stage(asOf: $day) stageSince(asOf: $day) unverified(asOf: $day) suspended(asOf: $day) progress(asOf: $day) health(asOf: $day) investmentDone(asOf: $day)
    funding(asOf: $day) { planned allocated arrived paid lines { source planned allocated arrived paid } } } }
  ${GROUPS.map((name) => `${name}: summary(asOf: $day, filter: $filter, groupBy: ${name}) { key summary { ${SUMMARY} } }`).join('\n')}
}`;
const WHOLE = `query ($day: Date!) {
  progressMap(asOf: $day) { asOf summary { ${SUMMARY} } marks { ${MARK} } }
  regions { adcode summary(asOf: $day) { ${SUMMARY} } } sectors { code summary(asOf: $day) { ${SUMMARY} } }
  stageTimeline(from: $day, to: $day) { date preparation construction completed }
}`;

/** Holds everything that the API says of a day against the fold. */
async function check(programme: Programme, client: TestClient, day: string, filter: Data, orderBy: { field: string; direction: string }[]): Promise<void> {
  const all = programme.on(day);
  const chosen = all.filter((one) => passes(one, filter));
  const list = await client.must(LIST, { day, filter, orderBy });
  const numbers = ordered(chosen, orderBy, programme.codes);
  expect(list.projects.nodes.map(({ number }: Data) => number)).toEqual(numbers);
  expect(list.projects.totalCount).toBe(chosen.length);
  expect(toMillionth(list.projects.summary)).toEqual(summary(chosen));
  const byNumber = new Map(chosen.map((one) => [one.work.number as number, one]));
  for (const { number, funding, ...given } of list.projects.nodes as Data[]) {
    const one = byNumber.get(number as number)!;
    const { stage, stageSince, unverified, suspended, progress, health } = one;
    expect({ number, ...given, investmentDone: BigInt((given.investmentDone as string).replace('.', '')) }).toEqual({ number, stage, stageSince, unverified, suspended, progress, health, investmentDone: one.investmentDone });
    expect(funding).toEqual(moneyOf(one));
  }
  for (const name of GROUPS) {
    expect({ name, rows: list[name].map(({ key, summary: row }: Data) => ({ key, summary: toMillionth(row) })) }).toEqual({ name, rows: summaryBy(name, chosen, programme.codes) });
  }
  const { progressMap, regions, sectors, stageTimeline } = await client.must(WHOLE, { day });
  expect(progressMap.asOf).toBe(day);
  expect(toMillionth(progressMap.summary)).toEqual(summary(all));
  expect(progressMap.marks).toEqual(all.map(({ work, stage, stageSince, progress, health, unverified, suspended }) => ({
    projectId: work.id, number: work.number, name: work.name, adcode: work.leadRegion.adcode, sector: work.sector.code, stage, stageSince, progress, health, unverified, suspended, location: work.location,
  })));
  expect(regions.map((row: Data) => ({ key: row.adcode, summary: toMillionth(row.summary) }))).toEqual(summaryBy('REGION', all, programme.codes));
  expect(sectors.map((row: Data) => ({ key: row.code, summary: toMillionth(row.summary) }))).toEqual(summaryBy('SECTOR', all, programme.codes));
  const { preparation, construction, completed } = summary(all);
  expect(stageTimeline).toEqual([{ date: day, preparation, construction, completed }]);
}

onEachEngine('every list, order, total and mark as of any day', (engine) => {
  const apps: TestApp[] = [];
  afterAll(() => Promise.all(apps.map((app) => app.stop())));
  // The fold is the same on both engines; what differs is the reading, and that needs fewer days.
  const share = engine === 'sqlite' ? 1 : 0.5;
  const start = async (pack: PackName): Promise<TestClient> => {
    const app = await startTestApp({ engine, pack });
    apps.push(app);
    return app.as('taskforce');
  };

  it('is the fold of the dated facts, on random days of the Linfen programme', async () => {
    const taskforce = await start('linfen');
    const programme = new Programme('linfen');
    await programme.read(taskforce);
    expect(programme.works).toHaveLength(95);
    await fc.assert(fc.asyncProperty(dayBetween('2022-12-25', '2025-12-31'), programme.filters(), programme.orders(), (day, filter, orderBy) => check(programme, taskforce, day, filter, orderBy)), { numRuns: 50 * share });
  });

  it('is the fold of the dated facts after any history of changes to the tiny city', async () => {
    const taskforce = await start('tiny');
    const programme = new Programme('tiny');
    // Whatever the changes are, there is one work more than the pack brought.
    await createWork(taskforce);
    await programme.read(taskforce);
    await fc.assert(
      fc.asyncProperty(fc.array(change(), { minLength: 3, maxLength: 12 }), fc.array(fc.tuple(dayBetween('2022-12-25', '2024-09-30'), programme.filters(), programme.orders()), { minLength: 3, maxLength: 3 }), async (changes, questions) => {
        for (const one of changes) await apply(one, apps.at(-1)!, taskforce, programme);
        await programme.read(taskforce);
        for (const [day, filter, orderBy] of questions) await check(programme, taskforce, day, filter, orderBy);
      }),
      // What one run did stays for the next, so there is nothing to shrink to.
      { numRuns: Math.ceil(17 * share), endOnFailure: true },
    );
    const { totalCount } = (await taskforce.must('{ projects { totalCount } }')).projects as { totalCount: number };
    expect(totalCount).toBeGreaterThan(4);
  });

  it('draws the timeline of the replay as the days one by one', async () => {
    const taskforce = await start('tiny');
    const programme = new Programme('tiny');
    await programme.read(taskforce);
    const { stageTimeline } = await taskforce.must('{ stageTimeline(stepDays: 30) { date preparation construction completed } }');
    expect([stageTimeline[0].date, stageTimeline[1].date, stageTimeline.at(-1).date]).toEqual(['2023-01-01', '2023-01-31', '2024-06-30']);
    for (const { date, ...counts } of stageTimeline) {
      const { preparation, construction, completed } = summary(programme.on(date as string));
      expect(counts).toEqual({ preparation, construction, completed });
    }
  });
});
