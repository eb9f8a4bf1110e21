import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import type { CalendarDef, Hours } from '../../../src/calendar/index.js';
import { Clock, ClockModule } from '../../../src/clock.js';
import { Config, ConfigModule } from '../../../src/config.js';
import { DatabaseModule } from '../../../src/database/database.module.js';
import { Database } from '../../../src/database/database.service.js';
import { MetricsModule } from '../../../src/metrics/metrics.module.js';
import { openTestDatabase } from '../../support/database.js';
import { smallSop } from '../../support/small-sop.js';
import { NOW } from './world.js';

const weekdays = (...hours: Hours[]): CalendarDef['weekly'] =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, hours]));

/** The calendars of the teams, each in force from `since` (ms) on: the desk goes over to nights, the lab was always open. */
export const CALENDARS: { team: string; since: number | null; calendar: CalendarDef }[] = [
  {
    team: 'desk',
    since: null,
    calendar: {
      timeZone: 'Asia/Shanghai',
      weekly: weekdays(['09:00', '12:00'], ['13:00', '18:00']),
      holidays: ['2026-11-11'],
      workdays: [{ date: '2026-11-14' }],
    },
  },
  {
    team: 'desk',
    since: Date.parse('2026-11-12T02:30:00Z'),
    calendar: { timeZone: 'Asia/Shanghai', weekly: weekdays(['22:00', '06:00']) },
  },
  {
    team: 'lab',
    since: Date.parse('2026-11-17T00:00:00Z'),
    calendar: { timeZone: 'Asia/Shanghai', weekly: weekdays(['08:00', '20:00']) },
  },
];

export interface FiguresBench {
  module: TestingModule;
  database: Database;
  close(): Promise<void>;
}

/** The figures on a database of their own, at the instant `NOW`, with two SOPs of two versions each. */
export async function openFigures(): Promise<FiguresBench> {
  const own = await openTestDatabase();
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.for(new Config({ databaseUrl: own.url })),
      ClockModule,
      DatabaseModule,
      MetricsModule,
    ],
  })
    .overrideProvider(Clock)
    .useValue({ now: () => NOW })
    .compile();
  const database = module.get(Database);
  await database.pool.query(
    `with made as (insert into teams (id, title) values ('desk', '{}'), ('lab', '{}') returning id)
     insert into team_calendars (team_id, since, calendar)
     select c.* from jsonb_to_recordset($1) c(team text, since timestamptz, calendar jsonb)
     where c.team in (select id from made)`,
    [JSON.stringify(CALENDARS.map((row) => ({ ...row, since: row.since && new Date(row.since) })))],
  );
  for (const [id, window] of [
    ['small', undefined],
    ['quick', 'P1D'],
  ] as const) {
    const sop = { ...smallSop(), id };
    const definition = JSON.stringify(
      window === undefined ? sop : { ...sop, meta: { ...sop.meta, fcrWindow: window } },
    );
    await database.pool.query('insert into sops (id) values ($1)', [id]);
    await database.pool.query(
      `insert into sop_versions (sop_id, version, source, format, definition, hash, origin, published_by)
       select $1, n, $2::text, 'json', $2::text::jsonb, n, 'file', 'test' from generate_series(1, 2) n`,
      [id, definition],
    );
  }
  return {
    module,
    database,
    close: async () => {
      await module.close();
      await own.close();
    },
  };
}
