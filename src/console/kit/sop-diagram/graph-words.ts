import type { Lang } from '../../i18n/define-texts';
import { wordDelay, wordDuration } from './delay-words';
import type { Act, GraphNode, Way } from './graph';
import { diagramTexts } from './texts';

const texts = diagramTexts.entries;

function fill(key: keyof typeof texts, lang: Lang, name: string, value: string): string {
  return texts[key][lang].replace(`{{${name}}}`, value);
}

/** A rule as short as it can be told: what it reads is nearly always the ticket's data. */
export function wordRule(expr: string): string {
  return expr
    .replaceAll(/\b(?:context|event\.(?:data|output))\./gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** What a way is called on the diagram. */
export function wordWay(way: Way, lang: Lang): string {
  if (way.title !== null) return way.title[lang];
  const rule =
    way.guard === null ? (way.isOtherwise ? texts.otherwise[lang] : null) : wordRule(way.guard.expr);
  if (way.event.startsWith('after ')) return joinWords([wordDelay(way.event.slice(6), lang), rule]);
  if (way.event.startsWith('done.')) return joinWords([texts.success[lang], rule]);
  if (way.event.startsWith('error.')) return joinWords([texts.failure[lang], rule]);
  if (way.event === '') return rule ?? '';
  const own = Object.hasOwn(texts, way.event) ? texts[way.event as keyof typeof texts] : undefined;
  return own?.[lang] ?? way.event;
}

function joinWords(words: (string | null)[]): string {
  return words.filter((word) => word !== null && word !== '').join(' · ');
}

/** What is done without leaving the step. */
export function wordActs(acts: Act[], lang: Lang): string {
  const escalation = acts.find((act) => act.type === 'escalate');
  if (escalation) {
    const to = wordPlace(escalation, lang);
    return to === '' ? texts.escalates[lang] : fill('escalatesTo', lang, 'to', to);
  }
  if (acts.some((act) => act.type === 'reply')) return texts.replies[lang];
  if (acts.some((act) => act.type === 'note')) return texts.notes[lang];
  return texts.acts[lang];
}

/** Team and tier in words; empty when neither is said. */
export function wordPlace(place: { team: string | null; tier: number | null }, lang: Lang): string {
  const tier = place.tier === null ? null : fill('tier', lang, 'tier', String(place.tier));
  return joinWords([place.team, lang === 'en' ? (tier?.toLowerCase() ?? null) : tier]);
}

/** A line at the foot of a step: what happens there without leading away. */
export interface FootLine {
  pointer: string;
  sign: 'timeout' | 'escalation' | 'event' | 'broken';
  /** Short, beside the sign. */
  text: string;
  /** By itself. */
  full: string;
}

/** Reminders, escalations and missed targets of a step, and its ways that lead nowhere. */
export function footOf(node: GraphNode, lang: Lang): FootLine[] {
  const line = (
    pointer: string,
    sign: FootLine['sign'],
    when: string,
    what: string,
    short = what,
  ): FootLine => {
    const colon = lang === 'en' ? ': ' : '：';
    return { pointer, sign, text: when + colon + short, full: when + colon + what };
  };
  const stays = node.stays.map((way): FootLine => {
    const escalation = way.acts.find((act) => act.type === 'escalate');
    const what = wordActs(way.acts, lang);
    if (escalation)
      return line(way.pointer, 'escalation', wordWay(way, lang), what, shorten(escalation, lang));
    return line(way.pointer, way.event.startsWith('after ') ? 'timeout' : 'event', wordWay(way, lang), what);
  });
  const missed = (node.sla?.onBreach ?? []).filter((act) => act.type === 'escalate');
  const breach = missed.slice(0, 1).map((act): FootLine => {
    const what = wordActs([act], lang);
    return line(`${node.pointer}/meta/sla`, 'escalation', texts.missed[lang], what, shorten(act, lang));
  });
  const broken = node.broken.map((way) =>
    line(way.pointer, 'broken', wordWay(way, lang), texts.nowhere[lang]),
  );
  return [...broken, ...stays, ...breach];
}

/** The sign says already that it is an escalation. */
function shorten(act: Act, lang: Lang): string {
  const to = wordPlace(act, lang);
  return to === '' ? texts.escalates[lang] : fill('to', lang, 'to', to);
}

/** Who works on a step and in what time: "Tier 2 · 4 h of working time"; empty when nothing is said. */
export function factsOf(node: GraphNode, lang: Lang): string {
  const time = node.sla && wordDuration(node.sla.within, lang, node.sla.isBusiness);
  // Nearly all work is done at the first tier; only another one is news.
  const tier = (node.tier ?? 1) > 1 ? fill('tier', lang, 'tier', String(node.tier)) : null;
  return joinWords([node.team, tier, time === null ? null : fill('target', lang, 'time', time)]);
}

/** The word for a node's kind. */
export function wordKind(node: GraphNode, lang: Lang): string {
  if (node.isRegion && node.kind === 'group') return texts.region[lang];
  if (node.kind === 'exits' && node.parent === null) return texts.exitsRoot[lang];
  return texts[node.kind][lang];
}

export function wordTitle(node: GraphNode, lang: Lang): string {
  return node.title[lang];
}
