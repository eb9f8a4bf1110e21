import { Agent, request } from 'node:http';

/** One client on one connection, which it keeps as long as the server lets it. */
export class KeptClient {
  /** Failures on a connection that had answered before: whoever keeps one does not know whether they were heard. */
  readonly resets: string[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @throws what the connection says. */
  post(path: string, body: object): Promise<{ status: number; body: unknown }> {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.url}/api${path}`, {
        method: 'POST',
        agent: this.agent,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      });
      asked.on('error', (error: NodeJS.ErrnoException) => {
        if (asked.reusedSocket) this.resets.push(error.code ?? error.message);
        reject(error);
      });
      asked.on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: text === '' ? null : (JSON.parse(text) as unknown),
          }),
        );
      });
      asked.end(JSON.stringify(body));
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
