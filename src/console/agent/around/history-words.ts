import type { Say } from '../../i18n/texts';
import type { stepTexts } from '../common/texts-step';
import type { HistoryEntry } from '../common/ticket-cache';
import { visibleName } from '../../kit/common/visible-name';

type Key = keyof typeof stepTexts.entries;

const DEEDS: Record<string, Key> = {
  claimed: 'did_claimed',
  released: 'did_released',
  'lease-expired': 'did_lease-expired',
  'taken-over': 'did_taken-over',
  'handed-back': 'did_handed-back',
  revoked: 'did_revoked',
  priority: 'did_priority',
  transferred: 'did_transferred',
  reopened: 'did_reopened',
  cancelled: 'did_cancelled',
  merged: 'did_merged',
  'merged-from': 'did_merged-from',
  'merge-undone': 'did_merge-undone',
  escalated: 'did_escalated',
};

/** Only hands change, or words. */
const STAYS = ['claimed', 'taken-over', 'released', 'revoked', 'handed-back', 'message'];

/** Who did what, in words: for the explanation of a conflict. */
export function wordEntry(
  entry: HistoryEntry,
  say: Say<Key>,
  myId: string,
): { who: string; what: string; where: string } {
  const { actor, recordedBy } = entry;
  const name = ({ id, name, kind }: HistoryEntry['actor']): string =>
    id === myId ? say('byMe') : visibleName(name ?? '') || say(`by_${kind}`);
  const who = name(actor);
  const moved = entry.stepTitles.length > 0 && !STAYS.includes(entry.type);
  return {
    who: recordedBy === null ? who : say('whoBy', { who, by: name(recordedBy) }),
    what: wordDeed(entry, say),
    where: moved ? say('nowIn', { steps: entry.stepTitles.join(' / ') }) : '',
  };
}

function wordDeed(entry: HistoryEntry, say: Say<Key>): string {
  if (entry.title !== null) return say('didTitle', { title: entry.title });
  if (entry.type === 'message') return say(entry.data?.['internal'] === true ? 'did_note' : 'did_message');
  if (entry.type === 'CUSTOMER_MESSAGE') return say('did_message');
  const deed = DEEDS[entry.type];
  if (deed) return say(deed);
  if (entry.cause === 'clock') return say('did_timer');
  return say(entry.cause === 'automation' ? 'did_result' : 'did_other');
}
