import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { BacklogService } from '../backlog/backlog.service.js';
import type { FigureScope } from '../shared/cohort-sql.js';
import { ASKED, COHORT, scopeValues, summarySql } from '../shared/cohort-sql.js';
import type { DurationSummary } from '../shared/figures.js';
import { durationOf, rateOf } from '../shared/figures.js';
import type {
  EscalationAnswer,
  FcrAnswer,
  FirstResponseAnswer,
  OverviewFigures,
} from './overview-answer.dto.js';
import { ESCALATION_CASES, FCR_CASES, RESPONSE_CASES } from './overview-sql.js';
import { ResolutionService } from './resolution.service.js';
import { FigureSnapshot } from '../shared/snapshot.service.js';
import { TargetsService } from './targets.service.js';

interface FcrRow {
  state: string;
  cases: number;
  gross: number;
  strict: number;
  netCases: number;
  net: number;
  customerMessage: number;
  reopened: number;
  repeatContact: number;
}

interface EscalationRow {
  state: string;
  cases: number;
  open: number;
  escalated: number;
  total: number;
  byAgent: number;
  byRule: number;
  byClock: number;
  transfers: number;
  handBacks: number;
  approvals: number;
  priorityChanges: number;
}

interface ResponseRow {
  human: DurationSummary;
  bot: DurationSummary;
  onTime: number;
  overdue: number;
  humanStates: Record<string, number>;
  botStates: Record<string, number>;
  targetStates: Record<string, number>;
}

/** The figures of the overview over the tickets that were created in a range. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly snapshot: FigureSnapshot,
    private readonly resolution: ResolutionService,
    private readonly targets: TargetsService,
    private readonly backlog: BacklogService,
  ) {}

  /** Everything from one state of the database. Cases are the tickets created in [from, to) that pass the filter. */
  async overview(scope: FigureScope): Promise<OverviewFigures> {
    const calendarOf = await this.resolution.calendarsOfTeams();
    return this.snapshot.read(async (client, windows) => {
      const values = scopeValues(scope, windows);
      const escalation = await measureEscalation(client, values);
      const inBusiness = await this.resolution.measure(client, values, scope.asOf, calendarOf);
      return {
        tickets: { ...(await countTickets(client, values)), handled: escalation.n },
        fcr: await measureFcr(client, values),
        escalation,
        resolutionTime: inBusiness.resolutionTime,
        firstResponse: {
          ...(await measureFirstResponse(client, values)),
          humanBusiness: inBusiness.firstResponse,
        },
        sla: await this.targets.measureSla(client, values),
        reopen: await this.targets.measureReopen(client, values),
        backlog: await this.backlog.openTickets(client, scope, windows),
      };
    });
  }
}

type Created = Omit<OverviewFigures['tickets'], 'handled'>;

async function countTickets(client: PoolClient, values: unknown[]): Promise<Created> {
  const { rows } = await client.query<Created>(
    `with ${ASKED}, ${COHORT}
     select count(*)::int as created,
            (count(*) filter (where status = 'open'))::int as open,
            (count(*) filter (where status = 'resolved'))::int as resolved,
            (count(*) filter (where status = 'cancelled'))::int as cancelled,
            (count(*) filter (where status = 'merged'))::int as merged
     from cohort`,
    values,
  );
  return rows[0] ?? { created: 0, open: 0, resolved: 0, cancelled: 0, merged: 0 };
}

/** First contact resolution, definition section 1. `n` and what is excluded add up to the tickets created. */
async function measureFcr(client: PoolClient, values: unknown[]): Promise<FcrAnswer> {
  const { rows } = await client.query<FcrRow>(
    `with recursive ${ASKED}, ${COHORT}, ${FCR_CASES}
     select state, count(*)::int as cases,
            (count(*) filter (where gross))::int as gross,
            (count(*) filter (where strict))::int as strict,
            (count(*) filter (where not policy))::int as "netCases",
            (count(*) filter (where gross and not policy))::int as net,
            (count(*) filter (where broken = 'customer-message'))::int as "customerMessage",
            (count(*) filter (where broken = 'reopened'))::int as reopened,
            (count(*) filter (where broken = 'repeat-contact'))::int as "repeatContact"
     from fcr group by state`,
    values,
  );
  const reasons = { immature: 0, open: 0, cancelled: 0, merged: 0, repeat: 0 };
  const { counted, excluded } = splitStates(rows, reasons);
  const n = counted?.cases ?? 0;
  const netCases = counted?.netCases ?? 0;
  return {
    gross: rateOf(counted?.gross ?? 0, n, excluded),
    strict: rateOf(counted?.strict ?? 0, n, excluded),
    net: rateOf(counted?.net ?? 0, netCases, { ...excluded, policy: n - netCases }),
    broken: {
      customerMessage: counted?.customerMessage ?? 0,
      reopened: counted?.reopened ?? 0,
      repeatContact: counted?.repeatContact ?? 0,
    },
  };
}

