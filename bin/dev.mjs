#!/usr/bin/env node
/**
 * What one works with on the program: the server, built and started anew at each change, and the pages, which change in
 * the open browser. Ctrl+C ends both.
 */
import { spawn } from 'node:child_process';

const port = process.env['PORT'] ?? '3000';
const parts = [
  // The server refuses settings that it does not know.
  { args: ['nest', 'start', '--watch', '--preserveWatchOutput'], more: {} },
  {
    args: ['vite', '--host', '127.0.0.1', '--port', '5173'],
    more: { STEPWISE_API: `http://127.0.0.1:${port}` },
  },
].map(({ args, more }) => spawn('npx', args, { stdio: 'inherit', env: { ...process.env, ...more } }));
process.stderr.write('The pages: http://127.0.0.1:5173 / 页面：http://127.0.0.1:5173\n');
const end = () => parts.forEach((part) => part.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
for (const part of parts) part.once('exit', end);
