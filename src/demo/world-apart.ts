import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { besideOf, runsSource } from '../threads/source.js';
import type { WorldPlan } from './world.js';
import type { WorldProgress } from './world.service.js';

/** What the process that makes the world is told. */
export interface WorldOrder {
  databaseUrl: string;
  plan: Partial<WorldPlan>;
}

/** What it tells. */
export type WorldNews =
  { share: number; tickets: number } | { failed: { name: string; message: string; stack?: string } };

/** The process that made the world ended before the world was whole. */
class WorldBrokenOff extends Error {
  override readonly name = 'WorldBrokenOff';
  constructor(how: string) {
    super(
      `The making of the demo world was broken off (${how}). Start again: what is there of it is removed, and it is made anew. / 演示数据的生成被中断（${how}）。请重新启动，届时会清除残留数据并重新生成。`,
    );
  }
}

/**
 * Makes the demo world in a process of its own, whose memory goes with it. It ends with this one; what it leaves
 * half-made then, the next start removes. Throws what it failed of, or `WorldBrokenOff`.
 */
export function makeWorldApart(
  order: WorldOrder,
  report: WorldProgress,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const maker = fork(fileURLToPath(besideOf(import.meta.url, 'world-maker')), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
    ...runsSource(import.meta.url),
  });
  return new Promise((resolve, reject) => {
    maker.on('message', (news: WorldNews) => {
      if ('failed' in news) reject(Object.assign(new Error(), news.failed));
      else report(news.share, news.tickets);
    });
    maker.once('error', reject);
    maker.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new WorldBrokenOff(signal ?? String(code)));
    });
    // Where it is gone already, its end tells.
    maker.send(order, () => undefined);
  });
}
