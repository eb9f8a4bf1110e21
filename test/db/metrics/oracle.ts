import { compileCalendar } from '../../../src/calendar/index.js';
import { CALENDARS } from './figures-bench.js';
import { resolveTarget } from './world-rows.js';
import type { WorldEvent, WorldTicket, WorldVisit } from './world.js';

const DAY = 86_400_000;
/** Windows of the SOPs of the random worlds: `quick` sets its own, `small` does not. */
const windowOf = (sop: string): number => (sop === 'quick' ? DAY : 7 * DAY);

const COMPILED = CALENDARS.map((row) => ({ ...row, calendar: compileCalendar(row.calendar) }));
const ALWAYS = compileCalendar(null);

function calendarAt(team: string, at: number): typeof ALWAYS {
  const known = COMPILED.filter((row) => row.team === team && (row.since ?? -Infinity) <= at);
  return known.at(-1)?.calendar ?? ALWAYS;
}

/** A second way to every figure: plain folds over the stories, without a database. */
export class Oracle {
  constructor(
    private readonly world: WorldTicket[],
    private readonly now: number,
  ) {}

  static percentile(values: number[], share: number): number | null {
    const sorted = [...values].sort((a, b) => a - b);
    const rank = share * (sorted.length - 1);
    const low = sorted[Math.floor(rank)];
    const high = sorted[Math.ceil(rank)];
    return low === undefined || high === undefined ? null : low + (high - low) * (rank % 1);
  }

  status(t: WorldTicket): string {
    let status = 'open';
    for (const { type } of t.events) {
      if (type === 'reopened') status = 'open';
      if (type === 'resolved' || type === 'cancelled' || type === 'merged') status = type;
    }
    return status;
  }

  first(t: WorldTicket, type: WorldEvent['type']): number | null {
    return t.events.find((e) => e.type === type)?.at ?? null;
  }

  /** When the ticket was resolved for good; null while it is open again. */
  resolved(t: WorldTicket): number | null {
    return this.status(t) === 'resolved'
      ? (t.events.filter((e) => e.type === 'resolved').at(-1)?.at ?? null)
      : null;
  }

  root(t: WorldTicket): WorldTicket {
    for (const e of t.events) {
      const into = e.type === 'merged' ? this.world.find((other) => other.id === e.into) : undefined;
      if (into !== undefined) return this.root(into);
    }
    return t;
  }

  /** Everything that counts with a ticket, itself included. */
  family(t: WorldTicket): WorldTicket[] {
    return this.world.filter((other) => this.root(other) === t);
  }

  /** Definition section 1: `counted` or why not. */
  fcrState(t: WorldTicket): string {
    const status = this.status(t);
    if (status === 'merged' || status === 'cancelled') return status;
    if (this.earlier(t).some((e) => !this.isOver(e, t.createdAt))) return 'repeat';
    const resolved = this.first(t, 'resolved');
    if (resolved === null) return 'open';
    return resolved + windowOf(t.sop) > this.now ? 'immature' : 'counted';
  }

  firstContact(t: WorldTicket): boolean {
    const resolved = this.first(t, 'resolved');
    if (this.fcrState(t) !== 'counted' || resolved === null) return false;
    const end = resolved + windowOf(t.sop);
    return this.signs(t, resolved, end).length === 0;
  }

  /** Definition section 1: what happened first of all that says it was not the first contact; null: it was, or is not counted. */
  broken(t: WorldTicket): { why: string; at: number; ticket: number } | null {
    const resolved = this.first(t, 'resolved');
    if (this.fcrState(t) !== 'counted' || resolved === null) return null;
    const rank = ['customer-message', 'reopened', 'repeat-contact'];
    const signs = this.signs(t, resolved, resolved + windowOf(t.sop));
    return (
      signs.sort(
        (a, b) => a.at - b.at || rank.indexOf(a.why) - rank.indexOf(b.why) || a.ticket - b.ticket,
      )[0] ?? null
    );
  }

  private signs(t: WorldTicket, resolved: number, end: number) {
    const signs: { why: string; at: number; ticket: number }[] = [];
    for (const member of this.family(t))
      for (const e of member.events) {
        if (e.at <= resolved || e.at > end) continue;
        if (e.type === 'asked' && !e.closing)
          signs.push({ why: 'customer-message', at: e.at, ticket: member.id });
        if (e.type === 'merged' && member !== t)
          signs.push({ why: 'repeat-contact', at: e.at, ticket: member.id });
      }
    const reopened = this.first(t, 'reopened');
    if (reopened !== null && reopened <= end) signs.push({ why: 'reopened', at: reopened, ticket: t.id });
    for (const other of this.world) {
      if (other.issue !== t.issue || t.issue === '' || this.status(other) === 'merged') continue;
      if (!this.isBefore(t, other) || other.createdAt > end) continue;
      signs.push({ why: 'repeat-contact', at: other.createdAt, ticket: other.id });
    }
    return signs;
  }

