import {
  end,
  go,
  guard,
  guardsInTurn,
  parallelRegions,
  sopOf,
  step,
  stepsInARow,
} from '../../support/large-sops.js';
import type { JsonObject, SopDefinition } from '../../../src/engine/common/model.js';

/** One request; `as` whom: nobody, the administrator (who may also design), or an agent. */
export interface Attack {
  name: string;
  /** Attacks of one family stand together in README. */
  family: 'request' | 'check' | 'walk' | 'data' | 'endless';
  as: 'nobody' | 'admin' | 'agent';
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  path: string;
  /** A text goes as it is. */
  body?: object | string;
  /** So many of them at once; otherwise one. */
  times?: number;
}

/** A ticket that is open, and one that has ended. */
export interface Victims {
  open: string;
  ended: string;
}

const LISTED = 12_000;
const REFUSED = 48_000;
/** About as many values as a form takes. */
const BIGGEST = 9_900;

/** The SOP of the tickets that are attacked: a step whose form takes lists of different things. */
export function attackedSop(): SopDefinition {
  const items: JsonObject = { type: 'object', properties: { n: { type: 'number' } } };
  const entries: JsonObject = { type: 'array', uniqueItems: true, items };
  const numbers: JsonObject = { type: 'array', items: { type: 'number' } };
  const form: JsonObject = { type: 'object', properties: { entries, numbers } };
  const sop = sopOf('work', {
    work: step({
      LIST: { ...go('work'), meta: { title: { en: 'List', 'zh-CN': '列出' }, form } },
      END: go('end'),
    }),
    end,
  });
  sop.id = 'attacked';
  sop.meta.team = 'bench';
  sop.meta.reopenAt = 'work';
  sop.meta.intake.form = { type: 'object', properties: { numbers } };
  sop.meta.context = { type: 'object', properties: { n: { type: 'number' }, numbers } };
  sop.context = { n: 0, numbers: [] };
  return sop;
}

/** Lists within lists, each level ten times the last. */
const nested = (levels: number, macro: 'all' | 'map'): string =>
  Array.from({ length: levels }).reduce<string>(
    (inner, _, i) => `[0,1,2,3,4,5,6,7,8,9].${macro}(v${String(i)}, ${inner})`,
    macro === 'all' ? 'true' : '1',
  );

const withGuard = (expr: string): SopDefinition =>
  sopOf('a', { a: step({ GO: { ...go('end'), guard: guard(expr) } }), end });

/** A schema whose parts stand twice in each other, down to the last. */
function nestedDefinitions(levels: number): SopDefinition {
  const ref = (i: number): JsonObject => ({ $ref: `#/$defs/d${String(i)}` });
  const $defs = Object.fromEntries(
    Array.from({ length: levels }, (_, i): [string, JsonObject] => [
      `d${String(i)}`,
      i + 1 < levels ? { anyOf: [ref(i + 1), ref(i + 1)] } : { type: 'number' },
    ]),
  );
  const form = { type: 'object', $defs, properties: { n: ref(0) } } as JsonObject;
  return sopOf('a', {
    a: step({ GO: { ...go('end'), meta: { title: { en: 'Go', 'zh-CN': '继续' }, form } } }),
    end,
  });
}

const longWait = (): SopDefinition =>
  sopOf('a', { a: { ...step({ GO: go('end') }), after: { 'P999999W business': 'end' } }, end });

const check = (name: string, sop: SopDefinition): Attack => ({
  name,
  family: 'check',
  as: 'admin',
  method: 'POST',
  path: '/api/sops/check',
  body: { source: JSON.stringify(sop), format: 'json' },
});

/** JSON is YAML. */
const walk = (name: string, sop: SopDefinition, acts: object[]): Attack => ({
  name,
  family: 'walk',
  as: 'admin',
  method: 'POST',
  path: `/api/sops/${sop.id}/simulate`,
  body: { source: JSON.stringify(sop), acts },
});

