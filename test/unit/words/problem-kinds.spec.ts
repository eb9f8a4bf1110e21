import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { slugOf, typeOf } from '../../../src/words/kind.js';
import * as kinds from '../../../src/words/problem-kinds.js';
import { PROBLEM_KINDS, titleOf } from '../../../src/words/problem-list.js';

const SRC = new URL('../../../src/', import.meta.url);
/** Words of other vocabularies that are spelled like a problem: of the engine's refusals, of calls, of rights, … */
const OTHERS: Record<string, readonly string[]> = {
  'guard-closed': ['engine/', 'tickets/decide/', 'tickets/model/'],
  'invalid-form': ['engine/', 'tickets/decide/', 'tickets/model/'],
  obsolete: ['engine/', 'automation/', 'tickets/model/'],
  'not-yours': ['tickets/rights/rights.ts', 'tickets/read/render-guide.ts', 'routing/take'],
  'limit-reached': ['tickets/decide/', 'tickets/door/tickets.service.ts'],
  'unknown-connection': ['engine/', 'automation/', 'tickets/decide/', 'console/designer/walk/'],
  'unknown-team': ['engine/'],
  busy: ['routing/', 'health/'],
  stopping: ['channels/live/', 'console/api/live.ts'],
  forbidden: ['console/designer/versions/'],
  'bad-request': ['demo/sandbox-shop.ts'],
  'method-not-allowed': ['demo/sandbox-shop.ts'],
};

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^(?:words|database\/generated)\/|schema\.d\.ts$/.test(file))
  .map((file) => ({
    file,
    text: readFileSync(new URL(file, SRC), 'utf8').replaceAll(/\/\*\*.*?\*\//gs, ''),
  }));

describe('the catalogue of problems', () => {
  it('has each slug once, under its own name, in both languages', () => {
    const named = Object.entries(kinds).map(([name, { slug }]) => [name, slug]);
    const camel = (slug: string): string =>
      slug.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(named.filter(([name, slug]) => camel(slug ?? '') !== name)).toEqual([]);
    expect(new Set(PROBLEM_KINDS.map(({ slug }) => slug)).size).toBe(named.length);
    expect(
      PROBLEM_KINDS.filter(({ title }) => !/[a-z]/.test(title.en) || !/\p{Script=Han}/u.test(title['zh-CN'])),
    ).toEqual([]);
    expect(PROBLEM_KINDS.filter(({ status }) => !(status >= 400 && status < 600))).toEqual([]);
  });

  it('speaks of nobody: the record tells it to somebody else', () => {
    expect(
      PROBLEM_KINDS.filter(({ title }) => /\b(?:you|yours?)\b|[您你]/i.test(Object.values(title).join(' '))),
    ).toEqual([]);
  });

  it('is the only place of a slug', () => {
    const slugs = PROBLEM_KINDS.map(({ slug }) => slug);
    const found = sources.flatMap(({ file, text }) =>
      slugs
        .filter((slug) => new RegExp(`['"\`]${slug}['"\`]|${typeOf(slug)}\\b`).test(text))
        .filter((slug) => !(OTHERS[slug] ?? []).some((place) => file.startsWith(place)))
        .map((slug) => `${file}: ${slug}`),
    );
    expect(found).toEqual([]);
  });

  it('has all that a problem can be: none is made elsewhere, none is left over', () => {
    const others = sources.filter(({ text }) =>
      /\b(?:kind|slug|title|status)\b[^=;\n]*= (?:kind\(|\{ slug:)|import \{[^}]*\bkind\b[^}]*\} from '[^']*words\/kind/.test(
        text,
      ),
    );
    expect(others.map(({ file }) => file)).toEqual([]);
    const all = sources.map(({ text }) => text).join('\n');
    expect(Object.keys(kinds).filter((name) => !new RegExp(`\\bkinds\\.${name}\\b`).test(all))).toEqual([]);
  });

  it('names what it has, and nothing else', () => {
    expect(titleOf('forbidden')).toEqual({ en: 'Not allowed', 'zh-CN': '没有权限' });
    expect(titleOf('of-tomorrow')).toBeNull();
    expect(slugOf(typeOf('forbidden'))).toBe('forbidden');
  });
});

describe('what a problem says to people', () => {
  it('names no call, no header and no field of the API; that is for `hint`', () => {
    const found = sources
      .filter(({ file }) => /-problems\.ts$/.test(file))
      .flatMap(({ file, text }) => {
        const details = [...text.matchAll(/detail(?:: Text)? =\s[\s\S]*?\n {2,4}(?:\};|\}$|[a-z])/gm)].map(
          ([all]) => all,
        );
        return details
          .filter((detail) =>
            /(?:GET|POST|PUT|PATCH|DELETE) \/|Idempotency-Key|Authorization|"confirmed"|`errors`/.test(
              detail,
            ),
          )
          .map((detail) => `${file}: ${detail.slice(0, 120)}`);
      });
    expect(found).toEqual([]);
  });
});
