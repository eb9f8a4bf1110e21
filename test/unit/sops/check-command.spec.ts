import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { runCli } from '../../../src/cli/run.js';
import { smallSop } from '../../support/small-sop.js';

let folder: string;
let good: string;
let bad: string;
let line: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepwise-check-'));
  good = join(folder, 'good.yaml');
  bad = join(folder, 'bad.yaml');
  const sop = smallSop();
  await writeFile(good, stringify(sop));
  sop.states['triage'] = { ...sop.states['triage'], on: { GO: { target: 'nowhere' } } };
  const text = stringify(sop);
  line = text.split('\n').findIndex((one) => one.includes('nowhere')) + 1;
  await writeFile(bad, text);
  await writeFile(join(folder, 'good.json'), JSON.stringify(smallSop()));
});
afterAll(() => rm(folder, { recursive: true }));

async function call(argv: string[], env: Record<string, string> = {}, input = '') {
  const said = { out: '', err: '' };
  const code = await runCli(argv, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    readInput: () => Promise.resolve(input),
    askSecret: () => Promise.resolve(null),
    env,
  });
  return { code, ...said };
}

describe('stepwise check', () => {
  it('says nothing of errors in a good file and ends with 0, YAML or JSON', async () => {
    const { code, out } = await call(['check', good, join(folder, 'good.json')]);
    expect(code).toBe(0);
    expect(out).not.toContain(' error ');
  });

  it('prints file, line, column, severity, code and message, and ends with 1', async () => {
    const { code, out } = await call(['check', good, bad]);
    expect(code).toBe(1);
    const found = out.split('\n').find((one) => one.includes('unknown-target'));
    expect(found).toMatch(new RegExp(`^${bad}:${line}:\\d+ error unknown-target \\S`));
  });

  it('speaks the language of the terminal, or the one asked for', async () => {
    const english = await call(['check', bad], { LANG: 'C.UTF-8' });
    const chinese = await call(['check', bad], { LANG: 'zh_CN.UTF-8' });
    expect(english.out).not.toMatch(/\p{Script=Han}/u);
    expect(chinese.out).toMatch(/\p{Script=Han}/u);
    expect((await call(['check', '--lang', 'zh-CN', bad])).out).toBe(chinese.out);
    expect((await call(['check', '--lang', 'en', bad], { LC_ALL: 'zh_CN' })).out).toBe(english.out);
  });

  it('gives one JSON document with both languages', async () => {
    const { code, out } = await call(['check', '--json', good, bad]);
    expect(code).toBe(1);
    const said = JSON.parse(out) as {
      ok: boolean;
      files: { file: string; ok: boolean; findings: object[] }[];
    };
    expect(said.ok).toBe(false);
    expect(said.files.map(({ file, ok }) => [file, ok])).toEqual([
      [good, true],
      [bad, false],
    ]);
    expect(said.files[1]?.findings).toContainEqual(
      expect.objectContaining({
        code: 'unknown-target',
        line,
        messages: { en: expect.any(String), 'zh-CN': expect.any(String) },
      }),
    );
  });

  it('reads standard input as -', async () => {
    expect((await call(['check', '-'], {}, stringify(smallSop()))).code).toBe(0);
    const broken = await call(['check', '-'], {}, 'id: [');
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/^-:1:\d+ error /);
  });

  it('ends with 2 when it cannot be carried out', async () => {
    for (const argv of [
      ['check'],
      ['check', join(folder, 'missing.yaml')],
      ['check', folder],
      ['check', '--lang', 'fr', good],
      ['chekc', good],
    ]) {
      const { code, err } = await call(argv);
      expect(code).toBe(2);
      expect(err).not.toBe('');
    }
  });

  it('explains itself', async () => {
    const { code, out } = await call(['check', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--json');
  });
});
