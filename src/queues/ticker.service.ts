import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Config } from '../config.js';
import { WorldLock } from './world-lock.service.js';

interface Loop {
  name: string;
  everyMs: number;
  tick: (now: number) => Promise<unknown>;
  timer: NodeJS.Timeout | undefined;
  running: Promise<void>;
}

/**
 * Runs the ticks of the background loops, each after the one before has ended, in processes that work
 * (ROLE all or worker) and only while nobody owns the world.
 */
@Injectable()
export class Ticker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(Ticker.name);
  private readonly loops: Loop[] = [];
  private state: 'waiting' | 'running' | 'stopped' = 'waiting';

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly world: WorldLock,
  ) {}

  /** Registers a loop; its first tick comes right after the start. A tick that throws is logged and comes again. */
  every(name: string, everyMs: number, tick: (now: number) => Promise<unknown>): void {
    const loop: Loop = { name, everyMs, tick, timer: undefined, running: Promise.resolve() };
    this.loops.push(loop);
    if (this.state === 'running') this.arm(loop, 0);
  }

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.state = 'running';
    for (const loop of this.loops) this.arm(loop, 0);
  }

  /** Waits for the ticks under way. */
  async onModuleDestroy(): Promise<void> {
    this.state = 'stopped';
    for (const loop of this.loops) clearTimeout(loop.timer);
    await Promise.all(this.loops.map((loop) => loop.running));
  }

  private arm(loop: Loop, afterMs: number): void {
    loop.timer = setTimeout(() => {
      loop.running = this.run(loop);
    }, afterMs);
    loop.timer.unref();
  }

  private async run(loop: Loop): Promise<void> {
    try {
      await this.world.share(() => loop.tick(this.clock.now()));
    } catch (error) {
      this.log.error(`The loop "${loop.name}" failed and will be run again: ${String(error)}`);
    }
    if (this.state === 'running') this.arm(loop, loop.everyMs);
  }
}
