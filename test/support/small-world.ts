import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '../../src/clock.js';
import { Database } from '../../src/database/database.service.js';
import type { Actor, Json } from '../../src/engine/common/model.js';
import { actorOf, reachOf } from '../../src/people/access/access.js';
import type { Person, Role } from '../../src/people/common/model.js';
import { PeopleService } from '../../src/people/people.service.js';
import type { Applied, Command, CommandOptions } from '../../src/tickets/model/model.js';
import { TicketsService } from '../../src/tickets/door/tickets.service.js';
import { smallSop } from './small-sop.js';

export { START } from './test-clock.js';

export const LEASE_MS = 300_000;

export interface SmallWorld {
  ann: Person;
  ben: Person;
  /** A supervisor (tier 3) and lead. */
  sue: Person;
  /** Works in the lab only. */
  lab: Person;
  tickets: TicketsService;
  database: Database;
  /** Where no time is named, it is that of the program. */
  open(
    now?: number,
    more?: Partial<{ amount: number; tier: string; customer: string; body: string }>,
  ): Promise<Applied>;
  /** The options of a command by a person, with what they may. */
  by(person: Person, now: number): CommandOptions;
  /** A command by a person, with what they may reach. */
  act(
    person: Person,
    id: string,
    command: Command,
    now?: number,
    more?: Partial<CommandOptions>,
  ): Promise<Applied>;
  /** An event of the SOP by a person. */
  event(
    person: Person,
    id: string,
    event: string,
    data?: Record<string, Json>,
    now?: number,
  ): Promise<Applied>;
}

const title = (en: string) => ({ en, 'zh-CN': `${en}组` });

export const system: Actor = { kind: 'system', id: 'timer' };

/** Publishes the small SOP, or one made from it, as its version 1: by SQL because it does not come through a designer. */
export async function publishSmallSop(database: Database, sop = smallSop()): Promise<void> {
  const source = JSON.stringify(sop);
  await database.pool.query('insert into sops (id) values ($1) on conflict do nothing', [sop.id]);
  await database.pool.query(
    `insert into sop_versions (sop_id, version, source, format, definition, hash, origin, published_by)
     values ($1, 1, $2, 'json', $3, 'test', 'console', 'test')`,
    [sop.id, source, source],
  );
}

/** Two teams, four people and one published SOP. */
export async function makeSmallWorld(app: INestApplicationContext): Promise<SmallWorld> {
  const people = app.get(PeopleService);
  const tickets = app.get(TicketsService);
  const database = app.get(Database);
  const clock = app.get(Clock);
  await people.ensureTeam({ id: 'desk', title: title('Desk') });
  await people.ensureTeam({ id: 'lab', title: title('Lab') });
  const make = async (name: string, roles: Role[], teams: [string, number][]): Promise<Person> => {
    const person = await people.createUser({
      email: `${name}@test`,
      name,
      password: 'long-enough',
      roles,
      skills: [],
      lang: 'en',
    });
    for (const [team, tier] of teams) await people.ensureMember(person.id, team, tier);
    return { ...person, teams: teams.map(([team, tier]) => ({ team, tier })) };
  };
  const ann = await make('ann', ['agent'], [['desk', 1]]);
  const ben = await make('ben', ['agent'], [['desk', 1]]);
  const sue = await make(
    'sue',
    ['lead'],
    [
      ['desk', 3],
      ['lab', 3],
    ],
  );
  const lab = await make('lab', ['agent'], [['lab', 1]]);
  await publishSmallSop(database);
  const by = (person: Person, now: number): CommandOptions => ({
    actor: actorOf(person),
    now,
    reach: { ...reachOf(person), leaseMs: LEASE_MS },
  });
  const act: SmallWorld['act'] = (person, id, command, now = clock.now(), more = {}) =>
    tickets.apply(id, command, { ...by(person, now), ...more });
  return {
    ann,
    ben,
    sue,
    lab,
    tickets,
    database,
    open: (now = clock.now(), more = {}) =>
      tickets.open(
        {
          sop: 'small',
          subject: 'A question',
          body: more.body,
          customer: { id: more.customer ?? 'c1', name: 'Kim', tier: more.tier },
          data: { reason: 'late', ...(more.amount === undefined ? {} : { amount: more.amount }) },
          lang: 'en',
        },
        { actor: { kind: 'customer', id: more.customer ?? 'c1' }, now },
      ),
    act,
    by,
    event: (person, id, event, data, now) => act(person, id, { type: 'event', event, data }, now),
  };
}
