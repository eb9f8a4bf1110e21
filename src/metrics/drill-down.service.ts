import { Injectable } from '@nestjs/common';
import type { Lang } from '../engine/text.js';
import { PeopleService } from '../people/people.service.js';
import type { FigureScope } from './cohort-sql.js';
import { ASKED, COHORT, scopeValues } from './cohort-sql.js';
import type { Figure, StepVisitItem, StepVisitPage, TicketItem, TicketPage } from './drill-down.dto.js';
import { toSeconds } from './figures.js';
import { businessTime } from './intervals.js';
import {
  ESCALATION_CASES,
  FCR_CASES,
  REOPEN_CASES,
  RESOLUTION_CASES,
  RESPONSE_CASES,
  TARGET_CASES,
} from './overview-sql.js';
import { FigureSnapshot } from './snapshot.service.js';
import { StepNames } from './step-names.service.js';
import type { PartName } from './steps-sql.js';
import { STEP_VISITS } from './steps-sql.js';

/** Where a figure's cases are found: the rows it folds, the case's state, whether it fulfils a rate, its duration. */
interface Cases {
  ctes: string;
  from: string;
  state: string;
  met: string;
  ms: string;
  /** An object of further fields of the item. */
  more?: string;
}

const fcr = (met: string, state = 'x.state'): Cases => ({
  ctes: FCR_CASES,
  from: 'fcr',
  state,
  met,
  ms: 'null::bigint',
});
const duration = (ctes: string, from: string, name: string): Cases => ({
  ctes,
  from,
  state: `x.${name}_state`,
  met: 'null::boolean',
  ms: `x.${name}_ms`,
});

const CASES: Record<Figure, Cases> = {
  'fcr-gross': fcr('x.gross'),
  'fcr-strict': fcr('x.strict'),
  'fcr-net': fcr('x.gross', `case when x.state = 'counted' and x.policy then 'policy' else x.state end`),
  escalation: {
    ctes: ESCALATION_CASES,
    from: 'escalation_case',
    state: 'x.state',
    met: 'x.escalations > 0',
    ms: 'null::bigint',
  },
  'resolution-first': duration(RESOLUTION_CASES, 'resolution_case', 'first'),
  'resolution-full': duration(RESOLUTION_CASES, 'resolution_case', 'full'),
  'first-response': duration(RESPONSE_CASES, 'response_case', 'human'),
  'bot-response': duration(RESPONSE_CASES, 'response_case', 'bot'),
  'first-response-on-time': {
    ctes: RESPONSE_CASES,
    from: 'response_case',
    state: 'x.target_state',
    met: 'x.on_time',
    ms: 'x.human_ms',
  },
  'sla-resolution': {
    ctes: TARGET_CASES,
    from: 'target_case',
    state: 'x.resolve_state',
    met: 'x.resolve_met',
    ms: 'null::bigint',
  },
  'sla-steps': {
    ctes: TARGET_CASES,
    from: 'target_case',
    state: 'x.steps_state',
    met: 'x.targets_missed = 0',
    ms: 'null::bigint',
    more: `jsonb_build_object('targetsMet', x.targets_met, 'targetsMissed', x.targets_missed)`,
  },
  reopen: {
    ctes: REOPEN_CASES,
    from: 'reopen_case',
    state: 'x.state',
    met: 'x.met',
    ms: 'null::bigint',
  },
};

interface TicketRow {
  ticketId: string;
  subject: string;
  sop: string;
  version: number;
  status: string;
  team: string;
  createdAt: Date;
  state: string;
  met: boolean | null;
  ms: number | null;
  more: Pick<TicketItem, 'targetsMet' | 'targetsMissed'> | null;
  waits: [number, number][] | null;
}

type VisitRow = Omit<StepVisitItem, 'dwellSeconds' | 'parts' | 'title'> & { dwellMs: number | null } & Record<
    PartName,
    number
  >;

/** The tickets and visits behind the figures (definition section 0). */
@Injectable()
export class DrillDownService {
  constructor(
    private readonly snapshot: FigureSnapshot,
    private readonly people: PeopleService,
    private readonly names: StepNames,
  ) {}

