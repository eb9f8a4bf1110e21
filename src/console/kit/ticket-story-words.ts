import type { SopDefinition } from '../../engine/sop-format';
import type { components } from '../api/schema';
import type { Lang } from '../i18n/define-texts';
import type { StoryKey } from './ticket-story-texts';

export type HistoryEntry = components['schemas']['HistoryEntry'];
export type Visit = components['schemas']['Visit'];

/** What telling a story needs to know beside the history; everything in the reader's language. */
export interface StoryWords {
  lang: Lang;
  say: (key: StoryKey, values?: Record<string, string | number>) => string;
  /** A length of time, ms. */
  duration: (ms: number) => string;
  teamOf: (team: string) => string;
  /** Null: we do not know that person. */
  nameOf: (userId: string) => string | null;
  titleOf: (step: string) => string;
  /** Null until it is there, or when it cannot be had; answers to forms are left out then. */
  definition: SopDefinition | null;
}

/** A text of an event's data; null where there is none. */
export const textIn = (data: HistoryEntry['data'], name: string): string | null => {
  const value = data?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

const CHANNELS = ['web', 'chat', 'app', 'phone', 'email', 'api'] as const;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** A channel in words; one that we do not know by its own name. */
export function channelWord(channel: string, { say }: Pick<StoryWords, 'say'>): string {
  const known = CHANNELS.find((one) => one === channel);
  return known === undefined ? channel : say(`channel_${known}`);
}

/** A priority in words. */
export function priorityWord(priority: string, { say }: Pick<StoryWords, 'say'>): string {
  const known = PRIORITIES.find((one) => one === priority);
  return known === undefined ? priority : say(`priority_${known}`);
}
