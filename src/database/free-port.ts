import { createServer } from 'node:net';

/** The remembered port of this machine if nobody listens on it, else any free one. */
export async function choosePort(remembered: number | null): Promise<number> {
  if (remembered !== null && (await isFree(remembered)) !== null) return remembered;
  return (await isFree(0)) ?? choosePort(null);
}

/** The port if nobody listens on it (0: one that is free), else null. */
function isFree(port: number): Promise<number | null> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const free = address !== null && typeof address === 'object' ? address.port : null;
      probe.close(() => answer(free));
    });
  });
}
