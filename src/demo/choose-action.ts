import type { GuideAction } from '../engine/common/model.js';
import type { Chance } from './chance.js';

/** Ways for rare cases that the stories of this world do not tell. */
const UNUSED: ReadonlySet<string> = new Set(['SKIP', 'ASK_MORE']);
/** How likely the usual agent takes a way out, by its name; others by their tone. */
const HABITS: Readonly<Record<string, number>> = {
  ESCALATE: 0.3,
  WITHDRAW: 0.12,
  ASK_CUSTOMER: 1.6,
  REJECT: 0.9,
  FAIL: 1.6,
  REFER: 0.6,
  COMPENSATE: 2,
  DECLINE: 0.6,
  CONFIRM_LOSS: 5,
  FOUND: 3,
  THREAT: 0.4,
  RETRY: 3,
  OTHER_ACCOUNT: 0.5,
  REVISE: 4,
};
const BY_TONE = { primary: 10, neutral: 2, danger: 0.8 };
/** A way that was taken before is taken less often again: people notice when they turn in circles. */
const AGAIN = { primary: 0.6, neutral: 0.25, danger: 0.25 };

/**
 * What an agent does next among the open ways out of a step; null when none is open. `taken`: how often each event
 * was taken on this ticket before.
 */
export function chooseAction(
  actions: readonly GuideAction[],
  taken: ReadonlyMap<string, number>,
  chance: Chance,
): GuideAction | null {
  const open = actions.filter((a) => a.enabled && !UNUSED.has(a.event));
  if (open.length === 0) return null;
  return chance.weighted(
    open.map((action) => {
      const usual = HABITS[action.event] ?? BY_TONE[action.tone];
      const often = taken.get(action.event) ?? 0;
      return [action, usual * AGAIN[action.tone] ** often] as const;
    }),
  );
}
