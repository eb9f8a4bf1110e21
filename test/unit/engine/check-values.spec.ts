import { describe } from '@jest/globals';
import { expectFaults } from './check-sample.js';
import type { Fault } from './check-sample.js';

const FAULTS: Fault[] = [
  {
    name: 'a warning that comes when it is too late',
    from: 'warnAfter: PT45M',
    to: 'warnAfter: PT60M',
    finds: ['error warning-after-breach'],
  },
  {
    name: 'an expression that does not parse',
    from: 'context.amount > 0 && event.data.ok',
    to: 'context.amount > && 1',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a key that the context does not have',
    from: 'context.amount > 0 && event.data.ok',
    to: 'context.amont > 0',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a field that the form does not have',
    from: 'context.amount > 0 && event.data.ok',
    to: 'event.data.okay',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a field that the answer does not have',
    from: 'event.output.amount',
    to: 'event.output.total',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a guard that is a number',
    from: 'context.amount > 0 && event.data.ok',
    to: 'context.amount',
    finds: ['error guard-not-bool'],
  },
  {
    name: 'a priority rule that is a text',
    from: 'when: context.amount > 500, priority',
    to: 'when: context.orderId, priority',
    finds: ['error invalid-expression'],
  },
  {
    name: 'a path that is a number',
    from: `'"/orders/" + context.orderId'`,
    to: 'context.amount',
    finds: ['error invalid-expression'],
  },
  {
    name: 'an issue key that is a truth',
    from: 'context.orderId + "|x"',
    to: 'context.approved',
    finds: ['error invalid-expression'],
  },
  {
    name: 'an assignment to nothing',
    from: '{ set: { note: event.data.note } }',
    to: '{ set: { nota: event.data.note } }',
    finds: ['error unknown-context-key'],
  },
  {
    name: 'an assignment of the wrong type',
    from: '{ set: { note: event.data.note } }',
    to: '{ set: { note: event.data.ok } }',
    finds: ['error assign-type'],
  },
  {
    name: 'a template that speaks of nothing',
    from: "'Hi {{ customer.name }}'",
    to: "'Hi {{ customer.nam }}'",
    finds: ['error invalid-expression'],
  },
  {
    name: 'a template that is never closed',
    from: "'Hi {{ customer.name }}'",
    to: "'Hi {{ customer.name'",
    finds: ['error invalid-expression'],
  },
  {
    name: 'a form that is no schema',
    from: 'ok: { type: boolean }',
    to: 'ok: { type: bool }',
    finds: ['error invalid-form'],
  },
  {
    name: 'an answer that is no schema',
    from: 'amount: { type: number } } }',
    to: 'amount: { minimum: low } } }',
    finds: ['error invalid-form'],
  },
  {
    name: 'a duration that is none',
    from: 'within: PT1H',
    to: 'within: 1h',
    finds: ['error invalid-duration'],
  },
  {
    name: 'a delay that is none',
    from: 'PT8H business:',
    to: 'PT8H buisness:',
    finds: ['error invalid-duration'],
  },
  { name: 'a delay of no time', from: 'P2D:', to: 'PT0S:', finds: ['error delay-too-short'] },
  { name: 'a delay of millennia', from: 'P2D:', to: 'P999999W:', finds: ['error invalid-duration'] },
  { name: 'a delay in months', from: 'P2D:', to: 'P1M:', finds: ['error invalid-duration'] },
  {
    name: 'a window that is no duration',
    from: 'fcrWindow: P7D',
    to: 'fcrWindow: weekly',
    finds: ['error invalid-duration'],
  },
  {
    name: 'a time-out that is no duration',
    from: 'timeout: PT5S',
    to: 'timeout: "5"',
    finds: ['error invalid-duration'],
  },
  {
    name: 'a context key without a default',
    from: '  approved: false\n',
    to: '',
    at: 'approved: { type: boolean }',
    finds: ['error invalid-context'],
  },
  {
    name: 'a default that does not fit',
    from: '  amount: 0',
    to: '  amount: none',
    finds: ['error invalid-context'],
  },
  {
    name: 'a default of an unknown key',
    from: '  amount: 0',
    to: '  amount: 0\n  total: 0',
    at: 'total: 0',
    finds: ['error unknown-context-key'],
  },
  {
    name: 'an answer without a place in the context',
    from: '[orderId]\n      properties:\n        orderId: { type: string, x-title',
    to: '[order]\n      properties:\n        order: { type: string, x-title',
    at: 'order: { type: string, x-title',
    finds: ['error unknown-context-key'],
    also: 'warning never-filled',
  },
  {
    name: 'an answer of another type than the context',
    from: 'orderId: { type: string, x-title',
    to: 'orderId: { type: number, x-title',
    finds: ['error assign-type'],
  },
];

describe('a fault in expressions and values is found, and nothing else', () => expectFaults(FAULTS));
