import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from '@nestjs/common';
import { withFacts, type LogFacts } from './context.js';

/** What is read of a request; the guard puts the person there later on. */
interface Followed {
  id: string;
  params?: unknown;
  routeOptions: { url?: string | undefined };
  person?: { id: string };
}

const OF_TICKETS = /^\/api\/(?:tickets|desk)\/:(id|ticketId)\b/u;

/** Every line that is written in the course of a request says whose it is and what it is about. */
export function followRequests(app: NestFastifyApplication): void {
  const log = new Logger('Http');
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, _reply, done) => withFacts(() => factsOf(request), done));
  // Reading a body leaves the way that led here.
  server.addHook('preValidation', (request, _reply, done) => withFacts(() => factsOf(request), done));
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    withFacts(
      () => factsOf(request),
      () =>
        log.debug(
          `${method} ${routeOptions.url ?? 'none'} ${String(reply.statusCode)} after ${String(ms)} ms`,
        ),
    );
    done();
  });
}

function factsOf({ id, params, routeOptions, person }: Followed): LogFacts {
  const name = OF_TICKETS.exec(routeOptions.url ?? '')?.[1];
  const ticketId = name === undefined ? undefined : (params as Record<string, string> | undefined)?.[name];
  return {
    requestId: id,
    ...(person === undefined ? {} : { personId: person.id }),
    // What stands in an address may be anything.
    ...(ticketId !== undefined && /^\d{1,18}$/u.test(ticketId) ? { ticketId } : {}),
  };
}
