import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../clock.js';
import { bearerToken } from '../people/access.guard.js';
import { Tokens } from '../people/sessions/tokens.service.js';
import { placeOf } from '../people/throttle/place.js';
import { TooManyRequests } from '../problems/http-problems.js';
import { Buckets } from './buckets.js';

/**
 * Nobody keeps a server busy alone: so many requests a minute for each sign-in, and for each place of strangers. Health,
 * metrics and the files of the page are not counted. Each process counts for itself; 0 switches it off.
 */
export function limitRequests(app: NestFastifyApplication, perMinute: number): void {
  if (perMinute === 0) return;
  const clock = app.get(Clock);
  const tokens = app.get(Tokens);
  const buckets = new Buckets(perMinute);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      // The route that was found, not the address: that may be written in more ways than one.
      const route = request.routeOptions.url;
      if (route !== undefined && !/^\/api(?:\/|$)/.test(route)) return;
      const session = await sessionOf(tokens, request.headers.authorization);
      const waitMs = buckets.take(session ?? placeOf(request.ip), clock.now());
      if (waitMs > 0) throw new TooManyRequests(waitMs);
    });
}

/** Of which session of ours the token is; null for anything else. Whether the session still holds is asked later. */
export async function sessionOf(tokens: Tokens, authorization: string | undefined): Promise<string | null> {
  const text = bearerToken(authorization);
  if (text === null) return null;
  try {
    return (await tokens.read(text)).sessionId;
  } catch {
    return null;
  }
}
