import { cpus } from 'node:os';
import { benchAdvance } from './advance.js';
import { startBenchServer } from './server.js';

const BENCHES = { advance: benchAdvance } as const;

/** `npm run bench -- advance|claim|crash|starts`: prints JSON on standard output, progress on standard error. */
async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  if (!(name in BENCHES)) {
    process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')}\n`);
    process.exit(2);
  }
  const server = await startBenchServer();
  try {
    const result = await BENCHES[name as keyof typeof BENCHES](server);
    const machine = { cores: cpus().length, cpu: cpus()[0]?.model, node: process.version };
    process.stdout.write(
      `${JSON.stringify({ bench: name, date: new Date().toISOString(), machine, ...result }, null, 2)}\n`,
    );
  } finally {
    await server.stop();
  }
}

await main();
process.exit(0);
