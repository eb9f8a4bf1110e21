import type { Socket } from 'node:net';
import pg from 'pg';

/** PostgreSQL, or the network before it, has said nothing for too long. The code is Node's for that. */
export class SilentConnection extends Error {
  override readonly name = 'SilentConnection';
  readonly code = 'ETIMEDOUT';
  constructor(ms: number) {
    super(`Connection terminated: PostgreSQL said nothing for ${ms / 1000} s`);
  }
}

interface Watch {
  /** A statement that hears nothing from the server for so long has failed, and its connection goes (ms). */
  silentMs: number;
  isIdle?: () => boolean;
  /** Hears of its end. */
  onSilent?: (error: SilentConnection) => void;
}

interface Inside {
  connection: { stream: Socket };
  _activeQuery: unknown;
}

/**
 * A pool whose connections are not trusted blindly. A network that swallows everything sends no error: who waits for an
 * answer and hears nothing for `silentMs` is told so, and with the first such connection go all that are idle, because
 * they lead to the same nowhere. A connection that somebody keeps without asking (a lock, a LISTEN) is asked itself. The
 * server ends what nobody waits for any more.
 */
export class WatchedPool extends pg.Pool {
  private readonly idle = new Set<Socket>();
  private readonly sockets = new Set<Socket>();
  private silentMs: number;
  private isHurried = false;
  private over: Promise<void> | null = null;

  constructor(options: pg.PoolConfig, { silentMs }: Pick<Watch, 'silentMs'>) {
    super({
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 2 * silentMs,
      idle_in_transaction_session_timeout: silentMs,
      ...options,
    });
    this.silentMs = silentMs;
    this.on('connect', (client) => this.join(client));
    this.on('acquire', (client) => this.idle.delete(socketOf(client)));
    this.on('release', (_error, client) => {
      const socket = socketOf(client);
      if (!socket.destroyed) this.idle.add(socket);
    });
  }

  /**
   * The process stops: who hears nothing for `ms` waits no longer, and then nobody waits any more: the pool is over.
   * While the database answers nothing changes.
   */
  hurry(ms: number): void {
    this.isHurried = true;
    this.silentMs = Math.min(this.silentMs, ms);
    this.options.connectionTimeoutMillis = this.silentMs;
    for (const socket of this.sockets) socket.setTimeout(this.silentMs);
  }

  /** Ends it; once, however often it is asked to. */
  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | void {
    this.over ??= super.end();
    if (callback === undefined) return this.over;
    void this.over.then(callback, callback);
  }

  private join(client: pg.ClientBase): void {
    const socket = socketOf(client);
    this.sockets.add(socket);
    socket.once('close', () => {
      this.sockets.delete(socket);
      this.idle.delete(socket);
    });
    watch(client, {
      silentMs: this.silentMs,
      // Nobody waits for it; the pool lets go of it by itself.
      isIdle: () => this.idle.has(socket),
      onSilent: (error) => {
        for (const other of [...this.idle]) other.destroy(error);
        if (this.isHurried) this.end().catch(() => undefined);
      },
    });
  }
}

/** Watches over one connection, also one outside of a pool. */
export function watch(client: pg.ClientBase, { silentMs, isIdle, onSilent }: Watch): void {
  const socket = socketOf(client);
  const ask = (): void => {
    if (isIdle?.() === true) return;
    if (((client as unknown as Inside)._activeQuery ?? null) === null) {
      // Nobody waits for an answer: this one is waited for half as long, because silence may have begun long before.
      const usual = socket.timeout ?? silentMs;
      socket.setTimeout(usual / 2);
      socket.once('data', () => socket.setTimeout(usual));
      client.query('select').catch(() => undefined);
      return;
    }
    const error = new SilentConnection(socket.timeout ?? silentMs);
    socket.destroy(error);
    onSilent?.(error);
  };
  socket.setTimeout(silentMs);
  socket.on('timeout', () => {
    // It may be this process that was busy for so long: what has come meanwhile is read first.
    const read = socket.bytesRead;
    setImmediate(() => {
      if (!socket.destroyed && socket.bytesRead === read) ask();
    });
  });
}

function socketOf(client: pg.ClientBase): Socket {
  return (client as unknown as Inside).connection.stream;
}
