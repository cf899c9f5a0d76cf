import type net from 'node:net';
import WebSocket from 'ws';
import { onEachEngine, startTestApp, type Data, type TestApp, type TestClient } from '../harness';
import { mapQuery, mapStream, until, Watcher } from './watcher';

onEachEngine('watchers of one server', (engine) => {
  let app: TestApp;
  let taskForce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskForce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  let step = 0;
  const idOf = async (number: number): Promise<string> => (await taskForce.must(`{ project(number: ${number}) { id } }`)).project.id;
  const progress = async (number: number): Promise<Data> =>
    taskForce.must('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { project { id } } }', { input: { projectId: await idOf(number), date: app.clock.today(), progress: (++step * 7) % 100, reason: '核对' } });
  const executions = (): number => app.app.fanOut.executions;
  const open = (): number => app.app.services.hub.watchers;

  it('share one execution an event, however many they are and wherever they began', async () => {
    const cost = async (count: number) => {
      // A cursor for every one, from different moments.
      const cursors: string[] = [];
      for (let i = 0; i < 5; i++) {
        await progress(2);
        cursors.push((await taskForce.must('{ progressMap { cursor } }')).progressMap.cursor);
      }
      const clients = await Promise.all(Array.from({ length: count }, (_, i) => app.as(i % 2 ? 'kiosk' : 'leader', { 'x-watcher': String(i) })));
      const watchers = clients.map((client, i) => Object.assign(new Watcher(client, 'progressMap'), { cursor: cursors[i % 5] }).open());
      await until(() => open() === count);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const before = executions();
      for (let i = 0; i < 10; i++) {
        await progress(2);
        const { cursor } = (await taskForce.must('{ progressMap { cursor } }')).progressMap;
        await until(() => watchers.every((watcher) => watcher.cursor === cursor));
      }
      const spent = executions() - before;
      for (const watcher of watchers) await watcher.leave();
      await until(() => open() === 0);
      return spent;
    };
    // Ten events for two audiences.
    expect([await cost(2), await cost(30)]).toEqual([20, 20]);
  });

  it('share nothing of the change stream across audiences, and nothing across different questions', async () => {
    const clients = await Promise.all(['county-990001', 'county-990002', 'department-water', 'department-urban', 'taskforce', 'leader'].map((name) => app.as(name)));
    const query = 'subscription { changes { seq subjectId } }';
    const streams = clients.flatMap((client) => [client.subscribe(query), client.subscribe(query), client.subscribe('subscription { changes { seq } }')]);
    await until(() => open() === streams.length);
    const before = executions();
    await progress(2);
    // Work 2: county 990002, the department of URBAN, the task force, the leader; two questions each.
    await until(() => executions() - before === 8);
    const heard = streams.map(({ all }) => all.length);
    await until(() => streams.filter(({ all }) => all.length).length === 12);
    expect(heard.slice(0, 3).concat(heard.slice(6, 9))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(executions() - before).toBe(8);
    streams.forEach((stream) => stream.close());
    await until(() => open() === 0);
  });

  it('leave nothing behind: unsubscribed, dropped, broken off while opening', async () => {
    await until(() => open() === 0 && app.app.sockets.size === 0, () => [open(), app.app.sockets.size]);
    const maps = ['progressMap', 'distributionMap', 'waterMap'] as const;
    for (let i = 0; i < 10; i++) {
      const streams = maps.map((map) => taskForce.subscribe(mapStream(map)));
      const changes = taskForce.subscribe('subscription { changes { seq } }');
      // Some before they have begun.
      if (i % 2) await until(() => open() === 4);
      streams.forEach((stream) => stream.close());
      changes.close();
    }
    await until(() => open() === 0, open);
    const authorization = taskForce.headers.authorization;
    for (let i = 0; i < 10; i++) {
      const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      await new Promise((resolve) => socket.once('open', resolve));
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
      await new Promise((resolve) => socket.once('message', resolve));
      for (const [n, map] of maps.entries()) socket.send(JSON.stringify({ type: 'subscribe', id: String(n), payload: { query: mapStream(map) } }));
      if (i % 2) await until(() => open() === 3);
      socket.terminate();
      await until(() => open() === 0 && app.app.sockets.size === 0, () => [open(), app.app.sockets.size]);
    }
    // The server is as good as before.
    const watcher = new Watcher(taskForce, 'progressMap').open();
    await until(() => watcher.snapshots === 1);
    await watcher.leave();
    expect(app.faults).toEqual([]);
  });

  it('may read slowly: nothing piles up for them, and they come to the present', async () => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const received: Data[] = [];
    socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString())));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: taskForce.headers.authorization } }));
    await until(() => received.length === 1);
    // Twenty streams on one line, so that the system's own buffers fill soon.
    for (let id = 0; id < 20; id++) socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query: mapStream('progressMap') } }));
    await until(() => received.length === 21);
    const raw = (socket as unknown as { _socket: net.Socket })._socket;
    raw.pause();
    const serverSide = [...(app.app.sockets as unknown as { server: { clients: Set<WebSocket> } }).server.clients][0];
    const ids = await Promise.all([1, 2, 3, 4].map(idOf));
    let most = 0;
    for (let i = 0; i < 80; i++) {
      await taskForce.must('mutation ($progress: RecordProgressInput!, $work: CreateProjectInput!) { recordProgress(input: $progress) { project { id } } createProject(input: $work) { project { id } } }', {
        progress: { projectId: ids[i % 4], date: app.clock.today(), progress: i, reason: '核对' },
        work: { code: `slow-${i}`, name: '工程', leadRegion: '990001', sector: 'WATER', category: 'DREDGE' },
      });
      most = Math.max(most, serverSide.bufferedAmount);
    }
    // One message a stream may be on its way; 160 changes are not.
    expect(most).toBeLessThan(20 * 64 * 1024);
    raw.resume();
    const truth = (await taskForce.must(mapQuery('progressMap'))).progressMap;
    const { cursor } = (await taskForce.must('{ progressMap { cursor } }')).progressMap;
    for (let id = 0; id < 20; id++) await until(() => received.some((message) => message.id === String(id) && message.payload?.data.progressMap.cursor === cursor), () => received.length, 10_000);
    const last = received.filter((message) => message.id === '7').at(-1)!.payload.data.progressMap;
    expect(last.summary).toEqual(truth.summary);
    socket.close();
    await until(() => open() === 0);
  });
});
