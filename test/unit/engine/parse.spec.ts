import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { parseSop } from '../../../src/engine/format/parse.js';
import { readJson } from '../../../src/engine/format/json-reader.js';
import { readYaml } from '../../../src/engine/format/yaml-reader.js';
import { timed } from './timed.js';

const codes = (source: string, format?: 'yaml' | 'json'): string[] =>
  parseSop(source, format).findings.map((finding) => finding.code);

describe('reading a text', () => {
  it('names line and column of a YAML syntax error', () => {
    const { definition, findings } = parseSop('id: a\nstates:\n  x: [1, 2\n');
    expect(definition).toBeNull();
    expect(findings[0]).toMatchObject({ code: 'invalid-yaml', severity: 'error', line: 4, column: 1 });
    expect(findings[0]?.message['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  it('names line and column of a JSON syntax error', () => {
    expect(parseSop('{\n  "id": "a",\n  "b": tru\n}').findings).toMatchObject([
      { code: 'invalid-json', line: 3, column: 8 },
    ]);
    expect(parseSop('{"a": "x\\q"}').findings).toMatchObject([{ code: 'invalid-json', line: 1, column: 9 }]);
  });

  it('refuses YAML where JSON was promised', () => {
    for (const yaml of [
      '{a: 1}',
      "{'a': 1}",
      '{"a": 1,}',
      '# x\n{"a": 1}',
      'a: 1',
      '{"a": 01}',
      '{"a": .5}',
    ]) {
      expect(codes(yaml, 'json')).toEqual(['invalid-json']);
    }
  });

  it('reads every JSON value that JSON.parse reads, to the same value', () => {
    const noForbidden = fc
      .string({ unit: 'binary' })
      .filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(noForbidden, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const reading = readJson(JSON.stringify(value, null, space));
        expect(reading.findings).toEqual([]);
        expect(reading.value).toEqual(value);
      }),
    );
  });

  it('reads what it is given as a string of any kind without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[[\]{}:,&*!|>'"%@`#?\- \na0~]{0,60}$/)),
        (text) => {
          for (const format of [undefined, 'yaml', 'json'] as const) {
            const { findings } = parseSop(text, format);
            expect(findings.length).toBeGreaterThan(0);
            for (const { line, column } of findings)
              expect([line, column].every((n) => (n ?? 0) >= 1)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('only plain values', () => {
  it('refuses names that reach into the prototype, in both syntaxes', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const yaml = parseSop(`id: x\nstates:\n  ${name}:\n    on: {}\n`);
      expect(yaml.findings).toMatchObject([
        { code: 'forbidden-name', line: 3, column: 3, path: `/states/${name}` },
      ]);
      const json = parseSop(`{"id": "x", "states": {"${name}": {"polluted": true}}}`);
      expect(json.findings).toMatchObject([{ code: 'forbidden-name', line: 1, path: `/states/${name}` }]);
    }
    expect('polluted' in {}).toBe(false);
  });

  it('refuses duplicate keys at the second one', () => {
    expect(parseSop('id: a\nmeta: 1\nid: b\n').findings).toMatchObject([
      { code: 'duplicate-key', line: 3, column: 1 },
    ]);
    expect(parseSop('{"id": 1,\n "id": 2}').findings).toMatchObject([
      { code: 'duplicate-key', line: 2, column: 2 },
    ]);
  });

  it('refuses tags, infinities and keys that are no text', () => {
    expect(codes('a: !!binary aGk=')).toEqual(['invalid-tag']);
    expect(codes('a: !!set {x, y}')).toContain('invalid-tag');
    expect(codes('a: !secret x').length).toBe(1);
    expect(codes('a: .inf')).toEqual(['invalid-value']);
    expect(codes('a: .nan')).toEqual(['invalid-value']);
    expect(codes('404: x')).toEqual(['invalid-key']);
    expect(codes('? [a, b]\n: x')).toEqual(['invalid-key']);
  });

  it('keeps what looks like a date or a yes as text', () => {
    expect(readYaml('on: yes\nd: 2026-01-01\nn: 0x1F\n"1": a').value).toEqual({
      on: 'yes',
      d: '2026-01-01',
      n: 31,
      '1': 'a',
    });
  });

  it('writes aliases out, each meaning the last anchor before it', () => {
    const { value } = readYaml('a: &x 1\nb: &y {k: *x}\nc: &x 3\nd: *y\ne: *x\n');
    expect(value).toEqual({ a: 1, b: { k: 1 }, c: 3, d: { k: 1 }, e: 3 });
    expect(codes('a: *nobody').length).toBe(1);
    expect(codes('a: &x [*x]')).toEqual(['too-deep']);
  });

  it('refuses a second document', () => {
    expect(codes('a: 1\n---\nb: 2\n')).toEqual(['invalid-yaml']);
  });
});

describe('bombs', () => {
  it('refuses 20,000 levels of nesting before reading them, in every syntax', () => {
    parseSop('warm: [up]');
    const n = 20_000;
    const deep = [
      '['.repeat(n),
      '{"a":'.repeat(n),
      'a: ' + '['.repeat(n) + ']'.repeat(n),
      'a: ' + '{x: '.repeat(n),
      '- '.repeat(n),
      '? '.repeat(n),
      Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}k:\n`).join(''),
      Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}-\n`).join(''),
    ];
    for (const text of deep) {
      const { result, isSlow } = timed(0.3, () => parseSop(text));
      expect(result.findings.map((f) => f.code)).toEqual(['too-deep']);
      expect(isSlow).toBe(false);
    }
    expect(codes('['.repeat(n) + ']'.repeat(n), 'json')).toEqual(['too-deep']);
  });

  it('does not take brackets in strings and comments for nesting', () => {
    const brackets = '[{'.repeat(200);
    const text = `a: "${brackets}"\nb: '${brackets}'\n# ${brackets}\nc: |\n  ${brackets}\nd: x ${brackets}\ne: [ "${brackets}" ]\n`;
    expect(readYaml(text).findings).toEqual([]);
  });

  it('reads 60 levels, whether by indentation or by brackets', () => {
    const block =
      Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}k:\n`).join('') + `${' '.repeat(60)}x`;
    const lists =
      Array.from({ length: 30 }, (_, i) => `${'  '.repeat(i)}- k${i}:\n`).join('') + `${'  '.repeat(31)}x`;
    const many = Array.from(
      { length: 2000 },
      (_, i) => `k${i}:\n  - a: {b: [c, {d: "e"}]}\n  -   f: g\n`,
    ).join('');
    for (const text of [block, lists, many, `a: ${'['.repeat(60)}${']'.repeat(60)}`]) {
      expect(readYaml(text).findings).toEqual([]);
    }
  });

  it('refuses a billion laughs at once', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`,
    );
    const { result, isSlow } = timed(5, () => parseSop(['l0: &l0 [ha]', ...levels].join('\n')));
    expect(result.findings.map((f) => f.code)).toEqual(['too-large']);
    expect(isSlow).toBe(false);
  });

  it('refuses more than 256 KiB', () => {
    const long = `a: &long ${'x'.repeat(50_000)}\nb: [${Array(30).fill('*long').join(', ')}]`;
    expect(parseSop(long).findings).toMatchObject([{ code: 'too-large', path: '', line: 2 }]);
    expect(parseSop(`a: ${'界'.repeat(90_000)}`).findings).toMatchObject([
      { code: 'too-large', line: 1, column: 1 },
    ]);
  });

  it('never stalls on a full-size text of one repeated piece', () => {
    const pieces = [
      'a: 1\n',
      '- x\n',
      '"a',
      '{"a":',
      '[',
      '{a: ',
      '&a ',
      '*a ',
      '!t ',
      '? a\n',
      '\n',
      'k: &a b\n',
      '- *a\n',
      '%Y\n',
      '|\n',
      '\\',
      '[1,',
    ];
    for (const piece of pieces) {
      const text = piece.repeat(Math.floor(262_000 / piece.length));
      const { isSlow } = timed(8, () => parseSop(text));
      expect({ piece, isSlow }).toEqual({ piece, isSlow: false });
    }
    const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('');
    expect(timed(8, () => parseSop(keys)).isSlow).toBe(false);
  });
});

