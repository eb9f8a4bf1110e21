import { expect, it } from '@jest/globals';
import { checkSop } from '../../../src/engine/check/check.js';
import type { Finding } from '../../../src/engine/common/model.js';

/** A small SOP without a fault that uses every construct of the format. */
export const SAMPLE = `id: sample
initial: checking
context:
  orderId: ''
  amount: 0
  note: null
  approved: false
meta:
  title: { en: Sample, zh-CN: 示例 }
  description: { en: An SOP for tests, zh-CN: 用于测试的流程 }
  owner: after-sales
  team: after-sales
  intake:
    form:
      type: object
      required: [orderId]
      properties:
        orderId: { type: string, x-title: { en: Order, zh-CN: 订单 } }
    when: ticket.channel != "phone"
  context:
    type: object
    properties:
      orderId: { type: string }
      amount: { type: number }
      note: { type: [string, 'null'] }
      approved: { type: boolean }
  priority:
    - { when: context.amount > 500, priority: high }
  sla: { firstResponse: PT15M, resolve: PT8H, clock: business }
  never:
    - id: unapproved
      step: working.pay
      when: context.amount > 500 && !context.approved
      why: { en: Not approved, zh-CN: 未经审批 }
  limits:
    - id: orderLookups
      title: { en: Looked up, zh-CN: 查询次数 }
      key: context.orderId
      calls: { order: 1 + 0 }
      most: context.amount + 5
      why: { en: Looked up too often, zh-CN: 查询过于频繁 }
  reopenAt: checking
  fcrWindow: P7D
  issueKey: context.orderId + "|x"
states:
  checking:
    initial: look-up
    on:
      WITHDRAW:
        target: '#sample.withdrawn'
        actions: { type: assign, params: { set: { approved: actor.tier > 1 } } }
        meta:
          title: { en: Withdraw, zh-CN: 撤销 }
    states:
      look-up:
        meta: { kind: automatic, title: { en: Look up, zh-CN: 查询 } }
        invoke:
          id: order
          src: http
          input:
            connection: shop
            method: GET
            path: '"/orders/" + context.orderId'
            query: { full: '"yes"' }
            answer: { type: object, properties: { amount: { type: number } } }
            timeout: PT5S
          onDone:
            target: assess
            actions:
              type: assign
              params: { set: { amount: event.output.amount } }
          onError: assess
      assess:
        meta:
          kind: human
          title: { en: Assess, zh-CN: 判断 }
          instructions: { en: 'Look at {{ context.orderId }}.', zh-CN: '查看 {{ context.orderId }}。' }
          checklist:
            - { id: photo, text: { en: Photo seen, zh-CN: 已看照片 } }
          replies:
            - id: hello
              title: { en: Hello, zh-CN: 问候 }
              text: { en: 'Hi {{ customer.name }}', zh-CN: '您好，{{ customer.name }}' }
          form:
            type: object
            required: [ok, note]
            properties:
              ok: { type: boolean }
              note: { type: string }
          sla: { within: PT1H, clock: business, warnAfter: PT45M, onBreach: [{ type: escalate, params: {} }] }
        on:
          ACCEPT:
            target: deciding
            guard:
              type: cel
              params:
                expr: context.amount > 0 && event.data.ok
                why: { en: Nothing to pay, zh-CN: 没有可退金额 }
            actions:
              - type: assign
                params: { set: { note: event.data.note } }
              - { type: reply, params: { reply: hello } }
            meta:
              title: { en: Accept, zh-CN: 同意 }
              form: true
          ASK:
            target: waiting
            meta:
              title: { en: Ask the customer, zh-CN: 询问买家 }
      waiting:
        meta: { kind: waits-for-customer, title: { en: Waiting, zh-CN: 等待买家 } }
        on:
          CUSTOMER_MESSAGE: assess
        after:
          P2D: '#sample.withdrawn'
          PT8H business:
            actions: { type: reply, params: { text: { en: Still there?, zh-CN: 还在吗？ } } }
      deciding:
        always:
          - target: '#sample.working'
            guard:
              type: cel
              params: { expr: context.amount > 500, why: { en: Small, zh-CN: 金额较小 } }
          - target: '#sample.working.pay'
  working:
    type: parallel
    onDone: done
    states:
      pay:
        initial: paying
        states:
          paying:
            meta:
              kind: human
              title: { en: Pay, zh-CN: 打款 }
              instructions: { en: Pay it., zh-CN: 请打款。 }
              sla: { within: PT2H, clock: calendar }
            on:
              PAY:
                target: paid
                meta: { title: { en: Paid, zh-CN: 已打款 } }
              PAUSE:
                target: '#sample.resting'
                meta: { title: { en: Pause, zh-CN: 暂停 } }
          paid: { type: final }
      tell:
        initial: telling
        states:
          telling:
            meta:
              kind: human
              title: { en: Tell, zh-CN: 通知 }
              instructions: { en: Tell the customer., zh-CN: 请通知买家。 }
              sla: { within: PT2H, clock: calendar }
            on:
              TELL:
                target: told
                meta: { title: { en: Told, zh-CN: 已通知 } }
          told: { type: final }
      memory: { type: history, history: deep }
  resting:
    meta:
      kind: human
      title: { en: Rest, zh-CN: 暂停中 }
      instructions: { en: Wait for stock., zh-CN: 等待到货。 }
      sla: { within: P1D, clock: calendar }
    on:
      GO_ON:
        target: working.memory
        meta: { title: { en: Go on, zh-CN: 继续 } }
  done:
    type: final
    meta: { outcome: paid, title: { en: Paid, zh-CN: 已完成 } }
  withdrawn:
    type: final
    meta: { outcome: withdrawn, title: { en: Withdrawn, zh-CN: 已撤销 } }
`;

/** The sample with one piece of text replaced; fails when the piece does not stand there exactly once. */
export function change(piece: string, by: string, source = SAMPLE): string {
  const parts = source.split(piece);
  if (parts.length !== 2)
    throw new Error(`"${piece}" stands ${String(parts.length - 1)} times in the sample`);
  return parts.join(by);
}

/** Line (from 1) in which a piece of text begins. */
export function lineOf(source: string, piece: string): number {
  const at = source.indexOf(piece);
  if (at === -1) throw new Error(`"${piece}" does not stand in the text`);
  return source.slice(0, at).split('\n').length;
}

/** What the check says, in short: `error unknown-target 12`. */
export function findingsOf(source: string): string[] {
  return checkSop(source).findings.map((f: Finding) => `${f.severity} ${f.code} ${String(f.line)}`);
}

/** One change of the sample → what must be found, on the line where `at` stands (default: where it was changed). */
export interface Fault {
  name: string;
  from: string;
  to: string;
  finds: string[];
  at?: string;
  /** True too: what lies behind a cut way has no way in. */
  also?: string;
}

/** A test for each fault: it is found on its line, in both languages, and nothing else is. */
export function expectFaults(faults: Fault[]): void {
  for (const { name, from, to, finds, at, also } of faults) {
    it(name, () => {
      const source = change(from, to);
      const line = at === undefined ? lineOf(SAMPLE, from) : lineOf(source, at);
      const expected = finds.map((code) => `${code} ${String(line)}`);
      const found = findingsOf(source);
      expect(found.filter((f) => !also || !f.startsWith(also)).sort()).toEqual(expected.sort());
      for (const finding of checkSop(source).findings) {
        expect(finding.message.en).toMatch(/[a-z]/);
        expect(finding.message['zh-CN']).toMatch(/\p{Script=Han}/u);
        expect(finding.column).toBeGreaterThan(0);
      }
    });
  }
}
