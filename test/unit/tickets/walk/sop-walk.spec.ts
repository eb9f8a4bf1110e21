import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compileSop, parseSop } from '../../../../src/engine/index.js';
import type { CompiledSop, SopDefinition } from '../../../../src/engine/index.js';
import { walkSop, type WalkRequest } from '../../../../src/tickets/walk/render-walk.js';
import type { WalkAct, WalkStart } from '../../../../src/tickets/walk/sop-walk.js';
import { InvalidForm } from '../../../../src/tickets/model/ticket-problems.js';
import { smallSop } from '../../../support/small-sop.js';

const START = Date.parse('2026-11-20T01:00:00Z');
const HOUR = 3_600_000;
const alwaysOpen = { add: (from: number, ms: number) => from + ms, between: (a: number, b: number) => b - a };
const calendarOf = (): typeof alwaysOpen => alwaysOpen;

function small(change: (sop: SopDefinition) => void = () => undefined): CompiledSop {
  const sop = smallSop();
  change(sop);
  return compileSop(sop, 1);
}

function shipped(id: string): CompiledSop {
  const file = new URL(`../../../../workflows/${id}.yaml`, import.meta.url);
  const { definition } = parseSop(readFileSync(file, 'utf8'), 'yaml');
  if (definition === null) throw new Error(`${id} cannot be read`);
  return compileSop(definition, 1);
}

function walk(
  sop: CompiledSop,
  acts: WalkAct[],
  { start = {}, ask = {} }: { start?: Partial<WalkStart>; ask?: Partial<WalkRequest> } = {},
): ReturnType<typeof walkSop> {
  const data = { reason: 'late' };
  return walkSop(
    sop,
    {
      data,
      lang: 'en',
      start: START,
      calendarOf,
      tiersOf: () => 3,
      skillTitle: (skill: string) => ({ en: skill, 'zh-CN': `「${skill}」` }),
      ...start,
    },
    { acts, lang: 'en', ...ask },
  );
}

