import { verifyDatabase } from '../../server/database/verify';
import { createWork, mutate, onEachEngine, startTestApp, type TestApp } from '../harness';

onEachEngine('the change record', (engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startTestApp({ engine });
    const taskforce = await app.as('taskforce');
    const { id } = await createWork(taskforce);
    await mutate(taskforce, 'recordFunding', { projectId: id, source: 'BANK_LOAN', kind: 'PAID', amount: '100.50', date: '2024-06-01' });
  });
  afterEach(() => app.stop());

  const problemsAfter = async (sql: string): Promise<string[]> => {
    await app.database.housekeeping((manager) => manager.query(sql));
    return (await verifyDatabase(app.database)).problems;
  };

  it('agrees with the tables', async () => {
    const { problems, changes, rows } = await verifyDatabase(app.database);
    expect(problems).toEqual([]);
    expect(changes).toBeGreaterThan(10);
    expect(rows).toBeGreaterThan(50);
  });

  it.each([
    ['a row was changed past it', "UPDATE funding_entry SET amount = amount + 1 WHERE amount = 10050", /^funding_entry \d+: it differs/],
    ['a row was removed past it', 'DELETE FROM funding_entry WHERE amount = 10050', /^funding_entry \d+: the changes tell of it, but it is gone/],
    ['what a change says was altered', "UPDATE change_record SET summary = 'x' WHERE seq = 5", /^change 5: its hash/],
    ['a change was dropped', 'DELETE FROM change_record WHERE seq = 5', /^changes 5 to 5 are missing/],
    ['a change was made unreadable', "UPDATE change_record SET payload = '{' WHERE seq = 5", /^change 5: /],
    ['an amount was made too large to be one', 'UPDATE funding_entry SET amount = 9223372036854775807 WHERE amount = 10050', /^funding_entry \d+: it cannot be read/],
  ])('tells when %s', async (_, sql, sentence) => {
    expect(await problemsAfter(sql)).toContainEqual(expect.stringMatching(sentence));
  });
});
