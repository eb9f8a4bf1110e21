import { describe, expect, it } from '@jest/globals';
import { adminTexts } from '../../../src/console/admin/common/texts';
import { tellFact, wordFact, type RecordWords } from '../../../src/console/admin/record/record-words';
import { recordTexts } from '../../../src/console/admin/record/texts-record';
import type { Lang, Texts } from '../../../src/console/i18n/define-texts';

function sayIn<K extends string>(texts: Texts<K>, lang: Lang) {
  return (key: K, values: Record<string, string | number> = {}): string =>
    texts.entries[key][lang].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
}

function wordsIn(lang: Lang): RecordWords {
  return {
    lang,
    say: sayIn(recordTexts, lang),
    sayAdmin: sayIn(adminTexts, lang),
    skillOf: (skill) => ({ refunds: { en: 'Refunds', 'zh-CN': '退款' }[lang] })[skill] ?? skill,
    teamOf: (id) => ({ refunds: { en: 'Refunds', 'zh-CN': '退款组' }[lang] })[id] ?? id,
    personOf: (id) => ({ 'u-1': '林小雨' })[id] ?? null,
    timeOf: (iso) => `<${iso}>`,
  };
}
const told = (lang: Lang, name: string, value: unknown): string => {
  const found = tellFact(name, value, wordsIn(lang));
  if (found.kind === 'facts') return found.facts.map(({ name: inner }) => inner).join('|');
  return found.kind === 'code' ? `code ${found.text}` : found.text;
};

describe('the details of a row of the record', () => {
  it.each([
    ['status', 403, '403 · not allowed', '403 · 无权限'],
    ['status', 418, '418', '418'],
    ['problem', 'wrong-credentials', 'Sign-in failed', '登录失败'],
    ['roles', ['agent', 'lead'], 'Agent, Team lead', '客服、组长'],
    ['given', ['roles', 'lang'], 'Roles, Language', '角色、语言'],
    ['teams', [{ team: 'refunds', tier: 2 }], 'Refunds · tier 2', '退款组 · 2 线'],
    ['members', [{ userId: 'u-1', tier: 1 }], '林小雨 · tier 1', '林小雨 · 1 线'],
    ['members', [{ userId: 'u-9', tier: 1 }], 'u-9 · tier 1', 'u-9 · 1 线'],
    ['lang', 'zh-CN', '中文', '中文'],
    ['active', false, 'Deactivated', '已停用'],
    ['various', true, 'yes', '是'],
    ['skills', [], 'none', '无'],
    ['title', { en: 'Refunds', 'zh-CN': '退款组' }, 'Refunds', '退款组'],
    ['since', '2026-11-16T08:00:00.000Z', '<2026-11-16T08:00:00.000Z>', '<2026-11-16T08:00:00.000Z>'],
  ])('tells %s in words: %j', (name, value, en, zh) => {
    expect([told('en', name, value), told('zh-CN', name, value)]).toEqual([en, zh]);
  });

  it('leaves what it does not know as it is stored', () => {
    expect(told('en', 'problem', 'of-tomorrow')).toBe('code of-tomorrow');
    expect(told('en', 'roles', ['agent', 'of-tomorrow'])).toBe('code ["agent","of-tomorrow"]');
    expect(told('en', 'strange', { deep: [1] })).toBe('code {"deep":[1]}');
    expect(told('zh-CN', 'route', '/api/users/:id')).toBe('code /api/users/:id');
    expect(wordFact('strange', wordsIn('zh-CN'))).toBe('strange');
    expect(wordFact('constructor', wordsIn('zh-CN'))).toBe('constructor');
  });

  it('names what was before inside of it', () => {
    expect(told('zh-CN', 'before', { roles: ['agent'], calendar: null })).toBe('角色|工作时间');
  });
});
