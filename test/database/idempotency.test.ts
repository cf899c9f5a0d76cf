import { createWork, mutate, onEachEngine, refusal, startTestApp, type TestApp, type TestClient } from '../harness';

onEachEngine('an idempotency key', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let work: { id: string };
  const paid = (key: string, amount = '5.00') => ({ idempotencyKey: key, projectId: work.id, source: 'OTHER', kind: 'PAID', amount, date: '2024-06-30' });

  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
    work = await createWork(taskforce);
  });
  afterAll(() => app.stop());

  it('answers the same again and writes once, also in another language and after a restart', async () => {
    const first = await mutate(taskforce, 'recordFunding', paid('again'));
    const before = await app.rows();
    expect(await mutate(taskforce, 'recordFunding', paid('again'))).toEqual(first);
    await app.restart();
    taskforce = await app.as('taskforce');
    expect(await mutate(taskforce, 'recordFunding', paid('again'))).toEqual(first);
    const { idempotencyKey, projectId, ...others } = paid('again');
    expect(await mutate(taskforce, 'recordFunding', { ...others, projectId, idempotencyKey })).toEqual(first);
    expect(await app.rows()).toEqual(before);
  });

  it('writes once when two come in parallel, and both get the answer', async () => {
    const before = await app.rows();
    const answers = await Promise.all(Array.from({ length: 8 }, () => mutate(taskforce, 'recordFunding', paid('parallel'))));
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    const after = await app.rows();
    expect(after).toEqual({ ...before, funding_entry: before.funding_entry + 1, idempotency_key: before.idempotency_key + 1, change_record: before.change_record + 1, seq: before.seq + 1 });
  });

  it('makes one work of a request that is sent over and over', async () => {
    const input = { idempotencyKey: 'create', code: 'ONCE', name: '一次', leadRegion: '990001', sector: 'WATER', category: 'DREDGE' };
    const first = await mutate(taskforce, 'createProject', input);
    const again = await Promise.all([1, 2, 3].map(() => mutate(taskforce, 'createProject', input)));
    for (const answer of again) expect(answer.project).toEqual(first.project);
  });

  it('is CONFLICT with another input or for another mutation, and nothing is written', async () => {
    await mutate(taskforce, 'recordFunding', paid('other'));
    const before = await app.rows();
    expect((await refusal(taskforce, 'recordFunding', paid('other', '5.01'))).extensions).toEqual({ code: 'CONFLICT', field: 'input.idempotencyKey' });
    expect((await refusal(taskforce, 'recordProgress', { idempotencyKey: 'other', projectId: work.id, date: '2024-06-30', progress: 1 })).extensions).toEqual({ code: 'CONFLICT', field: 'input.idempotencyKey' });
    expect(await app.rows()).toEqual(before);
  });

  it("is one user's own: another user's same key is another request", async () => {
    const county = await app.as('county-990001');
    const mine = await mutate(taskforce, 'recordFunding', paid('shared'));
    const theirs = await mutate(county, 'recordFunding', paid('shared'));
    expect(theirs.entry.id).not.toBe(mine.entry.id);
    expect(theirs.entry.recordedBy).toBe('county-990001');
  });

  it('of a refused request may be used again', async () => {
    await refusal(taskforce, 'recordFunding', paid('refused', '-1.00'));
    expect((await mutate(taskforce, 'recordFunding', paid('refused', '1.00'))).entry.amount).toBe('1.00');
  });

  it('may differ in capitals, blanks and length only up to 200 characters', async () => {
    const [lower, upper] = [await mutate(taskforce, 'recordFunding', paid('key')), await mutate(taskforce, 'recordFunding', paid('KEY'))];
    expect(lower.entry.id).not.toBe(upper.entry.id);
    expect((await refusal(taskforce, 'recordFunding', paid('k'.repeat(201)))).extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'input.idempotencyKey' });
    expect((await refusal(taskforce, 'recordFunding', paid('   '))).extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'input.idempotencyKey' });
  });
});
