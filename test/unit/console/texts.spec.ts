import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { rooms, type Text } from '../../../src/console/i18n/define-texts';
import { FACT_TEXTS } from '../../../src/words/facts';
import { PROBLEM_KINDS } from '../../../src/words/problem-list';

const CONSOLE = new URL('../../../src/console/', import.meta.url);
/** Words that a Chinese reader of the trade knows as they are. */
const KNOWN =
  /\b(?:Stepwise|SOPs?|FCR|SLA|FRT|AHT|YAML|JSON(?: Schema)?|Markdown|VIP|PT?\d+[DHM]|CSV|CSAT|HTTP|URL|API|App|ID|CEL|ISO|P?p?(?:50|75|90|95)|Kaplan-Meier|Newcombe|Welch|Ctrl|Alt|Shift|Enter|Esc|Tab|Cmd|[A-Z])\b|\bv(?=\{\{|\d|$)/g;

const ROOT = new URL('../../../', import.meta.url);
/** Words that the glossary of the README does not use, beside those that it does. */
const OTHER_WORDS: [other: RegExp, ours: string][] = [
  [/班组|团队长/, '团队, 组长'],
  [/(?<!值班)经理/, '管理者'],
];

const placeholders = (text: string): string[] => (text.match(/\{\{\s*[\w.]+\s*\}\}/g) ?? []).sort();

describe('the texts of the console', () => {
  let all: { name: string; text: Text }[];

  beforeAll(async () => {
    const files = readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' });
    const texts = files.filter(
      (file) => /(?:^|\/)texts(?:-[\w-]+)?\.ts$/.test(file) && !file.startsWith('i18n/'),
    );
    expect(texts.length).toBeGreaterThan(5);
    for (const file of texts) await import(new URL(file, CONSOLE).href);
    const shared = Object.entries({
      facts: FACT_TEXTS,
      problems: Object.fromEntries(PROBLEM_KINDS.map(({ slug, title }) => [slug, title])),
    });
    all = [...rooms, ...shared].flatMap(([room, entries]) =>
      Object.entries(entries).map(([key, text]) => ({ name: `${room}.${key}`, text })),
    );
    expect(all.length).toBeGreaterThan(100);
  });

  it('exist in both languages', () => {
    expect(all.filter(({ text }) => text.en.trim() === '' || text['zh-CN'].trim() === '')).toEqual([]);
  });

  it('are filled with the same data in both languages', () => {
    // In English the number may be a word ("one"); nothing else may be missing.
    const differ = all.filter(({ name, text }) => {
      const [en, zh] = [placeholders(text.en), placeholders(text['zh-CN'])];
      const isOne = name.endsWith('_one');
      return (
        JSON.stringify(isOne ? en.filter((p) => p !== '{{count}}') : en) !==
        JSON.stringify(isOne ? zh.filter((p) => p !== '{{count}}') : zh)
      );
    });
    expect(differ).toEqual([]);
  });

  it('hold no English in Chinese and no Chinese in English', () => {
    // Words of the file format stand in quotes.
    const bare = (text: string): string =>
      text.replace(/\{\{.*?\}\}|`[^`]*`|<[^>]*>|“[^”]*”/g, ' ').replace(KNOWN, ' ');
    expect(all.filter(({ text }) => /[A-Za-z]{2,}/.test(bare(text['zh-CN'])))).toEqual([]);
    expect(all.filter(({ text }) => /\p{Script=Han}/u.test(text.en))).toEqual([]);
  });

  it('of the plural have both forms', () => {
    const names = new Set(all.map(({ name }) => name));
    const alone = [...names].filter(
      (name) => name.endsWith('_one') && !names.has(name.replace(/_one$/, '_other')),
    );
    expect(alone).toEqual([]);
  });

  it('and those of the server and of the SOPs call a thing by the one word of the glossary', () => {
    const found = ['src/', 'workflows/', 'docs/'].flatMap((folder) => {
      const files = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
      return (
        files
          .filter((file) => /\.(?:tsx?|ya?ml|md)$/.test(file))
          // Customers use words of their own.
          .filter((file) => !file.startsWith('tickets/closing/'))
          .flatMap((file) => {
            const text = readFileSync(new URL(folder + file, ROOT), 'utf8');
            return OTHER_WORDS.filter(([other]) => other.test(text)).map(
              ([, ours]) => `${folder}${file}: ${ours}`,
            );
          })
      );
    });
    expect(found).toEqual([]);
  });
});
