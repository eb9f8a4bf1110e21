import { Injectable, Logger } from '@nestjs/common';
import { tellRecord } from '../audit/told.service.js';
import { Config } from '../config.js';
import { Database } from '../database/database.service.js';
import type { Json } from '../engine/common/model.js';
import type { Lang } from '../engine/common/text.js';
import { maySee } from '../people/access/access.js';
import type { Person } from '../people/common/model.js';
import { LaneQueues } from '../queues/lane-queues.service.js';
import type { TakenJob } from '../queues/lane-queues.service.js';
import { priorityOf } from '../queues/lanes.js';
import { GuideService } from '../tickets/read/guide.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Applied, CommandOptions } from '../tickets/model/model.js';
import { TicketNotFound } from '../tickets/model/ticket-problems.js';
import { TicketsService } from '../tickets/door/tickets.service.js';
import { Claims } from './claims.service.js';
import type { Asking } from './claims.service.js';
import type { DeskDto, HeldDto, RenewedDto } from './desk.dto.js';
import { answerWritten } from '../writes/sure-write.js';
import type { Identity } from '../writes/identity.js';
import { HeldTickets } from './held-tickets.service.js';
import { LeaseRevoker } from './lease-revoker.service.js';
import { LeaseLost, NotYourTeam } from './routing-problems.js';
import { readSign, RENEW } from './signs-of-life.js';
import { WaitingLanes } from './waiting-lanes.service.js';

/** How many of a lane's first visits are looked at in the table when its queue gives nothing. */
const LOOK = 64;
/** Rounds over all lanes before a person is told that nothing waits, while others keep being quicker. */
const ROUNDS = 50;
/** A queue that has not answered by then is left out of this search (ms). */
const QUEUE_PATIENCE_MS = 1_000;

interface Search extends Asking {
  /** Tickets that this person cannot claim; they stand in nobody's way. */
  skipped: Set<string>;
  /** Jobs that were taken out of a lane although somebody else may have them. */
  putBack: { lane: string; job: TakenJob; ended: Promise<void> }[];
  /** Somebody else is taking a visit; when that fails it waits again. */
  sawBusy: boolean;
  queueAnswers: boolean;
}

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
  ) {}

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
      putBack: [],
      sawBusy: false,
      queueAnswers: true,
    };
    try {
      const before = await this.claims.replay(search);
      return before === null ? await this.search(search, teams) : await this.held.of(before, person);
    } finally {
      await this.giveBack(search);
    }
  }

  private async search(search: Search, teams: readonly string[] | null): Promise<HeldDto | null> {
    const { person } = search;
    for (let round = 0; round < ROUNDS; round++) {
      const lanes = await this.waiting.servable(person, teams);
      search.sawBusy = false;
      const skippedBefore = search.skipped.size;
      let lost = 0;
      for (const { name } of lanes) {
        const found = (await this.takeFromQueue(name, search)) ?? (await this.takeFromTable(name, search));
        if (found === 'lost') lost += 1;
        else if (found) return answerWritten(search.idempotency?.key, () => this.held.of(found, person));
      }
      const nothingNew = !search.sawBusy && lost === 0 && search.skipped.size === skippedBefore;
      if (lanes.length === 0 || nothingNew) return null;
      if (search.sawBusy) await this.claims.settleOne();
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

  /** The first visit that the lane's queue still has and that still waits; null when the queue gives none. */
  private async takeFromQueue(lane: string, search: Search): Promise<Applied | null> {
    while (search.queueAnswers) {
      const job = await this.takeJob(lane, search);
      if (!job) return null;
      const outcome = await this.claims.claim({ ...job, lane }, search, priorityOf(job.dueAt));
      // Not waited for: the claim is written, and the job only says what the table knows.
      const ended = job.complete();
      if (outcome === 'busy') search.sawBusy = true;
      else if (outcome === 'broken' || outcome === 'not-theirs') {
        search.skipped.add(`${job.ticketId} ${job.visitNo}`);
        if (outcome === 'not-theirs') search.putBack.push({ lane, job, ended });
      } else if (outcome !== 'lost') {
        // Another ticket is theirs already under this key: this one waits on.
        if (outcome.applied.replayed) search.putBack.push({ lane, job, ended });
        return outcome.applied;
      }
    }
    return null;
  }

  /** What this person may not have waits in its lane for others, at its place. */
  private async giveBack({ putBack }: Search): Promise<void> {
    for (const { lane, job, ended } of putBack) {
      // A job that has not ended yet would hide its successor of the same name.
      await ended;
      const { ticketId, visitNo, dueAt } = job;
      await this.queues
        .add(lane, [{ ticketId, visitNo, dueAt }])
        .catch((error: unknown) => this.log.warn(`Lane ${lane}: a job was not put back: ${String(error)}`));
    }
  }

  /** A queue that does not answer is no reason to wait: what it would have said stands in the table too. */
  private async takeJob(lane: string, search: Search): Promise<TakenJob | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), QUEUE_PATIENCE_MS);
    });
    const taking = this.queues.take(lane);
    try {
      const job = await Promise.race([taking, late]);
      if (job !== 'late') return job;
      this.log.warn(`Lane ${lane}: the queue does not answer; its table is read instead`);
      // A job that comes after all is nobody's; its visit is found in the table.
      taking.then(
        (job) => job?.complete(),
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
      const name = `${visit.ticketId} ${visit.visitNo}`;
      if (search.skipped.has(name)) continue;
      const outcome = await this.claims.claim(visit, search, null);
      if (outcome === 'busy') search.sawBusy = true;
      else if (outcome === 'lost') lost = true;
      else if (outcome === 'broken' || outcome === 'not-theirs') search.skipped.add(name);
      else return outcome.applied;
    }
    return lost ? 'lost' : null;
  }
}
