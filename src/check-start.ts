import { checkStart, explain, readConfig } from './preflight.js';

// Run by `npm start` before it builds: nobody waits for a build to hear that the port is taken.
const config = readConfig();
try {
  await checkStart(config, { opens: true });
} catch (error) {
  process.stderr.write(`${explain(error, config)}\n`);
  process.exit(1);
}
