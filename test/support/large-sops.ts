import type { SopDefinition, StateDef, TransitionDef } from '../../src/engine/common/model.js';

const text = (en: string): { en: string; 'zh-CN': string } => ({ en, 'zh-CN': `文字${en}` });
const list = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
const numbered = (length: number, make: (i: number) => [string, StateDef]): Record<string, StateDef> =>
  Object.fromEntries(list(length, make));

/** Somebody's step, with ways out. */
export const step = (on: StateDef['on']): StateDef => ({
  on,
  meta: {
    kind: 'human',
    title: text('Step'),
    instructions: text('Do it.'),
    sla: { within: 'PT1H', clock: 'calendar' },
  },
});
export const end: StateDef = { type: 'final', meta: { outcome: 'done', title: text('End') } };
export const guard = (expr: string): NonNullable<TransitionDef['guard']> => ({
  type: 'cel',
  params: { expr, why: text('No') },
});
export const go = (target: string, expr?: string): TransitionDef => ({
  target,
  meta: { title: text('Go') },
  ...(expr === undefined ? {} : { guard: guard(expr) }),
});

/** An SOP of these states, with one number as its setting. */
export function sopOf(initial: string, states: Record<string, StateDef>): SopDefinition {
  return {
    id: 'large',
    initial,
    context: { n: 1 },
    meta: {
      title: text('Large'),
      description: text('For tests'),
      owner: 'desk',
      team: 'desk',
      intake: { form: { type: 'object', properties: {} } },
      sla: { firstResponse: 'PT1H', resolve: 'P2D', clock: 'calendar' },
      context: { type: 'object', properties: { n: { type: 'number' } } },
    },
    states,
  };
}

/** Work in so many regions at once, each with so many steps in a row. */
export function parallelRegions(regions: number, steps: number): SopDefinition {
  const region = (r: number): StateDef => ({
    initial: 's0',
    meta: { title: text('Region') },
    states: {
      ...numbered(steps, (i) => [
        `s${String(i)}`,
        step({ [`GO${String(r)}`]: go(i + 1 < steps ? `s${String(i + 1)}` : 'over') }),
      ]),
      over: { type: 'final', meta: { title: text('Over') } },
    },
  });
  return sopOf('all', {
    all: {
      type: 'parallel',
      meta: { title: text('All') },
      onDone: 'end',
      states: numbered(regions, (r) => [`r${String(r)}`, region(r)]),
    },
    end,
  });
}

/** One event that tries so many conditions in turn. */
export function guardsInTurn(guards: number): SopDefinition {
  const ways = list(guards, (i) => go('end', `context.n == ${String(i)}.0`));
  return sopOf('a', { a: step({ GO: [...ways, go('end')] }), end });
}

/** A choice between so many conditions that is taken by itself. */
export function guardsOfChoice(guards: number): SopDefinition {
  const ways = list(guards, (i) => ({ target: 'end', guard: guard(`context.n == ${String(i)}.0`) }));
  return sopOf('a', {
    a: step({ GO: go('choice') }),
    choice: { always: [...ways, { target: 'end' }] },
    end,
  });
}

/** So many choices in a row, each between going on and a detour: twice as many ways through with each. */
export function choicesInARow(choices: number): SopDefinition {
  const after = (i: number): string => (i + 1 < choices ? `c${String(i + 1)}` : 'end');
  return sopOf('a', {
    a: step({ GO: go('c0') }),
    ...numbered(choices, (i) => [
      `c${String(i)}`,
      { always: [{ target: `d${String(i)}`, guard: guard(`context.n == ${String(i)}.0`) }, after(i)] },
    ]),
    ...numbered(choices, (i) => [`d${String(i)}`, { always: after(i) }]),
    end,
  });
}

/** So many steps in a row. */
export function stepsInARow(steps: number): SopDefinition {
  return sopOf('s0', {
    ...numbered(steps, (i) => [
      `s${String(i)}`,
      step({ GO: go(i + 1 < steps ? `s${String(i + 1)}` : 'end') }),
    ]),
    end,
  });
}

/** So many steps whose ways lead to names that are nearly right. */
export function misspeltTargets(steps: number): SopDefinition {
  return sopOf('state-number-0-of-the-lot', {
    ...numbered(steps, (i) => [
      `state-number-${String(i)}-of-the-lot`,
      step({ GO: go(`stata-number-${String(i)}-ox-the-lut`) }),
    ]),
    end,
  });
}

/** So many states that lead to each other by themselves, every one of them to every other. */
export function webOfChoices(states: number): SopDefinition {
  return sopOf('a', {
    a: step({ GO: go('c0'), STOP: go('end') }),
    ...numbered(states, (i) => [
      `c${String(i)}`,
      { always: list(states, (j) => ({ target: `c${String(j)}`, guard: guard('context.n > 1.0') })) },
    ]),
    end,
  });
}
