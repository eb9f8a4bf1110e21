import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { endsInTime, inTime } from '../../in-time.js';

/** A start waits so long for Redis (ms). */
const START_MS = 8_000;
/** Longer than a worker's longest wait for a job. */
const SILENT_MS = 11_000;
/** How often the connection is asked whether it still leads anywhere (ms). */
const LOOK_MS = 2_000;
/** What is asked of Redis takes milliseconds; nobody waits for it longer than this (ms). */
const PATIENCE_MS = 3_000;
/** For a last word before the connections go (ms). */
const GOODBYE_MS = 1_000;

/** What stands in REDIS_URL does not answer; the rest of the URL may hold a password. */
export class QueuesUnreachable extends Error {
  override readonly name = 'QueuesUnreachable';
  constructor(
    host: string,
    override readonly cause: unknown,
  ) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `Redis at ${host} (REDIS_URL) cannot be reached: ${why} / 无法连接 Redis（REDIS_URL：${host}）：${why}`,
    );
  }
}

/** Redis is away just now: what it was to be told stands in the tables and is brought later. */
export class QueueAway extends Error {
  override readonly name = 'QueueAway';
}

/**
 * The connection to Redis that all queues share, and those that workers make after it. A network that swallows everything
 * sends no error: they are asked, and replaced together when no answer comes.
 */
export class RedisLink {
  private readonly log = new Logger('Queues');
  /** Those that workers wait on. */
  private readonly others = new Set<Redis>();
  private readonly looking: NodeJS.Timeout;
  private pinging: Promise<unknown> | null = null;
  /** Looks in a row that found no answer, or a connection that is not made yet. */
  private unanswered = 0;
  /** Something was not answered in time: nothing is asked until an answer comes. */
  private isSilent = false;
  private wasAway = false;
  private leaving: Promise<void> | null = null;

  private constructor(readonly redis: Redis) {
    const duplicate = redis.duplicate.bind(redis);
    redis.duplicate = (options) => {
      const other = duplicate(options);
      this.others.add(other);
      other.once('end', () => this.others.delete(other));
      return other;
    };
    this.looking = setInterval(() => this.look(), LOOK_MS);
    this.looking.unref();
  }

  /** Connects. @throws QueuesUnreachable */
  static async open(url: string): Promise<RedisLink> {
    const redis = new Redis(url, {
      // Blocking commands of workers must not give up on their own.
      maxRetriesPerRequest: null,
      lazyConnect: true,
      connectTimeout: 5_000,
      disconnectTimeout: 500,
      keepAlive: 5_000,
      socketTimeout: SILENT_MS,
    });
    redis.setMaxListeners(0);
    let why: Error | undefined;
    const note = (error: Error): void => {
      why = error;
    };
    redis.on('error', note);
    try {
      // A network that swallows everything lets one connect, and never answers.
      const silent = new Error(`no answer within ${START_MS / 1000} s`);
      await inTime(redis.connect(), START_MS, () => silent);
    } catch (error) {
      endFor(redis);
      throw new QueuesUnreachable(new URL(url).host, why ?? error);
    }
    const link = new RedisLink(redis);
    redis.off('error', note);
    // One line when it goes and one when it comes back; ioredis tells every try.
    redis.on('error', (error) => link.noteAway(error.message));
    redis.on('ready', () => link.noteBack());
    return link;
  }

  /** Whether it certainly cannot be asked now. */
  get isAway(): boolean {
    return this.redis.status !== 'ready' || this.isSilent;
  }

  /**
   * What Redis answers, unless it is away or does not answer in time: then QueueAway. What was asked may be done all the
   * same when it comes back; each act of a queue may be done twice.
   */
  async within<T>(act: () => Promise<T>): Promise<T> {
    if (this.isAway) throw new QueueAway('Redis is away');
    const late = new QueueAway(`Redis did not answer within ${PATIENCE_MS / 1000} s`);
    try {
      return await inTime(act(), PATIENCE_MS, () => late);
    } catch (error) {
      if (error === late) {
        this.isSilent = true;
        this.noteAway(late.message);
      }
      throw error;
    }
  }

  /** True when it answers within the time (ms). One question at a time is under way, however many ask. */
  async isReady(withinMs: number): Promise<boolean> {
    if (this.redis.status !== 'ready') return false;
    return endsInTime(this.ping(), withinMs);
  }

  /** The process stops: when Redis does not answer now, nobody is to wait for it any more. */
  prepareStop(): Promise<void> {
    this.leaving ??= this.isReady(GOODBYE_MS).then((answers) => {
      if (!answers) this.cutOff();
    });
    return this.leaving;
  }

  /** Ends all connections; whatever waits for an answer fails. */
  cutOff(): void {
    clearInterval(this.looking);
    for (const one of [this.redis, ...this.others]) endFor(one);
  }

  async close(): Promise<void> {
    const goodbye: Promise<unknown> = this.redis.status === 'ready' ? this.redis.quit() : Promise.resolve();
    await endsInTime(goodbye, GOODBYE_MS);
    this.cutOff();
  }

  private ping(): Promise<unknown> {
    this.pinging ??= this.redis.ping().finally(() => {
      this.pinging = null;
    });
    return this.pinging;
  }

  private look(): void {
    const { status } = this.redis;
    const isOnTheWay = status === 'connect' || this.pinging !== null;
    this.unanswered = isOnTheWay ? this.unanswered + 1 : 0;
    if (this.unanswered >= 2 && (status === 'ready' || status === 'connect')) {
      this.unanswered = 0;
      this.noteAway('it says nothing');
      // Those that wait for jobs lead to the same nowhere.
      for (const one of [this.redis, ...this.others]) if (one.status === 'ready') one.disconnect(true);
      if (status === 'connect') this.redis.disconnect(true);
    } else if (status === 'ready') {
      this.ping().then(
        () => this.noteBack(),
        () => undefined,
      );
    }
  }

  private noteAway(why: string): void {
    if (this.wasAway) return;
    this.wasAway = true;
    this.log.warn(`Redis is away, work goes on without wake-ups: ${why}`);
  }

  private noteBack(): void {
    this.isSilent = false;
    if (!this.wasAway) return;
    this.wasAway = false;
    this.log.log('Redis is back');
  }
}

/** Ends a connection for good, in whichever state it is; ioredis leaves one between two tries hanging. */
function endFor(redis: Redis): void {
  redis.options.retryStrategy = () => null;
  if (redis.status === 'end') return;
  if (redis.status === 'reconnecting') redis.connect().catch(() => undefined);
  redis.disconnect();
}
