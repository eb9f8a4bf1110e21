import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Headers that keep browsers from doing with our pages what we do not do. */
const protect = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // The server speaks plain HTTP; whoever puts TLS before it decides this.
  strictTransportSecurity: false,
});

/** The same on every answer, so they are asked for once; names in small letters. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = headersOf(protect);

const POLICY = 'content-security-policy';
/** The reader of the API's contract writes styles into its page; nothing of ours does. */
const DOCS = /^\/api\/docs(?:\/|$)/;
const DOCS_POLICY = SECURITY_HEADERS[POLICY]?.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
const OF_API = /^\/api(?:\/|$)/;
/** What is the same for everybody, and says nothing of anybody. */
const PUBLIC_PAGES = /^\/api\/(?:openapi\.json|sop\.schema\.json|docs)(?:\/|$)/;

interface Reply {
  header(name: string, value: string): unknown;
}
type SendHook = (request: unknown, reply: Reply, payload: unknown, done: SendDone) => void;
type SendDone = (error: null, payload: unknown) => void;

const letDocsStyle = always(POLICY, DOCS_POLICY ?? '');
/** Answers of the API are about people: neither a browser nor anything on the way keeps them. */
const keepPrivate = always('cache-control', 'no-store');

/**
 * Gives every answer its headers. Which ones a route has is found out when it is registered. Where there is no route,
 * the answer is a problem, and those are kept by nobody either.
 */
export function giveHeaders(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
  server.addHook('onRoute', (route) => {
    const own: SendHook[] = [];
    if (DOCS.test(route.url)) own.push(letDocsStyle);
    if (OF_API.test(route.url) && !PUBLIC_PAGES.test(route.url)) own.push(keepPrivate);
    if (own.length > 0) route.onSend = [route.onSend ?? [], own].flat();
  });
}

/** Whatever the endpoint said before. */
function always(name: string, value: string): SendHook {
  return (_request, reply, payload, done) => {
    reply.header(name, value);
    done(null, payload);
  };
}

function headersOf(middleware: typeof protect): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  // What it would wait for is asked for at once: nothing of it depends on a request.
  middleware({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}
