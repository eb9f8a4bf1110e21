import { parseArgs } from 'node:util';
import { SandboxShop } from './sandbox-shop.js';

// `node dist/server/sandbox-shop-alone.js --port 4010`: the shop on its own, for benches and for trying out SOPs.
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const shop = await SandboxShop.start({ port: Number(values.port) });
shop.keepAlive();
process.stdout.write(`sandbox shop on ${shop.url}\n`);
