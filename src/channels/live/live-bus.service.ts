import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { schemaOf } from '../../config-database.js';
import { Config } from '../../config.js';
import { logLines } from '../../telemetry.js';
import type { Ticket } from '../../tickets/model/model.js';
import { TicketChanges } from '../../tickets/door/ticket-changes.service.js';
import { packHints, unpackHints } from './hint-texts.js';
import { hintOf, joinHints } from './hints.js';
import type { Hint, TicketHint } from './hints.js';

/** Each schema's own; named in a migration too: triggers tell of people and SOPs. */
const CHANNEL = 'stepwise_live_';
/** What happens within this time goes out together (ms). */
const GATHER_MS = 100;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
/** A connection on which nothing is heard for long may be dead without knowing it (ms). */
const PROBE_MS = 4_000;
const PATIENCE_MS = 4_000;
/** A connection that does not end by itself within this time is cut (ms). */
const GOODBYE_MS = 1_000;

/**
 * Carries hints between processes by LISTEN and NOTIFY, on a connection of its own. Hints are hints: they are sent after
 * the commit, gathered, and may get lost with the connection; everybody is told to look for themselves then.
 */
@Injectable()
export class LiveBus implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Live');
  private readonly self = randomUUID();
  private readonly changes: { before: Ticket | null; after: Ticket }[] = [];
  private readonly own: Hint[] = [];
  private readonly heard: Hint[] = [];
  private listener: (hints: Hint[]) => void = () => undefined;
  private client: pg.Client | null = null;
  private gathering: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private probing: NodeJS.Timeout | undefined;
  private retryMs = FIRST_RETRY_MS;
  private wasAway = false;
  private stopped = false;

  private readonly channel: string;

  constructor(
    private readonly config: Config,
    changes: TicketChanges,
  ) {
    this.channel = `${CHANNEL}${schemaOf(String(config.databaseUrl))}`;
    changes.listen((before, after) => {
      this.changes.push({ before, after });
      this.gather();
    });
  }

  /** True while hints of other processes are heard, and ours by them. */
  get isConnected(): boolean {
    return this.client !== null;
  }

  /** Who gets the hints of all processes, gathered. */
  listen(listener: (hints: Hint[]) => void): void {
    this.listener = listener;
  }

  /** Tells everybody, in every process, soon. Never throws. */
  tell(hint: Hint): void {
    this.own.push(hint);
    this.gather();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.gathering);
    clearTimeout(this.retry);
    clearTimeout(this.probing);
    const { client } = this;
    await this.flush();
    this.client = null;
    if (client !== null) await endOf(client);
  }

  private gather(): void {
    if (this.stopped) return;
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      void this.flush();
    }, GATHER_MS);
  }

  /** Hands out what was heard, and sends what happened here. */
  private async flush(): Promise<void> {
    const tickets = new Map<string, TicketHint>();
    for (const { before, after } of this.changes.splice(0)) {
      const hint = hintOf(before, after);
      const known = tickets.get(hint.id);
      tickets.set(hint.id, known ? joinHints(known, hint) : hint);
    }
    const own = [...tickets.values(), ...this.own.splice(0)];
    const hints = [...own, ...this.heard.splice(0)];
    if (hints.length > 0) this.listener(hints);
    if (own.length > 0) await this.send(own);
  }

  private async send(hints: readonly Hint[]): Promise<void> {
    const { client } = this;
    // Whoever is not connected tells everybody to look for themselves once they are.
    if (client === null) {
      this.wasAway = true;
      return;
    }
    try {
      await client.query('select pg_notify($1, hint) from unnest($2::text[]) as hint', [
        this.channel,
        packHints(this.self, hints),
      ]);
    } catch (error) {
      this.lose(client, error);
    }
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl ?? '',
      application_name: 'stepwise-live',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, new Error('the server closed the connection')));
    client.on('notification', ({ payload = '' }) => {
      const hints = unpackHints(this.self, payload);
      if (hints.length === 0) return;
      this.heard.push(...hints);
      this.gather();
    });
    try {
      await client.connect();
      // A hint that a crash of the server takes with it is no loss, and need not wait for the disk.
      await client.query('set synchronous_commit = off');
      if (this.config.role !== 'worker') await client.query(`listen ${this.channel}`);
    } catch (error) {
      void endOf(client);
      this.tryAgain(error);
      return;
    }
    if (this.stopped) {
      await endOf(client);
      return;
    }
    this.client = client;
    this.retryMs = FIRST_RETRY_MS;
    this.probeLater(client);
    if (!this.wasAway) return;
    this.wasAway = false;
    this.log.log(logLines.liveBack());
    this.tell({ kind: 'resync' });
  }

  private lose(client: pg.Client, reason: unknown): void {
    if (this.client !== client) return;
    this.client = null;
    clearTimeout(this.probing);
    void endOf(client);
    this.tryAgain(reason);
  }

  private tryAgain(reason: unknown): void {
    if (this.stopped) return;
    if (!this.wasAway) this.log.warn(logLines.liveAway(String(reason)));
    this.wasAway = true;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), this.retryMs);
    this.retry.unref();
    this.retryMs = Math.min(this.retryMs * 2, LONGEST_RETRY_MS);
  }

  private probeLater(client: pg.Client): void {
    this.probing = setTimeout(() => {
      client.query('select').then(
        () => this.client === client && this.probeLater(client),
        (error: unknown) => this.lose(client, error),
      );
    }, PROBE_MS);
    this.probing.unref();
  }
}

/** Ends a connection, also one that leads nowhere any more. */
async function endOf(client: pg.Client): Promise<void> {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const cut = setTimeout(() => stream.destroy(), GOODBYE_MS);
  await client.end().catch(() => undefined);
  clearTimeout(cut);
}
