import type { Lang, Text } from '../../i18n/define-texts';
import type { adminTexts } from '../common/texts';
import { titleOf } from '../../../words/problem-list';
import { recordTexts } from './texts-record';

type Say<Texts extends { entries: object }> = (
  key: keyof Texts['entries'],
  values?: Record<string, string | number>,
) => string;

/** How the reader says things, and calls what the record names by its id. */
export interface RecordWords {
  lang: Lang;
  say: Say<typeof recordTexts>;
  sayAdmin: Say<typeof adminTexts>;
  teamOf: (id: string) => string;
  skillOf: (skill: string) => string;
  /** Null: not known here. */
  personOf: (id: string) => string | null;
  timeOf: (iso: string) => string;
}

/** What a row of the record says of one thing: in words, as it is stored, or more things inside of it. */
export type Told =
  { kind: 'words' | 'code'; text: string } | { kind: 'facts'; facts: { name: string; told: Told }[] };

const ROLES = ['agent', 'lead', 'designer', 'manager', 'admin'] as const;
const STATUSES = [401, 403, 404, 409, 422, 429] as const;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Others are called as the server calls them, so that nothing is lost. */
export function wordFact(name: string, { say }: RecordWords): string {
  const key = `fact_${name}`;
  return Object.hasOwn(recordTexts.entries, key) ? say(key as keyof typeof recordTexts.entries) : name;
}

/** What is known is told in the reader's words; everything else stays as it is stored. */
export function tellFact(name: string, value: unknown, words: RecordWords): Told {
  const text = wordValue(name, value, words);
  if (text !== null) return { kind: 'words', text };
  if (isRecord(value) && (name === 'before' || name === 'after')) {
    const facts = Object.entries(value).map(([inner, one]) => ({
      name: wordFact(inner, words),
      told: tellFact(inner, one, words),
    }));
    return { kind: 'facts', facts };
  }
  return { kind: 'code', text: typeof value === 'string' ? value : JSON.stringify(value) };
}

/** Null: there are no words for it. */
function wordValue(name: string, value: unknown, words: RecordWords): string | null {
  const { say, sayAdmin } = words;
  if (value === null) return say('nothing');
  if (name === 'active' && typeof value === 'boolean') return sayAdmin(value ? 'active' : 'inactive');
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (name === 'status') return wordStatus(value, words);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return wordList(name, value, words);
  if (name === 'title' && isText(value)) return value[words.lang];
  if (typeof value !== 'string') return null;
  if (name === 'problem') return titleOf(value)?.[words.lang] ?? null;
  if (name === 'lang') return { 'zh-CN': '中文', en: 'English' }[value] ?? null;
  return TIME.test(value) ? words.timeOf(value) : null;
}

function wordStatus(value: unknown, { say }: RecordWords): string {
  const known = STATUSES.find((one) => one === value);
  return known === undefined ? String(value) : `${String(value)} · ${say(`status_${known}`)}`;
}

function wordList(name: string, values: unknown[], words: RecordWords): string | null {
  if (values.length === 0) return words.say('nothing');
  const all = values.map((one) => wordEntry(name, one, words));
  return all.every((one) => one !== null) ? all.join(words.lang === 'en' ? ', ' : '、') : null;
}

function wordEntry(name: string, value: unknown, words: RecordWords): string | null {
  if (isRecord(value)) return wordMembership(name, value, words);
  if (typeof value !== 'string') return null;
  switch (name) {
    case 'roles': {
      const role = ROLES.find((one) => one === value);
      return role === undefined ? null : words.sayAdmin(`role_${role}`);
    }
    case 'given':
      return wordFact(value, words);
    case 'namesakes':
      return words.personOf(value) ?? value;
    case 'skills':
      return words.skillOf(value);
    case 'headers':
    case 'methods':
    case 'paths':
      return value;
    default:
      return null;
  }
}

/** A person in a team, or a team of a person, with the tier. */
function wordMembership(name: string, value: Record<string, unknown>, words: RecordWords): string | null {
  const { team, userId, tier } = value;
  if (typeof tier !== 'number') return null;
  const place = words.sayAdmin('tier', { tier });
  if (name === 'teams' && typeof team === 'string') return `${words.teamOf(team)} · ${place}`;
  if (name === 'members' && typeof userId === 'string')
    return `${words.personOf(userId) ?? userId} · ${place}`;
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is Text {
  return isRecord(value) && typeof value['en'] === 'string' && typeof value['zh-CN'] === 'string';
}
