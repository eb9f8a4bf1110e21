import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../clock.js';
import { bearerToken } from '../people/guards/access.guard.js';
import { Tokens, type Token } from '../people/sessions/tokens.service.js';
import { placeOf } from '../people/throttle/place.js';
import { TooManyRequests } from '../problems/http-problems.js';
import { Buckets } from './buckets.js';
import { routeOf } from './route-of.js';

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
    .addHook('onRequest', async (request) => {
      const route = routeOf(request);
      if (route !== undefined && !/^\/api(?:\/|$)/.test(route)) return;
      // The token of a sign-in that has ended is theirs too: it opens no store of its own.
      const token = await tokenOf(tokens, request.headers.authorization);
      const waitMs = buckets.take(token?.userId ?? placeOf(request.ip), clock.now());
      if (waitMs > 0) throw new TooManyRequests(waitMs);
    });
}

/** What a token says that we gave out; null for anything else. Whether its session still holds is asked later. */
export async function tokenOf(tokens: Tokens, authorization: string | undefined): Promise<Token | null> {
  const text = bearerToken(authorization);
  if (text === null) return null;
  try {
    return await tokens.read(text);
  } catch {
    return null;
  }
}
