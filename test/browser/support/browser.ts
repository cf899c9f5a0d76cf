import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { built, chromiumPath, type TestClient } from '../../harness';

/** Describes promises that only a browser can show. Where there is none the set-up has said what is left out. */
export const inChromium: typeof describe.skip = chromiumPath ? describe : describe.skip;

/** A name under which an office reaches the server; browsers treat what comes from it as insecure. */
export const OFFICE = 'yihong.office.test';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  `--host-resolver-rules=MAP ${OFFICE} 127.0.0.1`,
];

export interface Seat extends Pick<BrowserContextOptions, 'viewport' | 'deviceScaleFactor' | 'isMobile' | 'hasTouch'> {
  /** Where the server is; the client's own address without it, e.g. a wire in between. */
  url?: string;
}

/** One browser of a test file, and the people before it. */
export class Chromium {
  private readonly people: Person[] = [];

  private constructor(private readonly browser: Browser) {}

  /** Builds the client where it is stale, and starts a browser with an empty profile. */
  static async start(): Promise<Chromium> {
    await built();
    return new Chromium(await chromium.launch({ executablePath: chromiumPath!, args: FLAGS }));
  }

  /** Somebody in a context of their own: signed in as the client is, or nobody yet. */
  async seat(who: TestClient | null, { url = who?.url, ...options }: Seat = {}): Promise<Person> {
    const context = await this.browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, baseURL: url, ...options });
    const [name, value] = who?.headers.cookie?.split('=') ?? [];
    if (name) await context.addCookies([{ name, value, url: url! }]);
    context.setDefaultTimeout(60_000);
    const person = new Person(context, await context.newPage());
    this.people.push(person);
    return person;
  }

  /** What went wrong on any page since the last call: refused resources, faults, words on the console. */
  troubles(): string[] {
    return this.people.flatMap(({ troubles }) => troubles.splice(0));
  }

  /** Sends everybody home. */
  async clear(): Promise<void> {
    await Promise.all(this.people.splice(0).map(({ context }) => context.close()));
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }
}

/** Somebody with a page before them. */
export class Person {
  readonly troubles: string[] = [];
  /** Every request of the page, in order. */
  readonly requests: { url: string; at: number }[] = [];
  /** Every message that came over a WebSocket. */
  readonly heard: string[] = [];

  constructor(readonly context: BrowserContext, readonly page: Page) {
    page.on('request', (request) => this.requests.push({ url: request.url(), at: Date.now() }));
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.heard.push(String(payload))));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !isLineLost(message.text())) this.troubles.push(`${message.type()} at ${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.troubles.push(`fault at ${page.url()}: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400) this.troubles.push(`HTTP ${response.status()} at ${page.url()}: ${response.url()}`);
    });
  }
}

/** Chromium itself says on the console that a line broke; no page can keep it from doing so. */
const isLineLost = (text: string): boolean => /^WebSocket connection to .* failed|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|NETWORK_CHANGED)/.test(text);
