import { session } from '../../api/session';
import type { WalkAct, WalkBegin } from './walk';

/** A walk as it is kept for a reload, until the sign-out: how it began, and what was done since. */
export interface KeptWalk {
  begin: WalkBegin;
  acts: WalkAct[];
}

const keyOf = (sop: string): string => `stepwise.walk.${sop}`;

/** The walk of this tab through an SOP. */
export function readKeptWalk(sop: string): KeptWalk | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(sop)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { begin, acts } = kept as Partial<KeptWalk>;
    return begin && Array.isArray(acts) ? { begin, acts } : null;
  } catch {
    return null;
  }
}

export function keepWalk(sop: string, walk: KeptWalk | null): void {
  try {
    if (walk && session.state.status !== 'out') sessionStorage.setItem(keyOf(sop), JSON.stringify(walk));
    else sessionStorage.removeItem(keyOf(sop));
  } catch {
    // It lives as long as the page then.
  }
}
