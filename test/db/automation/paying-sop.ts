import type { Database } from '../../../src/database/database.service.js';
import type { LimitDef, SopDefinition } from '../../../src/engine/common/model.js';

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh });

const limit: LimitDef = {
  id: 'orderRefunds',
  title: text('Refunded on this order', '本单已退'),
  key: 'context.orderId',
  calls: { refund: 'context.amount' },
  most: 'context.paid',
  why: text('More than was paid cannot be refunded.', '退款总额不得超过实付金额。'),
};

/**
 * An SOP that refunds: a person names the amount; then a call pays. A failed payment goes to a person, who pays again
 * or ends; a ticket that asks `later` is paid by a clock.
 */
const payingSop: SopDefinition = {
  id: 'paying',
  initial: 'decide',
  context: { orderId: '', paid: 0, amount: 0, failure: '' },
  meta: {
    title: text('Paying', '退款'),
    description: text('For tests', '测试用'),
    owner: 'desk',
    team: 'desk',
    tier: 1,
    intake: {
      form: {
        type: 'object',
        required: ['orderId', 'paid'],
        properties: { orderId: { type: 'string' }, paid: { type: 'number' } },
      },
    },
    sla: { firstResponse: 'PT1H', resolve: 'P2D', clock: 'calendar' },
    context: {
      type: 'object',
      properties: {
        orderId: { type: 'string' },
        paid: { type: 'number' },
        amount: { type: 'number' },
        failure: { type: 'string' },
      },
    },
    limits: [limit],
  },
  states: {
    decide: {
      meta: {
        kind: 'human',
        title: text('Decide', '审核'),
        instructions: text(
          'Refunded: {{ limits.orderRefunds.used }} of {{ limits.orderRefunds.most }}',
          '已退 {{ limits.orderRefunds.used }} / {{ limits.orderRefunds.most }}',
        ),
      },
      on: {
        PAY: {
          target: 'pay',
          actions: { type: 'assign', params: { set: { amount: 'event.data.amount' } } },
          meta: { title: text('Pay', '退款'), form: amountForm() },
        },
        CAREFUL: {
          target: 'pay',
          guard: {
            type: 'cel',
            params: {
              expr: 'event.data.amount <= limits.orderRefunds.left',
              why: text('More than what is left.', '超出剩余可退金额。'),
            },
          },
          actions: { type: 'assign', params: { set: { amount: 'event.data.amount' } } },
          meta: { title: text('Pay what is left', '退剩余金额'), form: amountForm() },
        },
        LATER: {
          target: 'later',
          actions: { type: 'assign', params: { set: { amount: 'event.data.amount' } } },
          meta: { title: text('Pay later', '稍后退款'), form: amountForm() },
        },
      },
    },
    later: {
      meta: { kind: 'waits-for-customer', title: text('Later', '稍后') },
      on: { CUSTOMER_MESSAGE: { target: 'pay' } },
      after: { PT1H: { target: 'pay' } },
    },
    pay: {
      meta: { kind: 'automatic', title: text('Pay', '打款') },
      invoke: {
        id: 'refund',
        src: 'http',
        input: {
          connection: 'shop',
          method: 'POST',
          path: '"/refunds"',
          body: { orderId: 'context.orderId', amount: 'context.amount' },
          answer: { type: 'object', required: ['refundId'], properties: { refundId: { type: 'string' } } },
          retries: 0,
        },
        onDone: { target: 'paid' },
        onError: {
          target: 'check',
          actions: [{ type: 'assign', params: { set: { failure: 'event.error.code' } } }],
        },
      },
    },
    check: {
      meta: { kind: 'human', title: text('Check', '核查'), instructions: text('Look.', '核查。') },
      on: {
        RETRY: { target: 'pay', meta: { title: text('Again', '重试') } },
        OTHER: {
          target: 'pay',
          actions: { type: 'assign', params: { set: { amount: 'event.data.amount' } } },
          meta: { title: text('Another amount', '修改金额'), form: amountForm() },
        },
        GIVE_UP: { target: 'unpaid', meta: { title: text('Give up', '放弃') } },
      },
    },
    paid: { type: 'final', meta: { title: text('Paid', '已退款'), outcome: 'paid' } },
    unpaid: { type: 'final', meta: { title: text('Not paid', '未退款'), outcome: 'unpaid' } },
  },
};

function amountForm() {
  return {
    type: 'object',
    required: ['amount'],
    properties: { amount: { type: 'number' } },
  };
}

/** Publishes the SOP `paying` as its version 1, and `paying-too`, which counts for the same limit. */
export async function publishPayingSops({ pool }: Database): Promise<void> {
  for (const id of ['paying', 'paying-too']) {
    const source = JSON.stringify({ ...payingSop, id });
    await pool.query('insert into sops (id) values ($1)', [id]);
    await pool.query(
      `insert into sop_versions (sop_id, version, source, format, definition, hash, origin, published_by)
       values ($1, 1, $2, 'json', $3, 'test', 'console', 'test')`,
      [id, source, source],
    );
  }
}