  strict(t: WorldTicket): boolean {
    return this.firstContact(t) && this.family(t).every((member) => this.moves(member) === 0);
  }

  policy(t: WorldTicket): boolean {
    return this.family(t).some((member) => member.visits.some((v) => v.policy));
  }

  /** Definition section 6: `counted` or why not. */
  reopenState(t: WorldTicket): string {
    const status = this.status(t);
    if (status === 'merged' || status === 'cancelled') return status;
    const resolved = this.first(t, 'resolved');
    if (resolved === null) return 'open';
    return resolved + windowOf(t.sop) > this.now ? 'immature' : 'counted';
  }

  reopened(t: WorldTicket): boolean {
    const [resolved, reopened] = [this.first(t, 'resolved'), this.first(t, 'reopened')];
    return resolved !== null && reopened !== null && reopened <= resolved + windowOf(t.sop);
  }

  /** Definition section 7, the ticket's own target: `counted`, `pending` or why not, and whether it was kept. */
  resolveTarget(t: WorldTicket): { state: string; met: boolean } {
    const status = this.status(t);
    if (status === 'merged' || status === 'cancelled') return { state: status, met: false };
    const { resolveDueAt, pausedAt } = resolveTarget(t);
    const resolved = this.resolved(t);
    const stood = Math.min(resolved ?? this.now, pausedAt ?? Infinity);
    const met = stood <= resolveDueAt;
    return { state: resolved === null && met ? 'pending' : 'counted', met };
  }

  /** Definition section 7: what became of the targets of the ticket's steps. */
  stepTargets(t: WorldTicket, teams: string[] | null): ('met' | 'missed' | 'pending')[] {
    return t.visits.flatMap((v) => {
      if (v.slaDueAt === null || teams?.includes(v.team) === false) return [];
      if (v.slaBreached || (v.exitedAt ?? this.now) > v.slaDueAt) return ['missed'];
      return [v.exitedAt === null ? 'pending' : 'met'];
    });
  }

  /** Definition section 0: is the ticket open at the instant? */
  openAt(t: WorldTicket, at: number): boolean {
    let open = t.createdAt < at;
    for (const e of t.events) {
      if (e.at >= at) break;
      if (e.type === 'reopened') open = true;
      if (e.type === 'resolved' || e.type === 'cancelled' || e.type === 'merged') open = false;
    }
    return open;
  }

  /** Definition section 2. */
  escalationState(t: WorldTicket): string {
    const status = this.status(t);
    if (status === 'merged') return status;
    const touched = this.family(t).some((m) =>
      m.events.some((e) => e.type === 'held' || e.type === 'escalated'),
    );
    if (touched || this.first(t, 'resolved') !== null) return 'counted';
    return status === 'cancelled' ? status : 'waiting';
  }

  /** By what, in the visits of the teams; null: of all. */
  escalations(t: WorldTicket, teams: string[] | null): string[] {
    const isAsked = (team: string) => teams?.includes(team) ?? true;
    return this.family(t).flatMap((m) =>
      m.events.flatMap((e) => (e.type === 'escalated' && isAsked(e.from ?? m.team) ? [e.by] : [])),
    );
  }

  /** Definition section 0: one of the teams has, or had, a visit in the ticket or in what was merged into it. */
  workedIn(t: WorldTicket, teams: string[]): boolean {
    const members = [t, ...this.world.filter((other) => this.climbsTo(other, t))];
    return members.some(
      (m) =>
        m.visits.some((v) => teams.includes(v.team)) ||
        m.events.some(
          (e) =>
            (e.type === 'escalated' || e.type === 'transferred' || e.type === 'handed-back') &&
            teams.includes(e.from ?? m.team),
        ),
    );
  }

  /** Was merged into the ticket, directly or through others. */
  private climbsTo(other: WorldTicket, t: WorldTicket): boolean {
    const into = other.events.flatMap((e) => (e.type === 'merged' ? [e.into] : []))[0];
    if (into === undefined) return false;
    const next = this.world.find(({ id }) => id === into);
    return next !== undefined && (next === t || this.climbsTo(next, t));
  }

