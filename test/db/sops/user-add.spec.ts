import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { runCli } from '../../../src/cli/run.js';
import type { TestDatabase } from '../../support/database.js';
import { openTestDatabase } from '../../support/database.js';

describe('the command line on a database', () => {
  let own: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    own = await openTestDatabase();
    client = new pg.Client({ connectionString: own.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await own.close();
  });

  async function call(argv: string[], input: string, env: Record<string, string> = {}) {
    const said = { out: '', err: '' };
    const code = await runCli(argv, {
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      readInput: () => Promise.resolve(input),
      askSecret: () => Promise.resolve(null),
      env: { DATABASE_URL: own.url, ...env },
    });
    return { code, ...said };
  }
  const ann = ['user', 'add', '--email', 'Ann@shop.example', '--name', 'Ann', '--role', 'agent', 'lead'];

  it('adds a person with the password of the first line', async () => {
    const { code, out, err } = await call(ann, 'a long lantern row\nnot this\n', { LANG: 'zh_CN.UTF-8' });
    expect([code, err]).toEqual([0, '']);
    const { rows } = await client.query<Record<string, unknown>>(
      'select id, name, roles, lang, password_hash, password_expired from users',
    );
    expect(rows).toEqual([
      {
        id: out.trim(),
        name: 'Ann',
        roles: ['agent', 'lead'],
        lang: 'zh-CN',
        password_hash: expect.stringMatching(/^\$argon2/),
        // Whoever typed it knows it.
        password_expired: true,
      },
    ]);
  });

  it('says what is wrong and ends with 1, and nothing was added', async () => {
    const twice = await call(ann, 'a long lantern row\n');
    expect(twice.code).toBe(1);
    expect(twice.err).toMatch(/Ann@shop\.example/i);
    const teamless = await call(
      ['user', 'add', '--email', 'b@shop', '--name', 'B', '--role', 'agent', '--team', 'nowhere:2'],
      'a long lantern row\n',
    );
    expect(teamless.code).toBe(1);
    expect(teamless.err).toContain('nowhere');
    const guessed = await call(
      ['user', 'add', '--email', 'b@shop', '--name', 'B', '--role', 'agent'],
      'stepwise-1234\n',
    );
    expect(guessed.code).toBe(1);
    expect(guessed.err).toContain('/password: is made of words');
    const { rows } = await client.query('select 1 from users');
    expect(rows).toHaveLength(1);
  });

  it('ends with 2 when something is missing or cannot be', async () => {
    expect((await call(ann, '')).code).toBe(2);
    expect((await call(['user', 'add', '--name', 'C', '--role', 'agent'], 'x')).code).toBe(2);
    expect((await call([...ann, '--team', 'Ä:9'], 'x')).code).toBe(2);
    expect((await call(['user', 'add', '--email', 'c@x', '--name', 'C', '--role', 'king'], 'x')).code).toBe(
      2,
    );
    expect((await call(['migrate'], '', { DATABASE_URL: 'nonsense' })).code).toBe(2);
  });

  it('migrates, and says when there is nothing to do', async () => {
    const { code, out } = await call(['migrate'], '');
    expect(code).toBe(0);
    expect(out).toContain('up to date');
  });
});
