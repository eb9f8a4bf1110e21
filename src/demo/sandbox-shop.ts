import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashText } from './draw.js';
import { answerAct, type ActAnswer } from './shop-acts.js';
import { orderOf, parcelOf, returnOf } from './shop-data.js';

const BODY_LIMIT = 64 * 1024;
/** A server that runs for months must not remember every key it ever saw. */
const KEYS_KEPT = 200_000;

/** One act of the shop; two acts for one intention (same path, same order) mean that a caller did something twice. */
export interface ShopAct {
  /** The Idempotency-Key, or a fresh one for a request without. */
  key: string;
  path: string;
  /** As it came, JSON. */
  body: string;
  /** Requests with this key. */
  asked: number;
  /** How often it happened. */
  acted: number;
}

/** How the shop misbehaves, for tests. */
export interface ShopSwitches {
  /** ms before each answer. */
  delayMs: number;
  /** Share of requests that are answered with 500, in [0, 1]. */
  failureRate: number;
  /** So many of the next requests are answered with 500. */
  failNext: number;
  /** Whether a failing POST fails before it acts, or acts and loses its answer. */
  failWhen: 'before' | 'after';
}

export interface SandboxShopOptions {
  /** 0 or absent: a free port. */
  port?: number;
  /** The shop's idea of now in ms; default the wall clock. The demo world passes its own. */
  now?: () => number;
}

/** A small shop over HTTP on the loopback address: orders, parcels, refunds, returns, coupons. Its data are a pure function of the ids. */
export class SandboxShop {
  readonly switches: ShopSwitches = { delayMs: 0, failureRate: 0, failNext: 0, failWhen: 'before' };
  now: () => number;
  private readonly acts = new Map<string, ShopAct & { answer: ActAnswer }>();
  /** What has been refunded, by order: the shop holds its own against whoever asks for more than was paid. */
  private readonly refunds = new Map<string, number>();
  private requests = 0;

  private constructor(
    private readonly server: Server,
    options: SandboxShopOptions,
  ) {
    this.now = options.now ?? Date.now;
  }

  /** Starts listening; resolves once requests are answered. Rejects when the port is taken. */
  static async start(options: SandboxShopOptions = {}): Promise<SandboxShop> {
    const server = createServer((request, response) => void shop.answer(request, response));
    const shop = new SandboxShop(server, options);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    // The shop alone must not keep a process alive that has finished its work.
    server.unref();
    return shop;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** What was done so far, oldest first. */
  listActs(): ShopAct[] {
    return [...this.acts.values()].map(({ key, path, body, asked, acted }) => ({
      key,
      path,
      body,
      asked,
      acted,
    }));
  }

  /** Keeps the process alive although nothing else does. */
  keepAlive(): void {
    this.server.ref();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.respond(request).catch((error: unknown) => ({
      status: 400,
      body: { error: 'bad-request', message: error instanceof Error ? error.message : String(error) },
    }));
    const text = JSON.stringify(body);
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  }

  private async respond(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const path = new URL(request.url ?? '/', 'http://shop').pathname;
    const raw = await readBody(request);
    if (path === '/_acts' || path === '/_switches') return this.serveTests(path, request.method ?? '', raw);
    if (this.switches.delayMs > 0) await sleep(this.switches.delayMs);
    const fails = this.drawFailure();
    const failed = { status: 500, body: { error: 'out-of-order', message: 'The shop is out of order.' } };
    if (fails && (request.method === 'GET' || this.switches.failWhen === 'before')) return failed;
    if (request.method === 'GET') return this.find(path);
    if (request.method !== 'POST')
      return { status: 405, body: { error: 'method-not-allowed', message: 'GET or POST.' } };
    const answer = this.act(path, raw, request.headers['idempotency-key']?.toString());
    return fails ? failed : answer;
  }

  private find(path: string): { status: number; body: unknown } {
    const [, kind, id = '', rest] = path.split('/');
    const name = decodeURIComponent(id);
    const now = this.now();
    const found =
      rest !== undefined
        ? null
        : kind === 'orders'
          ? orderOf(name, now)
          : kind === 'parcels'
            ? parcelOf(name, now)
            : kind === 'returns'
              ? returnOf(name, now)
              : null;
    if (found === null) return { status: 404, body: { error: 'not-found', message: `Nothing at ${path}.` } };
    return { status: 200, body: found };
  }

  /** Acts at most once per key; the same key with another body is refused. */
  private act(path: string, raw: string, key = `once-${randomUUID()}`): ActAnswer {
    const known = this.acts.get(key);
    if (known !== undefined) {
      known.asked += 1;
      if (known.path === path && known.body === raw) return known.answer;
      return {
        status: 422,
        body: { error: 'key-reused', message: 'This Idempotency-Key was used with another request.' },
      };
    }
    const body: unknown = raw === '' ? {} : JSON.parse(raw);
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return { status: 400, body: { error: 'bad-request', message: 'The body must be a JSON object.' } };
    const asked = body as Record<string, unknown>;
    const answer = answerAct(path, asked, key, this.now(), (id) => this.refunds.get(id) ?? 0);
    if (answer === null) return { status: 404, body: { error: 'not-found', message: `Nothing at ${path}.` } };
    if (answer.status < 300) {
      this.remember({ key, path, body: raw, asked: 1, acted: 1, answer });
      if (path === '/refunds') this.addRefund(String(asked['orderId']), Number(asked['amount']));
    }
    return answer;
  }

  private addRefund(orderId: string, amount: number): void {
    this.refunds.set(orderId, (this.refunds.get(orderId) ?? 0) + amount);
  }

  private remember(act: ShopAct & { answer: ActAnswer }): void {
    this.acts.set(act.key, act);
    if (this.acts.size > KEYS_KEPT) {
      const oldest = this.acts.keys().next();
      if (!oldest.done) this.acts.delete(oldest.value);
    }
  }

  private drawFailure(): boolean {
    this.requests += 1;
    if (this.switches.failNext > 0) {
      this.switches.failNext -= 1;
      return true;
    }
    return hashText(`failure ${String(this.requests)}`) / 0x1_0000_0000 < this.switches.failureRate;
  }

  private serveTests(path: string, method: string, raw: string): { status: number; body: unknown } {
    if (path === '/_acts') {
      if (method === 'DELETE') {
        this.acts.clear();
        this.refunds.clear();
      }
      return { status: 200, body: { items: this.listActs() } };
    }
    if (method === 'POST') Object.assign(this.switches, parseSwitches(raw));
    return { status: 200, body: this.switches };
  }
}

function parseSwitches(raw: string): Partial<ShopSwitches> {
  const asked = JSON.parse(raw) as Record<string, unknown>;
  const set: Partial<ShopSwitches> = {};
  for (const name of ['delayMs', 'failureRate', 'failNext'] as const) {
    const value = asked[name];
    if (typeof value === 'number' && value >= 0) set[name] = value;
  }
  if (asked['failWhen'] === 'before' || asked['failWhen'] === 'after') set.failWhen = asked['failWhen'];
  return set;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
