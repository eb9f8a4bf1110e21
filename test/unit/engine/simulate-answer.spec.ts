import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkSop, findAnswerFaults, sampleAnswer } from '../../../src/engine/index.js';
import type { JsonSchema } from '../../../src/engine/index.js';
import { growTree, invokesOf } from '../../../src/engine/format/tree.js';

const SHIPPED = ['complaint', 'exchange', 'parcel-late', 'refund-only', 'return-refund'];

function answersOf(id: string): { id: string; schema: JsonSchema }[] {
  const file = new URL(`../../../workflows/${id}.yaml`, import.meta.url);
  const { definition } = checkSop(readFileSync(file, 'utf8'), 'yaml');
  if (definition === null) throw new Error(`${id} cannot be read`);
  return growTree(definition).nodes.flatMap((node) =>
    invokesOf(node).map(({ invoke }) => ({ id: `${id} ${invoke.id}`, schema: invoke.input.answer })),
  );
}

describe('a sample answer', () => {
  it('fits the schema of every call of the shipped SOPs', () => {
    const calls = SHIPPED.flatMap(answersOf);
    expect(calls.length).toBeGreaterThan(5);
    const faults = calls.filter(({ schema }) => findAnswerFaults(schema, sampleAnswer(schema)).length > 0);
    expect(faults).toEqual([]);
  });

  it.each<[string, JsonSchema, unknown]>([
    ['an example', { type: 'string', examples: ['SF1'] }, 'SF1'],
    ['the first of an enum', { enum: ['paid', 'sent'] }, 'paid'],
    ['a constant', { const: 3 }, 3],
    ['a number in its range', { type: 'number', minimum: 5, maximum: 9 }, 5],
    ['a whole number above a limit', { type: 'integer', exclusiveMinimum: 10 }, 11],
    ['a multiple', { type: 'integer', multipleOf: 50 }, 50],
    ['a string that is long enough', { type: 'string', minLength: 8 }, 'sample--'],
    ['a string that is short enough', { type: 'string', maxLength: 3 }, 'sam'],
    ['a date', { type: 'string', format: 'date' }, '2026-01-31'],
    ['something rather than null', { type: ['null', 'boolean'] }, true],
    ['as many items as are needed', { type: 'array', minItems: 2, items: { const: 'a' } }, ['a', 'a']],
    [
      'optional fields too',
      { type: 'object', required: ['a'], properties: { a: { const: 1 }, b: { const: 2 } } },
      { a: 1, b: 2 },
    ],
    ['the first choice', { oneOf: [{ const: 'x' }, { const: 'y' }] }, 'x'],
    ['what a reference means', { $defs: { id: { const: 'R1' } }, $ref: '#/$defs/id' }, 'R1'],
  ])('is %s', (_, schema, expected) => {
    expect(sampleAnswer(schema)).toEqual(expected);
  });

  it('ends for a schema that contains itself', () => {
    const schema: JsonSchema = {
      $defs: { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } } },
      $ref: '#/$defs/node',
    };
    expect(JSON.stringify(sampleAnswer(schema)).length).toBeLessThan(1_000);
  });
});

describe('an answer', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['order'],
    properties: {
      order: { type: 'object', required: ['status'], properties: { status: { type: 'string' } } },
      properties: { type: 'number' },
    },
  };

  it('may hold fields that the schema does not name, at any depth', () => {
    expect(findAnswerFaults(schema, { order: { status: 'paid', more: 1 }, other: [] })).toEqual([]);
  });

  it('is refused where it does not fit, with the place', () => {
    const pointers = (answer: object) => findAnswerFaults(schema, answer as never).map((f) => f.pointer);
    expect(pointers({ order: {} })).toEqual(['/order/status']);
    expect(pointers({ order: { status: 1 } })).toEqual(['/order/status']);
    expect(pointers({ order: { status: '' }, properties: 'x' })).toEqual(['/properties']);
  });
});
