import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../../src/config.js';
import { runCli } from '../../../src/cli/run.js';
import { DemoService } from '../../../src/demo/demo.service.js';
import { SopFolderService } from '../../../src/sops/sop-folder.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { smallSop } from '../../support/small-sop.js';

let first: TestApp;
let dir: string;
/** The path may be a secret: only whether it changed is seen. */
const addressAt = (host: string): unknown =>
  expect.stringMatching(new RegExp(`^https://${host}/… \\([0-9a-f]{12}\\)$`));
const shop = { baseUrl: 'https://u:secret1@shop.example/api', headers: { 'X-Key': 'secret2' } };

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'stepwise-rows-'));
  first = await startTestApp({ connections: { shop } });
});
afterAll(async () => {
  await first.close();
  rmSync(dir, { recursive: true, force: true });
});

const rows = async (act: string) =>
  (
    await first.db.pool.query<Record<string, unknown>>(
      'select actor_kind, actor_id, outcome, about_kind, about_id, data from audit where act = $1 order by seq',
      [act],
    )
  ).rows;

describe('what nobody does over HTTP is recorded too', () => {
  it('an SOP that a file brings', async () => {
    writeFileSync(join(dir, 'small.yaml'), JSON.stringify(smallSop()));
    const folder = first.app.get(SopFolderService, { strict: false });
    await folder.loadFromFolders([dir]);
    await folder.loadFromFolders([dir]);
    expect(await rows('sop.published')).toMatchObject([
      { actor_kind: 'system', actor_id: 'files', about_kind: 'sop', about_id: 'small', data: { version: 1 } },
    ]);
  });

  it('a person whom the command line adds', async () => {
    let id = '';
    const code = await runCli(['user', 'add', '--email', 'cli@test', '--name', 'Cli', '--role', 'agent'], {
      out: (text) => (id += text.trim()),
      err: () => undefined,
      readInput: () => Promise.resolve('kept-to-myself\n'),
      askSecret: () => Promise.resolve(null),
      env: { DATABASE_URL: String(first.config.databaseUrl) },
    });
    expect(code).toBe(0);
    const added = await rows('person.created');
    expect(added).toMatchObject([
      {
        actor_kind: 'system',
        actor_id: 'cli',
        about_kind: 'person',
        about_id: id,
        data: { roles: ['agent'] },
      },
    ]);
    expect(JSON.stringify(added)).not.toContain('kept-to-myself');
  });

  it('the people of the demo, once', async () => {
    const demo = first.app.get(DemoService, { strict: false });
    await demo.ensurePeople();
    await demo.ensurePeople();
    const made = await rows('demo.made');
    expect(made).toMatchObject([{ actor_kind: 'system', actor_id: 'demo' }]);
    expect(made[0]).toHaveProperty('data.people.length');
  });

  it('connections that the environment changes, without their secrets', async () => {
    const databaseUrl = String(first.config.databaseUrl);
    const starts: Config['connections'][] = [
      { shop },
      { shop: { ...shop, methods: ['GET'] }, crm: { baseUrl: 'https://crm.example' } },
      { crm: { baseUrl: 'https://crm.example' } },
    ];
    for (const connections of starts) await (await startTestApp({ databaseUrl, connections })).close();
    const seen = { baseUrl: addressAt('shop.example'), headers: ['X-Key'] };
    const crm = { baseUrl: addressAt('crm.example'), headers: [] };
    const changed = await rows('connection.changed');
    expect(changed.map(({ actor_id, about_id, data }) => [actor_id, about_id, data])).toEqual([
      ['environment', 'shop', { before: null, after: seen }],
      ['environment', 'crm', { before: null, after: crm }],
      ['environment', 'shop', { before: seen, after: { ...seen, methods: ['GET'] } }],
      ['environment', 'shop', { before: { ...seen, methods: ['GET'] }, after: null }],
    ]);
    expect(JSON.stringify(changed)).not.toMatch(/secret/);
  });
});
