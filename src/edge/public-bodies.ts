import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { withToken } from './request-rates.js';
import { routeOf } from './route-of.js';
import { ACCESS_RULE, type AccessRule } from '../people/access/access.decorators.js';
import { Tokens } from '../people/sessions/tokens.service.js';
import { BodyTooLarge, LengthMissing } from '../problems/http-problems.js';

/** What somebody may send of whom we do not know who it is: enough for every form that is open to everybody. */
export const PUBLIC_BODY_BYTES = 16 * 1024;

/**
 * Bodies of strangers are small, and say beforehand how small. It holds for whoever brings no token that we gave out, and
 * on every endpoint that is open to everybody, which its own decorator says.
 */
export function limitPublicBodies(app: NestFastifyApplication): void {
  let paths: Set<string> | null = null;
  const tokens = app.get(Tokens);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const { headers } = request;
      const isOpenEnded = headers['transfer-encoding'] !== undefined;
      if (!isOpenEnded && Number(headers['content-length'] ?? 0) <= PUBLIC_BODY_BYTES) {
        done();
        return;
      }
      const refuse = (): void =>
        done(isOpenEnded ? new LengthMissing() : new BodyTooLarge(PUBLIC_BODY_BYTES));
      paths ??= publicPaths(app);
      if (paths.has(routeOf(request) ?? '')) refuse();
      else withToken(tokens, headers.authorization, (token) => (token === null ? refuse() : done()));
    });
}

/** The addresses of all endpoints that are open to everybody. */
export function publicPaths(app: NestFastifyApplication): Set<string> {
  const paths = new Set<string>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const base = metadataOf<string>(PATH_METADATA, metatype) ?? '';
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function' || handler === metatype) continue;
        const path = metadataOf<string>(PATH_METADATA, handler);
        const rule =
          metadataOf<AccessRule>(ACCESS_RULE, handler) ?? metadataOf<AccessRule>(ACCESS_RULE, metatype);
        if (path !== undefined && rule !== undefined && 'public' in rule)
          paths.add(
            `/api/${[base, path]
              .map(trimmed)
              .filter((part) => part !== '')
              .join('/')}`,
          );
      }
    }
  }
  return paths;
}

function metadataOf<T>(key: string, target: object): T | undefined {
  return Reflect.getMetadata(key, target) as T | undefined;
}

function trimmed(path: string): string {
  return path.split('/').filter(Boolean).join('/');
}
