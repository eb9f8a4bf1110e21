import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { checkSop } from '../../../src/engine/check/check.js';
import { SAMPLE } from './check-sample.js';

const FOLDER = new URL('../../../workflows/', import.meta.url);
const SHIPPED = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
const SOURCES = [SAMPLE, ...SHIPPED];

/** Something that stands in correct SOPs, how to break it, and how the check calls that. */
interface Mutation {
  name: string;
  pattern: RegExp;
  breakIt(match: string): string;
  code: string;
}

const MUTATIONS: Mutation[] = [
  {
    name: 'a target',
    pattern: /target: '?[#\w.-]+/g,
    breakIt: (m) => `${m}-nowhere`,
    code: 'unknown-target',
  },
  {
    name: 'an initial state',
    pattern: /initial: [\w-]+/g,
    breakIt: (m) => `${m}-nowhere`,
    code: 'unknown-target',
  },
  { name: 'a guard', pattern: /type: cel\b/g, breakIt: () => 'type: sel', code: 'unknown-guard' },
  { name: 'an actor', pattern: /src: http\b/g, breakIt: () => 'src: fax', code: 'unknown-actor' },
  {
    name: 'an action',
    pattern: /type: (?:assign|note|set-priority|tag)\b/g,
    breakIt: (m) => `${m}s`,
    code: 'unknown-action',
  },
  {
    name: 'a translation',
    pattern: /, zh-CN: [^'"{}\n]+ \}/g,
    breakIt: () => ' }',
    code: 'missing-translation',
  },
  {
    name: 'an expression',
    pattern: /expr: context\./g,
    breakIt: () => 'expr: kontext.',
    code: 'invalid-expression',
  },
  { name: 'a duration', pattern: /within: PT?\d/g, breakIt: () => 'within: x', code: 'invalid-duration' },
  {
    name: 'an outcome',
    pattern: /outcome: [\w-]+/g,
    breakIt: (m) => m.replace('outcome', 'outcomes'),
    code: 'invalid-structure',
  },
];

const CASES = MUTATIONS.flatMap((mutation) =>
  SOURCES.flatMap((source) =>
    [...source.matchAll(mutation.pattern)].map((match) => ({ mutation, source, match })),
  ),
);

/** By its number: a failing run should not print the whole SOP. */
function caseAt(index: number): (typeof CASES)[number] {
  const found = CASES[index];
  if (!found) throw new Error(`there is no case ${String(index)}`);
  return found;
}

describe('mutations of correct SOPs', () => {
  it('every kind of mutation finds something to break', () => {
    const kinds = new Set(CASES.map(({ mutation }) => mutation.name));
    expect([...kinds]).toEqual(MUTATIONS.map(({ name }) => name));
  });

  it('whatever is broken is named, on its line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASES.keys()), (index) => {
        const { mutation, source, match } = caseAt(index);
        const line = source.slice(0, match.index).split('\n').length;
        // A comment may say such things as well.
        fc.pre(!/^\s*#/.test(source.split('\n')[line - 1] ?? ''));
        const broken =
          source.slice(0, match.index) +
          mutation.breakIt(match[0]) +
          source.slice(match.index + match[0].length);
        const { ok, findings } = checkSop(broken);
        const found = findings.map((f) => `${f.code} ${String(f.line)}`);
        expect(found).toContain(`${mutation.code} ${String(line)}`);
        expect(ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('a text cut off anywhere is refused or checked, never thrown at', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SOURCES.keys()),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (which, part) => {
          const source = SOURCES[which] ?? '';
          const { findings, ok } = checkSop(source.slice(0, Math.floor(source.length * part)));
          expect(ok || findings.every((f) => (f.line ?? 0) > 0)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('a JSON value of any shape is refused, never thrown at', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('states', 'meta', 'context', 'initial', 'id'),
        (value, key) => {
          const { definition } = checkSop(SAMPLE);
          const { ok, findings } = checkSop(JSON.stringify({ ...definition, [key]: value }), 'json');
          if (!ok) expect(findings.some((f) => f.severity === 'error')).toBe(true);
          expect(key === 'id' || key === 'initial' || !ok).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});
