import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConsoleNotBuilt } from './console-problems.js';

const BUILT = fileURLToPath(new URL('../../dist/pages/', import.meta.url));
/** The rooms of the console that have addresses of their own. */
const WORKSPACES = ['agent', 'lead', 'designer', 'manager', 'admin'];
const YEAR_MS = 365 * 86_400_000;

/**
 * Gives out the console: one page for all its addresses, and the files it is built of, compressed beforehand.
 * The names of the files change with what is in them, so browsers may keep them for ever; the page is asked for anew.
 */
export async function serveConsole(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const root = join(BUILT, 'assets');
  if (existsSync(root)) {
    const forever = { maxAge: YEAR_MS, immutable: true };
    await app.register(fastifyStatic, {
      ...{ root, prefix: '/assets/', decorateReply: false, index: false, preCompressed: true },
      ...forever,
    });
  }
  let page: string | null = null;
  for (const url of ['/', '/setup', ...WORKSPACES.flatMap((room) => [`/${room}`, `/${room}/*`])]) {
    fastify.get(url, (_request, reply) => {
      page ??= readPage();
      // Only styles that carry the number of this answer are used by the browser.
      const nonce = randomBytes(16).toString('base64');
      const policy = String(reply.getHeader('content-security-policy'));
      return reply
        .header(
          'content-security-policy',
          policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
        )
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(page.replaceAll('__NONCE__', nonce));
    });
  }
}

/** @throws ConsoleNotBuilt */
function readPage(): string {
  const path = join(BUILT, 'index.html');
  if (!existsSync(path)) throw new ConsoleNotBuilt();
  return readFileSync(path, 'utf8');
}
