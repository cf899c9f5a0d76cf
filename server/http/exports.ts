import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Clock } from '../api/clock';
import { refuse } from '../api/refusal';
import type { Sessions } from '../access/sessions';
import type { FactBase } from '../catalogue/fact-base';
import type { Database } from '../database/database';
import type { Parameters } from '../exchange/out/asked';
import { LEDGER_FORMATS, ledgerFile, oc4idsFile, projectsFile, sectionsFile, type Exporter, type FileOut } from '../exchange/out/files';
import { waterReportFile } from '../exchange/out/water-report-file';
import type { FaultLog } from './errors';
import { downloadHeaders } from './download';
import { identifyRequest } from './request-identity';

/** Finds out what goes out, and refuses what cannot, before any of it is made. */
type FileMaker = (exporter: Exporter, parameters: Parameters, req: Request) => FileOut | Promise<FileOut>;

/** What the doors need of the process. */
export interface ExportServices {
  sessions: Sessions;
  factBase: FactBase;
  /** For what is not kept in memory: the days of sections. */
  database: Database;
  clock: Clock;
  /** The address that people reach the server by, if the operator said; else the one that the request came to. */
  publicUrl: string | null;
  /** Hears of a file that broke off, which the reader can no longer be told. */
  log: FaultLog;
}

/** A reader that takes nothing for so long has gone, ms. */
const PATIENCE = 120_000;

/**
 * What goes out of the house as files. Who asks says so by the sign-in cookie or by a Bearer token, and gets what the API
 * would show: 401 for nobody, 403 for a role without exports, 404 for a ledger that there is not, 400 for a parameter
 * that is unknown or wrong, with `field` naming it, all in the form that every error has. GET and HEAD.
 *
 * `/export/ledger/<id>.xlsx`, `/export/ledger/<id>.csv` — a ledger as the question `ledger` of the API gives it, all its
 * rows. Parameters, all optional, mean what the arguments of that name mean:
 *
 * - `asOf=2024-06-30`, `year=2024`, `orderBy=<key of a column>`, `direction=ASC|DESC`, `groupBy=REGION|SECTOR`;
 * - the filter, by the names of `ProjectFilter`: `search`, `regions`, `sectors`, `stages`, `lists`, `categories`,
 *   `health`, `suspended`, `unverified`, `sample`, `plannedStartFrom`, …, all of them. Those that are lists take several values, by commas or by being repeated
 *   (`regions=990001,990002` or `regions=990001&regions=990002`); truths are `true` or `false`;
 * - `columns=number,name,investment`: keys of the columns to keep, in that order; all when left out;
 * - `lang=zh|en`: of the titles; what is in the records stays as it is. @default zh
 *
 * `/export/projects.geojson` — the works as points, with `asOf` and the filter. `/export/sections.geojson` — the
 * monitoring sections, with `asOf`, `search` and `regions`.
 *
 * `/export/oc4ids.json` — the works as a package of the Open Contracting for Infrastructure Data Standard, with `asOf`
 * and the filter.
 *
 * `/export/water-report.docx` — a paper of the water as a Word file, with `kind=DAILY|WEEKLY|MONTHLY` and `period`, as the
 * question `waterReport` takes them. @default kind MONTHLY, period the latest with values
 */
export function fileExports(services: ExportServices): Router {
  const router = Router();
  const door = (path: string, fileOf: FileMaker) => router.get(path, handler(services, fileOf));
  door('/ledger/:file', (exporter, parameters, req) => {
    const [, id, ending] = /^(.+)\.(\w+)$/.exec(String(req.params.file)) ?? [];
    const format = LEDGER_FORMATS.find((one) => one === ending);
    if (!format) throw refuse('NOT_FOUND');
    return ledgerFile(exporter, id, format, parameters);
  });
  door('/projects.geojson', projectsFile);
  door('/sections.geojson', sectionsFile);
  door('/oc4ids.json', (exporter, parameters, req) => oc4idsFile(exporter, parameters, (day) => addressOf(req, services.publicUrl, day)));
  door('/water-report.docx', (exporter, parameters) => waterReportFile(exporter, services.database.read, parameters));
  router.get('/{*rest}', () => {
    throw refuse('NOT_FOUND');
  });
  return router;
}

/** The address of what was asked, of that day for good. */
function addressOf(req: Request, publicUrl: string | null, day: string): string {
  const address = new URL(req.originalUrl, publicUrl ?? `${req.protocol}://${req.headers.host}`);
  address.searchParams.set('asOf', day);
  return address.href;
}

function parametersOf({ originalUrl }: Request): Parameters {
  const parameters = new Map<string, string[]>();
  for (const [name, value] of new URL(originalUrl, 'http://any').searchParams) parameters.set(name, [...(parameters.get(name) ?? []), value]);
  return parameters;
}

const handler = ({ sessions, factBase, clock, log }: ExportServices, fileOf: FileMaker): RequestHandler => async (req, res) => {
  const viewer = await identifyRequest(sessions, req);
  if (!viewer) throw refuse('UNAUTHENTICATED');
  const file = await fileOf({ facts: await factBase.latest(), viewer, today: clock.today(), now: clock.now() }, parametersOf(req), req);
  if (req.method === 'HEAD') return void withHeaders(res, file).end();
  const stream = await file.stream();
  withHeaders(res, file).setTimeout(PATIENCE, () => res.destroy());
  try {
    await pipeline(stream, res);
  } catch (error) {
    // Whoever asked has gone; the stream ended with them.
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    log.error({ path: req.path, error }, 'a file broke off');
    res.destroy();
  }
};

const withHeaders = (res: Response, { name, plainName, type }: FileOut): Response =>
  res.set(downloadHeaders(name, plainName, type));
