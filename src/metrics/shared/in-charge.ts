import { calendarOfCharges, type Charge } from '../../calendar/index.js';
import type { BusinessCalendar } from '../../engine/common/model.js';
import type { Span } from './intervals.js';

/** A stay of a ticket in a step. Instants in ms. */
export interface Stay {
  no: number;
  kind: string;
  /** In charge last. */
  team: string;
  /** In charge before; null or absent: none. */
  teamsBefore?: { team: string; until: number }[] | null;
  enteredAt: number;
  /** Null or absent: it goes on. */
  exitedAt?: number | null;
  regions: { fork: string; region: string; seq: number }[];
}

const msOf = (column: string): string => `(extract(epoch from ${column}) * 1000)::double precision`;

/** The stays of the ticket `t`, open ones too, as JSON: a list of `Stay`. */
export const STAYS_SQL = `(select coalesce(jsonb_agg(jsonb_build_object(
    'no', v.no, 'kind', v.kind, 'team', v.team, 'teamsBefore', v.teams_before, 'regions', v.regions,
    'enteredAt', ${msOf('v.entered_at')}, 'exitedAt', ${msOf('v.exited_at')})), '[]')
  from visits v where v.ticket_id = t.id) || t.open_visits`;

/**
 * Business time of a ticket: at each instant in the calendar that the team then in charge of it had then (definition
 * section 0). `team`: of the ticket, for one that has no visits.
 */
export function calendarOfTicket(
  stays: readonly Stay[],
  team: string,
  calendarOf: (team: string) => BusinessCalendar,
): BusinessCalendar {
  return calendarOfCharges(chargesOf(stays), calendarOf) ?? calendarOf(team);
}

/**
 * Who was in charge of a ticket (definition section 0), in order: the team of the visit that was entered last, and stays
 * in charge until the next is entered, also while the ticket is resolved. Of parallel regions the one counts that is on
 * the critical path (definition section 8). Without visits nobody is.
 */
export function chargesOf(stays: readonly Stay[]): Charge[] {
  const isCritical = criticalOf(stays);
  const charges = stays.filter(isCritical).flatMap(({ no, team, teamsBefore, enteredAt }) => {
    let from = enteredAt;
    return [...(teamsBefore ?? []), { team, until: Infinity }].map((stretch) => {
      const charge = { no, team: stretch.team, from };
      from = stretch.until;
      return charge;
    });
  });
  return charges.sort((a, b) => a.from - b.from || a.no - b.no).map(({ team, from }) => ({ team, from }));
}

/** Finished stays in which the customer was waited for. */
export function customerWaits(stays: readonly Stay[]): Span[] {
  return stays.flatMap(({ kind, enteredAt, exitedAt }) =>
    kind === 'waits-for-customer' && typeof exitedAt === 'number' ? [[enteredAt, exitedAt] as const] : [],
  );
}

/** As `critical_region` of the steps' SQL: of the regions of a fork the one done last, the first by name if several were. */
function criticalOf(stays: readonly Stay[]): (stay: Stay) => boolean {
  // Most tickets never fork, and there are many of them.
  if (stays.every(({ regions }) => regions.length === 0)) return ({ kind }) => kind !== 'joined';
  const done = new Map<string, { region: string; at: number }>();
  const doneAt = new Map<string, number>();
  const forkOf = ({ fork, seq }: Stay['regions'][number]): string => `${String(seq)} ${fork}`;
  for (const { kind, exitedAt, regions } of stays) {
    if (kind === 'joined') continue;
    for (const one of regions) {
      const key = `${forkOf(one)} ${one.region}`;
      doneAt.set(key, Math.max(doneAt.get(key) ?? -Infinity, exitedAt ?? Infinity));
    }
  }
  for (const one of stays.flatMap(({ regions }) => regions)) {
    const at = doneAt.get(`${forkOf(one)} ${one.region}`);
    const best = done.get(forkOf(one));
    if (at === undefined) continue;
    if (best === undefined || at > best.at || (at === best.at && one.region < best.region))
      done.set(forkOf(one), { region: one.region, at });
  }
  return ({ kind, regions }) =>
    kind !== 'joined' && regions.every((one) => done.get(forkOf(one))?.region === one.region);
}
