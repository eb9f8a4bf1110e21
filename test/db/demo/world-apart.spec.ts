import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DemoService } from '../../../src/demo/demo.service.js';
import { makeWorldApart } from '../../../src/demo/world-apart.js';
import { SHIPPED_SOPS } from '../../../src/sops/shipped-sops.js';
import { SopFolderService } from '../../../src/sops/sop-folder.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';

/** A Thursday noon in Shanghai. */
const PLAN = { seed: 11, tickets: 20, days: 1, now: Date.parse('2026-11-19T04:00:00Z') };
/** The settings of the tests are none of the program's. */
const ENV = { PATH: String(process.env['PATH']) };
const LOOK_MS = 20;
const LONG_MS = 240_000;
/** Each test starts the program from its source several times; a busy machine takes long for that. */
jest.setTimeout(600_000);

describe('the demo world, made in a process of its own', () => {
  let test: TestApp;
  let demo: DemoService;

  async function open(): Promise<TestApp> {
    const app = await startTestApp({ demo: true });
    await app.app.get(SopFolderService, { strict: false }).loadFromFolders([SHIPPED_SOPS]);
    return app;
  }
  const rows = async (sql: string, app = test): Promise<Record<string, unknown>[]> =>
    (await app.db.pool.query<Record<string, unknown>>(sql)).rows;
  const order = (): Parameters<typeof makeWorldApart>[0] => ({
    databaseUrl: String(test.config.databaseUrl),
    plan: PLAN,
  });
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    const deadline = performance.now() + LONG_MS;
    while (!(await holds())) {
      if (performance.now() > deadline) throw new Error('It does not come.');
      await sleep(LOOK_MS);
    }
  };
  const isHalf = async (): Promise<boolean> => (await rows('select from tickets limit 5')).length === 5;
  /** The process of the maker, found by its sessions: it is gone with them. */
  const isGone = async (): Promise<boolean> =>
    (await rows(`select from pg_locks where locktype = 'advisory' and objsubid = 2`)).length === 0;

  beforeEach(async () => {
    test = await open();
    demo = test.app.get(DemoService, { strict: false });
  });
  afterEach(() => test.close());

  const readWorld = (app: TestApp): Promise<unknown[]> =>
    Promise.all(
      [
        'select * from tickets order by id',
        'select * from visits order by ticket_id, no',
        'select * from timers order by ticket_id, id',
        'select * from waiting order by ticket_id, visit_no',
        'select * from leases order by ticket_id, visit_no',
        `select value from settings where key = 'demo-world'`,
      ].map((sql) => rows(sql, app)),
    );
  let madeHere: unknown[];
  beforeAll(async () => {
    const other = await open();
    await other.app.get(DemoService, { strict: false }).makeWorld(PLAN);
    madeHere = await readWorld(other);
    await other.close();
  });

  async function expectWhole(): Promise<void> {
    expect(await readWorld(test)).toEqual(madeHere);
    expect(await demo.lacksWorld()).toBe(false);
  }

  it('is the same as one that is made here, and its making is told all the way', async () => {
    const told: number[] = [];
    await makeWorldApart(order(), (share) => told.push(share), ENV);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    await expectWhole();
  });

  it('fails with what the process failed of', async () => {
    await demo.makeWorld({ ...PLAN, tickets: 2, days: 1 });
    await expect(makeWorldApart(order(), () => undefined, ENV)).rejects.toThrow(/holds tickets/);
    const wrong = { ...order(), databaseUrl: order().databaseUrl.replace(/\/[^/]+$/, '/nowhere') };
    await expect(makeWorldApart(wrong, () => undefined, ENV)).rejects.toThrow(/nowhere/);
  });

  /** A process that has the world made, as a start does. */
  function spawnParent(): ChildProcess {
    const script = `const { makeWorldApart } = await import('./src/demo/world-apart.ts');
      await makeWorldApart(${JSON.stringify(order())}, () => undefined);`;
    const flags = ['--import', './test/support/typescript.mjs', '--input-type=module'];
    return spawn(process.execPath, [...flags, '-e', script], { env: ENV, stdio: 'inherit' });
  }

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'ends with the process that had it made (%s), and is made whole the next time',
    async (signal) => {
      const parent = spawnParent();
      await until(isHalf);
      const ended = once(parent, 'exit');
      parent.kill(signal);
      await ended;
      await until(isGone);
      const before = await rows('select count(*) from history');
      expect(await rows(`select value from settings where key = 'demo-world'`)).toEqual([
        { value: 'making' },
      ]);
      await sleep(LOOK_MS);
      expect(await rows('select count(*) from history')).toEqual(before);
      expect(await demo.lacksWorld()).toBe(true);
      await makeWorldApart(order(), () => undefined, ENV);
      await expectWhole();
    },
  );

  it('says in both languages that its process was killed, and is made whole the next time', async () => {
    let kill: () => void = () => undefined;
    const { rows: before } = await test.db.pool.query('select from tickets');
    expect(before).toEqual([]);
    const making = makeWorldApart(order(), () => kill(), ENV);
    const children = childrenOf(process.pid);
    kill = () => children.forEach((pid) => process.kill(pid, 'SIGKILL'));
    await expect(making).rejects.toThrow(/broken off \(SIGKILL\).*演示数据的生成被中断/);
    await until(isGone);
    expect(await demo.lacksWorld()).toBe(true);
    await makeWorldApart(order(), () => undefined, ENV);
    await expectWhole();
  });
});

/** The processes that this one started with that file. */
function childrenOf(pid: number): number[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...args]) => Number(parent) === pid && args.join(' ').includes('world-maker'))
    .map(([own]) => Number(own));
}
