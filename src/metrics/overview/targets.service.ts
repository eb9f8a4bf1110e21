import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { ASKED, COHORT } from '../shared/cohort-sql.js';
import type { Rate } from '../shared/figures.js';
import { rateOf } from '../shared/figures.js';
import type { OverviewFigures } from './overview-answer.dto.js';
import { REOPEN_CASES, TARGET_CASES } from './overview-sql.js';

interface TargetRow {
  resolveStates: Record<string, number>;
  resolveMet: number;
  stepStates: Record<string, number>;
  met: number;
  missed: number;
  pending: number;
}

interface ReopenRow {
  state: string;
  cases: number;
  reopened: number;
  reopenings: number;
}

const states = (table: string, column: string): string =>
  `(select coalesce(jsonb_object_agg(s, c), '{}')
    from (select ${column} as s, count(*)::int as c from ${table} group by 1) g)`;

/** What was promised and kept: targets met, and tickets that did not stay resolved. */
@Injectable()
export class TargetsService {
  /** SLA attainment, definition section 7: of the tickets' resolution, and of all targets of their steps. */
  async measureSla(client: PoolClient, values: unknown[]): Promise<OverviewFigures['sla']> {
    const { rows } = await client.query<TargetRow>(
      `with ${ASKED}, ${COHORT}, ${TARGET_CASES}
       select ${states('target_case', 'resolve_state')} as "resolveStates",
              (count(*) filter (where resolve_state = 'counted' and resolve_met))::int as "resolveMet",
              ${states('target_case', 'steps_state')} as "stepStates",
              coalesce(sum(targets_met) filter (where steps_state = 'counted'), 0)::int as met,
              coalesce(sum(targets_missed) filter (where steps_state = 'counted'), 0)::int as missed,
              coalesce(sum(targets_pending) filter (where steps_state in ('counted', 'pending')), 0)::int as pending
       from target_case`,
      values,
    );
    const row = rows[0];
    if (row === undefined) throw new Error('an aggregate without a row');
    const { counted = 0, ...excluded } = row.resolveStates;
    const none = { cancelled: 0, merged: 0, pending: 0 };
    const { counted: tickets = 0, ...others } = row.stepStates;
    return {
      resolution: {
        ...rateOf(row.resolveMet, counted, { ...none, ...excluded }),
        pending: excluded['pending'] ?? 0,
      },
      steps: {
        ...rateOf(row.met, row.met + row.missed, {}),
        pending: row.pending,
        tickets,
        excludedTickets: { ...none, untargeted: 0, ...others },
      },
    };
  }

  /** Reopen rate, definition section 6: once per ticket; the number of reopenings beside it. */
  async measureReopen(client: PoolClient, values: unknown[]): Promise<Rate & { reopenings: number }> {
    const { rows } = await client.query<ReopenRow>(
      `with ${ASKED}, ${COHORT}, ${REOPEN_CASES}
       select state, count(*)::int as cases, (count(*) filter (where met))::int as reopened,
              sum(reopenings)::int as reopenings
       from reopen_case group by 1`,
      values,
    );
    const excluded: Record<string, number> = { immature: 0, open: 0, cancelled: 0, merged: 0 };
    for (const { state, cases } of rows) if (state !== 'counted') excluded[state] = cases;
    const counted = rows.find(({ state }) => state === 'counted');
    return {
      ...rateOf(counted?.reopened ?? 0, counted?.cases ?? 0, excluded),
      reopenings: counted?.reopenings ?? 0,
    };
  }
}
