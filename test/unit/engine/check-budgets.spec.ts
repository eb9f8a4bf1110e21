import { describe, expect, it } from '@jest/globals';
import { checkDefinition, checkSop } from '../../../src/engine/check/check.js';
import { Budget, BudgetSpent } from '../../../src/engine/explore/search-budget.js';
import { Report } from '../../../src/engine/check/report.js';
import { exploreSop } from '../../../src/engine/explore/explore.js';
import type { Finding, SopDefinition } from '../../../src/engine/common/model.js';
import {
  choicesInARow,
  end,
  go,
  guard,
  guardsInTurn,
  guardsOfChoice,
  misspeltTargets,
  parallelRegions,
  sopOf,
  step,
  stepsInARow,
  webOfChoices,
} from '../../support/large-sops.js';

/** What one check of the ways may take. */
const MOST_STEPS = 600_000;
const told = (findings: Finding[]): string[] => findings.map(({ severity, code }) => `${severity} ${code}`);
const check = (sop: SopDefinition): Finding[] => checkSop(JSON.stringify(sop), 'json').findings;

describe('what the check may cost', () => {
  it('is counted, and said when it is used up', () => {
    const budget = new Budget(10);
    budget.spend(10);
    expect(() => budget.spend(1)).toThrow(BudgetSpent);
  });

  it.each([
    ['900 steps', stepsInARow(900), 901],
    ['1,000 conditions of one event', guardsInTurn(1_000), 2],
    ['1,000 conditions of a choice', guardsOfChoice(1_000), 2],
    ['four regions of five steps', parallelRegions(4, 5), 1_296],
  ])('is enough to prove %s', (_name, sop, places) => {
    const { complete, configurations, steps } = exploreSop(sop);
    expect({ complete, places: configurations.length }).toEqual({ complete: true, places });
    expect(steps).toBeLessThan(MOST_STEPS);
    expect(check(sop)).toEqual([]);
  });

  it.each([
    ['12 regions', parallelRegions(12, 5), /`all\.r\d+\.\w+`/],
    ['40 choices in a row', choicesInARow(40), /`(c|d)\d+`/],
  ])('ends the search through %s, and says what is left unproven', (_name, sop, names) => {
    const [first, again] = [exploreSop(sop, { steps: 50_000 }), exploreSop(sop, { steps: 50_000 })];
    expect(first.complete).toBe(false);
    // The last run may go beyond by itself. The same steps lead to the same places, whenever it is asked.
    expect(first.steps).toBeGreaterThan(50_000);
    expect(first.steps).toBeLessThan(52_000);
    expect(again.steps).toBe(first.steps);
    expect(again.configurations).toEqual(first.configurations);
    const [finding, ...more] = check(sop);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'incomplete', severity: 'warning' });
    expect(finding?.message.en).toMatch(names);
    expect(finding?.message['zh-CN']).toMatch(names);
    expect(finding?.path).toMatch(/^\/states\//);
  });

  it('grows with the steps of a row, not with their square', () => {
    const [some, more] = [exploreSop(stepsInARow(200)).steps, exploreSop(stepsInARow(800)).steps];
    expect(more / some).toBeCloseTo(4, 1);
  });

  it('ends the search for rounds among states that lead to each other by themselves', () => {
    const found = told(check(webOfChoices(40)));
    expect(found).toContain('error endless-always');
    expect(found.filter((one) => one !== 'error endless-always').sort()).toEqual(
      Array.from({ length: 40 }, () => 'error choice-without-default'),
    );
  });
});

describe('hints at names', () => {
  it('are given to the first of many, and the findings stay short', () => {
    const findings = check(misspeltTargets(800));
    expect(findings).toHaveLength(500);
    expect(findings[0]?.message.en).toContain('Did you mean `state-number-0-of-the-lot`?');
    expect(findings[499]?.message.en).not.toContain('Did you mean');
    expect(Math.max(...findings.map(({ message }) => message.en.length))).toBeLessThan(1_000);
  });

  it('end when enough has been compared', () => {
    const report = new Report();
    const known = Array.from(
      { length: 800 },
      (_, i) => `a-name-of-some-length-${String(i).padStart(42, '0')}`,
    );
    const wanted = known[0]?.replace('some', 'soma') ?? '';
    const hints = Array.from({ length: 3 }, () => report.hint(wanted, known).en);
    expect(hints).toEqual([` Did you mean \`${String(known[0])}\`?`, '', '']);
  });

  it('name thirty of what is known', () => {
    const context = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`field${String(i)}`, 0]));
    const sop = sopOf('a', { a: step({ GO: go('end') }), end });
    const properties = Object.fromEntries(Object.keys(context).map((key) => [key, { type: 'number' }]));
    sop.meta.context = { type: 'object', properties };
    const [finding] = checkDefinition({ ...sop, context: { ...context, another: 1 } });
    expect(finding?.message.en).toMatch(/field29 and 90 more\.$/);
    expect(finding?.message['zh-CN']).toMatch(/field29 等 120 个。$/);
  });
});

