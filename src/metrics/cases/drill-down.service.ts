import { Injectable } from '@nestjs/common';
import type { BusinessCalendar } from '../../engine/common/model.js';
import type { Lang } from '../../engine/common/text.js';
import { TeamCalendars } from '../../people/teams/team-calendars.service.js';
import type { FigureScope } from '../shared/cohort-sql.js';
import { ASKED, COHORT, scopeValues, seenSql, sightOf } from '../shared/cohort-sql.js';
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
import { toSeconds } from '../shared/figures.js';
import { calendarOfTicket, customerWaits, STAYS_SQL, type Stay } from '../shared/in-charge.js';
import { businessTime } from '../shared/intervals.js';
import { PartUnknown } from '../shared/metrics-problems.js';
import { HIDDEN, pagedSql, readPage } from '../shared/paged.js';
import { FigureSnapshot } from '../shared/snapshot.service.js';
import { StepNames } from '../shared/step-names.service.js';
import { stepVisitsSql } from './step-visits-sql.js';
import type { PartName } from '../steps/steps-sql.js';
import type { Way } from '../steps/ways.js';

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
  more: Pick<TicketItem, 'targetsMet' | 'targetsMissed' | 'broken'> | null;
  times: number | null;
  /** Where the clock of the figure began, and the stays it runs through; null: not wanted. */
  since: Date | null;
  stays: Stay[] | null;
}

/** The figures that have a business time, with where it begins. */
const BUSINESS: Partial<Record<Figure, string>> = {
  'resolution-first': 't.created_at',
  'resolution-full': 't.created_at',
  'first-response': 't.asked_at',
};

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

type VisitRow = Omit<StepVisitItem, 'dwellSeconds' | 'parts' | 'title' | 'leftByTitle'> & {
  dwellMs: number | null;
} & Record<PartName, number>;

/** The tickets and visits behind the figures (definition section 0). */
@Injectable()
export class DrillDownService {
  constructor(
    private readonly snapshot: FigureSnapshot,
    private readonly calendars: TeamCalendars,
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
    const since = BUSINESS[figure];
    const { rows, totals, last } = await this.snapshot.read(async (client, windows) => {
      const found = await client.query<TicketRow & { totals: Pick<TicketPage, 'total' | 'hidden' | 'sum'> }>(
        `with recursive ${ASKED}, ${COHORT}, ${ctes},
         listed as (
           select x.id, ${state} as state, ${met} as met, ${ms} as ms, ${more} as more, ${wanted.times} as times,
                  ${seenSql('t', '$13')} as seen
           from ${from} x join cohort t on t.id = x.id
           where ${wanted.where} and ($12::text is null or ${state} = $12)),
         page as (
         select t.id::text as "ticketId", t.subject, t.sop_id as sop, t.sop_version as version, t.status, t.team,
                t.created_at as "createdAt", x.state, case when x.state = 'counted' then x.met end as met,
                case when x.state = 'counted' then x.ms::double precision end as ms,
                case when x.state = 'counted' then x.more end as more, x.times::int as times,
                ${since ?? 'null::timestamptz'} as since, ${since === undefined ? 'null::jsonb' : STAYS_SQL} as stays
         from listed x join cohort t on t.id = x.id
         where x.seen and t.id > $10::bigint
         order by t.id limit $11)
         ${pagedSql({ total: 'count(*)', hidden: HIDDEN, sum: 'sum(times)' }, 'page."ticketId"::bigint')}`,
        [...scopeValues(scope, windows), after ?? '0', limit + 1, reason ?? null, sightOf(scope)],
      );
      return readPage(found.rows, limit);
    });
    const calendarOf = await this.calendars.all();
    const items = await Promise.all(
      rows.map(async (row) => ({
        ...(await this.renderTicket(row, lang)),
        ...inBusinessTime(row, figure, calendarOf),
      })),
    );
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
      const values = [...scopeValues(scope, windows), step, ...after, limit + 1, sightOf(scope)];
      if (ways !== undefined) values.push(JSON.stringify(ways));
      const sql = stepVisitsSql({ byWay: ways !== undefined, ...(part === undefined ? {} : { part }) });
      type Row = VisitRow & { totals: Pick<StepVisitPage, 'total' | 'hidden' | 'tickets'> };
      return readPage((await client.query<Row>(sql, values)).rows, limit);
    });
    const items = await Promise.all(
      rows.map(async (row) => ({
        ...renderVisit(row, await this.names.titleOf(row, lang)),
        leftByTitle:
          row.leftBy === null ? null : await this.names.eventTitle({ ...row, event: row.leftBy }, lang),
      })),
    );
    const nextCursor = last === undefined ? null : `${last.ticketId}.${last.no}`;
    return { items, nextCursor, ...totals };
  }

  private async renderTicket(row: TicketRow, lang: Lang): Promise<TicketItem> {
    const { state, ms, since: _since, stays: _stays, more, times, ...rest } = row;
    return {
      ...rest,
      ...more,
      ...(more?.broken === undefined
        ? {}
        : { broken: { ...more.broken, at: new Date(more.broken.at).toISOString() } }),
      ...(times === null ? {} : { times }),
      sopTitle: await this.names.sopTitle(row, lang),
      counted: state === 'counted',
      excluded: state === 'counted' ? null : state,
      seconds: toSeconds(ms),
    };
  }
}

/** The duration in business time (definition section 0), as the figure measured it; only resolution has a net time. */
function inBusinessTime(
  { since, ms, stays, team }: TicketRow,
  figure: Figure,
  calendarOf: (team: string) => BusinessCalendar,
): Pick<TicketItem, 'businessSeconds' | 'netSeconds'> {
  if (since === null || ms === null || stays === null) return {};
  const calendar = calendarOfTicket(stays, team, calendarOf);
  const within = [since.getTime(), since.getTime() + ms] as const;
  const { business, net } = businessTime(within, customerWaits(stays), calendar);
  const businessSeconds = business / 1000;
  return figure === 'first-response' ? { businessSeconds } : { businessSeconds, netSeconds: net / 1000 };
}

function renderVisit(
  { dwellMs, queue, touch, customer, external, offShift, join, ...row }: VisitRow,
  title: string | null,
): Omit<StepVisitItem, 'leftByTitle'> {
  const parts = { queue, touch, customer, external, offShift, join };
  const seconds = Object.fromEntries(Object.entries(parts).map(([name, ms]) => [name, ms / 1000]));
  return { ...row, title, dwellSeconds: toSeconds(dwellMs), parts: seconds as Record<PartName, number> };
}
