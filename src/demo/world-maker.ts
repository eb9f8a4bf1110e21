import type { WorldNews, WorldOrder } from './world-apart.js';

// The process of `makeWorldApart`: it works for the one that started it, and ends with it.
process.once('disconnect', () => process.exit(1));
// Ctrl-C reaches both; whether the work ends is the other's to say.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

const tell = (news: WorldNews): Promise<void> =>
  new Promise((told) => process.send?.(news, undefined, undefined, () => told()));

async function make({ databaseUrl, plan }: WorldOrder): Promise<void> {
  const { makeWorldHere } = await import('./make-world.js');
  await makeWorldHere(databaseUrl, process.env, plan, {
    report: (share, tickets) => void tell({ share, tickets }),
  });
}

process.once('message', (order: WorldOrder) => {
  void make(order)
    .then(() => 0)
    .catch(async (error: unknown) => {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      await tell({ failed: { name, message, stack } });
      return 1;
    })
    .then((code) => process.exit(code));
});
