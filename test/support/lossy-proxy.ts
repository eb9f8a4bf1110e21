import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * Stands between the program and PostgreSQL (or Redis) and loses answers: the server has carried the statement out, the
 * connection ends before anybody hears of it.
 */
export class LossyProxy {
  /** Which of the client's messages (as text) lose their answer. */
  loses: (said: string) => boolean = () => false;
  /** Hears each of the client's messages before it goes on. */
  hears: (said: string) => void = () => undefined;
  /** What happens between the loss and the moment in which the program notices. */
  whenLost: () => Promise<unknown> = () => Promise.resolve();
  /** What becomes of new connections; those that are refused end at once. */
  newcomers: 'served' | 'silent' | 'refused' = 'served';
  /** Answers lost so far. */
  lost = 0;
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;

  /** Opens it before the database at `url`; answers with the URL through it. */
  async open(url: string): Promise<string> {
    const target = new URL(url);
    const { hostname, port } = target;
    this.server = createServer((client) => this.join(client, Number(port), hostname));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    target.hostname = '127.0.0.1';
    target.port = String((this.server.address() as AddressInfo).port);
    return target.href;
  }

  /** The connections there are swallow everything from now on, and nobody is told; new ones work unless said otherwise. */
  silence(): void {
    this.silenceOne(...this.sockets);
  }

  /** The connections there are end, and new ones are refused, as when the server is gone. */
  refuse(): void {
    this.newcomers = 'refused';
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private silenceOne(...sockets: Socket[]): void {
    for (const socket of sockets) {
      socket.removeAllListeners('data');
      socket.resume();
    }
  }

  private join(client: Socket, port: number, host: string): void {
    if (this.newcomers === 'refused') {
      client.destroy();
      return;
    }
    const server = connect(port, host);
    let isLosing = false;
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => undefined);
    }
    client.on('data', (chunk) => {
      this.hears(chunk.toString('latin1'));
      isLosing ||= this.loses(chunk.toString('latin1'));
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      // 'Z' (ready) ends the answer: only then is what was asked done and over.
      if (!isLosing) client.write(chunk);
      else if (chunk.includes('Z\0\0\0\x05', 0, 'latin1')) {
        this.lost += 1;
        void this.whenLost().finally(() => client.destroy());
      }
    });
    if (this.newcomers === 'silent') this.silenceOne(client, server);
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  }
}
