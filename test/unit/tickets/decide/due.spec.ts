import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check.js';
import type { SopMeta } from '../../../../src/engine/common/model.js';
import { setPaused, startTargets, visitDueAt } from '../../../../src/tickets/decide/due.js';

const open = { add: (from: number, ms: number) => from + ms, between: (a: number, b: number) => b - a };
/** Business time runs at half speed. */
const half = {
  add: (from: number, ms: number) => from + 2 * ms,
  between: (a: number, b: number) => (b - a) / 2,
};
const text = { en: 'x', 'zh-CN': '某' };
const meta = (clock: 'business' | 'calendar'): SopMeta => ({
  title: text,
  description: text,
  owner: 'o',
  team: 't',
  intake: { form: {} },
  context: {},
  sla: { firstResponse: 'PT1H', resolve: 'PT10H', clock },
});
const HOUR = 3_600_000;
const customer = { id: 'c', name: 'c', tier: 'standard' };

describe('targets of a ticket', () => {
  it('run on the clock that the SOP names', () => {
    expect(startTargets(meta('calendar'), 0, half).resolveDueAt).toBe(10 * HOUR);
    expect(startTargets(meta('business'), 0, half).resolveDueAt).toBe(20 * HOUR);
  });

  it('keep what was left of them while they are paused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 100 }), (before, paused) => {
        const sla = startTargets(meta('business'), 0, half);
        const stopped = setPaused(sla, true, before * HOUR, meta('business'), half);
        const again = setPaused(stopped, false, (before + paused) * HOUR, meta('business'), half);
        expect(again.resolveDueAt).toBe(sla.resolveDueAt + paused * HOUR);
        expect(again.pausedMs).toBe(paused * HOUR);
      }),
    );
  });

  it('stay missed when the pause begins after they were missed', () => {
    const sla = startTargets(meta('calendar'), 0, open);
    const stopped = setPaused(sla, true, 11 * HOUR, meta('calendar'), open);
    expect(setPaused(stopped, false, 20 * HOUR, meta('calendar'), open).resolveDueAt).toBe(sla.resolveDueAt);
  });

  it('stay missed also in business time, of which nothing lies between a late pause and the target', () => {
    const team = { ...open, between: (a: number, b: number) => Math.max(0, b - a) };
    const sla = startTargets(meta('business'), 0, team);
    const stopped = setPaused(sla, true, 11 * HOUR, meta('business'), team);
    expect(setPaused(stopped, false, 20 * HOUR, meta('business'), team).resolveDueAt).toBe(sla.resolveDueAt);
  });
});

describe('the due time of waiting work', () => {
  const sla = startTargets(meta('calendar'), 0, open);
  const visit = { enteredAt: 0, slaDueAt: 4 * HOUR };

  it('is nearer the more urgent the ticket is, and never past the target of the ticket', () => {
    const due = (['urgent', 'high', 'normal', 'low'] as const).map((p) =>
      visitDueAt(visit, sla, p, customer),
    );
    expect(due).toEqual([0, 2 * HOUR, 4 * HOUR, 6 * HOUR]);
    expect(visitDueAt({ enteredAt: 0, slaDueAt: null }, sla, 'low', customer)).toBe(sla.resolveDueAt);
  });

  it('is nearer for a customer of a higher tier', () => {
    expect(visitDueAt(visit, sla, 'normal', { ...customer, tier: 'vip' })).toBe(2 * HOUR);
  });

  it('is the target itself once that is past', () => {
    expect(visitDueAt({ enteredAt: 12 * HOUR, slaDueAt: null }, sla, 'high', customer)).toBe(
      sla.resolveDueAt,
    );
  });
});
