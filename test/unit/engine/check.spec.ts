import { describe, expect, it } from '@jest/globals';
import { checkDefinition, checkSop } from '../../../src/engine/check/check.js';
import { change, expectFaults, findingsOf, SAMPLE } from './check-sample.js';
import type { Fault } from './check-sample.js';
import { timed } from './timed.js';

const PATHS: Fault[] = [
  {
    name: 'a step that nothing leads to',
    from: "target: '#sample.resting'",
    to: 'target: paid',
    at: '  resting:',
    finds: ['error unreachable-step'],
  },
  {
    name: 'a history state that nobody uses',
    from: 'target: working.memory',
    to: 'target: working',
    at: '      memory:',
    finds: ['error unreachable-step'],
  },
  {
    name: 'a way out that stays',
    from: 'target: working.memory',
    to: 'reenter: true',
    at: '  resting:',
    finds: ['error no-way-to-end'],
    also: 'error unreachable-step',
  },
  {
    name: 'a region that cannot end',
    from: '                target: told\n',
    to: '',
    at: '          telling:',
    finds: ['error no-way-to-end'],
    also: 'error unreachable-step',
  },
  {
    name: 'a transition behind one without a guard',
    from: "              params: { expr: context.amount > 500, why: { en: Small, zh-CN: 金额较小 } }\n          - target: '#sample.working.pay'",
    to: "              params: { expr: context.amount > 500, why: { en: Small, zh-CN: 金额较小 } }\n          - target: '#sample.working.pay'\n          - target: assess",
    at: '- target: assess',
    finds: ['warning unreachable-transition'],
  },
];

describe('a correct SOP', () => {
  it('has no finding', () => {
    expect(checkSop(SAMPLE).findings).toEqual([]);
    expect(checkSop(SAMPLE).ok).toBe(true);
  });

  it('is as correct in JSON and without a text', () => {
    const { definition } = checkSop(SAMPLE);
    expect(checkSop(JSON.stringify(definition)).findings).toEqual([]);
    expect(definition && checkDefinition(definition)).toEqual([]);
  });

  it('is checked in less time than reading two takes', () => {
    expect(timed(1.7, () => checkSop(SAMPLE)).isSlow).toBe(false);
  });
});

describe('a fault in the ways is found, and nothing else', () => expectFaults(PATHS));

describe('findings', () => {
  it('errors close the door, warnings do not', () => {
    expect(checkSop(change('target: deciding', 'target: nowhere')).ok).toBe(false);
    expect(checkSop(change('请通知买家。', 'Tell the customer.')).ok).toBe(true);
  });

  it('a name that is close is suggested', () => {
    const [finding] = checkSop(change('target: deciding', 'target: decidin')).findings;
    expect(finding?.message.en).toContain('Did you mean `deciding`?');
  });

  it('the way to a dead end is told', () => {
    const { findings } = checkSop(change('target: working.memory', 'reenter: true'));
    const trap = findings.find((f) => f.code === 'no-way-to-end');
    expect(trap?.trace).toEqual(['done order', 'ACCEPT', 'PAUSE']);
  });
});

describe('transitions that are taken by themselves', () => {
  const choice = (always: string): string =>
    change(
      "          - target: '#sample.working.pay'\n",
      `          - target: again\n      again:\n        always:\n${always}`,
    );
  const guarded = (expr: string, actions = ''): string => `          - target: deciding
            guard: { type: cel, params: { expr: '${expr}', why: { en: Why, zh-CN: 原因 } } }${actions}
          - target: assess\n`;

  it('an endless circle is an error', () => {
    expect(findingsOf(choice('          - target: deciding\n'))).toEqual([
      expect.stringMatching(/^error endless-always/),
    ]);
  });

  it('a circle whose conditions nobody changes is an error', () => {
    expect(findingsOf(choice(guarded('context.amount < 9')))).toEqual([
      expect.stringMatching(/^error endless-always/),
    ]);
  });

  it('a circle that changes what it depends on is a warning', () => {
    const count =
      "\n            actions: { type: assign, params: { set: { amount: 'context.amount + 1' } } }";
    expect(findingsOf(choice(guarded('context.amount < 9', count)))).toEqual([
      expect.stringMatching(/^warning endless-always/),
    ]);
  });

  it('a circle through the end of a phase is found', () => {
    const source = change('    onDone: done\n', '    onDone: circling\n').replace(
      '  resting:\n',
      '  circling:\n    initial: over\n    onDone: back\n    states:\n      over: { type: final }\n  back:\n    always: circling\n  resting:\n',
    );
    expect(findingsOf(source)).toContainEqual(expect.stringMatching(/^error endless-always/));
  });

  it('a chain that comes to rest is fine', () => {
    const chain = choice("          - target: '#sample.working.pay'\n");
    expect(findingsOf(chain)).toEqual([]);
  });
});
