import { runClosedLoop, type LoopFigures } from '../shared/figures.js';
import { PAYLOAD, STATES } from '../shared/work.js';
import { RawConnection } from './raw-connection.js';

/** What the parent process asks this one to do. */
export interface HttpLoad {
  url: string;
  token: string;
  tickets: number;
  inFlight: number;
}

export interface HttpFigures extends LoopFigures {
  /** What the clients' process took of the same cores for one request, µs. */
  clientMicros: number;
}

const OPENING = JSON.stringify({ sop: 'desk', subject: 'b', customer: { id: 'c' } });
const ADVANCE = JSON.stringify({ type: 'ADVANCE', data: PAYLOAD });
const ID = /"id":"(\d+)"/;

/** Loops over kept connections, one for each of `inFlight`. */
async function run({ url, token, tickets, inFlight }: HttpLoad): Promise<HttpFigures> {
  const headers = `authorization: Bearer ${token}\r\n`;
  const free = Array.from({ length: inFlight }, () => new RawConnection(url));
  let asked = 0;
  const post = async (path: string, body: string): Promise<Buffer> => {
    const connection = free.pop();
    if (connection === undefined) throw new Error('more at once than there are connections');
    const answer = await connection.post(`/api${path}`, headers, body);
    free.push(connection);
    asked += 1;
    if (answer.status >= 300) throw new Error(`${path}: ${answer.body.toString()}`);
    return answer.body;
  };
  const before = process.cpuUsage();
  const figures = await runClosedLoop({
    tickets,
    inFlight,
    steps: STATES.length - 1,
    open: async () => {
      const id = ID.exec((await post('/tickets', OPENING)).toString())?.[1];
      if (id === undefined) throw new Error('a ticket without a number');
      return id;
    },
    advance: async (id) => void (await post(`/tickets/${id}/events`, ADVANCE)),
  });
  const { user, system } = process.cpuUsage(before);
  for (const connection of free) connection.close();
  return { ...figures, clientMicros: Math.round((user + system) / asked) };
}

/** Clients in a process of their own, as in life: what they cost is not charged to the server's thread. */
process.on('message', (load: HttpLoad) => {
  run(load).then(
    (figures) => process.send?.(figures),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
