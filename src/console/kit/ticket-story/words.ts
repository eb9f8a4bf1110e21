import type { SopDefinition } from '../../../engine/common/sop-format';
import type { FactNames } from '../../../words/facts';
import type { components } from '../../api/schema';
import type { StoryKey } from './texts';

export type HistoryEntry = components['schemas']['HistoryEntry'];
export type Visit = components['schemas']['Visit'];

/** What telling a story needs to know beside the history; everything in the reader's language. */
export interface StoryWords extends FactNames {
  say: (key: StoryKey, values?: Record<string, string | number>) => string;
  /** A length of time, ms. */
  duration: (ms: number) => string;
  /** Null until it is there, or when it cannot be had; answers to forms are left out then. */
  definition: SopDefinition | null;
}

/** A text of an event's data; null where there is none. */
export const textIn = (data: HistoryEntry['data'], name: string): string | null => {
  const value = data?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const CHANNELS = ['web', 'chat', 'app', 'phone', 'email', 'api'] as const;

/** A channel in words; one that we do not know by its own name. */
export function channelWord(channel: string, { say }: Pick<StoryWords, 'say'>): string {
  const known = CHANNELS.find((one) => one === channel);
  return known === undefined ? channel : say(`channel_${known}`);
}