/** Escalation rate, definition section 2. */
async function measureEscalation(client: PoolClient, values: unknown[]): Promise<EscalationAnswer> {
  const { rows } = await client.query<EscalationRow>(
    `with recursive ${ASKED}, ${COHORT}, ${ESCALATION_CASES}
     select state, count(*)::int as cases,
            (count(*) filter (where status = 'open'))::int as open,
            (count(*) filter (where escalations > 0))::int as escalated,
            sum(escalations)::int as total, sum(by_agent)::int as "byAgent",
            sum(by_rule)::int as "byRule", sum(by_clock)::int as "byClock",
            sum(transfers)::int as transfers, sum(hand_backs)::int as "handBacks", sum(approvals)::int as approvals,
            sum(priorities)::int as "priorityChanges"
     from escalation_case group by state`,
    values,
  );
  const { counted, excluded } = splitStates(rows, { waiting: 0, cancelled: 0, merged: 0 });
  return {
    ...rateOf(counted?.escalated ?? 0, counted?.cases ?? 0, excluded),
    open: counted?.open ?? 0,
    escalations: {
      total: counted?.total ?? 0,
      byAgent: counted?.byAgent ?? 0,
      byRule: counted?.byRule ?? 0,
      byClock: counted?.byClock ?? 0,
    },
    transfers: counted?.transfers ?? 0,
    handBacks: counted?.handBacks ?? 0,
    approvals: counted?.approvals ?? 0,
    priorityChanges: counted?.priorityChanges ?? 0,
  };
}

/** First response in calendar time, definition section 4. */
async function measureFirstResponse(
  client: PoolClient,
  values: unknown[],
): Promise<Omit<FirstResponseAnswer, 'humanBusiness'>> {
  const states = (column: string) =>
    `(select jsonb_object_agg(s, c) from (select ${column} as s, count(*)::int as c from response_case group by 1) g)`;
  const { rows } = await client.query<ResponseRow>(
    `with ${ASKED}, ${COHORT}, ${RESPONSE_CASES}
     select ${summarySql('human_ms', "human_state = 'counted'")} as human,
            ${summarySql('bot_ms', "bot_state = 'counted'")} as bot,
            (count(*) filter (where target_state = 'counted' and on_time))::int as "onTime",
            (count(*) filter (where target_state = 'counted' and replied_at is null))::int as overdue,
            coalesce(${states('human_state')}, '{}') as "humanStates",
            coalesce(${states('bot_state')}, '{}') as "botStates",
            coalesce(${states('target_state')}, '{}') as "targetStates"
     from response_case`,
    values,
  );
  const row = rows[0];
  if (row === undefined) throw new Error('an aggregate without a row');
  const none = { unasked: 0, cancelled: 0, merged: 0 };
  const { counted: _human, ...human } = row.humanStates;
  const { counted: _bot, ...bot } = row.botStates;
  const { counted = 0, ...target } = row.targetStates;
  return {
    human: {
      ...durationOf(row.human),
      excluded: { unanswered: 0, 'resolved-unanswered': 0, ...none, ...human },
    },
    bot: { ...durationOf(row.bot), excluded: { unanswered: 0, ...none, ...bot } },
    onTime: rateOf(row.onTime, counted, { pending: 0, 'resolved-unanswered': 0, ...none, ...target }),
    overdue: row.overdue,
  };
}

/** The row of the counted cases, and how many were left out for each reason. */
function splitStates<Row extends { state: string; cases: number }>(
  rows: Row[],
  reasons: Record<string, number>,
): { counted: Row | undefined; excluded: Record<string, number> } {
  const excluded = { ...reasons };
  for (const row of rows) if (row.state !== 'counted') excluded[row.state] = row.cases;
  return { counted: rows.find((row) => row.state === 'counted'), excluded };
}
