import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthService } from '../health/health.service.js';

/** Whoever keeps a connection gets so long to ask once more and be told to close it (ms). */
const GRACE_MS = 2_000;
/** How often a server that stops looks for connections without a request (ms). */
const LOOK_MS = 50;

/**
 * The end of a server without a reset for anybody: at first everything is still answered, and each answer asks to close
 * its connection, while readiness sends new callers elsewhere; then the connections that are left go as soon as nothing
 * is under way on them.
 */
export class Draining {
  private isEnding = false;
  private readonly sockets = new Set<Socket>();

  constructor(private readonly app: NestFastifyApplication) {
    const fastify = app.getHttpAdapter().getInstance();
    fastify.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    fastify.addHook('onRequest', (_request, reply, done) => {
      if (this.isEnding) reply.header('connection', 'close');
      done();
    });
    fastify.addHook('preClose', (done) => {
      // Fastify does this once, when most of them are still busy; it would wait for the others until they time out.
      const sweep = setInterval(() => this.closeIdle(), LOOK_MS);
      fastify.server.once('close', () => clearInterval(sweep));
      sweep.unref();
      done();
    });
  }

  /** Ends when nobody is connected any more, or everybody had their time. The server must be closed then. */
  async begin(): Promise<void> {
    this.isEnding = true;
    this.app.get(HealthService).stop();
    const begin = performance.now();
    this.closeUnused();
    while (this.sockets.size > 0 && performance.now() - begin < GRACE_MS) await sleep(LOOK_MS);
  }

  private closeIdle(): void {
    this.app.getHttpAdapter().getInstance().server.closeIdleConnections();
    this.closeUnused();
  }

  /** Browsers open connections in advance; Node counts one among the idle ones only once it had a request. */
  private closeUnused(): void {
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
  }
}
