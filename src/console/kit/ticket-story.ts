import { wordFact } from './ticket-story-facts';
import { wordAnswers } from './ticket-story-fields';
import { headline, type Sign } from './ticket-story-headline';
import { textIn, type HistoryEntry, type StoryWords, type Visit } from './ticket-story-words';

export interface StoryDetail {
  /** `quote`: somebody's own words. */
  kind: 'quote' | 'field' | 'fact' | 'move';
  label: string | null;
  text: string;
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

function details(entry: HistoryEntry, before: HistoryEntry | null, words: StoryWords): StoryDetail[] {
  const { say } = words;
  const reason = textIn(entry.data, 'reason') ?? entry.escalation?.reason ?? null;
  const isReasonAnswered = entry.type === 'opened' || entry.type === 'reopened';
  const answers = words.definition
    ? wordAnswers(
        words.definition,
        { steps: before?.steps ?? [], event: entry.type, data: answersIn(entry) },
        words.lang,
        (is) => say(is ? 'yes' : 'no'),
      ).filter(({ name }) => name !== 'reason' || isReasonAnswered)
    : [];
  const error = entry.data?.['error'] as { code?: string } | undefined;
  return [
    ...answers.map(({ title, value }) => ({ kind: 'field' as const, label: title, text: value })),
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

/** What was answered in forms: of an opening it stands one level deeper. */
function answersIn(entry: HistoryEntry): unknown {
  return entry.type === 'opened' ? entry.data?.['data'] : entry.data;
}

function tellFact(
  fact: HistoryEntry['facts'][number],
  entry: HistoryEntry,
  words: StoryWords,
): StoryDetail[] {
  const { say } = words;
  if (fact.type === 'reply') return [{ kind: 'quote', label: say('sent'), text: fact.text ?? '' }];
  if (fact.type === 'note') return [{ kind: 'quote', label: say('note'), text: fact.text ?? '' }];
  // Both are the headline already.
  if (fact.type === 'sla' && entry.type.startsWith('after ')) return [];
  if (fact.type === 'escalate' && entry.type === 'ESCALATE') return [];
  if (fact.type === 'escalate' && entry.escalation) {
    const { toTeam, toTier } = entry.escalation;
    const text = say('escalatedBySop', { team: words.teamOf(toTeam), tier: toTier });
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
