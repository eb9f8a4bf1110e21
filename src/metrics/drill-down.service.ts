import { Injectable } from '@nestjs/common';
import type { Lang } from '../engine/text.js';
import { PeopleService } from '../people/people.service.js';
import type { FigureScope } from './cohort-sql.js';
import { ASKED, COHORT, scopeValues } from './cohort-sql.js';
import type {
  Figure,
  FigurePart,
  LeftOut,
  StepPart,
  StepVisitItem,
  StepVisitPage,
  TicketItem,
  TicketPage,
} from './drill-down.dto.js';
import { CASES, partOf } from './figure-cases.js';
import { toSeconds } from './figures.js';
import { businessTime } from './intervals.js';
import { PartUnknown } from './metrics-problems.js';
import { pagedSql, readPage } from './paged.js';
import { FigureSnapshot } from './snapshot.service.js';
import { StepNames } from './step-names.service.js';
import { stepVisitsSql } from './step-visits-sql.js';
import type { PartName } from './steps-sql.js';
import type { Way } from './ways.js';

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
  times: number | null;
  waits: [number, number][] | null;
}

/** What of a figure's tickets is wanted; `reason`: only those left out for it. */
interface TicketsWish {
  after: string | null;
  limit: number;
  part: FigurePart | 'all';
  reason?: LeftOut;
}

/** Which of a step's visits are wanted; `ways`: only those that went one of them. */
interface VisitsWish {
  after: [ticket: string, visit: number];
  limit: number;
  part?: StepPart;
  ways?: Way[];
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

  /** The tickets of a figure of the overview, by id. Throws `PartUnknown`. */
  async tickets(
    scope: FigureScope,
    figure: Figure,
    { after, limit, part, reason }: TicketsWish,
    lang: Lang = 'en',
  ): Promise<TicketPage> {
    const wanted = partOf(figure, part);
    if (wanted === null) throw new PartUnknown(figure, part);
    const {
      ctes,
      from,
      state,
      met = 'null::boolean',
      ms = 'null::bigint',
      more = 'null::jsonb',
    } = CASES[figure];
    const instant = (column: string) => `(extract(epoch from ${column}) * 1000)::double precision`;
    const { rows, totals, last } = await this.snapshot.read(async (client, windows) => {
      const found = await client.query<TicketRow & { totals: Pick<TicketPage, 'total' | 'sum'> }>(
        `with recursive ${ASKED}, ${COHORT}, ${ctes},
         listed as (
           select x.id, ${state} as state, ${met} as met, ${ms} as ms, ${more} as more, ${wanted.times} as times
           from ${from} x
           where ${wanted.where} and ($11::text is null or ${state} = $11)),
         page as (
         select t.id::text as "ticketId", t.subject, t.sop_id as sop, t.sop_version as version, t.status, t.team,
                t.created_at as "createdAt", x.state, case when x.state = 'counted' then x.met end as met,
                case when x.state = 'counted' then x.ms::double precision end as ms,
                case when x.state = 'counted' then x.more end as more, x.times::int as times,
                (select jsonb_agg(jsonb_build_array(${instant('v.entered_at')}, ${instant('v.exited_at')}))
                 from visits v where v.ticket_id = t.id and v.kind = 'waits-for-customer') as waits
         from listed x join cohort t on t.id = x.id
         where t.id > $9::bigint
         order by t.id limit $10)
         ${pagedSql({ total: 'count(*)', sum: 'sum(times)' }, 'page."ticketId"::bigint')}`,
        [...scopeValues(scope, windows), after ?? '0', limit + 1, reason ?? null],
      );
      return readPage(found.rows, limit);
    });
    const inBusiness = figure === 'resolution-first' || figure === 'resolution-full';
    const items = await Promise.all(rows.map((row) => this.renderTicket(row, inBusiness, lang)));
    return { items, nextCursor: last?.ticketId ?? null, ...totals };
  }

  /** The visits behind a step's row or the ways between steps, by ticket and visit. `step` null: of any. */
  async stepVisits(
    scope: FigureScope,
    step: string | null,
    { after, limit, part, ways }: VisitsWish,
    lang: Lang = 'en',
  ): Promise<StepVisitPage> {
    const { rows, totals, last } = await this.snapshot.read(async (client, windows) => {
      const values = [...scopeValues(scope, windows), step, ...after, limit + 1];
      if (ways !== undefined) values.push(JSON.stringify(ways));
      const sql = stepVisitsSql({ byWay: ways !== undefined, ...(part === undefined ? {} : { part }) });
      type Row = VisitRow & { totals: Pick<StepVisitPage, 'total' | 'tickets'> };
      return readPage((await client.query<Row>(sql, values)).rows, limit);
    });
    const items = await Promise.all(
      rows.map(async (row) => renderVisit(row, await this.names.titleOf(row, lang))),
    );
    const nextCursor = last === undefined ? null : `${last.ticketId}.${last.no}`;
    return { items, nextCursor, ...totals };
  }

  private async renderTicket(row: TicketRow, inBusiness: boolean, lang: Lang): Promise<TicketItem> {
    const { state, ms, waits, more, times, ...rest } = row;
    const item: TicketItem = {
      ...rest,
      ...more,
      ...(times === null ? {} : { times }),
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
