import { describe } from '@jest/globals';
import { expectFaults } from './check-sample.js';
import type { Fault } from './check-sample.js';

const FAULTS: Fault[] = [
  {
    name: 'a target that is no sibling',
    from: 'target: deciding',
    to: 'target: decidin',
    finds: ['error unknown-target'],
  },
  {
    name: 'a path of the SOP that leads nowhere',
    from: "'#sample.working.pay'",
    to: "'#sample.working.play'",
    finds: ['error unknown-target'],
  },
  {
    name: 'the id of another SOP',
    from: "'#sample.resting'",
    to: "'#other.resting'",
    finds: ['error unknown-target'],
  },
  {
    name: 'a child that does not exist',
    from: 'target: told',
    to: 'target: .told',
    finds: ['error unknown-target'],
  },
  {
    name: 'the SOP itself as a target',
    from: "'#sample.resting'",
    to: "'#sample'",
    finds: ['error unknown-target'],
  },
  {
    name: 'an unknown initial state',
    from: 'initial: telling',
    to: 'initial: tell',
    finds: ['error unknown-target'],
  },
  {
    name: 'a missing initial state',
    from: '        initial: telling\n',
    to: '',
    at: '      tell:',
    finds: ['error missing-initial'],
  },
  {
    name: 'an unknown guard',
    from: 'type: cel\n              params: { expr: context.amount > 500',
    to: 'type: sel\n              params: { expr: context.amount > 500',
    finds: ['error unknown-guard'],
  },
  { name: 'an unknown actor', from: 'src: http', to: 'src: smtp', finds: ['error unknown-actor'] },
  {
    name: 'an unknown action',
    from: '{ type: escalate, params: {} }',
    to: '{ type: explode }',
    finds: ['error unknown-action'],
  },
  {
    name: 'an unknown quick reply',
    from: '{ reply: hello }',
    to: '{ reply: hallo }',
    finds: ['error unknown-reply'],
  },
  {
    name: 'a reply that says nothing',
    from: '{ reply: hello }',
    to: '{}',
    finds: ['error invalid-structure'],
  },
  {
    name: 'an unknown step in a rule',
    from: 'step: working.pay',
    to: 'step: working.buy',
    finds: ['error unknown-step'],
  },
  {
    name: 'a reopenAt that is an end',
    from: 'reopenAt: checking',
    to: 'reopenAt: done',
    finds: ['error unknown-target'],
  },
  {
    name: 'a final state with a way out',
    from: 'paid: { type: final }',
    to: 'paid: { type: final, on: { X: paying } }',
    finds: ['error final-with-transitions'],
  },
  {
    name: 'two checklist items of one id',
    from: '- { id: photo, text: { en: Photo seen, zh-CN: 已看照片 } }',
    to: '- { id: photo, text: { en: A, zh-CN: 甲 } }\n            - { id: photo, text: { en: B, zh-CN: 乙 } }',
    at: '{ en: B',
    finds: ['error duplicate-id'],
  },
];

describe('a fault in names is found, and nothing else', () => expectFaults(FAULTS));
