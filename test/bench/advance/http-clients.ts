import { Agent, request } from 'node:http';
import { runClosedLoop } from '../shared/figures.js';
import { PAYLOAD, STATES } from '../shared/work.js';

/** What the parent process asks this one to do. */
export interface HttpLoad {
  url: string;
  token: string;
  tickets: number;
  inFlight: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function call(load: HttpLoad, path: string, body: object): Promise<{ id: string }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${load.url}/api${path}`,
      {
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${load.token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const said = Buffer.concat(parts).toString();
          if ((answer.statusCode ?? 500) >= 300) reject(new Error(`${path}: ${said}`));
          else resolve(JSON.parse(said) as { id: string });
        });
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

/** Clients in a process of their own, as in life: what they cost is not charged to the server's thread. */
process.on('message', (load: HttpLoad) => {
  const { tickets, inFlight } = load;
  runClosedLoop({
    tickets,
    inFlight,
    steps: STATES.length - 1,
    open: async () => (await call(load, '/tickets', { sop: 'desk', subject: 'b', customer: { id: 'c' } })).id,
    advance: async (id) => {
      await call(load, `/tickets/${id}/events`, { type: 'ADVANCE', data: PAYLOAD });
    },
  }).then(
    (figures) => process.send?.(figures),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
