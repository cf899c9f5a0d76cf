import { startTestApp, type TestApp } from '../../harness';
import { Chromium, type Person, type Seat } from './browser';

/** What a file's tests stand on: one server with the Linfen works, one browser. */
export interface Suite {
  app: TestApp;
  chromium: Chromium;
  /** Somebody of the demonstration, signed in, before a page. */
  open(username: string, path: string, seat?: Seat): Promise<Person>;
}

/** Sets a file up, and after each test looks whether a page or the server had anything to complain of. */
export function useSuite(): Suite {
  const suite = {} as Suite;
  beforeAll(async () => {
    [suite.app, suite.chromium] = await Promise.all([startTestApp({ engine: 'sqlite', pack: 'linfen' }), Chromium.start()]);
    suite.open = async (username, path, seat) => {
      const person = await suite.chromium.seat(await suite.app.signIn(username), seat);
      await person.page.goto(path);
      return person;
    };
  });
  afterEach(async () => {
    const troubles = suite.chromium.troubles();
    await suite.chromium.clear();
    expect({ troubles, faults: suite.app.faults }).toEqual({ troubles: [], faults: [] });
  });
  afterAll(async () => {
    await suite.chromium?.stop();
    await suite.app?.stop();
  });
  return suite;
}
