import type { Change } from './change.js';

/**
 * A ticket's own time never goes back: after a clock that was ahead has been set right it stands still until the clock
 * has caught up. What is to happen afterwards is counted from the clock itself (`now`, ms) all the same, so no timer,
 * no call and no lease comes later than meant.
 */
export function countFrom(change: Change, now: number): Change {
  const ahead = change.history.at - now;
  if (ahead <= 0) return change;
  return {
    ...change,
    leaseMs: change.leaseMs - ahead,
    effects: change.effects.map((effect) =>
      effect.kind === 'http' && effect.heldUntil !== undefined
        ? { ...effect, heldUntil: effect.heldUntil - ahead }
        : effect,
    ),
    timersSet: change.timersSet.map((timer) => ({ ...timer, dueAt: timer.dueAt - ahead })),
  };
}
