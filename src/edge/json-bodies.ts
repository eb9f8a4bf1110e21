import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BEYOND, BODY_LIMITS } from '../problems/body-limits.js';
import { InvalidBody } from '../problems/http-problems.js';
import { findExcess } from '../problems/json-scan.js';

/** From here on a body takes milliseconds. */
const LONG_BYTES = 64 * 1024;

/**
 * The parser of JSON bodies: what is nested without end, or has fields or values without end, is refused at the first
 * excess, before anything is made of it. Everything behind it (parsing, the search for poisoned prototypes, the identity
 * of a write, validation) has a bounded amount to look at, however deep it goes. Of long bodies that come at once each has
 * a turn of the event loop for itself, so that others are answered between them. `createApp` switches Nest's own parsers
 * off: forms are not understood here.
 */
export function limitJsonBodies(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  let turns = Promise.resolve();
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const look = (): void => {
      const excess = findExcess(body, BODY_LIMITS);
      if (excess === null) void parse(request, body.toString('utf8'), done);
      else done(new InvalidBody([{ pointer: excess.pointer, message: BEYOND[excess.limit] }]));
    };
    if (body.length < LONG_BYTES) {
      look();
      return;
    }
    turns = turns.then(() => nextTurn());
    void turns.then(look);
  });
}
