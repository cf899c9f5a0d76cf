import { engines, onEachEngine, openLoadedDatabase, startTestApp, TestClock, type Data, type TestApp } from '../harness';
import { mapQuery, until, Watcher } from './watcher';

// In the tiny city nothing is later than 2024-06-30; work 2 was to be finished on 2024-08-31 and is suspended, work 4 was to begin in May.
const POLL = 100;
const turns = async (app: TestApp): Promise<Data[]> => (await (await app.as('taskforce')).must('{ changes(first: 500) { nodes { kind actor summary adcodes subjectType } } }')).changes.nodes.filter(({ kind }: Data) => kind === 'DAY_TURNED');

onEachEngine('at midnight', (engine) => {
  it('the day turns by one change, and the map moves by a patch', async () => {
    const app = await startTestApp({ engine, pollEvery: POLL });
    try {
      const county = (await app.as('county-990001')).subscribe('subscription { changes { kind } }');
      const watcher = new Watcher(await app.as('kiosk'), 'progressMap').open();
      await until(() => watcher.snapshots === 1);
      const before = await turns(app);
      const health = (number: number) => [...watcher.marks.values()].find((mark) => mark.number === number)!.health;
      expect([watcher.shared.asOf, health(4)]).toEqual(['2024-06-30', 'LAGGING']);
      app.clock.turnTo('2024-08-15');
      await until(() => watcher.patches > 0);
      expect([watcher.shared.asOf, watcher.snapshots, health(4)]).toEqual(['2024-08-15', 1, 'SERIOUS']);
      expect(watcher.shared.summary.serious).toBe(1);
      const truth = (await (await app.as('kiosk')).must(mapQuery('progressMap'))).progressMap;
      expect(watcher.picture()).toEqual(truth);
      expect((await turns(app)).slice(before.length)).toEqual([{ kind: 'DAY_TURNED', actor: 'clock', summary: '进入 2024-08-15', adcodes: [], subjectType: 'Day' }]);
      // It is nobody's in particular, so everybody hears of it who hears anything.
      expect((await county.next()).data!.changes.kind).toBe('DAY_TURNED');
      // Looking again turns nothing again.
      await watcher.leave();
      await new Promise((resolve) => setTimeout(resolve, 3 * POLL));
      expect((await turns(app)).length).toBe(before.length + 1);
    } finally {
      await app.stop();
    }
  });
});

(engines.includes('mariadb') ? describe : describe.skip)('at midnight, with two servers on one database', () => {
  it('the day turns once, and the watchers of both see it', async () => {
    const database = await openLoadedDatabase('mariadb', 'tiny');
    const apps = await Promise.all([0, 1].map(() => startTestApp({ engine: 'mariadb', database, clock: new TestClock('2024-06-30'), pollEvery: POLL })));
    try {
      const watchers = await Promise.all(apps.map(async (app) => new Watcher(await app.as('kiosk'), 'progressMap').open()));
      for (const watcher of watchers) await until(() => watcher.snapshots === 1);
      const before = await turns(apps[0]);
      for (const day of ['2024-07-01', '2024-07-02', '2024-07-11']) {
        for (const app of apps) app.clock.turnTo(day);
        for (const watcher of watchers) await until(() => watcher.shared.asOf === day);
      }
      expect((await turns(apps[1])).slice(before.length).map(({ summary }) => summary)).toEqual(['进入 2024-07-01', '进入 2024-07-02', '进入 2024-07-11']);
      // One clock is ahead of the other: each shows its own day, and both come to agree.
      apps[0].clock.turnTo('2024-07-12');
      await until(() => watchers[0].shared.asOf === '2024-07-12');
      apps[1].clock.turnTo('2024-07-12');
      await until(() => watchers[1].shared.asOf === '2024-07-12');
      expect(watchers[0].picture()).toEqual(watchers[1].picture());
      expect(watchers.map(({ snapshots }) => snapshots)).toEqual([1, 1]);
      expect((await turns(apps[1])).length).toBe(before.length + 4);
      for (const watcher of watchers) await watcher.leave();
    } finally {
      for (const app of apps) await app.stop();
      await database.drop();
    }
  });
});
