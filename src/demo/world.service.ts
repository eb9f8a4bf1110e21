import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config.js';
import { DatabaseUnusable } from '../database/database-problems.js';
import { Database } from '../database/database.service.js';
import { TeamCalendars } from '../people/teams/team-calendars.service.js';
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

/** PostgreSQL's code for what a user may not do. */
const NOT_ALLOWED = '42501';
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

  /**
   * Removes what a process left behind that was killed while it made the world: nobody has worked with it yet. Throws
   * DatabaseUnusable where that takes the owner of the tables and nobody has named them.
   */
  async clearHalfMade(): Promise<void> {
    await this.lock.own(async () => {
      const { rows } = await this.database.pool.query<{ value: string }>(
        'select value from settings where key = $1',
        [MARK],
      );
      if (rows[0]?.value !== 'making') return;
      await this.asOwner(
        `truncate tickets, history, visits, waiting, leases, signs_of_life, timers, outbox, messages, ticket_seals, idempotency, limit_sums,
           limit_uses, search_terms, search_stale restart identity;
         delete from settings where key = '${MARK}'`,
      );
    });
  }

  /** The role that the server works with may take away nothing of what only grows. */
  private async asOwner(sql: string): Promise<void> {
    const { ownerUrl } = this.config;
    const owner = ownerUrl === null ? null : new pg.Client({ connectionString: ownerUrl });
    owner?.on('error', () => undefined);
    try {
      await owner?.connect();
      await (owner ?? this.database.pool).query(sql);
    } catch (error) {
      if ((error as { code?: string }).code !== NOT_ALLOWED) throw error;
      throw new DatabaseUnusable(
        'The making of the demo world was broken off, and this user may not take away what is there of it. Name the owner of the tables in STEPWISE_OWNER_URL, or use an empty database.',
        '演示数据的生成曾被中断，当前用户无权清除残留数据。请用 STEPWISE_OWNER_URL 指定数据表的所有者，或改用空数据库。',
      );
    } finally {
      await owner?.end();
    }
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
    await this.door.settle();
    return refused;
  }

  /** Those who are at work when the world ends hold their tickets as if they had just renewed, and all gave signs of life; queues get what waits. */
  private async handOver(now: number): Promise<void> {
    await this.database.pool.query('update leases set expires_at = $1', [
      new Date(now + this.config.leaseMs),
    ]);
    // They worked on what they held all the time.
    await this.database.pool.query(
      `insert into signs_of_life (ticket_id, user_id, from_at, to_at)
       select s.ticket_id, a.id, min(s.entered_at), max(coalesce(s.exited_at, $1))
       from step_visits s cross join unnest(s.agents) as a(id) group by 1, 2`,
      [new Date(now)],
    );
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
