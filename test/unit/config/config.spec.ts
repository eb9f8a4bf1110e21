import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigInvalid, loadConfig } from '../../../src/config.js';

function wrongVariables(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    for (const { message } of error.errors) {
      expect(message.en).not.toBe('');
      expect(message['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
    return error.errors.map(({ variable }) => variable).sort();
  }
}

describe('the environment', () => {
  it('may be empty: embedded database, demo, this machine only', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '.data',
      dataDirIsDefault: true,
      databaseUrl: null,
      redisUrl: null,
      role: 'all',
      demo: true,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ', STEPWISE_DEMO: '' })).toEqual(loadConfig({}));
  });

  it('turns the demo off when a database is given, and listens to this machine until a host is named', () => {
    const env = { DATABASE_URL: 'postgresql://u:p@db.example/stepwise' };
    expect(loadConfig(env)).toMatchObject({ demo: false, host: '127.0.0.1' });
    expect(loadConfig({ STEPWISE_DEMO: 'off' }).host).toBe('127.0.0.1');
    expect(loadConfig({ STEPWISE_SOPS: 'ours' }).sopsDir).toBe('ours');
    const open = { ...env, STEPWISE_HOST: '0.0.0.0' };
    expect(loadConfig({ ...open, STEPWISE_TLS: 'elsewhere' }).host).toBe('0.0.0.0');
    expect(loadConfig({ ...open, ROLE: 'worker' }).host).toBe('0.0.0.0');
    expect(loadConfig({ ...open, STEPWISE_TRUSTED_PROXIES: '10.0.0.7, 10.1.0.0/16,fd00::/8' })).toMatchObject(
      {
        host: '0.0.0.0',
        trustedProxies: ['10.0.0.7', '10.1.0.0/16', 'fd00::/8'],
      },
    );
    expect(loadConfig({ ...env, STEPWISE_HOST: '127.0.0.2' }).host).toBe('127.0.0.2');
  });

  it('reads durations, sizes and connections', () => {
    const config = loadConfig({
      STEPWISE_LEASE: 'PT90S',
      STEPWISE_TOKEN_TTL: 'PT8H',
      STEPWISE_REAUTH_AFTER: 'PT30M',
      STEPWISE_BODY_LIMIT: '2MiB',
      STEPWISE_LOG_LEVEL: 'debug',
      STEPWISE_CONNECTIONS:
        '{"shop":{"baseUrl":"https://shop.example","headers":{"X-Key":"k"},"timeoutMs":500}}',
    });
    expect(config.leaseMs).toBe(90_000);
    expect(config.tokenTtlMs).toBe(28_800_000);
    expect(config.logLevel).toBe('debug');
    expect(config.reauthMs).toBe(1_800_000);
    expect(config.bodyLimitBytes).toBe(2 * 1024 * 1024);
    expect(config.connections).toEqual({
      shop: { baseUrl: 'https://shop.example', headers: { 'X-Key': 'k' }, timeoutMs: 500 },
    });
  });

  it('reads where copies go, how often, and how many stay', () => {
    expect(loadConfig({})).toMatchObject({ backupDir: null, backupEveryMs: 86_400_000, backupKeep: 7 });
    const env = { STEPWISE_BACKUP_DIR: '/copies', STEPWISE_BACKUP_EVERY: 'PT6H', STEPWISE_BACKUP_KEEP: '28' };
    expect(loadConfig(env)).toMatchObject({
      backupDir: '/copies',
      backupEveryMs: 21_600_000,
      backupKeep: 28,
    });
    expect(wrongVariables({ STEPWISE_BACKUP_EVERY: 'PT1S', STEPWISE_BACKUP_KEEP: '0' })).toEqual([
      'STEPWISE_BACKUP_EVERY',
      'STEPWISE_BACKUP_KEEP',
    ]);
  });

  it('reads connections from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stepwise-config-'));
    const path = join(folder, 'connections.json');
    writeFileSync(path, '{"erp":{"baseUrl":"http://10.0.0.5","allowPrivate":true}}');
    expect(loadConfig({ STEPWISE_CONNECTIONS: path }).connections).toHaveProperty('erp.allowPrivate', true);
    rmSync(folder, { recursive: true });
  });

  it('reads what a connection allows, and refuses lists that close it by mistake', () => {
    const of = (more: object) =>
      wrongVariables({
        STEPWISE_CONNECTIONS: JSON.stringify({ shop: { baseUrl: 'https://shop.example', ...more } }),
      });
    expect(of({ methods: ['GET', 'POST'], paths: ['/orders', '/', '/a/b.json', '/退款'] })).toEqual([]);
    for (const wrong of [
      ...[{ methods: [] }, { methods: ['get'] }, { methods: ['TRACE'] }, { methods: 'GET' }],
      ...[{ paths: [] }, { paths: ['orders'] }, { paths: ['/a/../b'] }, { paths: ['/a?b'] }, { paths: [1] }],
    ])
      expect([wrong, of(wrong)]).toEqual([wrong, ['STEPWISE_CONNECTIONS']]);
  });

  it('names every variable that is wrong, at once', () => {
    const env = {
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      REDIS_URL: 'localhost:6379',
      ROLE: 'boss',
      STEPWISE_DEMO: 'yes',
      STEPWISE_LEASE: '2 minutes',
      STEPWISE_TOKEN_TTL: 'PT1S',
      STEPWISE_CONNECTIONS: '{"shop":{"baseURL":"https://x"}}',
      STEPWISE_BODY_LIMIT: '1GB',
      STEPWISE_HOST: 'a b',
      STEPWISE_DATADIR: '/x',
    };
    expect(wrongVariables(env)).toEqual(Object.keys(env).sort());
  });

  it.each([
    ['a worker without a database to share', { ROLE: 'worker' }, ['ROLE']],
    ['demo people on an open address', { STEPWISE_HOST: '0.0.0.0' }, ['STEPWISE_HOST']],
    [
      'demo people on an open address with a database of one’s own',
      { STEPWISE_HOST: '::', STEPWISE_DEMO: 'on', DATABASE_URL: 'postgres://x/y' },
      ['STEPWISE_HOST'],
    ],
    [
      'other machines without TLS',
      { DATABASE_URL: 'postgres://x/y', STEPWISE_HOST: '0.0.0.0' },
      ['STEPWISE_HOST'],
    ],
    [
      'other machines without TLS, by name',
      { STEPWISE_DEMO: 'off', STEPWISE_HOST: 'box' },
      ['STEPWISE_HOST'],
    ],
    ['TLS of its own', { STEPWISE_TLS: 'on' }, ['STEPWISE_TLS']],
    ['everybody as a proxy', { STEPWISE_TRUSTED_PROXIES: '0.0.0.0/0' }, ['STEPWISE_TRUSTED_PROXIES']],
    ['a proxy by name', { STEPWISE_TRUSTED_PROXIES: 'proxy' }, ['STEPWISE_TRUSTED_PROXIES']],
    ['too few connections', { STEPWISE_POOL: '3' }, ['STEPWISE_POOL']],
    ['a schema of PostgreSQL', { DATABASE_URL: 'postgres://x/y?schema=pg_x' }, ['DATABASE_URL']],
    ['connections that are a list', { STEPWISE_CONNECTIONS: '{"a":[]}' }, ['STEPWISE_CONNECTIONS']],
    [
      'connections by file transfer',
      { STEPWISE_CONNECTIONS: '{"a":{"baseUrl":"ftp://x"}}' },
      ['STEPWISE_CONNECTIONS'],
    ],
    [
      'an owner without the database that is owned',
      { STEPWISE_OWNER_URL: 'postgres://o@x/y' },
      ['STEPWISE_OWNER_URL'],
    ],
    [
      'an owner of another database',
      { DATABASE_URL: 'postgres://a@x/y', STEPWISE_OWNER_URL: 'postgres://o@x/z' },
      ['STEPWISE_OWNER_URL'],
    ],
    [
      'an owner of another schema',
      { DATABASE_URL: 'postgres://a@x/y?schema=branch', STEPWISE_OWNER_URL: 'postgres://o@x/y' },
      ['STEPWISE_OWNER_URL'],
    ],
    [
      'an owner’s address that means the database of their own name',
      { DATABASE_URL: 'postgres://a@x/y', STEPWISE_OWNER_URL: 'postgres://o@x' },
      ['STEPWISE_OWNER_URL'],
    ],
    ['a file that is not there', { STEPWISE_CONNECTIONS: '/nowhere.json' }, ['STEPWISE_CONNECTIONS']],
  ])('refuses %s', (_, env, wrong) => {
    expect(wrongVariables(env as Record<string, string>)).toEqual(wrong);
  });

  it('takes an owner who reaches the same tables, by whatever host, port and settings', () => {
    const env = {
      DATABASE_URL: 'postgresql://app:a@pool:6432/stepwise?schema=branch',
      STEPWISE_OWNER_URL: 'postgres://owner:b@db/stepwise?sslmode=require&schema=branch',
    };
    expect(wrongVariables(env)).toEqual([]);
    expect(
      wrongVariables({ DATABASE_URL: 'postgres://y@x', STEPWISE_OWNER_URL: 'postgres://o@x/y' }),
    ).toEqual([]);
    const usual = { DATABASE_URL: 'postgres://a@x/y', STEPWISE_OWNER_URL: 'postgres://o@x/y?schema=public' };
    expect(wrongVariables(usual)).toEqual([]);
  });

  it('says where the owner’s address leads, and where it should', () => {
    const env = {
      DATABASE_URL: 'postgres://a:hunter2@x/shop?schema=branch',
      STEPWISE_OWNER_URL: 'postgres://o:hunter3@x/shop',
    };
    expect(() => loadConfig(env)).toThrow(
      /^ {2}STEPWISE_OWNER_URL: must name .*shop, schema branch.* not shop, schema public \/ 必须.*shop, schema branch/m,
    );
    expect(() => loadConfig(env)).not.toThrow(/hunter/);
  });

  it('never repeats a secret', () => {
    const env = { DATABASE_URL: 'mysql://u:hunter2@x', STEPWISE_CONNECTIONS: '{"shop": hunter2}' };
    expect(wrongVariables(env)).toHaveLength(2);
    try {
      loadConfig(env);
    } catch (error) {
      expect(String(error)).not.toContain('hunter2');
    }
  });
});
