import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express, type Response } from 'express';
import type { SystemClock } from './api/clock';
import { createAccess } from './access/access';
import type { DemoMode } from './access/demo';
import type { Recognised } from './access/sessions';
import { FactBase } from './catalogue/fact-base';
import { controlRunner } from './cli/run';
import type { Database } from './database/database';
import { StartError } from './database/start-error';
import { makeApollo } from './graphql/apollo';
import { OperationContext, type Services } from './graphql/context';
import { FanOut } from './graphql/fan-out';
import { keptAnswers } from './graphql/kept-answers';
import { ReadyAnswers } from './graphql/ready-answers';
import { RepeatedRequests } from './graphql/repeated-requests';
import { makeSchema } from './graphql/schema';
import { Sockets } from './graphql/sockets';
import { jsonBody } from './http/body';
import { serveClient } from './http/client';
import { control } from './http/control';
import { cookieJar } from './http/cookie-jar';
import { answerErrors, type FaultLog } from './http/errors';
import { fileExports } from './http/exports';
import { healthz, readyz } from './http/health';
import { languageOf } from './http/language';
import { imports } from './http/imports';
import { isLocal } from './http/local';
import { mapBase } from './http/map-base';
import { Metrics } from './http/metrics';
import { refuseForeignOrigin } from './http/origin';
import { presentedBy } from './http/request-identity';
import { sampleImports } from './http/sample-imports';
import { securityHeaders } from './http/security';
import { LiveHub } from './live/hub';

export interface AppOptions {
  database: Database;
  clock: SystemClock;
  demo: DemoMode | null;
  publicUrl: string | null;
  /** The program's folder. */
  root: string;
  log: FaultLog;
  /** Lets the command line reach a server that holds the database file; null where it needs none. */
  controlSecret: string | null;
  /** How often the live maps look without a bell, ms. */
  pollEvery?: number;
}

/** The program, listening. */
export interface App {
  server: Server;
  services: Services;
  fanOut: FanOut;
  sockets: Sockets;
  /** Where it listens. */
  port: number;
  /** Stops taking requests, lets those under way end, tells watchers to come back. The database stays open. */
  stop(): Promise<void>;
}

/** Puts HTTP, GraphQL and WebSocket together and listens. @throws StartError when the port is taken. */
export async function startApp(options: AppOptions, host: string, port: number): Promise<App> {
  const { database, clock, demo, publicUrl, log } = options;
  const fault = (reference: string, error: unknown) => log.error({ reference, error }, 'a request failed');
  const access = createAccess(database, clock, demo);
  const factBase = new FactBase(database);
  const hub = new LiveHub(database, factBase, clock, { pollEvery: options.pollEvery, onTrouble: (error) => fault('live', error), onLook: () => sockets.recheck() });
  const services: Services = { database, clock, access, factBase, hub };
  const schema = makeSchema();
  const metrics = new Metrics().withProcess();
  const web = express();
  const answers = new ReadyAnswers();
  const repeated = new RepeatedRequests(services, answers, metrics);
  const server = http.createServer(repeated.before(web));
  const fanOut = new FanOut();
  const sockets = new Sockets({ httpServer: server, schema, services, fanOut, publicUrl, log: fault });
  const apollo = makeApollo({ schema, httpServer: server, metrics, log: fault, drainSockets: () => sockets.drain() });
  let stopping = false;
  await hub.start();
  await apollo.start();
  mount(web, options, services, metrics, () => stopping);
  web.use('/graphql', keptAnswers(services, recognisedOf, answers, repeated), expressMiddleware(apollo, {
    context: async ({ req, res }) => new OperationContext(services, {
      identity: recognisedOf(res)?.identity ?? null,
      language: languageOf(req.headers['accept-language']),
      local: isLocal(req),
      cookies: cookieJar(req, res, publicUrl),
    }),
  }));
  web.use(serveClient(path.join(options.root, 'dist', 'client')));
  web.use(answerErrors(log));
  await listen(server, host, port);
  return {
    server, services, fanOut, sockets,
    port: (server.address() as AddressInfo).port,
    async stop() {
      stopping = true;
      // Drains the sockets first, then the HTTP connections.
      await apollo.stop();
      await hub.stop();
    },
  };
}

function mount(web: Express, { database, publicUrl, controlSecret, log }: AppOptions, services: Services, metrics: Metrics, isStopping: () => boolean): void {
  const { access, clock, factBase } = services;
  web.disable('x-powered-by');
  web.use(metrics.observeHttp, securityHeaders(publicUrl));
  web.get('/healthz', healthz);
  web.get('/readyz', readyz(database, isStopping));
  web.get('/metrics', metrics.handler);
  web.use(refuseForeignOrigin(publicUrl));
  if (controlSecret) web.post('/control', jsonBody(), control(controlSecret, controlRunner({ database, clock, access, factBase })));
  web.get('/map/base.json', mapBase(database, factBase, access.sessions));
  web.use('/export', fileExports({ sessions: access.sessions, database, factBase, clock, publicUrl, log }));
  const importing = { database, factBase, clock, sessions: access.sessions, log };
  web.use('/import/samples', sampleImports(importing));
  web.use('/import', imports(importing));
  web.use('/graphql', jsonBody(), async (req, res, next) => {
    res.locals.recognised = await access.sessions.recognise(presentedBy(req));
    next();
  });
}

/** Who asks, found out once a request. */
const recognisedOf = (res: Response): Recognised | null => res.locals.recognised as Recognised | null;

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = { EADDRINUSE: `port ${port} is in use`, EACCES: `port ${port} may not be opened by this account`, EADDRNOTAVAIL: `this machine has no address ${host}`, ENOTFOUND: `HOST ${host} is no address` }[error.code ?? ''];
      reject(why ? new StartError(`${why}; set PORT and HOST`) : error);
    });
    server.listen(port, host, resolve);
  });
