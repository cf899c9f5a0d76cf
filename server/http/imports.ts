import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Clock } from '../api/clock';
import { isDay, type Day } from '../api/day';
import type { Identity } from '../api/identity';
import { refuse } from '../api/refusal';
import type { Sessions } from '../access/sessions';
import type { FactBase } from '../catalogue/fact-base';
import type { Database } from '../database/database';
import type { ImportAnswer, ImportProgress } from '../exchange/import/answer';
import { markFile } from '../exchange/import/mark';
import { IMPORT_KINDS, type ImportKind } from '../exchange/import/rows';
import { assertMayImport, runImport } from '../exchange/import/run';
import { importTemplate } from '../exchange/import/template';
import { LIMITS } from '../exchange/sheet/limits';
import { downloadHeaders } from './download';
import { describeError, type ErrorBody, type FaultLog } from './errors';
import { languageOf } from './language';
import { identifyRequest } from './request-identity';
import { receiveFile, type Upload } from './upload';

/**
 * The doors for spreadsheets. Who asks says so by the sign-in cookie or by a Bearer token; 401 and 403 come in the form
 * that every error has: `{"errors": [{"message", "extensions": {"code", "field"}}]}`.
 *
 * **POST /import/works, /import/funding, /import/procedures** — multipart/form-data with the .xlsx or .csv in the field
 * `file`, at most 20 MB. In the address:
 *
 * - `dryRun=1`: says what would be done and writes nothing.
 * - `asOf=2024-06-30`: the day that the figures hold for where a sheet's title does not say (截至…). Without either, a
 *   file whose figures need it is refused with 400, code BAD_USER_INPUT and field "asOf": ask for the day and send again.
 * - `progress=1`: see below.
 *
 * Answers 200 with an `ImportAnswer` as JSON; 422 with the same when refused rows stop a real run, of which then nothing
 * is written; 400 with an error whose field is "file" when the file as a whole cannot be read, 413 when it is too large.
 * Sentences come in the language of Accept-Language, as everywhere.
 *
 * With `progress=1` the answer is application/x-ndjson, status 200: lines of JSON, first any number of
 * `{"progress": ImportProgress}`, one at least, then exactly one of
 *
 * - `{"status": 200, "answer": ImportAnswer}`, or with status 422;
 * - `{"status": 400, "errors": […]}`, or with another status of the errors above or 500.
 *
 * What is refused before the file is read (401, 403, 404, 413, no file) answers as without `progress`.
 *
 * **POST /import/<kind>/marked** — the same file and `asOf`. Writes nothing. Answers the same spreadsheet with one more
 * column 导入结果 (Import result) that says of each row what an import would do or what is wrong; a download named like
 * the file. One that has that column from before keeps it, with the new words. Errors as above.
 *
 * **GET /import/<kind>/template.xlsx** — a table to fill in, with the works that the viewer may write as they stand today.
 */
export type ImportLine = { progress: ImportProgress } | { status: 200 | 422; answer: ImportAnswer } | ({ status: number } & ErrorBody);

export interface ImportServices {
  database: Database;
  factBase: FactBase;
  clock: Clock;
  sessions: Sessions;
  log: FaultLog;
}

/** What a request to import says of itself, checked before its file is read. */
interface Asked {
  kind: ImportKind;
  identity: Identity;
  dryRun: boolean;
  asOf: Day | null;
  progress: boolean;
}

const isOn = (value: unknown): boolean => value === '1' || value === 'true';

async function askedBy(req: Request, { sessions, clock }: ImportServices): Promise<Asked> {
  const identity = await identifyRequest(sessions, req);
  if (!identity) throw refuse('UNAUTHENTICATED');
  const kind = IMPORT_KINDS.find((one) => one === req.params.kind);
  if (!kind) throw refuse('NOT_FOUND');
  assertMayImport(identity, kind);
  const { asOf, dryRun, progress } = req.query;
  if (asOf !== undefined && (typeof asOf !== 'string' || !isDay(asOf))) throw refuse('BAD_DATE', { field: 'asOf', value: String(asOf).slice(0, 60) });
  if (asOf !== undefined && asOf > clock.today()) throw refuse('DATE_IN_FUTURE', { field: 'asOf', today: clock.today() });
  return { kind, identity, dryRun: isOn(dryRun), asOf: asOf ?? null, progress: isOn(progress) };
}

