import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const AWAY_MS = 50;
const PATIENCE_MS = 180_000;

/** A server that is killed and comes back at the same address. */
export class ShakyServer {
  /** Requests that had to be sent again because nobody answered. */
  repeated = 0;
  token = '';

  constructor(readonly url: string) {}

  /** One request, sent again under the same key until somebody answers. Throws for answers that are no 2xx. */
  async call<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const request = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    const began = Date.now();
    for (;;) {
      const answer = await this.send(path, request);
      if (answer && answer.status < 300) return JSON.parse(answer.text) as T;
      if (answer && answer.status < 500) {
        throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
      }
      if (Date.now() - began > PATIENCE_MS) throw new Error(`${method} ${path}: nobody answers`);
      this.repeated += 1;
      await sleep(AWAY_MS);
    }
  }

  private async send(path: string, request: RequestInit): Promise<{ status: number; text: string } | null> {
    try {
      const answer = await fetch(`${this.url}${path}`, { ...request, signal: AbortSignal.timeout(30_000) });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return null;
    }
  }
}