/** JSON a little shorter than a body may be, that nobody needs: nested, or of many values, or of many fields. */
const ENDLESS: [string, string][] = [
  ['lists within lists', '['.repeat(520_000) + ']'.repeat(520_000)],
  ['lists within lists, without an end', '['.repeat(1_040_000)],
  ['objects within objects', `${'{"a":'.repeat(170_000)}1${'}'.repeat(170_000)}`],
  ['lists within lists in data', `{"data":{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}}`],
  ['a list of empty objects', `[${'{},'.repeat(340_000)}{}]`],
  [
    '80,000 fields',
    JSON.stringify(Object.fromEntries(Array.from({ length: 80_000 }, (_, i) => [`k${String(i)}`, 0]))),
  ],
  ['one long text', JSON.stringify({ name: '[{"'.repeat(200_000) })],
];

/** Each at the doors behind which bodies are treated differently, alone and ten at once. */
function listEndless(): Attack[] {
  const doors = [
    ['POST', '/api/sops/check'],
    ['POST', '/api/sops/attacked/simulate'],
    ['PATCH', '/api/me'],
  ] as const;
  return ENDLESS.flatMap(([name, body]) =>
    doors.flatMap(([method, path]) =>
      [1, 10].map((times): Attack => ({
        name: `${method} ${path}: ${name}${times === 1 ? '' : `, ${String(times)} at once`}`,
        ...{ family: 'endless', as: 'admin', method, path, body, times },
      })),
    ),
  );
}

/** The doors, each with what has held the process up once. */
export function listAttacks({ open, ended }: Victims): Attack[] {
  const event = { type: 'event', event: 'GO', data: {} };
  const wrong = { ...event, data: { n: 'x' } };
  const keys = Object.fromEntries(Array.from({ length: 90_000 }, (_, i) => [`k${String(i)}`, 0]));
  const agent = { as: 'agent', method: 'POST' } as const;
  return [
    ...listEndless(),
    // Its first round compiles it.
    {
      name: 'the first ticket on an SOP of 900 states',
      family: 'request',
      ...agent,
      path: '/api/tickets',
      body: { sop: 'large', subject: 'first', customer: { id: 'c' } },
    },
    {
      name: 'the list of SOPs, ten drafts of 900 states',
      ...{ family: 'request', as: 'admin', method: 'GET', path: '/api/sops' },
    },
    {
      name: 'sign-in with 90,000 keys',
      ...{ family: 'request', as: 'nobody', method: 'POST', path: '/api/auth/login', body: keys },
    },
    {
      name: 'a customer thanks for ever',
      family: 'request',
      ...agent,
      path: `/api/tickets/${ended}/messages`,
      body: { from: 'customer', body: `${'嗯'.repeat(28)}，行吧`, internal: false },
    },
    check('12 parallel regions', parallelRegions(12, 5)),
    check('1,000 guards', guardsInTurn(1_000)),
    check('900 states', stepsInARow(900)),
    check('lists within lists', withGuard(nested(7, 'all'))),
    check('nested $defs', nestedDefinitions(18)),
    check('P999999W business', longWait()),
    walk('lists within lists, all', withGuard(nested(7, 'all')), [event]),
    walk('lists within lists, map', withGuard(`${nested(7, 'map')}.size() > 0`), [event]),
    walk('nested $defs', nestedDefinitions(18), [wrong]),
    walk('P999999W business', longWait(), [{ type: 'wait', for: 'next' }]),
    walk('900 states', stepsInARow(900), [event]),
    {
      name: '12,000 different objects',
      family: 'data',
      ...agent,
      path: `/api/tickets/${open}/events`,
      body: { type: 'LIST', data: { entries: Array.from({ length: LISTED }, (_, n) => ({ n })) } },
    },
    ...[
      ['48,000 numbers', REFUSED] as const,
      ['9,900 numbers, about as many as a form takes', BIGGEST] as const,
    ].map(([name, length]): Attack => ({
      name,
      family: 'data',
      ...agent,
      path: '/api/tickets',
      body: {
        sop: 'attacked',
        subject: 'long',
        customer: { id: 'c' },
        data: { numbers: Array.from({ length }, (_, i) => i) },
      },
    })),
  ];
}
