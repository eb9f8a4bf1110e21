import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import { serveConsole } from './console/serve-console.js';
import { StorageFull } from './database/database-problems.js';
import { toDatabaseUnavailable } from './database/unavailable.js';
import { giveHeaders, SECURITY_HEADERS } from './edge/answer-headers.js';
import { Draining } from './edge/draining.js';
import { answerBrokenRequest, noteLang } from './edge/broken-requests.js';
import { limitJsonBodies } from './edge/json-bodies.js';
import { promiseInterceptors } from './edge/promised-interceptors.js';
import { limitRequests } from './edge/request-rates.js';
import { routeOf } from './edge/route-of.js';
import { HealthService } from './health/health.service.js';
import { Prometheus } from './health/prometheus.service.js';
import { serveOpenApi } from './openapi.js';
import { followRequests } from './log/follow-requests.js';
import { openLog } from './log/log.js';
import { NestLogger } from './log/nest-logger.js';
import { limitPublicBodies } from './edge/public-bodies.js';
import { AllowedMethods } from './problems/allowed-methods.js';
import { ProblemFilter, type ProblemReply, type ProblemRequest } from './problems/problem.filter.js';
import { RequestValidation } from './problems/validation.js';

/** A request must be here whole, and its headers, within this time (ms). */
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;
const CHECK_MS = 5_000;

/** Paths without the prefix `api`, for load balancers and Prometheus. */
export const WITHOUT_PREFIX = ['health/live', 'health/ready', 'metrics'];

/** How the connections of an app come to their end. */
export function drainingOf(app: NestFastifyApplication): Draining {
  return (app.getHttpAdapter().getInstance() as unknown as { draining: Draining }).draining;
}

export interface AppOptions {
  clock?: Clock;
  logger?: LoggerService | false;
}

/** The program with its HTTP side, not yet initialised and not listening. The database must be migrated. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<NestFastifyApplication> {
  const methods = new AllowedMethods();
  const filter = new ProblemFilter({
    bodyLimitBytes: config.bodyLimitBytes,
    methods,
    translate: (error) => {
      const problem = toDatabaseUnavailable(error);
      if (problem instanceof StorageFull) app.get(HealthService).noteFull();
      return problem;
    },
  });
  const adapter = new FastifyAdapter({
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    // The same in the answer, the log and the record, and never twice.
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // What still comes on a kept connection while the server closes is answered like everything else.
    return503OnClosing: false,
    // Whoever dribbles is let go; an answer may take as long as it takes.
    requestTimeout: REQUEST_MS,
    clientErrorHandler: answerBrokenRequest,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECK_MS },
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded never reaches Nest.
    frameworkErrors: (error: Error, request: object, reply: object) => {
      (reply as ProblemReply).headers({ ...SECURITY_HEADERS });
      filter.answer(error, request as ProblemRequest, reply as ProblemReply);
    },
  });
  adapter.getInstance().addHook('onRoute', ({ method, url }) => methods.add(method, url));
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    AppModule.for(config, options.clock),
    adapter,
    {
      logger: options.logger ?? new NestLogger(openLog({ level: config.logLevel })),
      abortOnError: false,
      // JSON has a parser of ours; forms are not understood.
      bodyParser: false,
    },
  );
  app.setGlobalPrefix('api', { exclude: WITHOUT_PREFIX });
  app.useGlobalFilters(filter);
  app.useGlobalPipes(new RequestValidation());
  promiseInterceptors(app);
  limitJsonBodies(app);
  giveHeaders(app);
  followRequests(app);
  acceptEmptyBodies(app);
  limitRequests(app, config.requestsPerMinute);
  limitPublicBodies(app);
  measure(app);
  adapter.getInstance().decorate('draining', new Draining(app));
  if (config.role === 'worker') answerHealthOnly(app);
  else {
    serveOpenApi(app);
    await serveConsole(app);
  }
  return app;
}

/** Many clients name a content type even where they send nothing: that is a request without a body. */
function acceptEmptyBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const { headers } = request;
      noteLang(request.raw.socket, headers);
      const isEmpty =
        headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
      if (isEmpty) delete headers['content-type'];
      done();
    });
}

function measure(app: NestFastifyApplication): void {
  const prometheus = app.get(Prometheus);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = routeOf(request) ?? 'none';
      // A stream lasts as long as somebody listens; that is no time to an answer.
      const isStream = String(reply.getHeader('content-type')).startsWith('text/event-stream');
      if (!isStream)
        prometheus.noteRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
      done();
    });
}

/** A worker takes no requests of people, but it is watched like the others. */
function answerHealthOnly(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (WITHOUT_PREFIX.some((path) => routeOf(request) === `/${path}`)) done();
      else reply.callNotFound();
    });
}