describe('a walk through an SOP', () => {
  it('begins in the first step as an agent sees it, filled with the data of the intake', () => {
    const answer = walk(small(), []);
    expect(answer).toMatchObject({
      now: '2026-11-20T01:00:00.000Z',
      ended: false,
      refused: null,
      as: 'agent',
    });
    expect(answer.place).toEqual([{ step: 'triage', title: 'Triage' }]);
    const [step] = answer.steps;
    expect(step).toMatchObject({ step: 'triage', instructions: 'Read late and decide.', holder: null });
    expect(step?.slaDueAt).toBe(new Date(START + 4 * HOUR).toISOString());
    const actions = step?.actions.map(({ event, enabled, why }) => ({ event, enabled, why }));
    expect(actions).toContainEqual({ event: 'VIP', enabled: false, why: 'Only for VIP customers.' });
    expect(answer.trail).toEqual([
      expect.objectContaining({ act: null, did: 'open', from: [], to: answer.place }),
    ]);
  });

  it('takes events to the end and says how it ended', () => {
    const answer = walk(small(), [
      { type: 'event', event: 'NOTE' },
      { type: 'event', event: 'APPROVE', data: { amount: 20 } },
    ]);
    expect(answer).toMatchObject({ ended: true, outcome: 'paid', steps: [], refused: null });
    expect(answer.place).toEqual([{ step: 'paid', title: 'Paid' }]);
    expect(answer.data).toMatchObject({ reason: 'late', amount: 20 });
    expect(answer.trail.slice(1)).toMatchObject([
      { act: 0, name: 'NOTE', facts: [{ type: 'note', text: 'Internal note by the SOP: Looked at again' }] },
      { act: 1, name: 'APPROVE', title: 'Approve', from: [{ step: 'triage' }], to: [{ step: 'paid' }] },
    ]);
  });

  it('stops before the first act that the ticket would refuse, with the reason in the language asked for', () => {
    const acts: WalkAct[] = [
      { type: 'event', event: 'NOTE' },
      { type: 'event', event: 'APPROVE', data: { amount: 900 } },
      { type: 'event', event: 'APPROVE', data: { amount: 20 } },
    ];
    const answer = walk(small(), acts, { ask: { lang: 'zh-CN' } });
    expect(answer).toMatchObject({
      refusedAct: 1,
      refused: {
        type: 'urn:stepwise:problem:guard-closed',
        status: 409,
        why: '超过 500 元须主管审批，请用“提交审批”。',
      },
    });
    expect(answer.place).toEqual([{ step: 'triage', title: '初审' }]);
    expect(answer.trail).toHaveLength(2);
  });

  it('says where a form does not fit, and what would be accepted instead of an unknown event', () => {
    const form = walk(small(), [{ type: 'event', event: 'APPROVE', data: {} }]);
    expect(form).toMatchObject({
      refusedAct: 0,
      refused: { status: 422, errors: [{ pointer: '/data/amount' }] },
    });
    const unknown = walk(small(), [{ type: 'event', event: 'FLY' }]);
    expect(unknown.refused?.accepted).toContain('APPROVE');
  });

  it('has two people, so that a second pair of eyes can approve, and the first cannot', () => {
    const asked: WalkAct[] = [{ type: 'event', event: 'REQUEST' }];
    const waiting = walk(small(), asked);
    expect(waiting).toMatchObject({ as: 'lead', place: [{ step: 'approval' }] });
    expect(waiting.steps[0]?.actions[0]).toMatchObject({ event: 'APPROVE', enabled: true });
    expect(walk(small(), [...asked, { type: 'event', event: 'APPROVE' }]).outcome).toBe('paid');

    const alone = walk(small(), [...asked, { type: 'event', event: 'APPROVE', as: 'agent' }]);
    expect(alone).toMatchObject({ refusedAct: 1, refused: { why: 'Another person must approve.' } });
    const seen = walk(small(), asked, { ask: { as: 'agent' } });
    expect(seen.steps[0]?.actions[0]).toMatchObject({ event: 'APPROVE', enabled: false });
  });

  it('lets time pass: timers fire at their own moments, on the way to the moment asked for', () => {
    const asking: WalkAct = { type: 'event', event: 'ASK' };
    const before = walk(small(), [asking]);
    expect(before.timers).toEqual([
      expect.objectContaining({ step: 'asking', kind: 'after', event: 'after PT24H' }),
      expect.objectContaining({ step: 'asking', kind: 'after', event: 'after P3D' }),
    ]);
    expect(before.clocks.paused).toBe(true);

    const reminded = walk(small(), [asking, { type: 'wait', for: 'next' }]);
    expect(reminded.now).toBe(new Date(START + 24 * HOUR).toISOString());
    expect(reminded.trail.at(-1)).toMatchObject({
      did: 'timer',
      facts: [{ type: 'reply', text: 'Sent to the customer by the SOP: Are you still there?' }],
    });

    const silent = walk(small(), [asking, { type: 'wait', for: 'P7D' }]);
    expect(silent).toMatchObject({ ended: true, outcome: 'no-answer' });
    expect(silent.trail.map(({ did, at }) => [did, (Date.parse(at) - START) / HOUR])).toEqual([
      ['open', 0],
      ['event', 0],
      ['timer', 24],
      ['timer', 72],
    ]);
    expect(silent.now).toBe(new Date(START + 7 * 24 * HOUR).toISOString());
  });

  it('marks what is overdue', () => {
    const answer = walk(small(), [{ type: 'wait', for: 'PT5H' }]);
    expect(answer.trail.map(({ did, facts }) => [did, facts[0]?.text])).toEqual([
      ['open', undefined],
      ['timer', 'Time is running out in “Triage”'],
      ['timer', 'Overdue in “Triage”'],
    ]);
    expect(answer.steps[0]?.slaBreached).toBe(true);
  });

  it('shows a wait in which nothing happens, and refuses one that would not end or is no duration', () => {
    expect(walk(small(), [{ type: 'wait', for: 'PT1H' }]).trail.at(-1)).toMatchObject({
      did: 'wait',
      name: 'PT1H',
      from: [{ step: 'triage' }],
      to: [{ step: 'triage' }],
    });
    const after: WalkAct[] = [
      { type: 'wait', for: 'PT5H' },
      { type: 'wait', for: 'next' },
    ];
    expect(walk(small(), after)).toMatchObject({
      refusedAct: 1,
      refused: {
        type: 'urn:stepwise:problem:no-timer-ahead',
      },
    });
    for (const bad of ['soon', 'P1Y', 'P999999W'])
      expect(walk(small(), [{ type: 'wait', for: bad }])).toMatchObject({
        refusedAct: 0,
        refused: { status: 422 },
      });
  });

  it('is cut short when a timer sets itself again and again', () => {
    const endless = small((sop) => {
      const { asking } = sop.states;
      if (asking) asking.after = { PT1S: { target: 'asking', reenter: true } };
    });
    const answer = walk(endless, [
      { type: 'event', event: 'ASK' },
      { type: 'wait', for: 'P30D' },
    ]);
    expect(answer).toMatchObject({ refusedAct: 1, refused: { type: 'urn:stepwise:problem:walk-too-long' } });
    expect(answer.trail.length).toBeLessThan(1_000);
  });

  it('lets the customer write, where the step waits for it and where it does not', () => {
    const written: WalkAct = { type: 'event', event: 'CUSTOMER_MESSAGE', data: { body: 'It is red' } };
    const answered = walk(small(), [{ type: 'event', event: 'ASK' }, written]);
    expect(answered).toMatchObject({ place: [{ step: 'triage' }], data: { answer: 'It is red' } });
    expect(walk(small(), [written])).toMatchObject({ place: [{ step: 'triage' }], refused: null });
    const again = walk(small(), [{ type: 'event', event: 'APPROVE', data: { amount: 1 } }, written]);
    expect(again).toMatchObject({ ended: false, ticket: { reopenings: 1 } });
    const empty = walk(small(), [{ type: 'event', event: 'CUSTOMER_MESSAGE' }]);
    expect(empty).toMatchObject({ refusedAct: 0, refused: { errors: [{ pointer: '/data/body' }] } });
  });

  it('walks parallel steps side by side', () => {
    const acts: WalkAct[] = [
      { type: 'event', event: 'SPLIT' },
      { type: 'event', event: 'LEFT_DONE' },
    ];
    expect(walk(small(), acts).place).toEqual([{ step: 'both.right.work', title: 'Right' }]);
    expect(walk(small(), [...acts, { type: 'event', event: 'RIGHT_DONE' }]).place).toMatchObject([
      { step: 'triage' },
    ]);
  });

  it('does not open a ticket whose data do not fit', () => {
    expect(() => walk(small(), [], { start: { data: {} } })).toThrow(InvalidForm);
  });
});

