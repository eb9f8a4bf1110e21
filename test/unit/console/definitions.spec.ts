import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { splitSections } from '../../../src/console/manager/definitions/sections';

const read = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const ENGLISH = splitSections(read('figures.md'));
const CHINESE = splitSections(read('figures.zh-CN.md'));

describe('the definitions of the figures', () => {
  it('have the same sections in both languages, each with a title and a text', () => {
    expect(CHINESE.map(({ id }) => id)).toEqual(ENGLISH.map(({ id }) => id));
    for (const { text } of [...ENGLISH, ...CHINESE]) expect(text).toMatch(/^#{1,2} [^\n]+\n\n[^]{20,}/);
  });

  it('have every section that the console leads to', () => {
    const links = readFileSync(
      new URL('../../../src/console/manager/common/definition-link.tsx', import.meta.url),
      'utf8',
    );
    const named = [...links.matchAll(/\| '([a-z]+)'/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(5);
    expect(ENGLISH.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
  });

  it('are shown without anchors and without the line that leads to the other file', () => {
    for (const { text } of [...ENGLISH, ...CHINESE]) expect(text).not.toMatch(/<a |figures[^)]*\.md/);
  });

  it('hold as many points in one language as in the other', () => {
    const points = (sections: typeof ENGLISH): number[] =>
      sections.map(({ text }) => text.split('\n').filter((line) => line.startsWith('- ')).length);
    expect(points(CHINESE)).toEqual(points(ENGLISH));
  });
});