  /** Definition section 8: is the visit on the critical path of its ticket? */
  critical(t: WorldTicket, visit: WorldVisit): boolean {
    if (visit.kind === 'joined') return false;
    return visit.regions.every(({ fork, region, seq }) => {
      const done = new Map<string, number>();
      for (const v of t.visits) {
        for (const r of v.regions) {
          if (r.fork !== fork || r.seq !== seq || v.kind === 'joined') continue;
          done.set(r.region, Math.max(done.get(r.region) ?? -Infinity, v.exitedAt ?? Infinity));
        }
      }
      const last = Math.max(...done.values());
      return (
        [...done]
          .filter(([, at]) => at === last)
          .map(([name]) => name)
          .sort()[0] === region
      );
    });
  }

  /** Definition section 0: the team in charge at an instant. */
  inCharge(t: WorldTicket, at: number): string {
    const stretches = t.visits
      .filter((v) => this.critical(t, v))
      .sort((a, b) => a.no - b.no)
      .flatMap((v) => {
        const before = v.teamsBefore ?? [];
        const begins = [v.enteredAt, ...before.map(({ until }) => until)];
        return [...before.map(({ team }) => team), v.team].map((team, i) => ({ team, from: begins[i] ?? 0 }));
      });
    const begun = stretches.filter(({ from }) => from <= at);
    const last = Math.max(...begun.map(({ from }) => from));
    const first = Math.min(...stretches.map(({ from }) => from));
    // Before the first of them came, it was the one that has it first: of those that come at once the last.
    const when = begun.length > 0 ? last : first;
    return stretches.filter(({ from }) => from === when).at(begun.length > 0 ? -1 : 0)?.team ?? t.team;
  }

  /** Business ms of a ticket between two instants: each stretch in the calendar that its team had then. */
  between(t: WorldTicket, a: number, b: number): number {
    const changes = CALENDARS.flatMap(({ since }) => since ?? []);
    const moves = t.visits.flatMap((v) => [v.enteredAt, ...(v.teamsBefore ?? []).map(({ until }) => until)]);
    const cuts = [a, ...[...changes, ...moves].filter((at) => at > a && at < b), Math.max(a, b)];
    cuts.sort((x, y) => x - y);
    return cuts.slice(1).reduce((sum, to, i) => {
      const from = cuts[i] ?? to;
      return sum + calendarAt(this.inCharge(t, from), from).between(from, to);
    }, 0);
  }

  /** Business ms before `end` in which the customer was waited for: each stretch between two instants at which a wait begins or ends. */
  waitedFor(t: WorldTicket, end: number): number {
    const waits = t.visits.filter((v) => v.kind === 'waits-for-customer' && v.exitedAt !== null);
    const cuts = [...new Set([t.createdAt, end, ...waits.flatMap((v) => [v.enteredAt, v.exitedAt ?? 0])])];
    const inside = cuts.filter((at) => at >= t.createdAt && at <= end).sort((a, b) => a - b);
    return inside.slice(1).reduce((sum, b, i) => {
      const a = inside[i] ?? b;
      const waiting = waits.some((v) => v.enteredAt <= a && (v.exitedAt ?? 0) >= b);
      return waiting ? sum + this.between(t, a, b) : sum;
    }, 0);
  }

  private isBefore(a: WorldTicket, b: WorldTicket): boolean {
    return a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id);
  }

  /** Earlier tickets of the issue that could have used up its first contact. */
  private earlier(t: WorldTicket): WorldTicket[] {
    return this.world.filter(
      (other) =>
        t.issue !== '' &&
        other.issue === t.issue &&
        !['merged', 'cancelled'].includes(this.status(other)) &&
        this.isBefore(other, t),
    );
  }

  /** Whether the ticket was resolved at the instant, and the window after that had passed. */
  private isOver(t: WorldTicket, at: number): boolean {
    let resolved: number | null = null;
    for (const e of t.events) {
      if (e.at > at) break;
      if (e.type === 'resolved') resolved = e.at;
      if (e.type === 'reopened') resolved = null;
    }
    return resolved !== null && resolved + windowOf(t.sop) < at;
  }

  private moves(t: WorldTicket): number {
    const agents = t.events.flatMap((e) => (e.type === 'held' ? [e.agent] : []));
    const handed = agents.filter((agent, i) => i > 0 && agents[i - 1] !== agent).length;
    return handed + t.events.filter((e) => e.type === 'escalated' || e.type === 'transferred').length;
  }
}
