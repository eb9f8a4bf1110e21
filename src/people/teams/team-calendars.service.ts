import { Injectable } from '@nestjs/common';
import type { CalendarDef } from '../../calendar/index.js';
import { compileCalendar, inSuccession } from '../../calendar/index.js';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import type { BusinessCalendar } from '../../engine/common/model.js';
import { USUAL_TIERS } from '../../engine/common/tiers.js';

interface Compiled {
  /** Tells whether a change was put in since: rows are never changed. */
  changes: string;
  /** The newest definition, as JSON. */
  source: string;
  /** With its history. */
  calendar: BusinessCalendar;
}
interface Row {
  id: string;
  specialist: boolean;
  tiers: number;
  changes: string;
}
interface ChangeRow {
  team: string;
  /** Since when, ms; null: since ever. */
  since: number | null;
  calendar: CalendarDef | null;
}
/** The teams as they were read together. */
interface Teams {
  calendars: ReadonlyMap<string, Compiled>;
  specialists: ReadonlySet<string>;
  tiers: ReadonlyMap<string, number>;
}

/** How long another process may go on with a changed team. */
const FRESH_MS = 1_000;
const alwaysOpen = compileCalendar(null);

/**
 * The compiled calendars of all teams, which of them are specialist teams and how many tiers each has, read together once
 * a second at most. A calendar knows its history: what lies before a change is measured as it was then (definition section 0).
 */
@Injectable()
export class TeamCalendars {
  private latest: { at: number; teams: Promise<Teams> } | null = null;
  /** What was compiled last: its days are worked out already. */
  private compiled: Teams['calendars'] = new Map();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The calendars of all teams, at most a second old, for work that cannot wait in between. A team without a calendar, or
   * an unknown one, is always open.
   */
  async all(): Promise<(teamId: string) => BusinessCalendar> {
    const { calendars } = await this.teams();
    return (teamId) => calendars.get(teamId)?.calendar ?? alwaysOpen;
  }

  /** The calendars of all teams that are in force now, as JSON, by id, for work in another thread. */
  async definitions(): Promise<Record<string, string>> {
    const { calendars } = await this.teams();
    return Object.fromEntries([...calendars].map(([id, { source }]) => [id, source]));
  }

  /**
   * The specialist teams: an escalation may go to one although its tier is not higher. At most a second old; a team
   * that does not exist is none.
   */
  async specialists(): Promise<ReadonlySet<string>> {
    return (await this.teams()).specialists;
  }

  /** How many tiers each team has, by id. At most a second old. */
  async tiers(): Promise<ReadonlyMap<string, number>> {
    return (await this.teams()).tiers;
  }

  /** What moving work between teams needs to know, at most a second old, for work that cannot wait in between. */
  async knowing(): Promise<{ isSpecialist: (team: string) => boolean; tiersOf: (team: string) => number }> {
    const { specialists, tiers } = await this.teams();
    return {
      isSpecialist: (team) => specialists.has(team),
      tiersOf: (team) => tiers.get(team) ?? USUAL_TIERS,
    };
  }

  /** All teams, by id. */
  async teamIds(): Promise<string[]> {
    return [...(await this.teams()).calendars.keys()];
  }

  /** A team was changed by this process: the next look is fresh. */
  forget(): void {
    this.latest = null;
  }

  private teams(): Promise<Teams> {
    const now = this.clock.now();
    if (this.latest && Math.abs(now - this.latest.at) < FRESH_MS) return this.latest.teams;
    const entry = { at: now, teams: this.read() };
    this.latest = entry;
    entry.teams.catch(() => {
      // What failed is not remembered.
      if (this.latest === entry) this.latest = null;
    });
    return entry.teams;
  }

  private async read(): Promise<Teams> {
    const { rows } = await this.database.pool.query<Row>({
      name: 'people-teams',
      text: `select t.id, t.specialist, t.tiers, count(c.id) || ' ' || coalesce(max(c.id), 0) as changes
             from teams t left join team_calendars c on c.team_id = t.id group by t.id order by t.id`,
    });
    const known = this.compiled;
    const isKnown = ({ id, changes }: Row): boolean => known.get(id)?.changes === changes;
    const history = await this.readHistory(rows.filter((row) => !isKnown(row)).map(({ id }) => id));
    this.compiled = new Map(
      rows.map((row) => {
        const { id, changes } = row;
        const before = isKnown(row) ? known.get(id) : undefined;
        return [id, before ?? { changes, ...compileHistory(history.filter(({ team }) => team === id)) }];
      }),
    );
    const specialists = new Set(rows.flatMap(({ id, specialist }) => (specialist ? [id] : [])));
    const tiers = new Map(rows.map(({ id, tiers: count }) => [id, count]));
    return { calendars: this.compiled, specialists, tiers };
  }

  /** All that was ever set for the teams, in that order. */
  private async readHistory(teams: string[]): Promise<ChangeRow[]> {
    if (teams.length === 0) return [];
    const { rows } = await this.database.pool.query<ChangeRow>({
      name: 'people-team-calendars',
      text: `select team_id as team, (extract(epoch from since) * 1000)::double precision as since, calendar
             from team_calendars where team_id = any($1) order by id`,
      values: [teams],
    });
    return rows;
  }
}

/** Before its first calendar a team was always open. */
function compileHistory(rows: readonly ChangeRow[]): Pick<Compiled, 'source' | 'calendar'> {
  const changes = rows.map(({ since, calendar }) => ({ since, calendar: compileCalendar(calendar) }));
  return {
    source: JSON.stringify(rows.at(-1)?.calendar ?? null),
    calendar: inSuccession(alwaysOpen, changes),
  };
}
