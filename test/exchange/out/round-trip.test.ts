import type { ImportKind } from '../../../server/exchange/import/rows';
import { createWork, mutate, onEachEngine, packOf, startTestApp, workOf, type PackName, type TestApp, type TestClient } from '../../harness';
import { sendFile, writesNothing } from '../import/sending';
import type { ImportAnswer } from '../../../server/exchange/import/answer';
import { ask } from './asking';

const KINDS: readonly [ImportKind, string][] = [['works', 'overall'], ['funding', 'funding'], ['procedures', 'procedures']];
const WAYS = ['.xlsx', '.csv', '.xlsx?lang=en', '.csv?lang=en', '.xlsx?groupBy=REGION', '.xlsx?orderBy=name&direction=DESC'];

onEachEngine('what goes out comes in again without a change', (engine) => {
  describe.each<PackName>(['tiny', 'linfen'])('of the city %s', (pack) => {
    let app: TestApp;
    let taskforce: TestClient;
    beforeAll(async () => {
      app = await startTestApp({ engine, pack });
      taskforce = await app.as('taskforce');
      if (pack === 'tiny') await awkward();
    });
    afterAll(async () => {
      expect(app.faults).toEqual([]);
      await app.stop();
    });

    /** Works that a file could garble. */
    async function awkward(): Promise<void> {
      await createWork(taskforce, { name: '=石桥水闸"改造",二期', scale: '+3公里\n-2座', content: "'=1", ownerUnit: '@项目部', waterBody: '砾溪；小砾溪', investment: '1234567.89', plannedStart: '2024-02-29', lists: ['first', 'second'], regions: ['990001', '9900A1'] });
      await createWork(taskforce, { name: '_x000D_号渠', leadRegion: '990000', sector: 'URBAN', category: 'PIPES' });
      const { id } = await workOf(taskforce, 4);
      await mutate(taskforce, 'setFundingPlan', { projectId: id, source: 'BANK_LOAN', planned: '0.01', effectiveDate: '2024-05-01' });
    }

    /** Exports a ledger and sends the very file back. */
    async function sentBack(kind: ImportKind, path: string, client = taskforce, day = app.clock.today()): Promise<ImportAnswer> {
      const file = await ask(client, `ledger/${path}`);
      expect(file.status).toBe(200);
      const bytes = Buffer.from(await file.arrayBuffer());
      // A plain table does not say its day.
      const response = await sendFile(client, kind, { name: path.replace(/\?.*/, ''), bytes }, { dryRun: true, ...(path.includes('.csv') && { asOf: day }) });
      return (await response.json()) as ImportAnswer;
    }

    const expectUnchanged = ({ created, changed, unchanged, refused, errors, rows, unknownColumns }: ImportAnswer, count: number) => {
      expect({ errors, unknownColumns, moved: rows.filter(({ action }) => action !== 'UNCHANGED') }).toEqual({ errors: [], unknownColumns: [], moved: [] });
      expect({ created, changed, unchanged, refused }).toEqual({ created: 0, changed: 0, unchanged: count, refused: 0 });
    };

    it.each(KINDS.flatMap(([kind, ledger]) => WAYS.map((way): [ImportKind, string] => [kind, `${ledger}${way}`])))('%s from %s', async (kind, path) => {
      const { totalCount } = (await taskforce.must('query ($id: ID!) { ledger(id: $id) { totalCount } }', { id: path.split('.')[0] })).ledger as { totalCount: number };
      expectUnchanged(await writesNothing(app, () => sentBack(kind, path)), totalCount);
    });

    it('also from a county, whose file holds its own works', async () => {
      const [{ adcode }] = packOf(pack).regions.filter(({ ranked }) => ranked);
      const county = await app.as(`county-${adcode}`);
      const { totalCount } = (await county.must('{ ledger(id: "overall") { totalCount } }')).ledger as { totalCount: number };
      expectUnchanged(await sentBack('works', 'overall.xlsx', county), totalCount);
    });
  });
});
