import type { SopDefinition } from '../../src/engine/common/model.js';

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const sla = { within: 'PT4H', clock: 'calendar' as const, warnAfter: 'PT3H' };

/**
 * A small SOP that needs no other system: a person decides up to a limit, a supervisor above it, the customer can be
 * asked with a reminder and a limit, and a parallel phase joins two people's work.
 */
export function smallSop(): SopDefinition {
  return {
    id: 'small',
    initial: 'triage',
    context: { amount: 0, reason: '', requestedBy: '', answer: '' },
    meta: {
      title: text('Small', '小流程'),
      description: text('For tests', '测试用'),
      owner: 'desk',
      team: 'desk',
      tier: 1,
      intake: {
        form: {
          type: 'object',
          required: ['reason'],
          properties: {
            reason: { type: 'string', minLength: 1, maxLength: 5_000 },
            amount: { type: 'number', minimum: 0 },
          },
        },
      },
      sla: { firstResponse: 'PT1H', resolve: 'P2D', clock: 'calendar' },
      context: {
        type: 'object',
        properties: {
          amount: { type: 'number', 'x-title': text('Amount', '金额') },
          reason: {
            type: 'string',
            'x-title': text('Reason', '原因'),
            'x-enum-titles': { late: text('Too late', '超时未到') },
          },
          requestedBy: { type: 'string' },
          answer: { type: 'string' },
        },
      },
      issueKey: 'context.reason',
    },
    states: {
      triage: {
        meta: {
          kind: 'human',
          title: text('Triage', '初审'),
          instructions: text('Read {{ context.reason }} and decide.', '阅读“{{ context.reason }}”并决定。'),
          sla,
          replies: [
            {
              id: 'hello',
              title: text('Greeting', '问候'),
              text: text('Hello {{ customer.name }}', '您好，{{ customer.name }}'),
            },
          ],
        },
        on: {
          APPROVE: [
            {
              target: 'paid',
              guard: {
                type: 'cel',
                params: {
                  expr: 'event.data.amount <= 500',
                  why: text(
                    'Above 500 a supervisor must approve: use REQUEST.',
                    '超过 500 元须主管审批，请用“提交审批”。',
                  ),
                },
              },
              actions: [{ type: 'assign', params: { set: { amount: 'event.data.amount' } } }],
              meta: {
                title: text('Approve', '同意'),
                form: {
                  type: 'object',
                  required: ['amount'],
                  properties: {
                    amount: { type: 'number', exclusiveMinimum: 0, maximum: 50_000 },
                    note: { type: 'string', maxLength: 5_000 },
                  },
                },
              },
            },
          ],
          REQUEST: {
            target: 'approval',
            actions: [{ type: 'assign', params: { set: { requestedBy: 'actor.id' } } }],
            meta: { title: text('Ask a supervisor', '提交审批') },
          },
          ASK: { target: 'asking', meta: { title: text('Ask the customer', '询问买家') } },
          SPLIT: { target: 'both', meta: { title: text('Two people', '双人处理') } },
          NOTE: {
            actions: [{ type: 'note', params: { text: text('Looked at again', '再次查看') } }],
            meta: { title: text('Note', '备注') },
          },
          VIP: {
            guard: {
              type: 'cel',
              params: {
                expr: 'customer.tier == "vip"',
                why: text('Only for VIP customers.', '仅限 VIP 买家。'),
              },
            },
            target: 'paid',
            meta: { title: text('VIP goodwill', 'VIP 关怀') },
          },
        },
      },
      approval: {
        meta: {
          kind: 'human',
          title: text('Approval', '审批'),
          instructions: text('Decide.', '审批。'),
          tier: 3,
          approval: true,
          sla,
        },
        on: {
          APPROVE: {
            target: 'paid',
            guard: {
              type: 'cel',
              params: {
                expr: 'actor.id != context.requestedBy',
                why: text('Another person must approve.', '须由他人审批。'),
              },
            },
            meta: { title: text('Approve', '同意') },
          },
          REJECT: { target: 'triage', meta: { title: text('Reject', '驳回') } },
        },
      },
      asking: {
        meta: { kind: 'waits-for-customer', title: text('Waiting for the customer', '等待买家') },
        on: {
          CUSTOMER_MESSAGE: {
            target: 'triage',
            actions: [{ type: 'assign', params: { set: { answer: 'event.data.body' } } }],
          },
        },
        after: {
          PT24H: {
            actions: [
              { type: 'reply', params: { text: text('Are you still there?', '请问您还需要帮助吗？') } },
            ],
          },
          P3D: { target: 'silent' },
        },
      },
      both: {
        type: 'parallel',
        onDone: 'triage',
        on: { STOP: { target: 'triage', meta: { title: text('Stop both', '全部停止') } } },
        states: {
          left: {
            initial: 'work',
            states: {
              work: {
                meta: {
                  kind: 'human',
                  title: text('Left', '左'),
                  instructions: text('Do it.', '处理。'),
                  sla,
                },
                on: { LEFT_DONE: { target: 'done', meta: { title: text('Done', '完成') } } },
              },
              done: { type: 'final' },
            },
          },
          right: {
            initial: 'work',
            states: {
              work: {
                meta: {
                  kind: 'human',
                  title: text('Right', '右'),
                  instructions: text('Do it.', '处理。'),
                  team: 'lab',
                  sla,
                },
                on: { RIGHT_DONE: { target: 'done', meta: { title: text('Done', '完成') } } },
              },
              done: { type: 'final' },
            },
          },
        },
      },
      paid: { type: 'final', meta: { title: text('Paid', '已退款'), outcome: 'paid' } },
      silent: { type: 'final', meta: { title: text('No answer', '买家未回复'), outcome: 'no-answer' } },
    },
  };
}
