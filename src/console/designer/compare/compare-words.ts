import type { Lang } from '../../i18n/define-texts';
import { wordDuration } from '../../kit/sop-diagram/delay-words';
import { diagramTexts } from '../../kit/sop-diagram/texts';
import { compareTexts } from './texts-compare';

const texts = compareTexts.entries;

/** What stands where, the longest path first. */
const PLACES: [RegExp, keyof typeof texts][] = [
  [/^\/meta\/title\b/u, 'title'],
  [/^\/meta\/description\b/u, 'description'],
  [/^\/meta\/instructions\b/u, 'instructions'],
  [/^\/meta\/checklist\b/u, 'checklist'],
  [/^\/meta\/intake\b/u, 'intake'],
  [/^\/meta\/form\b/u, 'form'],
  [/^\/meta\/replies\b/u, 'replies'],
  [/^\/meta\/sla\/(?:within|resolve|firstResponse)\b/u, 'within'],
  [/^\/meta\/sla\/warnAfter\b/u, 'warnAfter'],
  [/^\/meta\/sla\/(?:onBreach|onWarn)\b/u, 'onBreach'],
  [/^\/meta\/sla\b/u, 'sla'],
  [/^\/meta\/(?:team|tier)\b/u, 'team'],
  [/^\/meta\/skills\b/u, 'skills'],
  [/^\/meta\/kind\b/u, 'kind'],
  [/^\/meta\/outcome\b/u, 'outcome'],
  [/^\/meta\/confirm\b/u, 'confirm'],
  [/^\/meta\/tone\b/u, 'tone'],
  [/^\/meta\/priority\b/u, 'priority'],
  [/^\/meta\/never\b/u, 'never'],
  [/^\/(?:meta\/)?context\b/u, 'context'],
  [/^\/guard\b/u, 'guard'],
  [/^\/actions\b/u, 'actions'],
  [/^\/(?:entry|exit)\b/u, 'actions'],
  [/^\/invoke\b/u, 'invoke'],
  [/^\/target\b/u, 'target'],
  [/^\/initial\b/u, 'initial'],
  [/^\/(?:order|on|states)$/u, 'order'],
  [/^\/type\b/u, 'type'],
];

/** What a change is about: "Instructions (Chinese)"; what has no word of its own is named by its path. */
export function wordPlace(path: string, lang: Lang): string {
  const key = PLACES.find(([pattern]) => pattern.test(path))?.[1];
  const place = key === undefined ? path : texts[key][lang];
  if (path.endsWith('/en')) return `${place}${texts.inEnglish[lang]}`;
  if (path.endsWith('/zh-CN')) return `${place}${texts.inChinese[lang]}`;
  return place;
}

/** What stands at a place as a person reads it: skills by what they are called. */
export function wordChanged(
  path: string,
  value: unknown,
  lang: Lang,
  skillOf: (skill: string) => string,
): string {
  if (!/^\/meta\/skills\b/u.test(path)) return wordValue(value, lang);
  const skills: unknown[] = Array.isArray(value) ? value : [value];
  const named = skills.map((skill) => (typeof skill === 'string' ? skillOf(skill) : skill));
  return wordValue(Array.isArray(value) ? named : named[0], lang);
}

/** A value as a person reads it; what has parts as indented lines. */
export function wordValue(value: unknown, lang: Lang): string {
  if (value === null || value === undefined) return texts.nothing[lang];
  if (typeof value === 'boolean') return texts[value ? 'yes' : 'no'][lang];
  if (typeof value === 'string') {
    if (value === '') return texts.nothing[lang];
    const kinds = diagramTexts.entries;
    if (['human', 'automatic', 'waits-for-customer', 'waits-for-others'].includes(value)) {
      return kinds[value as keyof typeof kinds][lang];
    }
    return /^P(?:\d|T\d)/u.test(value) ? wordDuration(value, lang) : value;
  }
  return typeof value === 'number' ? String(value) : wordParts(value, lang, '');
}

function wordParts(value: unknown, lang: Lang, indent: string): string {
  if (typeof value !== 'object' || value === null) return wordValue(value, lang);
  const isList = Array.isArray(value);
  return Object.entries(value as Record<string, unknown>)
    .map(([key, inner]) => {
      const head = isList ? `${indent}- ` : `${indent}${key}: `;
      if (typeof inner !== 'object' || inner === null) return head + wordValue(inner, lang);
      return `${head.trimEnd()}\n${wordParts(inner, lang, `${indent}  `)}`;
    })
    .join('\n');
}
