import { describe, expect, it } from '@jest/globals';
import {
  cutAfter,
  exampleValues,
  passedPlaces,
  readTimer,
  readTrail,
  takenActs,
  takesStepForm,
  waitFor,
  waitUntil,
  type GuideAction,
  type GuideStep,
  type WalkAct,
  type WalkTrail,
} from '../../../src/console/designer/walk/walk';

const ACTS: WalkAct[] = [
  { type: 'result', id: 'order' },
  { type: 'wait', for: 'next' },
  { type: 'event', event: 'APPROVE' },
];
const place = (step: string) => ({ step, title: step });
const move = (act: number | null, from: string[], to: string[]): WalkTrail => ({
  ...{ act, did: act === null ? 'open' : 'event', name: 'x', title: null, at: '2026-11-22T00:00:00.000Z' },
  ...{ from: from.map(place), to: to.map(place), facts: [] },
});

describe('going back in a walk', () => {
  it('keeps the act that is gone back to and drops what came after it', () => {
    expect(cutAfter(ACTS, 1)).toEqual(ACTS.slice(0, 2));
    expect(cutAfter(ACTS, null)).toEqual([]);
  });

  it('leaves out the act that was refused and everything behind it', () => {
    expect(takenActs(ACTS, 1)).toEqual(ACTS.slice(0, 1));
    expect(takenActs(ACTS, null)).toEqual(ACTS);
  });

  it('is offered once for each act, after its last timer, and not for the newest move', () => {
    const trail = [
      move(null, [], ['a']),
      move(0, ['a'], ['b']),
      move(0, ['b'], ['c']),
      move(1, ['c'], ['d']),
    ];
    expect(readTrail(trail).map(({ isReturn }) => isReturn)).toEqual([true, false, true, false]);
    expect(readTrail(trail).map(({ isNewest }) => isNewest)).toEqual([false, false, false, true]);
  });
});

describe('the trace on the diagram', () => {
  it('holds every step that was entered and every way that led on', () => {
    const { steps, ways } = passedPlaces([
      move(null, [], ['look-up']),
      move(0, ['look-up'], ['assess']),
      move(1, ['assess'], ['assess']),
      move(2, ['assess'], ['pay', 'tell']),
    ]);
    expect([...steps]).toEqual(['look-up', 'assess', 'pay', 'tell']);
    expect([...ways]).toEqual(['look-up assess', 'assess pay', 'assess tell']);
  });
});

describe('time in a walk', () => {
  it('reads what a timer is for', () => {
    const id = (key: string): string => `xstate.after.${key}.return-refund.checking.assess`;
    expect(readTimer(id('PT3H business sla-warned'))).toEqual({ kind: 'sla-warned', delay: 'PT3H business' });
    expect(readTimer(id('PT4H business sla-breached'))).toEqual({
      kind: 'sla-breached',
      delay: 'PT4H business',
    });
    expect(readTimer(id('P3D'))).toEqual({ kind: 'after', delay: 'P3D' });
  });

  it('waits until an instant, and never a moment too short', () => {
    expect(waitUntil('2026-11-22T08:00:00.500Z', '2026-11-22T09:00:00.900Z')).toBe('PT3601S');
    expect(waitUntil('2026-11-22T09:00:00.000Z', '2026-11-22T08:00:00.000Z')).toBe('PT0S');
  });

  it('writes days as days and shorter units as time', () => {
    expect([waitFor(3, 'D'), waitFor(4, 'H'), waitFor(30, 'M')]).toEqual(['P3D', 'PT4H', 'PT30M']);
  });
});

describe('the form of a way out', () => {
  const form = { type: 'object', properties: { amount: { type: 'number' } } };
  const step = { form } as unknown as GuideStep;

  it('is the form of the step when both are the same, and its own otherwise', () => {
    expect(takesStepForm({ form: structuredClone(form) } as unknown as GuideAction, step)).toBe(true);
    expect(takesStepForm({ form: { type: 'object' } } as unknown as GuideAction, step)).toBe(false);
    expect(takesStepForm({} as unknown as GuideAction, step)).toBe(false);
  });
});

describe('an intake form that is filled in', () => {
  it('takes examples, first choices and defaults, and leaves open what may stay open', () => {
    const schema = {
      type: 'object',
      required: ['orderId', 'reason', 'count', 'note', 'address'],
      properties: {
        orderId: { type: 'string', examples: ['ORD-100002'] },
        reason: { type: 'string', enum: ['defective', 'wrong-item'] },
        count: { type: 'integer', minimum: 2 },
        note: { type: 'string' },
        wanted: { type: 'string', examples: ['blue'] },
        express: { type: 'boolean', default: true },
        address: {
          type: 'object',
          required: ['city'],
          properties: { city: { type: 'string', examples: ['杭州'] } },
        },
      },
    };
    expect(exampleValues(schema)).toEqual({
      ...{ orderId: 'ORD-100002', reason: 'defective', count: 2, express: true },
      address: { city: '杭州' },
    });
  });

  it('is empty when nothing is asked', () => {
    expect(exampleValues({})).toEqual({});
  });
});
