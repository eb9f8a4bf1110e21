import { Injectable } from '@nestjs/common';
import type { CalendarDef } from '../calendar/index.js';
import { compileCalendar } from '../calendar/index.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import type { BusinessCalendar } from '../engine/model.js';

interface Compiled {
  /** The definition as stored, to see that it did not change. */
  source: string;
  calendar: BusinessCalendar;
}
interface Row {
  id: string;
  calendar: CalendarDef | null;
  specialist: boolean;
}
/** The teams as they were read together. */
interface Teams {
  calendars: ReadonlyMap<string, Compiled>;
  specialists: ReadonlySet<string>;
}

/** How long another process may go on with a changed team. */
const FRESH_MS = 1_000;
const alwaysOpen = compileCalendar(null);

/** The compiled calendars of all teams and which of them are specialist teams, read together once a second at most. */
@Injectable()
export class TeamCalendars {
  private latest: { at: number; teams: Promise<Teams> } | null = null;
  /** What was compiled last: its days are worked out already. */
  private compiled: Teams['calendars'] = new Map();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Business time of a team, at most a second old. A team without a calendar, or an unknown one, is always open. */
  async calendarOf(teamId: string): Promise<BusinessCalendar> {
    return (await this.teams()).calendars.get(teamId)?.calendar ?? alwaysOpen;
  }

  /** The calendars of all teams, for work that cannot wait in between. */
  async all(): Promise<(teamId: string) => BusinessCalendar> {
    const { calendars } = await this.teams();
    return (teamId) => calendars.get(teamId)?.calendar ?? alwaysOpen;
  }

  /** The calendars of all teams as JSON, by id, for work in another thread. */
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
      text: 'select id, calendar, specialist from teams order by id',
    });
    this.compiled = new Map(rows.map(({ id, calendar }) => [id, this.compile(id, calendar)]));
    const specialists = new Set(rows.flatMap(({ id, specialist }) => (specialist ? [id] : [])));
    return { calendars: this.compiled, specialists };
  }

  private compile(id: string, def: CalendarDef | null): Compiled {
    const source = JSON.stringify(def);
    const known = this.compiled.get(id);
    return known?.source === source ? known : { source, calendar: compileCalendar(def) };
  }
}