  /** The tickets of a figure of the overview, by id; those that were left out only when `withExcluded`. */
  async tickets(
    scope: FigureScope,
    figure: Figure,
    page: { after: string | null; limit: number; withExcluded: boolean },
    lang: Lang = 'en',
  ): Promise<TicketPage> {
    const { ctes, from, state, met, ms, more = 'null::jsonb' } = CASES[figure];
    const instant = (column: string) => `(extract(epoch from ${column}) * 1000)::double precision`;
    const rows = await this.snapshot.read(async (client, windows) => {
      const found = await client.query<TicketRow>(
        `with recursive ${ASKED}, ${COHORT}, ${ctes},
         listed as (select x.id, ${state} as state, ${met} as met, ${ms} as ms,
                ${more} as more from ${from} x)
         select t.id::text as "ticketId", t.subject, t.sop_id as sop, t.sop_version as version, t.status, t.team,
                t.created_at as "createdAt", x.state, case when x.state = 'counted' then x.met end as met,
                case when x.state = 'counted' then x.ms::double precision end as ms,
                case when x.state = 'counted' then x.more end as more,
                (select jsonb_agg(jsonb_build_array(${instant('v.entered_at')}, ${instant('v.exited_at')}))
                 from visits v where v.ticket_id = t.id and v.kind = 'waits-for-customer') as waits
         from listed x join cohort t on t.id = x.id
         where t.id > $9::bigint and ($10::boolean or x.state = 'counted')
         order by t.id limit $11`,
        [...scopeValues(scope, windows), page.after ?? '0', page.withExcluded, page.limit + 1],
      );
      return found.rows;
    });
    const shown = rows.slice(0, page.limit);
    const inBusiness = figure === 'resolution-first' || figure === 'resolution-full';
    const items = await Promise.all(shown.map((row) => this.renderTicket(row, inBusiness, lang)));
    return { items, nextCursor: rows.length > page.limit ? (items.at(-1)?.ticketId ?? null) : null };
  }

  /** The visits behind a step's row, by ticket and visit. */
  async stepVisits(
    scope: FigureScope,
    step: string,
    page: { after: [ticket: string, visit: number]; limit: number },
    lang: Lang = 'en',
  ): Promise<StepVisitPage> {
    const rows = await this.snapshot.read(async (client, windows) => {
      const values = [...scopeValues(scope, windows), step, ...page.after, page.limit + 1];
      return (await client.query<VisitRow>(STEP_VISITS, values)).rows;
    });
    const items = await Promise.all(
      rows.slice(0, page.limit).map(async (row) => renderVisit(row, await this.names.titleOf(row, lang))),
    );
    const last = items.at(-1);
    const more = rows.length > page.limit && last !== undefined;
    return { items, nextCursor: more ? `${last.ticketId}.${last.no}` : null };
  }

  private async renderTicket(row: TicketRow, inBusiness: boolean, lang: Lang): Promise<TicketItem> {
    const { state, ms, waits, more, ...rest } = row;
    const item: TicketItem = {
      ...rest,
      ...more,
      sopTitle: await this.names.sopTitle(row, lang),
      counted: state === 'counted',
      excluded: state === 'counted' ? null : state,
      seconds: toSeconds(ms),
    };
    if (!inBusiness || ms === null) return item;
    const created = row.createdAt.getTime();
    const calendar = await this.people.calendarOf(row.team);
    const { business, net } = businessTime([created, created + ms], waits ?? [], calendar);
    return { ...item, businessSeconds: business / 1000, netSeconds: net / 1000 };
  }
}

function renderVisit(
  { dwellMs, queue, touch, customer, external, offShift, join, ...row }: VisitRow,
  title: string | null,
): StepVisitItem {
  const parts = { queue, touch, customer, external, offShift, join };
  const seconds = Object.fromEntries(Object.entries(parts).map(([name, ms]) => [name, ms / 1000]));
  return { ...row, title, dwellSeconds: toSeconds(dwellMs), parts: seconds as Record<PartName, number> };
}
