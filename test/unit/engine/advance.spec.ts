import { describe, expect, it } from '@jest/globals';
import { advance, compileSop, contextOf, openTicket, reopenTicket } from '../../../src/engine/index.js';
import type { CompiledSop } from '../../../src/engine/index.js';
import type {
  Advanced,
  AdvanceInput,
  EngineEvent,
  JsonObject,
  Outcome,
  Refusal,
  SopDefinition,
} from '../../../src/engine/common/model.js';
import { MOST_TIERS } from '../../../src/engine/common/tiers.js';
import { AGENT, makeInput, NOON } from './builders.js';
import { both, end, EVERYTHING, guard, makeSop, note, set, step } from './sample-sops.js';

const HOUR = 3_600_000;
const FORM: JsonObject = { type: 'object', required: ['n'], properties: { n: { type: 'number' } } };

function taken(outcome: Outcome): Advanced {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.advanced;
}
function refusal(outcome: Outcome): Refusal {
  if (outcome.ok) throw new Error('it was taken');
  return outcome.refusal;
}
function open(
  definition: SopDefinition,
  data: JsonObject = {},
  input = makeInput(),
): [CompiledSop, Advanced] {
  const sop = compileSop(definition, 1);
  return [sop, taken(openTicket(sop, data, input))];
}
function send(event: string, data?: JsonObject): EngineEvent {
  return { type: 'event', event, data, actor: AGENT };
}
const later = (over: Partial<AdvanceInput> = {}): AdvanceInput =>
  makeInput({ seq: 2, now: NOON + HOUR, ...over });

describe('opening a ticket', () => {
  it('answers of the intake form overwrite the defaults of the context', () => {
    const [, { state }] = open(EVERYTHING, { n: 4, name: 'x' });
    expect(contextOf(state)).toEqual({ n: 4, name: 'x', said: '' });
  });

  it('data that do not fit the intake form are refused with their place', () => {
    const errors = refusal(openTicket(compileSop(EVERYTHING, 1), { n: 'four', more: 1 }, makeInput()));
    expect(errors).toMatchObject({
      refused: 'invalid-form',
      errors: [{ pointer: '/data/more' }, { pointer: '/data/n' }],
    });
  });

  it('a first step that calls a system asks for the call', () => {
    const [, advanced] = open(EVERYTHING, { name: '../a b?c#d' });
    expect(advanced.calls).toMatchObject([
      {
        id: 'look',
        step: 'intake.look-up',
        request: { path: '/things/../a%20b%3Fc%23d', query: { n: '0' } },
      },
    ]);
    expect(advanced.state.calls).toEqual({ look: 1 });
  });
});

describe('events', () => {
  const [sop, opened] = open(
    makeSop(
      {
        a: step('human', {
          on: {
            GO: [
              {
                guard: guard('event.data.n > 5', 'too small'),
                target: 'b',
                meta: { form: FORM },
                actions: note('big'),
              },
              { guard: guard('context.n > 5', 'not yet'), target: 'b', meta: { form: FORM } },
            ],
            BAD: { target: 'b', actions: set({ n: 'context.missing.deep' }) },
            PLAIN: 'b',
            CUSTOMER_MESSAGE: 'b',
          },
        }),
        b: step('human', { on: { END: 'c' } }),
        c: end('resolved'),
      },
      { meta: { ...makeSop({}).meta, context: { type: 'object' } } },
    ),
  );
  const { state } = opened;

  it.each([
    'NOPE',
    'xstate.done.state.sample',
    'xstate.init',
    'stepwise.entered',
    '*',
    '__proto__',
    'constructor',
    '',
  ])('the unknown event "%s" changes nothing and tells what would be accepted', (event) => {
    expect(refusal(advance(sop, state, send(event), later()))).toEqual({
      refused: 'unknown-event',
      accepted: ['GO', 'BAD', 'PLAIN', 'CUSTOMER_MESSAGE', 'ESCALATE'],
    });
  });

  it('data are checked before guards', () => {
    expect(refusal(advance(sop, state, send('GO', { n: 'x' }), later()))).toMatchObject({
      refused: 'invalid-form',
      errors: [{ pointer: '/data/n' }],
    });
  });

  it('a closed guard gives all reasons', () => {
    const refused = refusal(advance(sop, state, send('GO', { n: 1 }), later()));
    expect(refused).toMatchObject({ refused: 'guard-closed', why: [both('too small'), both('not yet')] });
  });

  it('an open guard lets the ticket through', () => {
    const advanced = taken(advance(sop, state, send('GO', { n: 6 }), later()));
    expect(advanced.state.steps).toEqual(['b']);
    expect([advanced.exited, advanced.entered.map((e) => e.step)]).toEqual([['a'], ['b']]);
    expect(advanced.facts).toEqual([{ type: 'note', text: both('big') }]);
  });

  it('an event without a form accepts no data but an empty object', () => {
    expect(refusal(advance(sop, state, send('PLAIN', { x: 1 }), later())).refused).toBe('invalid-form');
    expect(advance(sop, state, send('PLAIN', {}), later()).ok).toBe(true);
  });

  it('a message of the customer brings its text without being asked', () => {
    expect(advance(sop, state, send('CUSTOMER_MESSAGE', { body: 'hello' }), later()).ok).toBe(true);
  });

  it('an assignment that cannot be evaluated refuses the event as a whole', () => {
    const before = JSON.stringify(state);
    expect(refusal(advance(sop, state, send('BAD'), later()))).toMatchObject({ refused: 'failed' });
    expect(JSON.stringify(state)).toBe(before);
  });

  it('a ticket that has ended takes nothing more', () => {
    const b = taken(advance(sop, state, send('PLAIN'), later())).state;
    const ended = taken(advance(sop, b, send('END'), later())).state;
    expect(ended).toMatchObject({ status: 'done', outcome: 'resolved', steps: [], timers: {}, calls: {} });
    expect(refusal(advance(sop, ended, send('END'), later()))).toEqual({ refused: 'ended' });
    expect(refusal(advance(sop, ended, { type: 'timer', id: 'x', seq: 1 }, later())).refused).toBe(
      'obsolete',
    );
  });

  it('a ticket that has ended can begin again with what it knows', () => {
    const b = taken(advance(sop, { ...state }, send('PLAIN'), later())).state;
    const ended = taken(advance(sop, b, send('END'), later())).state;
    const again = compileSop({ ...sop.definition, meta: { ...sop.definition.meta, reopenAt: 'b' } }, 2);
    const reopened = taken(reopenTicket(again, ended, later({ seq: 9 })));
    expect([reopened.state.steps, contextOf(reopened.state)]).toEqual([['b'], contextOf(ended)]);
    expect(refusal(reopenTicket(again, b, later())).refused).toBe('failed');
  });
});

