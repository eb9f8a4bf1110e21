import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/database.service.js';
import { findPending } from '../database/migrate.js';
import { QueueBackend } from '../queues/queue-backend.service.js';

const PATIENCE_MS = 2_000;

export interface Readiness {
  status: 'ready' | 'not-ready';
  checks: { database: boolean; migrations: boolean; queue: boolean };
}

/** Whether this process can serve requests now. */
@Injectable()
export class HealthService implements OnModuleDestroy {
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly queues: QueueBackend,
  ) {}

  async check(): Promise<Readiness> {
    const [database, queue] = await Promise.all([
      within(PATIENCE_MS, this.database.query('health', 'select 1')),
      this.queues.isReady(PATIENCE_MS),
    ]);
    const migrations = database && (await within(PATIENCE_MS, this.findNonePending()));
    const isReady = database && migrations && queue && !this.isStopping;
    return { status: isReady ? 'ready' : 'not-ready', checks: { database, migrations, queue } };
  }

  onModuleDestroy(): void {
    this.isStopping = true;
  }

  private async findNonePending(): Promise<void> {
    const pending = await findPending(this.database.pool);
    if (pending.length > 0) throw new Error(`pending: ${pending.join(', ')}`);
  }
}

/** Whether the work ends well within the time (ms). */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
