import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock, isRecent } from '../clock.js';
import { Database } from '../database/database.service.js';
import { findPending } from '../database/migrate.js';
import { endsInTime } from '../in-time.js';
import { QueueBackend } from '../queues/backend/queue-backend.service.js';

const PATIENCE_MS = 2_000;
/** After a write that found no room nobody is sent here for so long; then it is tried again (ms). */
const FULL_MS = 5_000;

export interface Readiness {
  status: 'ready' | 'not-ready';
  checks: { database: boolean; migrations: boolean; storage: boolean; queue: boolean };
  /** What is away although work goes on. */
  warnings: 'queue'[];
}

/** What every advance needs: a connection of the same pool, and a write that stands. */
const WRITE = `insert into settings (key, value) values ('last-ready', to_jsonb($1::text))
  on conflict (key) do update set value = excluded.value`;

/** Whether this process can serve requests now. */
@Injectable()
export class HealthService implements OnModuleDestroy {
  private isStopping = false;
  /** When a write last found no room (ms). */
  private fullAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly queues: QueueBackend,
    private readonly clock: Clock,
  ) {}

  async check(): Promise<Readiness> {
    const [database, queue] = await Promise.all([
      endsInTime(
        this.database.query('health', WRITE, [new Date(this.clock.now()).toISOString()]),
        PATIENCE_MS,
      ),
      this.queues.isReady(PATIENCE_MS),
    ]);
    const migrations = database && (await endsInTime(this.findNonePending(), PATIENCE_MS));
    // Queues are wake-ups: without them the sweepers find what is to be done, only later.
    const storage = !isRecent(this.fullAt, FULL_MS + 1, this.clock.now());
    const isReady = database && migrations && storage && !this.isStopping;
    const warnings: Readiness['warnings'] = queue ? [] : ['queue'];
    return {
      status: isReady ? 'ready' : 'not-ready',
      checks: { database, migrations, storage, queue },
      warnings,
    };
  }

  /** A write found no room. A small one may still find some, so this is remembered. */
  noteFull(): void {
    this.fullAt = this.clock.now();
  }

  /** From now on nothing new is to come here. */
  stop(): void {
    this.isStopping = true;
    this.database.hurry();
  }

  onModuleDestroy(): void {
    this.stop();
  }

  private async findNonePending(): Promise<void> {
    const pending = await findPending(this.database.pool);
    if (pending.length > 0) throw new Error(`pending: ${pending.join(', ')}`);
  }
}
