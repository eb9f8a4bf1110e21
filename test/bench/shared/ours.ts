import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../../src/app.js';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import type { Person } from '../../../src/people/common/model.js';
import { PeopleService } from '../../../src/people/people.service.js';
import { benchSop } from './work.js';

export interface BenchApp {
  app: NestFastifyApplication;
  person: Person;
  database: Database;
  close(): Promise<void>;
}

/** The program on a database, with one team, one agent and the bench's SOP. No workers: the same work as the rivals. */
export async function openBenchApp(url: string, values: Partial<Config> = {}): Promise<BenchApp> {
  const config = new Config({
    databaseUrl: url,
    role: 'api',
    port: 0,
    leaseMs: 3_600_000,
    requestsPerMinute: 0,
    ...values,
  });
  const app = await createApp(config, { logger: false });
  await app.init();
  const people = app.get(PeopleService, { strict: false });
  const database = app.get(Database, { strict: false });
  const title = { en: 'Bench', 'zh-CN': '测试组' };
  await people.ensureTeam({ id: 'bench', title });
  const made = await people.createUser({
    email: 'bench@test',
    name: 'Bench',
    password: 'long-enough',
    roles: ['agent'],
    skills: [],
    lang: 'en',
  });
  await people.ensureMember(made.id, 'bench', 1);
  for (const kind of ['desk', 'plain'] as const) {
    await database.pool.query('insert into sops (id) values ($1)', [kind]);
    await database.pool.query(
      `insert into sop_versions (sop_id, version, source, format, definition, hash, origin, published_by)
       values ($1, 1, $2::text, 'json', $2::text::jsonb, 'bench', 'console', 'bench')`,
      [kind, benchSop(kind)],
    );
  }
  const person: Person = { ...made, teams: [{ team: 'bench', tier: 1 }] };
  return { app, person, database, close: () => app.close() };
}