describe('escalation', () => {
  const plain = makeSop({ a: step('human', { on: { END: 'c' } }), b: step('automatic'), c: end('x') });

  it.each([
    [{ reason: 'angry' }, 1, null, null],
    [{ reason: 'angry' }, 3, null, null],
    [{ reason: 'angry', to: { team: 'quality' } }, 1, 'quality', null],
    [{ reason: 'angry', to: { team: 'quality', tier: 2 } }, 1, 'quality', 2],
  ])('every human step has one: %j from tier %d', (data, tier, team, to) => {
    const [sop, { state }] = open(plain);
    const ticket = { ...makeInput().ticket, tier };
    const advanced = taken(advance(sop, state, send('ESCALATE', data), later({ ticket })));
    expect(advanced.facts).toEqual([{ type: 'escalate', team, tier: to, reason: both('angry'), step: 'a' }]);
    expect([advanced.state.steps, advanced.entered]).toEqual([['a'], []]);
  });

  it('it needs a reason, and knows as many tiers as a team can have', () => {
    const [sop, { state }] = open(plain);
    expect(refusal(advance(sop, state, send('ESCALATE', {}), later())).refused).toBe('invalid-form');
    const high = send('ESCALATE', { reason: 'x', to: { tier: MOST_TIERS + 1 } });
    expect(refusal(advance(sop, state, high, later())).refused).toBe('invalid-form');
    const most = send('ESCALATE', { reason: 'x', to: { tier: MOST_TIERS } });
    expect(taken(advance(sop, state, most, later())).facts).toMatchObject([{ tier: MOST_TIERS }]);
  });

  it('a phase that defines its own is not overruled', () => {
    const [sop, { state }] = open(
      makeSop({ p: { initial: 'a', states: { a: step('human') }, on: { ESCALATE: 'c' } }, c: end('up') }),
    );
    expect(taken(advance(sop, state, send('ESCALATE'), later())).state.outcome).toBe('up');
  });
});

describe('regions, rules and loops', () => {
  it('the end of a region waits for the others, and both are left when all have ended', () => {
    const region = { initial: 'do', states: { do: step('human'), ok: { type: 'final' as const } } };
    const [sop, opened] = open(
      makeSop({
        p: {
          type: 'parallel',
          onDone: 'z',
          states: {
            a: { ...region, on: { A: '.ok' } },
            b: { ...region, on: { B: '.ok' } },
          },
        },
        z: end('x'),
      }),
    );
    expect(opened.entered.map((e) => e.regions)).toEqual([
      [{ fork: 'p', region: 'a' }],
      [{ fork: 'p', region: 'b' }],
    ]);
    const first = taken(advance(sop, opened.state, send('A'), later()));
    expect(first.entered).toMatchObject([
      { step: 'p.a.ok', kind: 'joined', regions: [{ fork: 'p', region: 'a' }] },
    ]);
    expect(first.state.steps).toEqual(['p.b.do']);
    const second = taken(advance(sop, first.state, send('B'), later({ seq: 3 })));
    expect(second.exited).toEqual(['p.b.do', 'p.b.ok', 'p.a.ok']);
    expect(second.state.status).toBe('done');
  });

  it('a rule that must never be broken refuses the event, judged after all assignments', () => {
    const sop = makeSop({
      a: step('human', { on: { PAY: { target: 'b', actions: set({ n: 'context.n + 400' }) } } }),
      b: step('automatic', { entry: set({ n: 'context.n + 200' }) }),
    });
    const never = [{ id: 'limit', step: 'b', when: 'context.n > 500', why: both('Too much.') }];
    const [compiled, { state }] = open({ ...sop, meta: { ...sop.meta, never } });
    expect(refusal(advance(compiled, state, send('PAY'), later()))).toEqual({
      refused: 'never',
      rule: 'limit',
      why: both('Too much.'),
    });
  });

  it('a step that is only passed through is entered and left', () => {
    const [sop, { state }] = open(
      makeSop({
        a: step('human', { on: { GO: 'b' } }),
        b: step('automatic', { always: 'c', after: { PT1H: 'c' } }),
        c: step('human'),
      }),
    );
    const advanced = taken(advance(sop, state, send('GO'), later()));
    expect([advanced.exited, advanced.entered.map((e) => e.step)]).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect([advanced.timersSet, advanced.timersCancelled]).toEqual([[], []]);
  });

  it('an endless loop of choices is refused, not endless', () => {
    const [sop, { state }] = open(
      makeSop({ a: step('human', { on: { GO: 'b' } }), b: { always: 'c' }, c: { always: 'b' } }),
    );
    expect(refusal(advance(sop, state, send('GO'), later()))).toMatchObject({ refused: 'failed' });
  });
});