describe('calls on a walk', () => {
  const start = { data: { orderId: 'ORD-100001', reason: 'damaged' } };
  const refund = shipped('refund-only');

  it('wait for their result and offer a sample that is taken as it is', () => {
    const opened = walk(refund, [], { start });
    expect(opened.calls).toMatchObject([
      { id: 'order', step: 'checking.look-up', request: { method: 'GET', path: '/orders/ORD-100001' } },
    ]);
    const [call] = opened.calls;
    const byDefault = walk(refund, [{ type: 'result', id: 'order' }], { start });
    const given = walk(refund, [{ type: 'result', id: 'order', output: call?.sample }], { start });
    expect(byDefault.place).toMatchObject([{ step: 'checking.assess' }]);
    expect(given.data).toEqual(byDefault.data);
    expect(byDefault.calls).toEqual([]);
  });

  it('go on with the answer that is given, and refuse one that the SOP could not read', () => {
    const output = { status: 'shipped', amount: 80, customerId: 'customer', more: true };
    const answer = walk(refund, [{ type: 'result', id: 'order', output }], { start });
    expect(answer.data).toMatchObject({ orderStatus: 'shipped', orderAmount: 80 });
    const unfit = { status: 'shipped', customerId: 'customer' };
    const wrong = walk(refund, [{ type: 'result', id: 'order', output: unfit }], { start });
    expect(wrong).toMatchObject({ refusedAct: 0, refused: { errors: [{ pointer: '/output/amount' }] } });
    expect(walk(refund, [{ type: 'result', id: 'none' }], { start })).toMatchObject({
      refusedAct: 0,
      refused: {
        accepted: ['order'],
      },
    });
  });

  it('can fail, as they do for good after all tries', () => {
    const answer = walk(refund, [{ type: 'failure', id: 'order', code: 'http-404' }], { start });
    expect(answer.refused).toBeNull();
    expect(answer.place).not.toMatchObject([{ step: 'checking.look-up' }]);
    expect(answer.trail.at(-1)).toMatchObject({ did: 'failure', name: 'order' });
  });
});