/**
 * How long the rest of a body that was refused is still taken in, ms: a browser reads the answer only when it has sent all,
 * and a line that is cut takes the answer with it. Nothing may come for so long, and all of it take so long.
 */
const PARTING = { silence: 5000, all: 600_000 };

const fileOf = (req: Request, res: Response): Promise<Upload> => letPass(req, res, () => receiveFile(req, 'file', LIMITS.fileMegabytes));

/** Reads the file that was sent. The rest of one that is refused before its end is let pass for a while, unread. */
export async function letPass<T>(req: Request, res: Response, receive: () => Promise<T>): Promise<T> {
  try {
    return await receive();
  } catch (error) {
    if (!req.complete) {
      res.once('finish', () => {
        const cut = () => void req.destroy();
        const silence = setTimeout(cut, PARTING.silence).unref();
        const all = setTimeout(cut, PARTING.all).unref();
        req.on('data', () => silence.refresh());
        req.once('close', () => {
          clearTimeout(silence);
          clearTimeout(all);
        }).resume();
      });
    }
    throw error;
  }
}

function run({ database, clock }: ImportServices, req: Request, { kind, identity, asOf }: Asked, { fileName, bytes }: Upload, dryRun: boolean, onProgress?: (progress: ImportProgress) => void): Promise<ImportAnswer> {
  const language = languageOf(req.headers['accept-language']);
  return runImport(database, clock.today(), { kind, fileName, bytes, dryRun, asOf, identity, language, actor: { name: identity.username, userId: identity.userId } }, onProgress);
}

const statusOf = ({ dryRun, errors }: ImportAnswer): 200 | 422 => (errors.length && !dryRun ? 422 : 200);

const importFile = (services: ImportServices): RequestHandler => async (req, res) => {
  const asked = await askedBy(req, services);
  const upload = await fileOf(req, res);
  if (!asked.progress) {
    const answer = await run(services, req, asked, upload, asked.dryRun);
    res.status(statusOf(answer)).json(answer);
    return;
  }
  res.status(200).set({ 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  const write = (line: ImportLine): void => void res.write(`${JSON.stringify(line)}\n`);
  try {
    const answer = await run(services, req, asked, upload, asked.dryRun, (progress) => write({ progress }));
    write({ status: statusOf(answer), answer });
  } catch (error) {
    write(describeError(error, req, services.log));
  }
  res.end();
};

const markedFile = (services: ImportServices): RequestHandler => async (req, res) => {
  const asked = await askedBy(req, services);
  const upload = await fileOf(req, res);
  const answer = await run(services, req, asked, upload, true);
  const { name, type, stream } = await markFile(upload.fileName, upload.bytes, answer, languageOf(req.headers['accept-language']));
  res.set(downloadHeaders(name, `${asked.kind}-import-result${name.slice(name.lastIndexOf('.'))}`, type));
  await pipeline(stream, res);
};

const template = (services: ImportServices): RequestHandler => async (req, res) => {
  const { kind, identity } = await askedBy(req, services);
  const { clock } = services;
  const { name, plainName, stream } = importTemplate(kind, await services.factBase.latest(), identity, clock.today(), clock.now());
  res.set(downloadHeaders(name, plainName, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));
  if (req.method === 'HEAD') return void res.end();
  await pipeline(stream(), res);
};

/** The doors, to be mounted at /import behind the check of where a request comes from. */
export function imports(services: ImportServices): Router {
  const router = Router();
  router.post('/:kind', importFile(services));
  router.post('/:kind/marked', markedFile(services));
  router.get('/:kind/template.xlsx', template(services));
  return router;
}
