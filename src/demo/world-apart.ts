import { runApart } from '../threads/apart.js';
import { besideOf } from '../threads/source.js';
import type { WorldPlan } from './world.js';
import type { WorldProgress } from './world.service.js';

/** What the process that makes the world is told. */
export interface WorldOrder {
  databaseUrl: string;
  plan: Partial<WorldPlan>;
}

/** How far it is. */
export interface WorldNews {
  share: number;
  tickets: number;
}

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
 * Makes the demo world in a process of its own. What it leaves half-made when it is broken off, the next start removes.
 * Throws what it failed of, or `WorldBrokenOff`.
 */
export function makeWorldApart(
  order: WorldOrder,
  report: WorldProgress,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  return runApart<WorldOrder, WorldNews, void>(besideOf(import.meta.url, 'world-maker'), order, {
    onNews: ({ share, tickets }) => report(share, tickets),
    brokenOff: (how) => new WorldBrokenOff(how),
    env,
  });
}
