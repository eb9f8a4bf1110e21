import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { Database } from '../database/database.service.js';
import { TeamCalendars } from '../people/team-calendars.service.js';
import { QueueRebuild } from '../queues/queue-rebuild.service.js';
import { WorldLock } from '../queues/world-lock.service.js';
import { DemoShop } from './demo-shop.service.js';
import { TicketsExist } from './demo-problems.js';
import { DEMO_PEOPLE } from './people-data.js';
import { demoUserId } from './people-ids.js';
import { RelaxedCommits } from './relaxed-commits.service.js';
import type { Colleague } from './staff.js';
import { Staff } from './staff.js';
import { SOP_SHARES } from './stories.js';
import { World, type WorldPlan } from './world.js';
import { WorldDoor } from './world-door.service.js';

/** Nobody works longer on one visit; the world needs no renewals. */
const LEASE_MS = 3_600_000;

/** In `settings`: whether the world is being made, or was. */
const MARK = 'demo-world';

export type WorldProgress = (share: number, tickets: number) => void;

/** What was made. */
export interface WorldReport {
  seconds: number;
  tickets: number;
  events: number;
  visits: number;
  /** Visits that wait for a person. */
  waiting: number;
  /** What the simulated people tried in vain, by act and problem. */
  refused: Record<string, number>;
}

/** Makes the last days of a shop, through the one door, with simulated time. */
@Injectable()
export class WorldService {
  constructor(
    private readonly database: Database,
    private readonly lock: WorldLock,
    private readonly rebuild: QueueRebuild,
    private readonly calendars: TeamCalendars,
    private readonly shop: DemoShop,
    private readonly door: WorldDoor,
    private readonly config: Config,
    private readonly commits: RelaxedCommits,
  ) {}

  /** True while there is no ticket at all. */
  async isEmpty(): Promise<boolean> {
    const { rows } = await this.database.pool.query('select from tickets limit 1');
    return rows.length === 0;
  }

  /** Removes what a process left behind that was killed while it made the world: nobody has worked with it yet. */
  async clearHalfMade(): Promise<void> {
    await this.lock.own(async () => {
      const { rows } = await this.database.pool.query<{ value: string }>(
        'select value from settings where key = $1',
        [MARK],
      );
      if (rows[0]?.value !== 'making') return;
      await this.database.pool.query(
        `truncate tickets, history, visits, waiting, leases, timers, outbox, messages, ticket_seals, idempotency, limit_sums,
           limit_uses restart identity;
         delete from settings where key = '${MARK}'`,
      );
    });
  }

  /** Throws `SopMissing`, or `TicketsExist` unless the database holds no ticket. */
  async checkPossible(): Promise<void> {
    for (const [sop] of SOP_SHARES) await this.door.sop(sop);
    if (!(await this.isEmpty())) throw new TicketsExist();
  }

  /**
   * Makes the world that ends at `plan.now`. Workers of all processes keep out meanwhile. The demo people must exist.
   * Throws `SopMissing`, or `TicketsExist` unless the database holds no ticket.
   */
  async make(plan: WorldPlan, report: WorldProgress = () => undefined): Promise<WorldReport> {
    return this.lock.own(async () => {
      await this.checkPossible();
      const begin = performance.now();
      await this.mark('making');
      const refused = await this.commits.during(() =>
        this.shop.during(
          () => this.door.time,
          () => this.live(plan, report),
        ),
      );
      await this.handOver(plan.now);
      await this.mark('made');
      const counts = await this.count();
      return { seconds: (performance.now() - begin) / 1000, ...counts, refused: Object.fromEntries(refused) };
    });
  }

  private async mark(state: 'making' | 'made'): Promise<void> {
    await this.database.pool.query(
      `insert into settings (key, value) values ($1, to_jsonb($2::text))
       on conflict (key) do update set value = excluded.value`,
      [MARK, state],
    );
  }

  private async live(plan: WorldPlan, report: WorldProgress): Promise<Map<string, number>> {
    const calendarOf = await this.calendars.all();
    const colleagues = DEMO_PEOPLE.flatMap((person): Colleague[] =>
      person.shift === undefined
        ? []
        : [{ ...person, id: demoUserId(person.email), shift: person.shift, pace: person.pace ?? 1 }],
    );
    const refused = new Map<string, number>();
    this.door.leaseMs = LEASE_MS;
    const stage = { door: this.door, staff: new Staff(colleagues, calendarOf), refused, leaseMs: LEASE_MS };
    await new World(plan, stage).run(report);
    return refused;
  }

  /** Those who are at work when the world ends hold their tickets as if they had just renewed; queues get what waits. */
  private async handOver(now: number): Promise<void> {
    await this.database.pool.query('update leases set expires_at = $1', [
      new Date(now + this.config.leaseMs),
    ]);
    await this.database.pool.query('analyze');
    await this.rebuild.rebuild(now);
  }

  private async count(): Promise<Pick<WorldReport, 'tickets' | 'events' | 'visits' | 'waiting'>> {
    const { rows } = await this.database.pool.query<
      Pick<WorldReport, 'tickets' | 'events' | 'visits' | 'waiting'>
    >(
      `select (select count(*)::int from tickets) as tickets, (select count(*)::int from history) as events,
         (select count(*)::int from visits) as visits, (select count(*)::int from waiting) as waiting`,
    );
    const [counts] = rows;
    if (counts === undefined) throw new Error('counting gave no row');
    return counts;
  }
}
