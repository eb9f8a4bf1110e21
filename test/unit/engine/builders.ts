import type { Actor, AdvanceInput, BusinessCalendar } from '../../../src/engine/common/model.js';

/** A team that never sleeps, and one that works half of the time: 8 h of business take 16 h. */
export const ALWAYS_OPEN: BusinessCalendar = { add: (from, ms) => from + ms, between: (a, b) => b - a };
export const HALF_OPEN: BusinessCalendar = {
  add: (from, ms) => from + 2 * ms,
  between: (a, b) => (b - a) / 2,
};

export const NOON = Date.parse('2026-03-02T09:00:00Z');
export const AGENT: Actor = { kind: 'agent', id: 'u1', name: 'Ann', roles: ['agent'], tier: 1 };

export function makeInput(over: Partial<AdvanceInput> = {}): AdvanceInput {
  return {
    now: NOON,
    seq: 1,
    ticket: {
      ...{ id: 't1', number: 1, subject: 'Where is my parcel?', channel: 'chat', priority: 'normal' },
      ...{ team: 'after-sales', tier: 1, lang: 'en', reopenings: 0, createdAt: '2026-03-02T08:00:00Z' },
    },
    customer: { id: 'c1', name: 'Li Wei', tier: 'gold' },
    calendar: ALWAYS_OPEN,
    ...over,
  };
}
