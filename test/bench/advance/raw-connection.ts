import { connect, type Socket } from 'node:net';

interface Waiting {
  resolve: (answer: RawAnswer) => void;
  reject: (error: Error) => void;
}

export interface RawAnswer {
  status: number;
  body: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: (\d+)/i;

/**
 * One kept connection that asks one thing at a time and reads no more of an answer than its status and its length: what
 * the measured server shares its cores with must cost little.
 */
export class RawConnection {
  private readonly socket: Socket;
  private readonly host: string;
  private pending: Buffer = Buffer.alloc(0);
  private waiting: Waiting | null = null;

  constructor(url: string) {
    const { hostname, port, host } = new URL(url);
    this.host = host;
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (part) => this.take(part));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  /** Sends JSON. `headers`: whole lines, each with its line end. */
  post(path: string, headers: string, body: string): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${this.host}\r\n${headers}content-type: application/json\r\n` +
          `content-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`,
      );
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private take(part: Buffer): void {
    this.pending = this.pending.length === 0 ? part : Buffer.concat([this.pending, part]);
    const headEnd = this.pending.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.pending.toString('latin1', 0, headEnd);
    const length = LENGTH.exec(head)?.[1];
    if (length === undefined) {
      this.fail(new Error(`an answer without its length: ${head}`));
      return;
    }
    const end = headEnd + HEAD_END.length + Number(length);
    if (this.pending.length < end) return;
    const body = this.pending.subarray(headEnd + HEAD_END.length, end);
    this.pending = this.pending.subarray(end);
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }

  private fail(error: Error): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.reject(error);
  }
}
