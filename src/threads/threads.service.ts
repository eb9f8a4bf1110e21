import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Config } from '../config.js';
import { runsSource } from './source.js';
import { unpack } from './task.js';
import type { Task } from './task.js';
import { Busy, TooManyOfYours, WorkBrokenOff } from './threads-problems.js';

/** What one person may have under way: at work and in the line. */
export const PLACES_EACH = 3;
/** What may wait for each thread. */
const WAITING_PER_THREAD = 16;
/** Who waits longer hears that there is no answer; the work is broken off (ms). */
const LONGEST_MS = 30_000;
/** A thread without work ends: it takes memory (ms). */
const IDLE_MS = 60_000;
/** What is under way when the process stops gets so long (ms). */
const CLOSE_MS = 3_000;
/** Far more than the budgets of the work need; the last resort. */
const MEMORY_MB = 384;

export interface RunOptions {
  /** Ends the work when nobody wants its answer any more. */
  signal?: AbortSignal;
  /** How long somebody waits for it; null: as long as it takes. */
  ms?: number | null;
  /** Whose work it is; absent: nobody's, as at a start. One person has so many places and no more. */
  by?: string;
}

/**
 * The threads in which heavy work is done, so that it holds nobody else up. They start with the first work; all but one end
 * when there is none. What work says depends on budgets that it counts itself; here it is only ever done or broken off.
 */
@Injectable()
export class Threads implements OnApplicationShutdown {
  private pool: Piscina<string, string> | null = null;
  private isClosed = false;
  private underWay = 0;
  private readonly places = new Map<string, number>();

  constructor(private readonly config: Pick<Config, 'threads'>) {}

  /** Throws `Busy`, `TooManyOfYours`, `WorkBrokenOff`, and the problem that the work found. */
  async run<Input, Output>(
    { file, name }: Task<Input, Output>,
    input: Input,
    { signal, ms = LONGEST_MS, by }: RunOptions = {},
  ): Promise<Output> {
    if (this.isClosed || signal?.aborted) throw new WorkBrokenOff('stopped');
    if (by !== undefined && this.placesOf(by) >= PLACES_EACH) throw new TooManyOfYours(PLACES_EACH);
    // Piscina's own limit does not count while threads are starting.
    if (this.underWay >= this.config.threads * (1 + WAITING_PER_THREAD)) throw new Busy();
    this.pool ??= openPool(this.config.threads);
    this.count(by, 1);
    const time = ms === null ? null : AbortSignal.timeout(ms);
    const signals = [signal, time].filter((one) => one !== null && one !== undefined);
    try {
      const end = signals.length > 0 ? AbortSignal.any(signals) : null;
      return unpack(await this.pool.run(JSON.stringify(input), { filename: file, name, signal: end }));
    } catch (error) {
      throw this.explain(error, time?.aborted ?? false);
    } finally {
      this.count(by, -1);
    }
  }

  /** After work that comes once: without any under way the threads end, and begin again with the next. */
  async rest(): Promise<void> {
    if (this.underWay > 0) return;
    const { pool } = this;
    this.pool = null;
    await pool?.close();
  }

  /** Lets what is under way come to its end, for a while. */
  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    const { pool } = this;
    this.pool = null;
    await pool?.close();
  }

  private placesOf(person: string): number {
    return this.places.get(person) ?? 0;
  }

  private count(by: string | undefined, change: 1 | -1): void {
    this.underWay += change;
    if (by === undefined) return;
    const places = this.placesOf(by) + change;
    if (places === 0) this.places.delete(by);
    else this.places.set(by, places);
  }

  private explain(error: unknown, isLate: boolean): unknown {
    if (typeof error !== 'object' || error === null || !('name' in error)) return error;
    const { name, code } = error as { name: string; code?: string };
    if (name === 'AbortError') return new WorkBrokenOff(isLate ? 'time' : 'stopped');
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new WorkBrokenOff('memory');
    return this.isClosed ? new WorkBrokenOff('stopped') : error;
  }
}

function openPool(threads: number): Piscina<string, string> {
  const pool = new Piscina<string, string>({
    // Without one that stays, what waits behind work that was broken off would wait for ever.
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    closeTimeout: CLOSE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    // They need none of our settings, and know none of our secrets.
    env: {},
    ...runsSource(import.meta.url),
  });
  // Whoever asked for the work hears of it; an end that takes too long is no error.
  pool.on('error', () => undefined);
  return pool;
}
