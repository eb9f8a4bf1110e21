import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { waitingChanges } from '../../tickets/decide/change.js';
import { TicketChanges } from '../../tickets/door/ticket-changes.service.js';
import { reachOf } from '../../people/access/access.js';
import type { Person } from '../../people/common/model.js';
import { mayServe, parseLane } from '../../queues/lanes/lanes.js';
import type { Lane } from '../../queues/lanes/lanes.js';
import { GroupCommit } from '../../writes/group-commit.js';

/** A visit that waits for a person; `dueAt` in ms since 1970. */
export interface WaitingVisit {
  ticketId: string;
  visitNo: number;
  lane: string;
  dueAt: number;
}

/** A lane in which somebody waits; `dueAt`: of its first visit, ms. */
export interface LaneHead extends Lane {
  name: string;
  dueAt: number;
}

interface HeadRow {
  name: string;
  dueAt: Date;
}

/** The heads of all lanes are not read again within this time, unless somebody who asks must not miss any (ms). */
const HEADS_MS = 100;

/** What waits, as the table `waiting` says: the truth behind the lanes' queues. */
@Injectable()
export class WaitingLanes {
  /** People who ask at the same moment share one look, which begins after they asked. */
  private readonly looks = new GroupCommit<null, HeadRow[]>(
    async (askers) => {
      const heads = await this.readHeads();
      return askers.map(() => heads);
    },
    { batches: 2, size: 64 },
  );

  private seen: { rows: HeadRow[]; at: number } | null = null;
  /** Changes by this process after which somebody waits who did not before, or not there. */
  private arrivals = 0;

  constructor(
    private readonly database: Database,
    changes: TicketChanges,
  ) {
    changes.listen((before, after) => {
      if (waitingChanges(before, after).put.length === 0) return;
      this.arrivals += 1;
      this.seen = null;
    });
  }

  /**
   * The lanes that a person may serve and in which somebody waits, the most urgent first, as they are now. Costs one
   * step in an index per lane, however many wait.
   */
  async servable(person: Person, teams: readonly string[] | null): Promise<LaneHead[]> {
    const rows = person.teams.length === 0 ? [] : await this.looks.add(null);
    return servableOf(rows, person, teams);
  }

  /** The same as they were at most a tenth of a second ago; null when nobody has looked since. */
  servableRecently(person: Person, teams: readonly string[] | null): LaneHead[] | null {
    const { seen } = this;
    const isRecent = seen !== null && performance.now() - seen.at < HEADS_MS;
    return isRecent ? servableOf(seen.rows, person, teams) : null;
  }

  /** The first visits of a lane, the most urgent first. */
  async first(lane: string, limit: number): Promise<WaitingVisit[]> {
    const rows = await this.database.query<{ ticketId: string; visitNo: number; dueAt: Date }>(
      'routing-first',
      `select ticket_id as "ticketId", visit_no as "visitNo", due_at as "dueAt" from waiting
       where lane = $1 order by due_at, ticket_id limit $2`,
      [lane, limit],
    );
    return rows.map((row) => ({ ...row, lane, dueAt: row.dueAt.getTime() }));
  }

  /** How many visits wait in each of the lanes. */
  async count(lanes: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ lane: string; waiting: number }>(
      'routing-count',
      'select lane, count(*)::int as waiting from waiting where lane = any($1::text[]) group by lane',
      [lanes],
    );
    return new Map(rows.map((row) => [row.lane, row.waiting]));
  }

  private async readHeads(): Promise<HeadRow[]> {
    const { arrivals } = this;
    const at = performance.now();
    const rows = await this.database.query<HeadRow>(
      'routing-heads',
      `with recursive heads as (
         (select lane, due_at from waiting order by lane, due_at, ticket_id limit 1)
         union all
         select n.lane, n.due_at from heads h cross join lateral (
           select lane, due_at from waiting where lane > h.lane order by lane, due_at, ticket_id limit 1) n)
       select lane as name, due_at as "dueAt" from heads order by due_at, lane`,
    );
    // Who came meanwhile may have been missed.
    if (arrivals === this.arrivals) this.seen = { rows, at };
    return rows;
  }
}

function servableOf(rows: HeadRow[], person: Person, teams: readonly string[] | null): LaneHead[] {
  const reach = reachOf(person);
  return rows.flatMap(({ name, dueAt }) => {
    const lane = parseLane(name);
    const isMine = lane && mayServe(reach, lane) && (teams === null || teams.includes(lane.team));
    return isMine ? [{ ...lane, name, dueAt: dueAt.getTime() }] : [];
  });
}
