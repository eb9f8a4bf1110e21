import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { checkSop } from '../../../src/engine/index.js';
import { KnownNames } from '../../../src/sops/known-names.service.js';
import { SopChecks } from '../../../src/sops/sop-checks.service.js';
import { Threads } from '../../../src/threads/threads.service.js';
import { callingSop } from '../automation/calling-sop.js';
import { openTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { smallSop } from '../../support/small-sop.js';

/** The SOP that looks an order up, with another request. */
function calling(method: string, path: string): object {
  const sop = structuredClone(callingSop);
  const invoke = sop.states['lookUp']?.invoke;
  if (invoke === undefined || Array.isArray(invoke)) throw new Error('The SOP has no look-up');
  Object.assign(invoke.input, { method, path });
  return sop;
}

describe('the remembered check of SOPs', () => {
  const threads = new Threads({ threads: 1 });
  let own: TestDatabase;
  let database: Database;
  const checksOf = (config: Partial<Config> = { demo: true }): SopChecks =>
    new SopChecks(new KnownNames(new Config(config), database), threads);

  beforeAll(async () => {
    own = await openTestDatabase();
    database = new Database(new Config({ databaseUrl: own.url }));
  });
  afterAll(async () => {
    await threads.onApplicationShutdown();
    await database.onApplicationShutdown();
    await own.close();
  });

  it('says what the check says, and looks at a text once', async () => {
    const checks = checksOf();
    const text = stringify(smallSop());
    const first = await checks.check(text, 'yaml');
    expect(first).toEqual(checkSop(text, 'yaml'));
    expect(await checks.check(text, 'yaml')).toBe(first);
  });

  it('knows what the configured connections allow', async () => {
    const shop = { baseUrl: 'https://shop.example', methods: ['GET'], paths: ['/orders'] };
    const checks = checksOf({ connections: { shop } });
    const codes = async (method: string, path: string): Promise<string[]> =>
      (await checks.check(stringify(calling(method, path)), 'yaml')).findings
        .map(({ code, path: at }) => `${code} ${at.split('/').at(-1) ?? ''}`)
        .filter((found) => found.startsWith('forbidden-call'));
    expect(await codes('GET', '"/orders/" + context.orderId')).toEqual([]);
    expect(await codes('GET', '"/" + context.orderId')).toEqual([]);
    expect(await codes('GET', 'context.orderId')).toEqual([]);
    expect(await codes('GET', '"orders"')).toEqual([]);
    expect(await codes('POST', '"/orders"')).toEqual(['forbidden-call method']);
    expect(await codes('GET', '"/refunds/" + context.orderId')).toEqual(['forbidden-call path']);
    expect(await codes('GET', '"/orders-old"')).toEqual(['forbidden-call path']);
    expect(await codes('DELETE', '"/"')).toEqual(['forbidden-call method', 'forbidden-call path']);
  });

  it('keeps texts apart, however little they differ, and what they are read as', async () => {
    const checks = checksOf();
    const text = stringify(smallSop());
    const broken = text.replace('initial: triage', 'initial: triagf');
    expect((await checks.check(text, 'yaml')).ok).toBe(true);
    expect((await checks.check(broken, 'yaml')).ok).toBe(false);
    expect((await checks.check(text, 'json')).ok).toBe(false);
  });

  it('forgets the texts that nobody asked for lately', async () => {
    const checks = checksOf();
    const [kept, gone] = [await checks.check('id: kept', 'yaml'), await checks.check('id: gone', 'yaml')];
    for (let i = 0; i < 39; i += 1) {
      await checks.check(`id: other-${i}`, 'yaml');
      await checks.check('id: kept', 'yaml');
    }
    expect(await checks.check('id: kept', 'yaml')).toBe(kept);
    expect(await checks.check('id: gone', 'yaml')).not.toBe(gone);
  });

  it('knows the teams and skills of the moment, and the connections where there is no demo', async () => {
    const checks = checksOf({ demo: false });
    const text = stringify(calling('GET', '"/orders"')).replace(
      'team: desk',
      'team: desk\n  skills: [ refunds ]',
    );
    const found = async (one = checks): Promise<string[]> =>
      (await one.check(text, 'yaml')).findings
        .map(({ severity, code }) => `${severity} ${code}`)
        .filter((finding) => finding.includes(' unknown-'));
    // Nobody has been set up yet.
    expect(await found()).toEqual(['warning unknown-connection']);
    expect(await found(checksOf({ demo: true }))).toEqual([]);
    await database.query('add-team', `insert into teams (id, title) values ('lab', '{}')`);
    await database.query(
      'add-user',
      `insert into users (email, name, password_hash, roles, skills)
       values ('ada@example.com', 'Ada', '', '{agent}', '{quality}')`,
    );
    expect(await found()).toEqual([
      'error unknown-team',
      'warning unknown-skill',
      'warning unknown-connection',
    ]);
    await database.query('add-desk', `insert into teams (id, title) values ('desk', '{}')`);
    await database.query('add-skill', `update users set skills = '{refunds}'`);
    expect(await found()).toEqual(['warning unknown-connection']);
    expect(await found(checksOf({ connections: { shop: { baseUrl: 'https://shop.example' } } }))).toEqual([]);
  });
});
