import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../clock.js';
import { bearerToken } from '../people/guards/access.guard.js';
import { Tokens, type Token } from '../people/sessions/tokens.service.js';
import { placeOf } from '../people/throttle/place.js';
import { TooManyRequests } from '../problems/http-problems.js';
import { Buckets } from './buckets.js';
import { routeOf } from './route-of.js';

const OF_API = /^\/api(?:\/|$)/;

/**
 * Nobody keeps a server busy alone: so many requests a minute for each person, from however many
 * sign-ins, and for each place of strangers. Health, metrics and the files of the page are not counted. Each process
 * counts for itself; 0 switches it off.
 */
export function limitRequests(app: NestFastifyApplication, perMinute: number): void {
  if (perMinute === 0) return;
  const clock = app.get(Clock);
  const tokens = app.get(Tokens);
  const buckets = new Buckets(perMinute);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const route = routeOf(request);
      if (route !== undefined && !OF_API.test(route)) {
        done();
        return;
      }
      // The token of a sign-in that has ended is theirs too: it opens no store of its own.
      withToken(tokens, request.headers.authorization, (token) => {
        const waitMs = buckets.take(token?.userId ?? placeOf(request.ip), clock.now());
        if (waitMs > 0) done(new TooManyRequests(waitMs));
        else done();
      });
    });
}

/**
 * Goes on with what a token says that we gave out; with null for anything else. At once where its signature was checked
 * before. Whether its session still holds is asked later.
 */
export function withToken(
  tokens: Tokens,
  authorization: string | undefined,
  goOn: (token: Token | null) => void,
): void {
  const text = bearerToken(authorization);
  const known = text === null ? null : tokens.known(text);
  if (text === null || known !== null) goOn(known);
  else void tokens.read(text).then(goOn, () => goOn(null));
}
