import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Identity } from '../api/identity';
import { refuse } from '../api/refusal';
import { assertMay } from '../access/policy';
import type { SampleAnswer, SampleProgress } from '../exchange/samples/answer';
import { runSampleImport } from '../exchange/samples/run';
import { sampleTemplate } from '../exchange/samples/template';
import { STREAM_LIMITS } from '../exchange/sheet/limits';
import { downloadHeaders } from './download';
import { describeError, type ErrorBody } from './errors';
import { letPass, type ImportServices } from './imports';
import { languageOf } from './language';
import { identifyRequest } from './request-identity';
import { withSpooledFile, type Spooled } from './spool';

/**
 * The doors for stations' files; the task force and the ecology department open them.
 *
 * **POST /import/samples** — multipart/form-data with the .xlsx or .csv in the field `file`, at most 200 MB: a row a
 * section and time with a column an item, or a row a value. In the address:
 *
 * - `dryRun=1`: says what would be done and writes nothing.
 * - `leaveOut=1`: cells that are refused are left out and listed, and the rest is taken in. Without it a file with a
 *   refused cell writes nothing.
 * - `progress=1`: lines of JSON as in `imports.ts`, `{"progress": SampleProgress}` and at last the answer.
 *
 * Values are written in batches of at most 10,000, each a unit of work of its own with a change record and its digest.
 * Who goes away ends the import after the batch under way; the same file sent again goes on behind it. Answers 200 with a
 * `SampleAnswer` as JSON, 422 with the same when refused cells stop a real run; errors as in `imports.ts`.
 *
 * **GET /import/samples/template.xlsx** — a table to fill in.
 */
export type SampleLine = { progress: SampleProgress } | { status: 200 | 422; answer: SampleAnswer } | ({ status: number } & ErrorBody);

const isOn = (value: unknown): boolean => value === '1' || value === 'true';

async function allowed(req: Request, { sessions }: ImportServices): Promise<Identity> {
  const identity = await identifyRequest(sessions, req);
  if (!identity) throw refuse('UNAUTHENTICATED');
  assertMay(identity, 'RECORD_SAMPLES');
  return identity;
}

/** Ends when the answer can reach nobody any more. */
function whileListening(res: Response): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => void (res.writableFinished || gone.abort()));
  return gone.signal;
}

const importSamples = (services: ImportServices): RequestHandler => async (req, res) => {
  const identity = await allowed(req, services);
  const { database, clock, factBase, log } = services;
  const { dryRun, leaveOut, progress } = req.query;
  const signal = whileListening(res);
  const run = async ({ fileName, file, digest }: Spooled, onProgress?: (progress: SampleProgress) => void): Promise<{ status: 200 | 422; answer: SampleAnswer }> => {
    const answer = await runSampleImport({ database, facts: await factBase.latest(), today: clock.today() }, {
      fileName, file, digest, dryRun: isOn(dryRun), leaveOut: isOn(leaveOut), identity, signal,
      language: languageOf(req.headers['accept-language']), actor: { name: identity.username, userId: identity.userId },
    }, onProgress);
    return { status: answer.refused && !answer.dryRun && !isOn(leaveOut) ? 422 : 200, answer };
  };
  try {
    await letPass(req, res, () => withSpooledFile(req, 'file', STREAM_LIMITS.fileMegabytes, async (spooled) => {
      if (!isOn(progress)) {
        const { status, answer } = await run(spooled);
        return void res.status(status).json(answer);
      }
      res.status(200).set({ 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      const write = (line: SampleLine): void => void res.write(`${JSON.stringify(line)}\n`);
      try {
        write(await run(spooled, (told) => write({ progress: told })));
      } catch (error) {
        if (signal.aborted) throw error;
        write(describeError(error, req, log));
      }
      res.end();
    }));
  } catch (error) {
    // Nobody is there to hear of it.
    if (!signal.aborted) throw error;
  }
};

const template = (services: ImportServices): RequestHandler => async (req, res) => {
  await allowed(req, services);
  const { name, plainName, stream } = sampleTemplate(await services.factBase.latest(), services.clock.today(), services.clock.now());
  res.set(downloadHeaders(name, plainName, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));
  if (req.method === 'HEAD') return void res.end();
  await pipeline(stream(), res);
};

/** The doors, to be mounted at /import/samples before the doors for the other kinds. */
export function sampleImports(services: ImportServices): Router {
  const router = Router();
  router.post('/', importSamples(services));
  router.get('/template.xlsx', template(services));
  return router;
}
