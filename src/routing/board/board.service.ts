import { Injectable } from '@nestjs/common';
import { Config } from '../../config.js';
import { Database } from '../../database/database.service.js';
import { say, type Lang } from '../../engine/common/text.js';
import { DESK_ROLES, seesAllTickets } from '../../people/access/access.js';
import type { Membership, Person } from '../../people/common/model.js';
import { InvalidBody } from '../../problems/http-problems.js';
import { laneOf, mayServe } from '../../queues/lanes/lanes.js';
import { SopsService } from '../../sops/sops.service.js';
import { GuideService } from '../../tickets/read/guide.service.js';
import { titleOfStep } from '../../tickets/read/render.js';
import { TicketsService } from '../../tickets/door/tickets.service.js';
import type {
  BoardBrakedDto,
  BoardDto,
  BoardHeldDto,
  BoardPersonDto,
  LaneQuery,
  LaneTicketsDto,
} from './board.dto.js';
import { BRAKED, HELD, LANES, PEOPLE, RESOLVED } from './board-sql.js';
import { isPresent, lastSeen, startOfDay } from './board.js';
import { NotYourTeam } from '../routing-problems.js';
import { WaitingLanes } from '../desk/waiting-lanes.service.js';

const LISTED = 200;

interface LaneRow {
  team: string;
  tier: number;
  skills: string[];
  waiting: number;
  overdue: number;
  firstDueAt: Date;
  oldestSince: Date;
}
interface PersonRow {
  id: string;
  name: string;
  skills: string[];
  teams: Membership[];
  seenAt: Date | null;
}
interface HeldRow {
  userId: string;
  ticketId: string;
  since: Date;
  expiresAt: Date;
  subject: string;
  sopId: string;
  sopVersion: number;
  step: string;
  dueAt: number;
  /** False: a ticket of other teams; it only shows that its holder is at work. */
  isOurs: boolean;
}

interface BrakedRow {
  ticketId: string;
  subject: string;
  sopId: string;
  sopVersion: number;
  teams: string[];
  since: Date;
}

/** What those who lead see: where it waits, and who does what. */
@Injectable()
export class BoardService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly sops: SopsService,
    private readonly lanes: WaitingLanes,
    private readonly tickets: TicketsService,
    private readonly guides: GuideService,
  ) {}

  /** What waits in one lane, the most urgent first. @throws NotYourTeam for leads of other teams */
  async waiting(person: Person, lane: LaneQuery, lang: Lang): Promise<LaneTicketsDto> {
    const teams = person.teams.map(({ team }) => team);
    if (!seesAllTickets(person) && !teams.includes(lane.team))
      throw new NotYourTeam('/team', lane.team, teams);
    const name = laneOf({ ...lane, skills: lane.skills ?? [] });
    const waiting = await this.lanes.first(name, LISTED + 1);
    // A ticket waits twice where two of its parallel steps do.
    const ids = [...new Set(waiting.slice(0, LISTED).map(({ ticketId }) => ticketId))];
    const read = await Promise.all(ids.map((id) => this.tickets.read(id)));
    const items = await this.guides.tickets(
      read.filter((ticket) => ticket !== null),
      lang,
    );
    return { items, isAll: waiting.length <= LISTED };
  }

  /** Lanes and people of the caller's teams, of all teams for those who see every ticket. `tz`: whose day today is. */
  async board(person: Person, tz: string, now: number, lang: Lang): Promise<BoardDto> {
    const today = startOfDay(now, tz);
    if (today === null) throw new InvalidBody([{ pointer: '/tz', message: noTimeZone(tz) }]);
    const teams = seesAllTickets(person) ? null : person.teams.map(({ team }) => team);
    const [lanes, people, held, resolved, braked] = await Promise.all([
      this.database.query<LaneRow>('board-lanes', LANES, [teams, new Date(now)]),
      this.database.query<PersonRow>('board-people', PEOPLE, [teams, DESK_ROLES]),
      this.database.query<HeldRow>('board-held', HELD, [teams]),
      this.database.query<{ userId: string; resolved: number }>('board-resolved', RESOLVED, [
        teams,
        new Date(today),
      ]),
      this.database.query<BrakedRow>('board-braked', BRAKED, [teams]),
    ]);
    const done = new Map(resolved.map((row) => [row.userId, row.resolved]));
    const shown = await Promise.all(
      people.map((row) => this.personOf(row, held, done.get(row.id) ?? 0, now, lang)),
    );
    const present = shown.filter((one) => one.present);
    return {
      now: new Date(now).toISOString(),
      lanes: lanes.map((lane) => ({
        ...lane,
        firstDueAt: lane.firstDueAt.toISOString(),
        oldestSince: lane.oldestSince.toISOString(),
        presentPeople: present.filter((one) => mayServe(one, lane)).length,
      })),
      people: shown,
      braked: await Promise.all(braked.map((row) => this.brakedOf(row, lang))),
    };
  }

  private async personOf(
    row: PersonRow,
    everything: readonly HeldRow[],
    resolvedToday: number,
    now: number,
    lang: Lang,
  ): Promise<BoardPersonDto> {
    const mine = everything.filter(({ userId }) => userId === row.id);
    const seenAt = lastSeen([
      row.seenAt?.getTime() ?? null,
      // A lease ends a fixed time after it was renewed.
      ...mine.map(({ expiresAt }) => expiresAt.getTime() - this.config.leaseMs),
    ]);
    const ours = mine.filter(({ isOurs }) => isOurs).sort((a, b) => a.dueAt - b.dueAt);
    const { id, name, skills, teams } = row;
    return {
      id,
      name,
      teams,
      skills,
      present: isPresent(seenAt, now),
      lastSeenAt: seenAt === null ? null : new Date(seenAt).toISOString(),
      held: await Promise.all(ours.map((one) => this.heldOf(one, lang))),
      resolvedToday,
    };
  }

  private async brakedOf(
    { sopId, sopVersion, since, ...row }: BrakedRow,
    lang: Lang,
  ): Promise<BoardBrakedDto> {
    const sop = await this.sops.compiled(sopId, sopVersion);
    return { ...row, sop: sopId, sopTitle: say(sop.meta.title, lang), since: since.toISOString() };
  }

  private async heldOf(row: HeldRow, lang: Lang): Promise<BoardHeldDto> {
    const sop = await this.sops.compiled(row.sopId, row.sopVersion);
    const { ticketId, subject, step } = row;
    return {
      ticketId,
      subject,
      step,
      stepTitle: titleOfStep(sop, step, lang),
      dueAt: new Date(row.dueAt).toISOString(),
      heldSince: row.since.toISOString(),
      leaseExpiresAt: row.expiresAt.toISOString(),
    };
  }
}

function noTimeZone(tz: string): { en: string; 'zh-CN': string } {
  const shown = tz.slice(0, 60);
  return {
    en: `"${shown}" is no time zone; give an IANA name such as Asia/Shanghai`,
    'zh-CN': `“${shown}”不是有效的时区；请使用 IANA 名称，例如 Asia/Shanghai`,
  };
}
