import { wordFact } from '../../../words/facts';
import { wordPriority } from '../../../words/priorities';
import { channelWord, textIn, type HistoryEntry, type StoryWords, type Visit } from './words';
import { visibleName } from '../common/visible-name';

export type Sign =
  'begin' | 'move' | 'customer' | 'agent' | 'note' | 'hand' | 'escalate' | 'clock' | 'system';
/** The sentence that says what an event was; `quote`: somebody's own words that came with it. */
export interface Headline {
  sign: Sign;
  text: string;
  quote?: string;
}

function whoDid(entry: HistoryEntry, { say }: StoryWords): string {
  const { kind, name } = entry.actor;
  if (kind === 'system') return say('by_system');
  return visibleName(name ?? '') || say(kind === 'customer' ? 'by_customer' : 'by_somebody');
}

/** An event of the history in one sentence. `before`: the event before it. */
export function headline(
  entry: HistoryEntry,
  before: HistoryEntry | null,
  visits: Visit[],
  words: StoryWords,
): Headline {
  const { say } = words;
  const who = whoDid(entry, words);
  const { data, type } = entry;
  switch (type) {
    case 'opened': {
      const channel = channelWord(textIn(data, 'channel') ?? '', words);
      const keys = { customer: 'opened', agent: 'openedFor', system: 'openedBySystem' } as const;
      return {
        sign: 'begin',
        text: say(keys[entry.actor.kind], { who, channel }),
        quote: textIn(data, 'subject') ?? '',
      };
    }
    case 'claimed':
      return {
        sign: 'hand',
        text: say('claimed', { who, step: words.titleOf(textIn(data, 'step') ?? '') }),
      };
    case 'released':
      return { sign: 'hand', text: say('released', { who }) };
    case 'taken-over':
    case 'handed-back':
    case 'revoked':
    case 'merge-undone':
      return tellHands(entry, who, words);
    case 'lease-expired': {
      const name = words.nameOf(textIn(data, 'userId') ?? '') ?? say('by_somebody');
      return { sign: 'clock', text: say('leaseExpired', { who: name }) };
    }
    case 'message':
    case 'CUSTOMER_MESSAGE':
      return tellMessage(entry, who, words);
    case 'transferred':
      return { sign: 'hand', text: tellTransfer(entry, who, words) };
    case 'priority': {
      const [from, to] = ['from', 'to'].map((name) => wordPriority(textIn(data, name) ?? '', words.lang));
      return { sign: 'hand', text: say('priority', { who, from: from ?? '', to: to ?? '' }) };
    }
    case 'reopened': {
      const body = textIn(data, 'body');
      return body === null
        ? { sign: 'begin', text: say('reopened', { who }) }
        : { sign: 'begin', text: say('reopenedByMessage', { who }), quote: body };
    }
    case 'cancelled':
      return { sign: 'hand', text: say('cancelled', { who }) };
    case 'merged':
      return { sign: 'hand', text: say('merged', { who, number: textIn(data, 'into') ?? '' }) };
    case 'merged-from':
      return { sign: 'system', text: say('mergedFrom', { number: textIn(data, 'child') ?? '' }) };
    default:
      return tellEventOfSop(entry, { before, visits, who }, words);
  }
}

/** Whose work it is has changed, or which ticket it belongs to. */
function tellHands(entry: HistoryEntry, who: string, words: StoryWords): Headline {
  const { say } = words;
  const { data, type } = entry;
  const step = words.titleOf(textIn(data, 'step') ?? '');
  const sign = 'hand';
  switch (type) {
    case 'taken-over': {
      const from = entry.facts.find((fact) => fact.type === 'take-over')?.from;
      if (!from) return { sign, text: say('takenOver', { who, step }) };
      const name = words.nameOf(from) ?? say('by_somebody');
      return { sign, text: say('takenOverFrom', { who, step, from: name }) };
    }
    case 'handed-back': {
      const team = words.teamOf(textIn(data, 'team') ?? '');
      return { sign, text: say('handedBack', { who, step, team, tier: Number(data?.['tier'] ?? 0) }) };
    }
    case 'revoked': {
      const name = words.nameOf(textIn(data, 'userId') ?? '') ?? say('by_somebody');
      return { sign, text: say('revoked', { who: name, step }) };
    }
    default: {
      // In the ticket that goes on by itself again, or in the one that it had gone into.
      const child = textIn(data, 'child');
      return child === null
        ? { sign, text: say('mergeUndone', { who, number: textIn(data, 'from') ?? '' }) }
        : { sign, text: say('mergeUndoneFrom', { who, number: child }) };
    }
  }
}

function tellMessage(entry: HistoryEntry, who: string, { say }: StoryWords): Headline {
  const quote = textIn(entry.data, 'body') ?? '';
  if (entry.actor.kind === 'customer')
    return { sign: 'customer', text: say('customerWrote', { who }), quote };
  if (entry.data?.['internal'] === true) return { sign: 'note', text: say('agentNoted', { who }), quote };
  return { sign: 'agent', text: say('agentWrote', { who }), quote };
}

function tellTransfer(entry: HistoryEntry, who: string, words: StoryWords): string {
  const to = entry.data?.['to'] as { team?: string; userId?: string } | undefined;
  if (to?.userId === undefined)
    return words.say('transferredToTeam', { who, team: words.teamOf(to?.team ?? '') });
  if (to.userId === entry.actor.id) return words.say('tookOver', { who });
  return words.say('transferredToPerson', { who, to: words.nameOf(to.userId) ?? words.say('by_somebody') });
}

function tellEventOfSop(
  entry: HistoryEntry,
  around: { before: HistoryEntry | null; visits: Visit[]; who: string },
  words: StoryWords,
): Headline {
  const { say } = words;
  const { escalation, type, title } = entry;
  if (type.startsWith('after ')) return { sign: 'clock', text: tellTimer(entry, words) };
  const call = /^(done|error)\.(.+)$/.exec(type);
  if (call) {
    const left = around.visits.find((visit) => visit.leftBy === type && visit.exitedAt === entry.at);
    const step = left?.title ?? around.before?.stepTitles[0] ?? call[2] ?? '';
    return { sign: 'system', text: say(call[1] === 'done' ? 'callDone' : 'callFailed', { step }) };
  }
  const { who } = around;
  if (type === 'ESCALATE' && escalation) {
    const [team, tier] = [words.teamOf(escalation.toTeam), escalation.toTier];
    return { sign: 'escalate', text: say('escalated', { who, team, tier }) };
  }
  return {
    sign: entry.actor.kind === 'system' ? 'system' : 'move',
    text: say('took', { who, title: title ?? type }),
  };
}

function tellTimer(entry: HistoryEntry, words: StoryWords): string {
  const sla = entry.facts.find((fact) => fact.type === 'sla');
  if (sla) return wordFact(sla, words);
  const [, , delay = '', , ...path] = (textIn(entry.data, 'timer') ?? '').split('.');
  const [length = '', clock] = (delay || entry.type.slice('after '.length)).split(' ');
  const time = words.duration(msOf(length));
  return words.say('timeUp', {
    time: clock === 'business' ? words.say('businessTime', { time }) : time,
    step: words.titleOf(path.join('.')),
  });
}

/** ms of an ISO 8601 duration of days and shorter. */
function msOf(duration: string): number {
  const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration);
  const [weeks, days, hours, minutes, seconds] = (parts?.slice(1) ?? []).map((part) => Number(part ?? 0));
  const allHours = ((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0);
  return ((allHours * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