describe('what never comes to rest', () => {
  const region = (target: string): SopDefinition['states'][string] => ({
    initial: 'on',
    states: { on: { always: { target } }, off: { always: { target: 'on' } }, over: { type: 'final' } },
  });

  it('from the very beginning: nothing can begin', () => {
    const fork: SopDefinition['states'][string] = {
      type: 'parallel',
      onDone: 'end',
      states: {
        waits: {
          initial: 'there',
          states: { there: step({ GO: go('over') }), over: { type: 'final' } },
        },
        runs: {
          initial: 'out',
          states: { out: { always: '#large.fork.waits.over' }, over: { type: 'final' } },
        },
      },
    };
    const findings = checkDefinition(sopOf('fork', { fork, end }));
    expect(told(findings).sort()).toEqual(['error cannot-begin', 'error endless-always']);
  });

  it('across regions: the round is named, and how a ticket comes into it', () => {
    const fork: SopDefinition['states'][string] = {
      type: 'parallel',
      onDone: 'end',
      states: { left: region('#large.fork.right.off'), right: region('#large.fork.left.off') },
    };
    const findings = checkDefinition(sopOf('a', { a: step({ GO: go('fork'), STOP: go('end') }), fork, end }));
    const found = findings.filter(({ code }) => code === 'endless-always');
    expect(found.map(({ severity }) => severity)).toEqual(found.map(() => 'error'));
    expect(found[0]?.message.en).toMatch(/fork\.(left|right)/);
    expect(found[0]?.message['zh-CN']).toMatch(/fork\.(left|right)/);
    expect(found[0]?.path).toMatch(/^\/states\/fork/);
  });

  it('a row of more transitions than a ticket may take by itself', () => {
    const chain = (length: number): SopDefinition =>
      sopOf('a', {
        a: step({ GO: go('c0') }),
        ...Object.fromEntries(
          Array.from({ length }, (_, i) => [
            `c${String(i)}`,
            { always: i + 1 < length ? `c${String(i + 1)}` : 'end' },
          ]),
        ),
        end,
      });
    expect(told(check(chain(150)))).toEqual([]);
    const [finding, ...more] = check(chain(300));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'endless-always', severity: 'error', trace: ['GO'] });
    expect(finding?.message.en).toContain('More than 200');
  });

  it('a memory that leads to the phase in which it stands', () => {
    const phase: SopDefinition['states'][string] = {
      initial: 'memory',
      states: {
        memory: { type: 'history', target: '#large.phase' },
        work: step({ GO: go('#large.end') }),
      },
    };
    expect(() => checkDefinition(sopOf('phase', { phase, end }))).not.toThrow();
  });
});

describe('names that every object has', () => {
  const names = ['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString'];

  it.each(names)('%s is an event and a state like any other', (name) => {
    const sop = sopOf(name, { [name]: step({ [name]: go('b') }), b: step({ [name]: go('end') }), end });
    expect(check(sop)).toEqual([]);
  });

  it.each(names)('%s is no field of the context unless somebody made it one', (name) => {
    const actions = { type: 'assign' as const, params: { set: { [name]: '1.0' } } };
    const sop = sopOf('a', { a: step({ GO: { ...go('end'), actions } }), end });
    expect(told(check(sop))).toEqual(['error unknown-context-key']);
  });
});

describe('dear expressions', () => {
  const nested = (levels: number): string =>
    Array.from({ length: levels }).reduce<string>(
      (inner, _, i) => `[0,1,2,3,4,5,6,7,8,9].all(v${String(i)}, ${inner})`,
      'true',
    );
  const withGuard = (expr: string): SopDefinition =>
    sopOf('a', { a: step({ GO: { ...go('end'), guard: guard(expr) } }), end });

  it('lists within lists are refused when they take more steps than an evaluation has', () => {
    expect(told(check(withGuard(nested(3))))).toEqual([]);
    expect(told(check(withGuard(nested(7))))).toEqual(['error too-costly']);
  });
});
