import type { Lang } from '../../i18n/define-texts';
import { factSayer, wordFact } from '../../../words/facts';
import { wordAnswers } from './fields';
import { headline, type Sign } from './headline';
import { textIn, type HistoryEntry, type StoryWords, type Visit } from './words';

export interface StoryDetail {
  /** `quote`: somebody's own words. */
  kind: 'quote' | 'field' | 'fact' | 'move' | 'warning';
  label: string | null;
  text: string;
  /** The language of the text, where it is not the reader's: what was sent stays as it was sent. */
  lang?: Lang;
  /** Beside the text: what was entered, where something else was stored. */
  aside?: string;
}
/** One event in words. */
export interface StoryLine {
  seq: number;
  /** ISO 8601. */
  at: string;
  sign: Sign;
  text: string;
  details: StoryDetail[];
  /** How long nothing happened before it, and for whom was waited; null when it was short. */
  wait: string | null;
}

const SHORT_MS = 5 * 60_000;

/** The history of a ticket in sentences, oldest first. `entries`: oldest first and complete. */
export function tellStory(entries: HistoryEntry[], visits: Visit[], words: StoryWords): StoryLine[] {
  return entries.map((entry, index) => {
    const before = entries[index - 1] ?? null;
    const { sign, text, quote } = headline(entry, before, visits, words);
    return {
      seq: entry.seq,
      at: entry.at,
      sign,
      text,
      details: [
        ...(quote ? [{ kind: 'quote' as const, label: null, text: quote }] : []),
        ...details(entry, before, words),
      ],
      wait: before && waitBetween(before, entry, visits, words),
    };
  });
}

/** An event in one line: what it was, who entered it for whom, and where the ticket came to. `before`: the event before. */
export function tellBriefly(
  entry: HistoryEntry,
  before: HistoryEntry | null,
  visits: Visit[],
  words: StoryWords,
): string {
  const more = [...recorded(entry, words), ...moves(entry, before, words)];
  return [headline(entry, before, visits, words).text, ...more.map(({ text }) => text)].join(' · ');
}

function details(entry: HistoryEntry, before: HistoryEntry | null, words: StoryWords): StoryDetail[] {
  const { say } = words;
  const reason = textIn(entry.data, 'reason') ?? entry.escalation?.reason ?? null;
  const isReasonAnswered = entry.type === 'opened' || entry.type === 'reopened';
  const actedIn = factOf(entry, 'acted-in')?.step;
  const steps = actedIn ? [actedIn] : (before?.steps ?? []);
  const stored = factOf(entry, 'stored')?.values;
  const answers = words.definition
    ? wordAnswers(
        words.definition,
        { steps, event: entry.type, data: answersIn(entry), stored },
        words.lang,
        (is) => say(is ? 'yes' : 'no'),
      ).filter(({ name }) => name !== 'reason' || isReasonAnswered)
    : [];
  const error = entry.data?.['error'] as { code?: string } | undefined;
  return [
    ...recorded(entry, words),
    ...answers.map(({ title, value, entered }) => ({
      ...{ kind: 'field' as const, label: title, text: value },
      ...(entered === null ? {} : { aside: say('entered', { value: entered }) }),
    })),
    ...(reason !== null && !isReasonAnswered
      ? [{ kind: 'field' as const, label: say('reason'), text: reason }]
      : []),
    ...(error?.code === undefined
      ? []
      : [{ kind: 'field' as const, label: say('errorCode'), text: error.code }]),
    ...entry.facts.flatMap((fact) => tellFact(fact, entry, words)),
    ...moves(entry, before, words),
  ];
}

function factOf(entry: HistoryEntry, type: HistoryEntry['facts'][number]['type']) {
  return entry.facts.find((fact) => fact.type === type);
}

/** Who entered it for the customer; that somebody did so in a case of their own is not to be overlooked. */
function recorded(entry: HistoryEntry, words: StoryWords): StoryDetail[] {
  const { say } = words;
  const { recordedBy } = entry;
  const fact = factOf(entry, 'on-behalf');
  const isOwn = fact?.ownCase === true;
  const kind = isOwn ? 'warning' : 'fact';
  if (recordedBy !== null) {
    const name = recordedBy.name ?? say('by_somebody');
    return [{ kind, label: null, text: say(isOwn ? 'recordedByOwn' : 'recordedBy', { name }) }];
  }
  if (fact === undefined) return [];
  return [{ kind, label: null, text: wordFact(fact, words) }];
}

/** What was answered in forms: of an opening it stands one level deeper. */
function answersIn(entry: HistoryEntry): unknown {
  return entry.type === 'opened' ? entry.data?.['data'] : entry.data;
}

function tellFact(
  fact: HistoryEntry['facts'][number],
  entry: HistoryEntry,
  words: StoryWords,
): StoryDetail[] {
  const say = factSayer(words.lang);
  if (fact.type === 'reply') {
    const { text = '', lang } = fact;
    return [{ kind: 'quote', label: say('sent'), text, ...(lang && { lang }) }];
  }
  if (fact.type === 'note') return [{ kind: 'quote', label: say('note'), text: fact.text ?? '' }];
  // These are the headline already.
  if (fact.type === 'sla' && entry.type.startsWith('after ')) return [];
  if (fact.type === 'take-over' && entry.type === 'taken-over') return [];
  // Told above: at the fields, and at who entered it.
  if (fact.type === 'stored' || fact.type === 'on-behalf') return [];
  const isMoved = fact.type === 'escalate' && fact.moved !== false;
  if (isMoved && entry.type === 'ESCALATE') return [];
  if (isMoved && entry.escalation) {
    const { toTeam, toTier } = entry.escalation;
    const text = wordFact({ ...fact, team: toTeam, tier: toTier }, words);
    return [{ kind: 'fact', label: null, text }];
  }
  return [{ kind: 'fact', label: null, text: wordFact(fact, words) }];
}

/** Where the ticket came to by it. */
function moves(entry: HistoryEntry, before: HistoryEntry | null, { say, lang }: StoryWords): StoryDetail[] {
  const were = new Set(before?.steps);
  const come = entry.stepTitles.filter((_, index) => !were.has(entry.steps[index] ?? ''));
  if (come.length > 0)
    return [
      {
        kind: 'move',
        label: null,
        text: say('moved', { steps: come.join(lang === 'en' ? ' + ' : '、') }),
      },
    ];
  const isOver = entry.steps.length === 0 && (before?.steps.length ?? 0) > 0;
  return isOver ? [{ kind: 'move', label: null, text: say('ended') }] : [];
}

/** For whom was waited between two events that stand next to each other. */
function waitBetween(
  before: HistoryEntry,
  entry: HistoryEntry,
  visits: Visit[],
  words: StoryWords,
): string | null {
  const [from, to] = [Date.parse(before.at), Date.parse(entry.at)];
  if (to - from < SHORT_MS) return null;
  const time = words.duration(to - from);
  const open = visits.filter(
    (visit) =>
      Date.parse(visit.enteredAt) < to && (visit.exitedAt === null || Date.parse(visit.exitedAt) > from),
  );
  const has = (kind: Visit['kind']): boolean => open.some((visit) => visit.kind === kind);
  if (has('human')) return words.say(entry.type === 'claimed' ? 'waitedForPerson' : 'passed', { time });
  if (has('waits-for-customer')) return words.say('waitedForCustomer', { time });
  if (has('waits-for-others') || has('automatic')) return words.say('waitedForOthers', { time });
  return words.say('passed', { time });
}