describe('the shape of the format', () => {
  it('says which keys are allowed and which was meant', () => {
    const [finding] = parseSop('id: x\ncontext: {}\nstatez: {}\nstates: {}\nmeta: {}\n').findings;
    expect(finding).toMatchObject({ code: 'invalid-structure', path: '/statez', line: 3 });
    expect(finding?.message.en).toContain('Did you mean `states`?');
    expect(finding?.message['zh-CN']).toContain('是否想写 `states`？');
  });

  it('says what is missing and of which type a value must be', () => {
    const { findings } = parseSop('id: x\nstates: [a]\n');
    const said = findings.map((f) => `${f.line} ${f.path} ${f.message.en}`);
    expect(said).toContain('1  `context` is missing here.');
    expect(said).toContain('1  `meta` is missing here.');
    expect(said).toContain('2 /states This must be a mapping.');
  });

  it('finds the value of any pointer', () => {
    const parsed = parseSop('id: x\nstates:\n  a/b:\n    on: [1, 2]\n');
    expect(parsed.locate('/id')).toEqual({ line: 1, column: 5 });
    expect(parsed.locate('/states/a~1b/on')).toEqual({ line: 4, column: 9 });
    expect(parsed.locate('/states/a~1b/on/1')).toEqual({ line: 4, column: 13 });
    expect(parsed.locate('/states/nowhere/at/all')).toEqual({ line: 2, column: 1 });
  });
});
