import { Injectable, type OnModuleInit } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { BackupSchedule } from '../backup/backup-schedule.service.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import { metricNames } from '../telemetry.js';

interface Counts {
  unqueued: number;
  undone: number;
  overdue: number;
  leases: number;
}

/** The process in numbers, for Prometheus. What stands in the database is counted when somebody asks. */
@Injectable()
export class Prometheus implements OnModuleInit {
  readonly registry = new Registry();
  private readonly http = new Histogram({
    ...metricNames.http,
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private readonly waiting = this.gauge(metricNames.waiting, ['team', 'tier']);
  private readonly leases = this.gauge(metricNames.leases);
  private readonly unqueued = this.gauge(metricNames.outbox);
  private readonly undone = this.gauge(metricNames.undone);
  private readonly overdue = this.gauge(metricNames.timers);
  private readonly backupAt = this.gauge(metricNames.backupAt);
  private readonly backupFailures = this.gauge(metricNames.backupFailures);
  private readonly connections = this.gauge(metricNames.database, ['state']);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly backups: BackupSchedule,
  ) {}

  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** `route` is the pattern, not the address: addresses are without number. */
  noteRequest(method: string, route: string, status: number, seconds: number): void {
    this.http.observe({ method, route, status }, seconds);
  }

  /** The text that Prometheus reads. Without a database the figures of the process alone. */
  async write(): Promise<string> {
    const { hot, pool } = this.database;
    const idle = hot.idleCount + pool.idleCount;
    this.connections.set({ state: 'idle' }, idle);
    this.connections.set({ state: 'busy' }, hot.totalCount + pool.totalCount - idle);
    this.connections.set({ state: 'wanted' }, hot.waitingCount + pool.waitingCount);
    await this.countRows().catch(() => this.forgetRows());
    return this.registry.metrics();
  }

  private async countRows(): Promise<void> {
    const [counts] = await this.database.query<Record<keyof Counts, string>>(
      'prometheus-counts',
      `select (select count(*) from outbox where queued_at is null and (held_until is null or held_until <= $1)) as unqueued,
              (select count(*) from outbox where done_at is null) as undone,
              (select count(*) from timers where due_at < $1) as overdue,
              (select count(*) from leases) as leases`,
      [new Date(this.clock.now())],
    );
    const lanes = await this.database.query<{ team: string; tier: number; n: string }>(
      'prometheus-waiting',
      'select team, tier, count(*) as n from waiting group by team, tier',
    );
    this.unqueued.set(Number(counts?.unqueued));
    this.undone.set(Number(counts?.undone));
    this.overdue.set(Number(counts?.overdue));
    this.leases.set(Number(counts?.leases));
    const backups = await this.backups.look();
    // Where no copies are wanted, nothing is said about them.
    if (backups === null) this.forgetBackups();
    else {
      this.backupAt.set((backups.succeededAt ?? 0) / 1_000);
      this.backupFailures.set(backups.failures);
    }
    this.waiting.reset();
    for (const { team, tier, n } of lanes) this.waiting.set({ team, tier: String(tier) }, Number(n));
  }

  /** Yesterday's numbers would look like today's. */
  private forgetRows(): void {
    for (const gauge of [this.unqueued, this.undone, this.overdue, this.leases]) gauge.remove();
    this.forgetBackups();
    this.waiting.reset();
  }

  private forgetBackups(): void {
    this.backupAt.remove();
    this.backupFailures.remove();
  }

  private gauge(description: { name: string; help: string }, labelNames: string[] = []): Gauge {
    return new Gauge({ ...description, labelNames, registers: [this.registry] });
  }
}
