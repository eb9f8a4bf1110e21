import { describe } from '@jest/globals';
import { expectFaults } from './check-sample.js';
import type { Fault } from './check-sample.js';

const FAULTS: Fault[] = [
  {
    name: 'a text without Chinese',
    from: '{ en: Photo seen, zh-CN: 已看照片 }',
    to: '{ en: Photo seen }',
    finds: ['error missing-translation'],
  },
  {
    name: 'a text with empty English',
    from: '{ en: Photo seen, zh-CN: 已看照片 }',
    to: "{ en: ' ', zh-CN: 已看照片 }",
    finds: ['error missing-translation'],
  },
  {
    name: 'a field title without English',
    from: '{ en: Order, zh-CN: 订单 }',
    to: '{ zh-CN: 订单 }',
    finds: ['error missing-translation'],
  },
  {
    name: 'English in the place of Chinese',
    from: '请通知买家。',
    to: 'Tell the customer.',
    finds: ['warning missing-translation'],
  },
  {
    name: 'Chinese without a Chinese character',
    from: '请通知买家。',
    to: 'Please tell the buyer',
    finds: ['warning missing-translation'],
  },
  {
    name: 'a person who can do nothing',
    from: '    on:\n      GO_ON:\n        target: working.memory\n        meta: { title: { en: Go on, zh-CN: 继续 } }\n',
    to: '',
    at: '  resting:',
    finds: ['error step-without-action', 'error no-way-to-end'],
    also: 'error unreachable-step',
  },
  {
    name: 'a step without instructions',
    from: '              instructions: { en: Pay it., zh-CN: 请打款。 }\n',
    to: '',
    at: '          paying:',
    finds: ['error step-without-instructions'],
  },
  {
    name: 'a step without a target',
    from: '      sla: { within: P1D, clock: calendar }\n',
    to: '',
    at: '  resting:',
    finds: ['warning step-without-sla'],
  },
  {
    name: 'a step without a title',
    from: '      title: { en: Rest, zh-CN: 暂停中 }\n',
    to: '',
    at: '  resting:',
    finds: ['error step-without-title'],
  },
  {
    name: 'a step that is of no kind',
    from: '      kind: human\n      title: { en: Rest',
    to: '      title: { en: Rest',
    at: '  resting:',
    finds: ['error step-without-kind'],
  },
  {
    name: 'an action without a name',
    from: 'meta: { title: { en: Told, zh-CN: 已通知 } }',
    to: 'meta: { tone: primary }',
    at: '              TELL:',
    finds: ['error untitled-action'],
  },
  {
    name: 'an end without an outcome',
    from: 'outcome: paid, ',
    to: '',
    at: '  done:',
    finds: ['error missing-outcome'],
  },
  {
    name: 'a wait without a limit',
    from: "        after:\n          P2D: '#sample.withdrawn'\n          PT8H business:\n            actions: { type: reply, params: { text: { en: Still there?, zh-CN: 还在吗？ } } }\n",
    to: '',
    at: '      waiting:',
    finds: ['warning wait-without-limit'],
  },
  {
    name: 'a call whose failure nobody minds',
    from: '          onError: assess\n',
    to: '',
    at: '        invoke:',
    finds: ['warning missing-on-error'],
  },
  {
    name: 'a choice that may find nothing',
    from: "          - target: '#sample.working.pay'\n",
    to: '',
    at: '        always:',
    finds: ['error choice-without-default'],
  },
];

describe('a fault in what people need is found, and nothing else', () => expectFaults(FAULTS));
