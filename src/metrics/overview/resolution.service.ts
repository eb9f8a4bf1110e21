import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { BusinessCalendar } from '../../engine/common/model.js';
import { TeamCalendars } from '../../people/teams/team-calendars.service.js';
import { ASKED, COHORT, IN_COHORT, summarySql } from '../shared/cohort-sql.js';
import type { DurationSummary } from '../shared/figures.js';
import { durationOf, medianWithOpen, summarize, toSeconds } from '../shared/figures.js';
import { calendarOfTicket, customerWaits, STAYS_SQL, type Stay } from '../shared/in-charge.js';
import type { Span } from '../shared/intervals.js';
import { businessTime } from '../shared/intervals.js';
import type { DurationFigure } from '../shared/figures.js';
import type { ResolutionAnswer, ResolutionFigures } from './overview-answer.dto.js';
import { RESOLUTION_CASES, RESOLVED_UNANSWERED } from './overview-sql.js';

/** Tickets per batch while their business time is worked out. */
const BATCH = 5_000;

type CalendarOf = (team: string) => BusinessCalendar;

interface CaseRow {
  id: string;
  team: string;
  created: number;
  first: number | null;
  full: number | null;
  /** The customer's first message, and the first public human reply to it, if that came before the ticket was resolved. */
  asked: number | null;
  replied: number | null;
  stays: Stay[];
}

/** What is measured ticket by ticket. */
export interface BusinessFigures {
  resolutionTime: ResolutionAnswer;
  /** First responses of people. */
  firstResponse: DurationFigure;
}

/** Durations in ms, collected over all batches. */
class Collected {
  readonly calendar: number[] = [];
  readonly business: number[] = [];
  readonly net: number[] = [];
  /** Ages of the tickets that still run. */
  readonly ages: number[] = [];

  add(created: number, ended: number | null, asOf: number, waits: Span[], calendar: BusinessCalendar): void {
    if (ended === null) {
      this.ages.push(Math.max(0, asOf - created));
      return;
    }
    const { business, net } = businessTime([created, ended], waits, calendar);
    this.calendar.push(ended - created);
    this.business.push(business);
    this.net.push(net);
  }
}

/**
 * Resolution time, definition section 3, and the first response of section 4 in business time. Calendar time is summed up
 * in SQL. Business time is not: calendars with their holidays live in the program, so the tickets of the range are read
 * in batches and each is measured, to the millisecond, in the calendars of the teams that were in charge of it.
 */
@Injectable()
export class ResolutionService {
  constructor(private readonly calendars: TeamCalendars) {}

  /** The calendars, to be read before a connection is held: who holds one must not wait for another. */
  calendarsOfTeams(): Promise<CalendarOf> {
    return this.calendars.all();
  }

  async measure(
    client: PoolClient,
    values: unknown[],
    asOf: number,
    calendarOf: CalendarOf,
  ): Promise<BusinessFigures> {
    const inSql = await summarizeCalendar(client, values);
    const first = new Collected();
    const full = new Collected();
    const responses: number[] = [];
    for await (const rows of readCases(client, values)) {
      for (const row of rows) {
        const calendar = calendarOfTicket(row.stays, row.team, calendarOf);
        const waits = customerWaits(row.stays);
        first.add(row.created, row.first, asOf, waits, calendar);
        full.add(row.created, row.full, asOf, waits, calendar);
        const { asked, replied } = row;
        if (asked !== null && replied !== null) responses.push(calendar.between(asked, replied));
      }
    }
    const { cancelled, merged } = inSql;
    return {
      resolutionTime: {
        first: renderFigures(inSql.first, first, { cancelled, merged }),
        full: renderFigures(inSql.full, full, { cancelled, merged }),
      },
      firstResponse: durationOf(summarize(responses)),
    };
  }
}

interface CalendarRow {
  first: DurationSummary;
  full: DurationSummary;
  cancelled: number;
  merged: number;
}

async function summarizeCalendar(client: PoolClient, values: unknown[]): Promise<CalendarRow> {
  const { rows } = await client.query<CalendarRow>(
    `with ${ASKED}, ${COHORT}, ${RESOLUTION_CASES}
     select ${summarySql('first_ms', "first_state = 'counted'")} as first,
            ${summarySql('full_ms', "full_state = 'counted'")} as "full",
            (count(*) filter (where first_state = 'cancelled'))::int as cancelled,
            (count(*) filter (where first_state = 'merged'))::int as merged
     from resolution_case`,
    values,
  );
  if (rows[0] === undefined) throw new Error('an aggregate without a row');
  return rows[0];
}

async function* readCases(client: PoolClient, values: unknown[]): AsyncGenerator<CaseRow[]> {
  const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::double precision`;
  let after = '0';
  for (;;) {
    const { rows } = await client.query<CaseRow>(
      `with ${ASKED}
       select t.id::text as id, t.team, ${ms('t.created_at')} as created, ${ms('t.first_resolved_at')} as first,
              ${ms('t.resolved_at')} as "full", ${ms('t.asked_at')} as asked,
              case when not ${RESOLVED_UNANSWERED} then ${ms('t.replied_at')} end as replied,
              ${STAYS_SQL} as stays
       from tickets t
       where ${IN_COHORT} and t.status not in ('merged', 'cancelled') and t.id > $10::bigint
       order by t.id limit ${BATCH}`,
      [...values, after],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? after;
  }
}

function renderFigures(
  calendar: DurationSummary,
  collected: Collected,
  left: { cancelled: number; merged: number },
): ResolutionFigures {
  const km = medianWithOpen(collected.calendar, collected.ages);
  return {
    excluded: { open: collected.ages.length, ...left },
    calendar: { ...durationOf(calendar), kaplanMeierMedianSeconds: toSeconds(km) },
    business: durationOf(summarize(collected.business)),
    net: durationOf(summarize(collected.net)),
  };
}
