import { describe, expect, it } from '@jest/globals';
import { checkDefinition, checkSop } from '../../../src/engine/check/check.js';
import { exploreSop, traceTo } from '../../../src/engine/explore/explore.js';
import type { SopDefinition, StateDef } from '../../../src/engine/common/model.js';
import { SAMPLE } from './check-sample.js';

const SAMPLE_SOP = ((): SopDefinition => {
  const { definition } = checkSop(SAMPLE);
  if (!definition) throw new Error('the sample cannot be read');
  return definition;
})();

/** The sample's frame around other states; who opens a ticket may fill in what those states read. */
const withStates = (initial: string, states: Record<string, StateDef>): SopDefinition => {
  const { never: _never, limits: _limits, ...meta } = SAMPLE_SOP.meta;
  const intake = { form: { type: 'object', additionalProperties: true } };
  return { ...SAMPLE_SOP, initial, states, meta: { ...meta, intake, reopenAt: initial } };
};
const END: StateDef = { type: 'final', meta: { outcome: 'ok', title: { en: 'End', 'zh-CN': '结束' } } };
const guard = (
  expr: string,
): { type: 'cel'; params: { expr: string; why: { en: string; 'zh-CN': string } } } => ({
  type: 'cel',
  params: { expr, why: { en: 'Why', 'zh-CN': '原因' } },
});
const human = (on: StateDef['on']): StateDef => ({
  on,
  meta: {
    kind: 'human',
    title: { en: 'Step', 'zh-CN': '步骤' },
    instructions: { en: 'Do it.', 'zh-CN': '请处理。' },
    sla: { within: 'PT1H', clock: 'calendar' },
  },
});
const titled = (target: string): { target: string; meta: { title: { en: string; 'zh-CN': string } } } => ({
  target,
  meta: { title: { en: 'Go', 'zh-CN': '继续' } },
});
const placesOf = (sop: SopDefinition): string[] =>
  exploreSop(sop)
    .configurations.map((c) => c.steps.join('+'))
    .sort();

