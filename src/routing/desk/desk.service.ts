import { Injectable, Logger } from '@nestjs/common';
import { tellRecord } from '../../audit/told.service.js';
import { Config } from '../../config.js';
import { Database } from '../../database/database.service.js';
import type { Json } from '../../engine/common/model.js';
import type { Lang } from '../../engine/common/text.js';
import { maySee } from '../../people/access/access.js';
import type { Person } from '../../people/common/model.js';
import { LaneQueues } from '../../queues/lanes/lane-queues.service.js';
import type { HandedPlace } from '../../queues/lanes/lane-view.js';
import { priorityOf } from '../../queues/lanes/lanes.js';
import { GuideService } from '../../tickets/read/guide.service.js';
import { PeopleService } from '../../people/people.service.js';
import type { Applied, CommandOptions } from '../../tickets/model/model.js';
import { TicketNotFound } from '../../tickets/model/ticket-problems.js';
import { TicketsService } from '../../tickets/door/tickets.service.js';
import { Claims } from './claims.service.js';
import type { Asking } from './claims.service.js';
import type { DeskDto, HeldDto, RenewedDto } from './desk.dto.js';
import { answerWritten } from '../../writes/sure-write.js';
import type { Identity } from '../../writes/identity.js';
import { HeldTickets } from '../leases/held-tickets.service.js';
import { LeaseRevoker } from '../leases/lease-revoker.service.js';
import { LeaseLost, NotYourTeam } from '../routing-problems.js';
import { readSign, RENEW } from '../leases/signs-of-life.js';
import { WaitingLanes } from './waiting-lanes.service.js';
import type { LaneHead } from './waiting-lanes.service.js';

/** How many of a lane's first visits are looked at in the table when its queue gives nothing. */
const LOOK = 64;
/** Rounds over all lanes before a person is told that nothing waits, while others keep being quicker. */
const ROUNDS = 50;
/** So many tickets at the front of a lane are read ahead. */
const PRELOADED = 64;
/** A queue that has not answered by then is left out of this search (ms). */
const QUEUE_PATIENCE_MS = 1_000;

interface Search extends Asking {
  /** Tickets that this person cannot claim; they stand in nobody's way. */
  skipped: Set<string>;
  /** Somebody else is taking these in this round; when that fails they wait again. */
  busy: Set<string>;
  queueAnswers: boolean;
}

const nameOf = ({ ticketId, visitNo }: { ticketId: string; visitNo: number }): string =>
  `${ticketId} ${visitNo}`;

