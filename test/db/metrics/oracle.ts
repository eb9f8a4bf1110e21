import { resolveTarget } from './world-rows.js';
import type { WorldEvent, WorldTicket, WorldVisit } from './world.js';

const DAY = 86_400_000;
/** Windows of the SOPs of the random worlds: `quick` sets its own, `small` does not. */
const windowOf = (sop: string): number => (sop === 'quick' ? DAY : 7 * DAY);

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
    if (this.issue(t)[0] !== t) return 'repeat';
    const resolved = this.first(t, 'resolved');
    if (resolved === null) return 'open';
    return resolved + windowOf(t.sop) > this.now ? 'immature' : 'counted';
  }

  firstContact(t: WorldTicket): boolean {
    const resolved = this.first(t, 'resolved');
    if (this.fcrState(t) !== 'counted' || resolved === null) return false;
    const end = resolved + windowOf(t.sop);
    const inWindow = (at: number) => at > resolved && at <= end;
    const reopened = this.first(t, 'reopened');
    const next = this.issue(t)[1];
    const returned = this.family(t).some((member) =>
      member.events.some(
        (e) =>
          inWindow(e.at) && ((e.type === 'asked' && !e.closing) || (e.type === 'merged' && member !== t)),
      ),
    );
    return (
      !(reopened !== null && reopened <= end) && !(next !== undefined && next.createdAt <= end) && !returned
    );
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
  stepTargets(t: WorldTicket): ('met' | 'missed' | 'pending')[] {
    return t.visits.flatMap((v) => {
      if (v.slaDueAt === null) return [];
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
    if (status === 'merged' || status === 'cancelled') return status;
    const touched = this.family(t).some((m) =>
      m.events.some((e) => e.type === 'held' || e.type === 'escalated'),
    );
    return touched || this.first(t, 'resolved') !== null ? 'counted' : 'waiting';
  }

  escalations(t: WorldTicket): string[] {
    return this.family(t).flatMap((m) => m.events.flatMap((e) => (e.type === 'escalated' ? [e.by] : [])));
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

  /** Contacts of the ticket's issue that are tickets, oldest first. */
  private issue(t: WorldTicket): WorldTicket[] {
    if (t.issue === '') return [t];
    return this.world
      .filter((other) => other.issue === t.issue && this.status(other) !== 'merged')
      .sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  }

  private moves(t: WorldTicket): number {
    const agents = t.events.flatMap((e) => (e.type === 'held' ? [e.agent] : []));
    const handed = agents.filter((agent, i) => i > 0 && agents[i - 1] !== agent).length;
    return handed + t.events.filter((e) => e.type === 'escalated' || e.type === 'transferred').length;
  }
}
