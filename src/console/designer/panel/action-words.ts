import type { Lang } from '../../i18n/define-texts';
import type { Say } from '../../i18n/texts';
import { valueAt, wordsAt } from '../yaml/edit-value';
import type { automationTexts } from './texts-automation';
import { isRecord } from '../yaml/yaml-render';
import type { YamlPath } from '../yaml/yaml-text';

/** Something that happens without anybody's doing, in words, and where it is written. */
export interface Happening {
  when: When;
  words: string;
  path: YamlPath;
}
export type When = 'entry' | 'exit' | 'call' | 'onWarn' | 'onBreach' | 'way';
export type SayAction = Say<keyof typeof automationTexts.entries>;

const LISTS: { when: When; at: YamlPath }[] = [
  { when: 'entry', at: ['entry'] },
  { when: 'exit', at: ['exit'] },
  { when: 'onWarn', at: ['meta', 'sla', 'onWarn'] },
  { when: 'onBreach', at: ['meta', 'sla', 'onBreach'] },
];

/** What a state does by itself, in the order in which it happens. */
export function listHappenings(state: unknown, path: YamlPath, say: SayAction, lang: Lang): Happening[] {
  const actions = LISTS.flatMap(({ when, at }) =>
    listActions(valueAt(state, at), [...path, ...at], state, say, lang).map((one) => ({ ...one, when })),
  );
  const calls = withPaths(valueAt(state, ['invoke']), [...path, 'invoke']).map(
    ({ value, path: own }): Happening => ({ when: 'call', words: wordCall(value, say), path: own }),
  );
  const entered = actions.filter(({ when }) => when === 'entry');
  return [...entered, ...calls, ...actions.filter(({ when }) => when !== 'entry')];
}

/** The actions at a place: one, or a list of them. `state`: whose replies they may send. */
export function listActions(
  value: unknown,
  path: YamlPath,
  state: unknown,
  say: SayAction,
  lang: Lang,
): Happening[] {
  return withPaths(value, path).map((one) => ({
    when: 'way',
    words: wordAction(one.value, state, say, lang),
    path: one.path,
  }));
}

function withPaths(value: unknown, path: YamlPath): { value: unknown; path: YamlPath }[] {
  const all = Array.isArray(value)
    ? value.map((one: unknown, index) => ({ value: one, path: [...path, index] }))
    : [{ value, path }];
  // What is still being written may be nothing yet.
  return all.filter(({ value: one }) => isRecord(one));
}

function wordAction(action: unknown, state: unknown, say: SayAction, lang: Lang): string {
  const type = wordsAt(action, ['type']);
  const params = valueAt(action, ['params']);
  const at = (...keys: string[]): string => wordsAt(params, keys);
  const join = (words: string[]): string =>
    words.filter((one) => one !== '').join(lang === 'en' ? ', ' : '、');
  switch (type) {
    case 'assign': {
      const set = valueAt(params, ['set']);
      return say('assign', { names: join(isRecord(set) ? Object.keys(set) : []) });
    }
    case 'reply':
      if (at('reply') !== '') return say('replyNamed', { name: titleOfReply(state, at('reply'), lang) });
      return say('replyText', { text: shorten(at('text', lang)) });
    case 'note':
      return say('note', { text: shorten(at('text', lang)) });
    case 'tag': {
      const tags = [...tagsAt(params, 'add', '+'), ...tagsAt(params, 'remove', '−')];
      return say('tag', { tags: join(tags) });
    }
    case 'route':
      return say('route', { to: join([at('team'), tierWords(at('tier'), say)]) });
    case 'escalate':
      return say('escalate', {
        to: join([at('to', 'team'), tierWords(at('to', 'tier'), say)]) || say('higher'),
      });
    case 'set-priority':
      return say('priority', { priority: at('priority') });
    case 'pause-clock':
    case 'resume-clock':
      return say(type);
    default:
      return say('other', { type });
  }
}

function titleOfReply(state: unknown, id: string, lang: Lang): string {
  const replies = valueAt(state, ['meta', 'replies']);
  const reply: unknown = Array.isArray(replies)
    ? replies.find((one: unknown) => wordsAt(one, ['id']) === id)
    : undefined;
  return wordsAt(reply, ['title', lang]) || id;
}

function tagsAt(params: unknown, key: string, sign: string): string[] {
  const tags = valueAt(params, [key]);
  return Array.isArray(tags) ? tags.map((tag) => `${sign}${String(tag)}`) : [];
}

function tierWords(tier: string, say: SayAction): string {
  return tier === '' ? '' : say('tier', { tier });
}

function wordCall(call: unknown, say: SayAction): string {
  const input = valueAt(call, ['input']);
  return say('callWords', {
    id: wordsAt(call, ['id']),
    connection: wordsAt(input, ['connection']),
    request: `${wordsAt(input, ['method'])} ${wordsAt(input, ['path'])}`.trim(),
  });
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
