import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../../../src/engine/check/check.js';
import type { InvokeDef, SopDefinition, StateDef } from '../../../src/engine/common/model.js';
import { end, go, guard, sopOf, step } from '../../support/large-sops.js';

const title = { en: 'Title', 'zh-CN': '标题' };
const found = (sop: SopDefinition): string[] =>
  checkDefinition(sop).map(({ severity, code, path }) => `${severity} ${code} ${path}`);

const call = (more: Partial<InvokeDef>): InvokeDef => ({
  id: 'look',
  src: 'http',
  input: { connection: 'shop', method: 'GET', path: '"/orders"', answer: { type: 'object' } },
  ...more,
});
const automatic = (more: StateDef): StateDef => ({ meta: { kind: 'automatic', title }, ...more });
const withStep = (b: StateDef): SopDefinition =>
  sopOf('a', { a: step({ GO: go('b'), END: go('end') }), b, end });

describe('a call', () => {
  it('says what follows when it succeeds', () => {
    const invoke = call({ onDone: 'end', onError: 'a' });
    expect(found(withStep(automatic({ invoke })))).toEqual([]);
    expect(found(withStep(automatic({ invoke: call({ onError: 'a' }) })))).toEqual([
      'error missing-on-done /states/b/invoke',
    ]);
    expect(found(withStep(automatic({ invoke: call({ onError: 'a' }), after: { PT1H: 'end' } })))).toEqual([
      'warning missing-on-done /states/b/invoke',
    ]);
  });

  it('says what follows whatever its conditions answer', () => {
    const onDone = { target: 'end', guard: guard('context.n == 0') };
    const only = found(withStep(automatic({ invoke: call({ onDone, onError: 'a' }) })));
    expect(only).toEqual(['error missing-on-done /states/b/invoke/onDone']);
    const both = found(withStep(automatic({ invoke: call({ onDone: [onDone, 'a'], onError: 'a' }) })));
    expect(both).toEqual([]);
  });

  it("may be made for its own sake beside somebody's work", () => {
    const beside = { ...step({ GO: go('end') }), invoke: call({ onError: 'a' }) };
    expect(found(withStep(beside))).toEqual([]);
  });
});

describe('an automatic step', () => {
  it('makes a call, or leads on at once', () => {
    const warned = 'warning automatic-without-call /states/b';
    expect(found(withStep(automatic({ after: { PT1H: 'end' } })))).toEqual([warned]);
    expect(found(withStep(automatic({ on: { GO: go('end') } })))).toEqual([
      'error automatic-without-call /states/b',
    ]);
    expect(found(withStep(automatic({ always: 'end' })))).toEqual([]);
  });

  it('may stand in a phase that makes the call', () => {
    const phase: StateDef = {
      initial: 'wait',
      meta: { title },
      invoke: call({ onDone: 'end', onError: 'a' }),
      states: { wait: automatic({}) },
    };
    expect(found(withStep(phase))).toEqual([]);
  });
});

describe('a phase that can come to its end', () => {
  const phase = (more: StateDef): StateDef => ({
    initial: 'work',
    meta: { title },
    states: { work: step({ DONE: go('over') }), over: { type: 'final' } },
    ...more,
  });

  it('says what follows', () => {
    expect(found(withStep(phase({ onDone: 'end' })))).toEqual([]);
    expect(found(withStep(phase({})))).toEqual([
      'error missing-on-done /states/b',
      'error no-way-to-end /states/b/states/over',
    ]);
    expect(found(withStep(phase({ on: { STOP: go('end') } })))).toEqual([
      'warning missing-on-done /states/b',
    ]);
  });

  it('says so whatever its conditions answer', () => {
    const onDone = { target: 'end', guard: guard('context.n == 0') };
    expect(found(withStep(phase({ onDone })))).toContain('error missing-on-done /states/b/onDone');
    expect(found(withStep(phase({ onDone: [onDone, 'a'] })))).toEqual([]);
    // The way back is open to whoever sees that nothing followed.
    expect(found(withStep(phase({ onDone, on: { STOP: go('end') } })))).toEqual([]);
  });

  it('is finished with all of its regions', () => {
    const fork = (second: StateDef, more: StateDef = {}): StateDef => ({
      type: 'parallel',
      meta: { title },
      on: { STOP: go('end') },
      states: { one: phase({}), two: second },
      ...more,
    });
    const endless: StateDef = {
      initial: 'stay',
      meta: { title },
      states: { stay: step({ AGAIN: go('stay') }) },
    };
    const named = phase({ states: { work: step({ READY: go('over') }), over: { type: 'final' } } });
    expect(found(withStep(fork(named)))).toEqual(['warning missing-on-done /states/b']);
    expect(found(withStep(fork(named, { onDone: 'end' })))).toEqual([]);
    expect(found(withStep(fork(endless)))).toEqual([]);
  });
});

describe('what is to happen after a while', () => {
  const note = { actions: { type: 'note' as const, params: { text: title } } };
  const waiting = (after: StateDef['after'], more: StateDef = {}): StateDef => ({
    meta: { kind: 'waits-for-customer', title },
    ...(after && { after }),
    ...more,
  });
  const late = (key: string): string => `error reminder-after-limit /states/b/after/${key}`;

  it.each([
    [{ PT20H: note, P1D: 'end' }, []],
    [{ P2D: note, P1D: 'end' }, [late('P2D')]],
    [{ PT24H: note, P1D: 'end' }, [late('PT24H')]],
    // So much business time takes a day at least; a calendar day may hold none.
    [{ 'PT24H business': note, P1D: 'end' }, [late('PT24H business')]],
    [{ P2D: note, 'PT24H business': 'end' }, []],
    [{ P2D: 'a', P1D: 'end' }, [late('P2D')]],
    // Not left for certain, or not at all.
    [{ P2D: note, P1D: { target: 'end', guard: guard('context.n == 0') } }, []],
    [{ P2D: 'end', P1D: note }, []],
    [{ P2D: 'end', P1D: 'b' }, []],
    [{ P2D: 'end', P1D: { target: 'b', reenter: true } }, [late('P2D')]],
  ])('%o: %j', (after, expected) => {
    expect(found(withStep(waiting(after))).filter((one) => one.includes('reminder'))).toEqual(expected);
  });

  it('comes before the phase around it is left', () => {
    const within = (limit: StateDef['after']): StateDef => ({
      initial: 'wait',
      meta: { title },
      ...(limit && { after: limit }),
      states: { wait: waiting({ P2D: note }, { on: { CUSTOMER_MESSAGE: '#large.a' } }) },
    });
    expect(found(withStep(within({ P3D: 'end' })))).toEqual([]);
    expect(found(withStep(within({ P1D: 'end' })))).toEqual([
      'error reminder-after-limit /states/b/states/wait/after/P2D',
    ]);
  });

  it('says both times', () => {
    const [finding] = checkDefinition(withStep(waiting({ P2D: note, P1D: 'end' })));
    expect(finding?.message.en).toMatch(/P2D.*P1D/);
    expect(finding?.message['zh-CN']).toMatch(/P2D.*P1D/);
  });
});