describe('exploring', () => {
  it('finds every place where a ticket can rest, and no other', () => {
    expect(new Set(placesOf(SAMPLE_SOP))).toEqual(
      new Set([
        'checking.look-up',
        'checking.assess',
        'checking.waiting',
        'working.pay.paying+working.tell.telling',
        'working.pay.paid+working.tell.telling',
        'working.pay.paying+working.tell.told',
        'resting',
        'done',
        'withdrawn',
      ]),
    );
  });

  it('passes through choices without resting there, and enters them all the same', () => {
    const { entered, configurations } = exploreSop(SAMPLE_SOP);
    expect(entered.has('checking.deciding')).toBe(true);
    expect(configurations.some((c) => c.steps.includes('checking.deciding'))).toBe(false);
  });

  it('follows clocks, calls that succeed and calls that fail', () => {
    const labels = new Set(exploreSop(SAMPLE_SOP).moves.map((move) => `${move.kind} ${move.label}`));
    for (const label of [
      'after after P2D',
      'call-done done order',
      'call-error error order',
      'event CUSTOMER_MESSAGE',
    ]) {
      expect([...labels]).toContain(label);
    }
  });

  it('says which answers of which guards a move depends on', () => {
    const { moves, configurations } = exploreSop(SAMPLE_SOP);
    const accept = moves.filter((m) => m.label === 'ACCEPT' && m.from !== m.to);
    const answers = accept.map((m) => m.answers.map((a) => `${a.expr} ${String(a.value)}`));
    expect(answers).toContainEqual(['context.amount > 0 && event.data.ok true', 'context.amount > 500 true']);
    expect(answers).toContainEqual([
      'context.amount > 0 && event.data.ok true',
      'context.amount > 500 false',
    ]);
    expect(configurations[accept[0]?.to ?? -1]?.steps).toEqual([
      'working.pay.paying',
      'working.tell.telling',
    ]);
  });

  it('goes back to where a history state remembers', () => {
    const exploration = exploreSop(SAMPLE_SOP);
    const after = exploration.moves
      .filter((m) => m.label === 'GO_ON')
      .map((m) => exploration.configurations[m.to]?.steps);
    expect(after).toContainEqual(['working.pay.paying', 'working.tell.telling']);
    expect(after).toContainEqual(['working.pay.paying', 'working.tell.told']);
  });

  it('tells the shortest way to a place', () => {
    const exploration = exploreSop(SAMPLE_SOP);
    const done = exploration.configurations.find((c) => c.steps[0] === 'done');
    expect(traceTo(exploration, done?.id ?? -1)).toEqual(['done order', 'ACCEPT', 'PAY', 'TELL']);
  });

  it('one condition does not hold and fail in the same breath', () => {
    const sop = withStates('a', {
      a: human({ GO: titled('b') }),
      b: { always: [{ target: 'c', guard: guard('context.approved') }, { target: 'end' }] },
      c: { always: [{ target: 'end', guard: guard('context.approved') }, { target: 'never' }] },
      never: human({ GO: titled('end') }),
      end: END,
    });
    expect(placesOf(sop)).toEqual(['a', 'end']);
    expect(checkDefinition(sop).map((f) => f.code)).toEqual(['unreachable-step']);
  });

  it('a condition may change its answer once something was assigned', () => {
    const sop = withStates('a', {
      a: human({ GO: titled('b') }),
      b: {
        always: [
          {
            target: 'c',
            guard: guard('context.approved'),
            actions: { type: 'assign', params: { set: { approved: 'false' } } },
          },
          { target: 'end' },
        ],
      },
      c: { always: [{ target: 'end', guard: guard('context.approved') }, { target: 'late' }] },
      late: human({ GO: titled('end') }),
      end: END,
    });
    expect(placesOf(sop)).toEqual(['a', 'end', 'late']);
    expect(checkDefinition(sop)).toEqual([]);
  });

  it('understands parallel states inside parallel states', () => {
    const region = (name: string): StateDef => ({
      initial: 'doing',
      states: { doing: human({ [name]: titled('ready') }), ready: { type: 'final' } },
    });
    const sop = withStates('outer', {
      outer: {
        type: 'parallel',
        onDone: 'end',
        states: {
          one: region('ONE'),
          inner: { type: 'parallel', states: { two: region('TWO'), three: region('THREE') } },
        },
      },
      end: END,
    });
    expect(placesOf(sop)).toHaveLength(8);
    expect(checkDefinition(sop)).toEqual([]);
  });
});

describe('limits', () => {
  const chain = (length: number): SopDefinition => {
    const states: Record<string, StateDef> = {};
    for (let i = 0; i < length; i += 1) {
      states[`s${String(i)}`] = human({
        NEXT: titled(i + 1 < length ? `s${String(i + 1)}` : 'end'),
        BACK: titled('s0'),
      });
    }
    return withStates('s0', { ...states, end: END });
  };

  it('200 steps are proven', () => {
    expect(exploreSop(chain(200)).configurations).toHaveLength(201);
    expect(checkDefinition(chain(200))).toEqual([]);
  });

  it('what is too large to prove is said, and not taken for proven or refuted', () => {
    const regions = Object.fromEntries(
      Array.from({ length: 12 }, (_, i): [string, StateDef] => [
        `r${String(i)}`,
        {
          initial: 'a',
          states: {
            a: human({ [`GO${String(i)}`]: titled('b') }),
            b: human({ [`ON${String(i)}`]: titled('c') }),
            c: { type: 'final' },
          },
        },
      ]),
    );
    const sop = withStates('all', { all: { type: 'parallel', onDone: 'end', states: regions }, end: END });
    expect(exploreSop(sop, { configurations: 100 })).toMatchObject({ complete: false });
    expect(exploreSop(sop, { configurations: 100 }).configurations.length).toBeLessThanOrEqual(100);
    expect(exploreSop(sop, { steps: 500 }).complete).toBe(false);
  });
});