/** Gives people the ticket that is due first among those that wait for them. */
@Injectable()
export class DeskService {
  private readonly log = new Logger(DeskService.name);

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly tickets: TicketsService,
    private readonly guides: GuideService,
    private readonly queues: LaneQueues,
    private readonly waiting: WaitingLanes,
    private readonly claims: Claims,
    private readonly held: HeldTickets,
    private readonly revoker: LeaseRevoker,
    private readonly people: PeopleService,
  ) {
    // Whatever is claimed next need not be read first.
    queues.watch((places) =>
      this.tickets.preload(places.slice(0, PRELOADED).map(({ ticketId }) => ticketId)),
    );
  }

  /**
   * Takes the next ticket for a person, of all their teams or of some; null when none waits. Who holds tickets already
   * gets one more. The queue says what is next; the table `waiting` has the last word, so nobody goes without
   * while a ticket waits, whatever became of its job. Under a key that was used before they get that ticket again.
   * Throws `NotYourTeam`.
   */
  async next(
    person: Person,
    teams: readonly string[] | null,
    now: number,
    lang: Lang = person.lang,
    idempotency?: Identity,
  ): Promise<HeldDto | null> {
    const mine = person.teams.map(({ team }) => team);
    teams?.forEach((team, index) => {
      if (!mine.includes(team)) throw new NotYourTeam(`/teams/${index}`, team, mine);
    });
    const search: Search = {
      person,
      lang,
      now,
      idempotency,
      skipped: new Set(),
      busy: new Set(),
      queueAnswers: true,
    };
    const before = await this.claims.replay(search);
    return before === null ? await this.search(search, teams) : await this.held.of(before, person);
  }

  private async search(search: Search, teams: readonly string[] | null): Promise<HeldDto | null> {
    const { person } = search;
    for (let round = 0; round < ROUNDS; round++) {
      // The first look may be a moment old; that nothing waits is said of this moment only.
      const recent = round === 0 ? this.waiting.servableRecently(person, teams) : null;
      const lanes = recent ?? (await this.waiting.servable(person, teams));
      search.busy.clear();
      const skippedBefore = search.skipped.size;
      const found = await this.takeFirst(lanes, search);
      if (typeof found === 'object')
        return answerWritten(search.idempotency?.key, () => this.held.of(found, person));
      const nothingNew = found === 'none' && search.busy.size === 0 && search.skipped.size === skippedBefore;
      if (recent === null && (lanes.length === 0 || nothingNew)) return null;
      if (search.busy.size > 0) await this.claims.settleOne();
    }
    this.log.warn(`${person.id} found every waiting ticket taken in ${ROUNDS} rounds`);
    return null;
  }

  /**
   * Keeps what the person holds of the ticket, and may serve, for another lease from `now` (ms) on, and notes the last
   * sign of life that they gave in it. Throws `InvalidBody`, `LeaseLost` when they hold nothing.
   */
  async renew(person: Person, ticketId: string, now: number, lastActiveAt?: string): Promise<RenewedDto> {
    if (!/^[1-9]\d{0,17}$/.test(ticketId)) throw new TicketNotFound(ticketId);
    const sign = readSign(lastActiveAt, now);
    const { ticket, outOfReach } = await this.revoker.checkTicket(person.id, ticketId, now);
    // A lease that has run out is not brought back: the sweep may be giving the ticket away at this moment.
    const values = [
      new Date(now + this.config.leaseMs),
      new Date(now),
      sign === null ? null : new Date(sign),
    ];
    const rows = await this.database.query<{ expiresAt: Date }>('routing-renew', RENEW, [
      ...[ticketId, person.id],
      ...values,
    ]);
    const [row] = rows;
    if (row) tellRecord({ hasChanged: true });
    if (row) return { lease: { expiresAt: row.expiresAt.toISOString() }, at: new Date(now).toISOString() };
    // Who worked on it is told why they lost it, even if they may not see it any more.
    if (outOfReach)
      throw new LeaseLost(ticketId, { ...outOfReach, skillTitle: await this.people.skillNaming() });
    if (!ticket || !maySee(person, ticket)) throw new TicketNotFound(ticketId);
    throw new LeaseLost(ticketId);
  }

  /** Gives back what the person holds of the ticket: the step that they name, or the only one; it waits again with its old due time. */
  async release(
    person: Person,
    ticketId: string,
    { reason, step }: { reason: string; step?: string },
    options: CommandOptions,
  ): Promise<Json> {
    const command = { type: 'release', userId: person.id, reason, step } as const;
    return (await this.tickets.apply(ticketId, command, options)).answer;
  }

  /** The tickets that a person holds, the lease that ends first at the top, and their lanes in which somebody waits. */
  async desk(person: Person, lang: Lang = person.lang): Promise<DeskDto> {
    const [leases, heads] = await Promise.all([
      this.database.query<{ ticketId: string; expiresAt: Date }>(
        'routing-held',
        `select ticket_id as "ticketId", min(expires_at) as "expiresAt" from leases
         where user_id = $1 group by ticket_id order by min(expires_at) limit 100`,
        [person.id],
      ),
      this.waiting.servable(person, null),
    ]);
    const counts = await this.waiting.count(heads.map(({ name }) => name));
    const read = await Promise.all(leases.map(({ ticketId }) => this.tickets.read(ticketId)));
    const tickets = await this.guides.tickets(
      read.filter((ticket) => ticket !== null),
      lang,
    );
    return {
      held: leases.flatMap(({ ticketId, expiresAt }) => {
        const ticket = tickets.find(({ id }) => id === ticketId);
        return ticket ? [{ ticket, lease: { expiresAt: expiresAt.toISOString() } }] : [];
      }),
      lanes: heads.map(({ name, team, tier, skills, dueAt }) => ({
        team,
        tier,
        skills,
        waiting: counts.get(name) ?? 0,
        firstDueAt: new Date(dueAt).toISOString(),
      })),
    };
  }

  /** The first visit of all lanes that can be had; `lost` when others were quicker with some, `none` when none is left. */
  private async takeFirst(lanes: readonly LaneHead[], search: Search): Promise<Applied | 'lost' | 'none'> {
    const line = lanes.map(({ name, dueAt }) => ({ name, minute: priorityOf(dueAt) }));
    let lost = false;
    for (;;) {
      const [lane, next] = line;
      if (!lane) return lost ? 'lost' : 'none';
      const place = await this.lookInto(lane.name, search);
      if (place === null) {
        const found = await this.takeFromTable(lane.name, search);
        if (found === 'lost') lost = true;
        else if (found) return found;
        line.shift();
      } else if (next && place.dueMinute > Math.max(lane.minute, next.minute)) {
        // What made this lane the first one is taken by now.
        place.putBack();
        lane.minute = place.dueMinute;
        line.sort((a, b) => a.minute - b.minute);
      } else {
        const found = await this.takePlace(lane.name, place, search);
        if (found) return found;
      }
    }
  }

  /** Claims what a lane's queue has shown; null when it is not to be had, and then not shown again in this round. */
  private async takePlace(lane: string, place: HandedPlace, search: Search): Promise<Applied | null> {
    const name = nameOf(place);
    let isDone = false;
    try {
      const outcome = await this.claims.claim({ ...place, lane }, search, place.dueMinute);
      if (outcome === 'lost') isDone = true;
      else if (outcome === 'busy') search.busy.add(name);
      else if (outcome === 'broken' || outcome === 'not-theirs') search.skipped.add(name);
      else {
        // Under this key another ticket may be theirs already: then this one waits on.
        isDone = !outcome.applied.replayed;
        return outcome.applied;
      }
      return null;
    } finally {
      if (isDone) place.drop();
      else place.putBack();
    }
  }

  /**
   * The first visit that the lane's queue shows; null when it shows none. A queue that does not answer is no reason to
   * wait: what it would have said stands in the table too.
   */
  private async lookInto(lane: string, search: Search): Promise<HandedPlace | null> {
    if (!search.queueAnswers) return null;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), QUEUE_PATIENCE_MS);
    });
    const looking = this.queues.first(lane, (place) => {
      const name = nameOf(place);
      return !search.skipped.has(name) && !search.busy.has(name);
    });
    try {
      const place = await Promise.race([looking, late]);
      if (place !== 'late') return place;
      this.log.warn(`Lane ${lane}: the queue does not answer; its table is read instead`);
      // What it shows after all is nobody's.
      looking.then(
        (place) => place?.putBack(),
        () => undefined,
      );
    } catch (error) {
      this.log.warn(`Lane ${lane}: the queue failed and its table is read instead: ${String(error)}`);
    } finally {
      clearTimeout(timer);
    }
    search.queueAnswers = false;
    return null;
  }

  /** The first visit that waits in the lane according to the table; `lost` when others were quicker with all of them. */
  private async takeFromTable(lane: string, search: Search): Promise<Applied | 'lost' | null> {
    let lost = false;
    for (const visit of await this.waiting.first(lane, LOOK + search.skipped.size)) {
      const name = nameOf(visit);
      if (search.skipped.has(name)) continue;
      const outcome = await this.claims.claim(visit, search, null);
      if (outcome === 'busy') search.busy.add(name);
      else if (outcome === 'lost') lost = true;
      else if (outcome === 'broken' || outcome === 'not-theirs') search.skipped.add(name);
      else return outcome.applied;
    }
    return lost ? 'lost' : null;
  }
}
