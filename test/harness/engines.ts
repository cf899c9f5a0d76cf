/** The database engines that this run has. */
export type TestEngine = 'sqlite' | 'mariadb';

export const mariadbUrl: string | null = process.env.TEST_MARIADB ?? null;
export const redisUrl: string | null = process.env.TEST_REDIS ?? null;
export const chromiumPath: string | null = process.env.TEST_CHROMIUM ?? null;
export const sofficePath: string | null = process.env.TEST_SOFFICE ?? null;

/** LibreOffice with Writer. */
export const writerPath: string | null = process.env.TEST_WRITER ?? null;

export const engines: readonly TestEngine[] = mariadbUrl ? ['sqlite', 'mariadb'] : ['sqlite'];

/** Describes a promise once for each engine; the set-up has said which are left out. */
export function onEachEngine(promise: string, tests: (engine: TestEngine) => void): void {
  for (const engine of engines) describe(`${promise} [${engine}]`, () => tests(engine));
}
