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
export function openWatchedPool(options: pg.PoolConfig, { silentMs }: Pick<Watch, 'silentMs'>): pg.Pool {
  const pool = new pg.Pool({
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 2 * silentMs,
    idle_in_transaction_session_timeout: silentMs,
    ...options,
  });
  const idle = new Set<Socket>();
  pool.on('connect', (client) => {
    const socket = socketOf(client);
    watch(client, {
      silentMs,
      // Nobody waits for it; the pool lets go of it by itself.
      isIdle: () => idle.has(socket),
      onSilent: (error) => {
        for (const other of [...idle]) other.destroy(error);
      },
    });
    socket.once('close', () => idle.delete(socket));
  });
  pool.on('acquire', (client) => idle.delete(socketOf(client)));
  pool.on('release', (_error, client) => {
    const socket = socketOf(client);
    if (!socket.destroyed) idle.add(socket);
  });
  return pool;
}

/** Watches over one connection, also one outside of a pool. */
export function watch(client: pg.ClientBase, { silentMs, isIdle, onSilent }: Watch): void {
  const socket = socketOf(client);
  const ask = (): void => {
    if (isIdle?.() === true) return;
    if (((client as unknown as Inside)._activeQuery ?? null) === null) {
      // Nobody waits for an answer: this one is waited for until the next look.
      client.query('select').catch(() => undefined);
      return;
    }
    const error = new SilentConnection(silentMs);
    socket.destroy(error);
    onSilent?.(error);
  };
  socket.setTimeout(silentMs);
  socket.on('timeout', ask);
}

function socketOf(client: pg.ClientBase): Socket {
  return (client as unknown as Inside).connection.stream;
}
