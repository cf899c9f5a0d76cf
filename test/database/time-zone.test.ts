import { mutate, onEachEngine, openLoadedDatabase, startProcess, workOf, type TestDatabase } from '../harness';

const QUESTION = `{ today works: projects(asOf: "2024-01-01") { totalCount nodes { number registeredOn plannedStart plannedFinish stageSince(asOf: "2024-01-01") health(asOf: "2024-01-01")
  stageHistory { effectiveDate recordedAt } suspensions { from to expectedResumption } progressHistory { date recordedAt } procedures { appliedOn due doneOn } fundingEntries { nodes { date recordedAt } } } } }`;

onEachEngine("the process's time zone", (engine) => {
  let stored: TestDatabase;
  beforeAll(async () => {
    stored = await openLoadedDatabase(engine, 'tiny');
  });
  afterAll(() => stored.drop());

  it('changes no day and no instant, written or read', async () => {
    const answers: string[] = [];
    for (const TZ of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
      const server = await startProcess({ databaseUrl: stored.url, env: { TZ } });
      try {
        const taskforce = await server.signIn('taskforce');
        const { id } = await workOf(taskforce, 1);
        const before = Date.now();
        const { entry } = await mutate(taskforce, 'recordFunding', { projectId: id, source: 'OTHER', kind: 'PAID', amount: '1.00', date: '2024-06-30' });
        const { node } = await taskforce.must('query ($id: ID!) { node(id: $id) { ... on FundingEntry { date recordedAt } } }', { id: entry.id });
        expect(node.date).toBe('2024-06-30');
        expect(Math.abs(Date.parse(node.recordedAt) - before)).toBeLessThan(60_000);
        await mutate(taskforce, 'reverseFunding', { entryId: entry.id, reason: '测试' });
        const answer = await taskforce.must(QUESTION);
        for (const work of answer.works.nodes) work.fundingEntries.nodes = work.fundingEntries.nodes.filter(({ date }: { date: string }) => date < '2024-06-30');
        answers.push(JSON.stringify(answer));
      } finally {
        expect(await server.end('SIGTERM')).toBe(0);
      }
    }
    expect(answers[1]).toBe(answers[0]);
    expect(answers[2]).toBe(answers[0]);
  });
});
