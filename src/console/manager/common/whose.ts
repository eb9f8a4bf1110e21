import type { Schemas } from '../../api/client';

/** For whom tickets wait; `us` can be changed first. */
export const WHOSE = ['all', 'us', 'customer', 'others'] as const;
export type Whose = (typeof WHOSE)[number];

export function isWaitingFor(cause: Schemas['BottleneckCause'], whose: Whose): boolean {
  if (whose === 'all') return true;
  if (cause === 'customer') return whose === 'customer';
  if (cause === 'external') return whose === 'others';
  return whose === 'us';
}
