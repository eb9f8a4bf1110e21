import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { runCli } from '../../../src/cli/run.js';
import { smallSop } from '../../support/small-sop.js';

let folder: string;
let small: string;
let changed: string;
let broken: string;
let noSop: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepwise-sops-'));
  const write = async (name: string, text: string): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  };
  small = await write('small.yaml', stringify(smallSop()));
  const sop = smallSop();
  sop.meta.owner = 'lab';
  delete sop.states['asking']?.after?.['PT24H'];
  changed = await write('changed.json', JSON.stringify(sop));
  sop.states['triage'] = { ...sop.states['triage'], on: { GO: { target: 'nowhere' } } };
  broken = await write('broken.yaml', stringify(sop));
  noSop = await write('no-sop.yaml', 'id: 7');
});
afterAll(() => rm(folder, { recursive: true }));

async function call(argv: string[], env: Record<string, string> = {}) {
  const said = { out: '', err: '' };
  const code = await runCli(argv, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    readInput: () => Promise.resolve(''),
    askSecret: () => Promise.resolve(null),
    env,
  });
  return { code, ...said };
}

describe('stepwise diff', () => {
  it('says nothing of two files that mean the same, and ends with 0', async () => {
    expect(await call(['diff', small, small])).toEqual({ code: 0, out: '', err: '' });
  });

  it('prints what differs, and ends with 1', async () => {
    const { code, out } = await call(['diff', small, changed]);
    expect(code).toBe(1);
    expect(out).toBe('~ SOP\n    ~ /meta/owner: "desk" → "lab"\n- asking --after PT24H--> ·\n');
  });

  it('compares files that could not run, and names both languages in JSON', async () => {
    const { code, out } = await call(['diff', small, broken, '--json']);
    expect(code).toBe(1);
    const { transitions } = JSON.parse(out) as { transitions: { event: string; status: string }[] };
    expect(transitions).toContainEqual(expect.objectContaining({ event: 'GO', status: 'added' }));
  });

  it('ends with 2 for a file that is no SOP, or is not there', async () => {
    const { code, err } = await call(['diff', small, noSop]);
    expect(code).toBe(2);
    expect(err).toContain(`${noSop}:1:`);
    expect((await call(['diff', small, join(folder, 'none.yaml')])).code).toBe(2);
  });
});

describe('stepwise paths', () => {
  it('prints the shortest way to every step and end', async () => {
    const { code, out } = await call(['paths', small], { LANG: 'C' });
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line !== '')).toEqual([
      '□ triage (Triage): ·',
      '■ paid (Paid): APPROVE',
      '□ approval (Approval): REQUEST',
      '□ asking (Waiting for the customer): ASK',
      '□ both.left.work (Left): SPLIT',
      '□ both.right.work (Right): SPLIT',
      '■ silent (No answer): ASK → after P3D',
      expect.stringMatching(/^\d+ places, \d+ moves$/),
    ]);
    expect((await call(['paths', small], { LANG: 'zh_CN.UTF-8' })).out).toContain('■ paid (已退款): APPROVE');
  });

  it('refuses an SOP with errors, and names them', async () => {
    const { code, err } = await call(['paths', broken]);
    expect(code).toBe(2);
    expect(err).toContain('unknown-target');
  });
});

describe('stepwise simulate', () => {
  const data = ['--data', '{"reason":"late"}', '--start', '2026-11-20T01:00:00Z', '--lang', 'en'];

  it('walks through the acts and prints the way and where the ticket is', async () => {
    const acts = ['ASK', 'wait:next', 'customer:It is red = nice', 'REQUEST'];
    const { code, out } = await call(['simulate', small, ...acts, ...data]);
    expect(code).toBe(0);
    expect(out).toContain('2026-11-20 01:00  Ask the customer → Waiting for the customer\n');
    expect(out).toContain('2026-11-21 01:00');
    expect(out).toContain('· Sent to the customer by the SOP: Are you still there?\n');
    expect(out).toContain('□ Approval (approval)\n    APPROVE  Approve\n');
  });

  it('takes forms as JSON and people by name, and answers in JSON', async () => {
    const acts = ['REQUEST', 'agent:APPROVE', 'APPROVE={"amount":1}'];
    const refused = await call(['simulate', small, ...acts, ...data, '--json']);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({
      refusedAct: 1,
      refused: { why: 'Another person must approve.' },
    });
    const done = await call(['simulate', small, 'APPROVE={"amount":1}', ...data, '--json']);
    expect(done.code).toBe(0);
    expect(JSON.parse(done.out)).toMatchObject({ ended: true, outcome: 'paid', data: { amount: 1 } });
  });

  it('says why the ticket cannot be opened, or what of the call is unreadable', async () => {
    const closed = await call(['simulate', small, '--lang', 'zh-CN']);
    expect(closed.code).toBe(1);
    expect(closed.err).toMatch(/\p{Script=Han}/u);
    for (const bad of [['--data', '[]'], ['--data', '{'], ['--start', 'soon'], ['APPROVE=1']])
      expect({ bad, code: (await call(['simulate', small, ...bad])).code }).toEqual({ bad, code: 2 });
  });
});
