import type { Database } from '../../../src/database/database.service.js';
import type { SopDefinition } from '../../../src/engine/common/model.js';

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh });

/** An SOP that looks an order up, and asks a person when that fails; a person's step has a reminder after an hour. */
export const callingSop: SopDefinition = {
  id: 'calling',
  initial: 'lookUp',
  context: { orderId: '', amount: 0, failure: '' },
  meta: {
    title: text('Calling', '调用'),
    description: text('For tests', '测试用'),
    owner: 'desk',
    team: 'desk',
    tier: 1,
    intake: {
      form: { type: 'object', required: ['orderId'], properties: { orderId: { type: 'string' } } },
    },
    sla: { firstResponse: 'PT1H', resolve: 'P2D', clock: 'calendar' },
    context: {
      type: 'object',
      properties: {
        orderId: { type: 'string' },
        amount: { type: 'number' },
        failure: { type: 'string' },
      },
    },
  },
  states: {
    lookUp: {
      meta: { kind: 'automatic', title: text('Order look-up', '查询订单') },
      invoke: {
        id: 'order',
        src: 'http',
        input: {
          connection: 'shop',
          method: 'GET',
          path: '"/orders/" + context.orderId',
          answer: {
            type: 'object',
            required: ['amount'],
            properties: { amount: { type: 'number' } },
          },
          timeout: 'PT2S',
          retries: 1,
        },
        onDone: {
          target: 'check',
          actions: [{ type: 'assign', params: { set: { amount: 'event.output.amount' } } }],
        },
        onError: {
          target: 'check',
          actions: [{ type: 'assign', params: { set: { failure: 'event.error.code' } } }],
        },
      },
    },
    check: {
      meta: {
        kind: 'human',
        title: text('Check', '核对'),
        instructions: text('Check the amount.', '核对金额。'),
        sla: { within: 'PT4H', clock: 'calendar' },
      },
      on: { DONE: { target: 'done', meta: { title: text('Done', '完成') } } },
      after: {
        PT1H: { actions: [{ type: 'note', params: { text: text('Still open', '仍未处理') } }] },
      },
    },
    done: { type: 'final', meta: { title: text('Done', '完成'), outcome: 'done' } },
  },
};

/** Publishes the SOP `calling` as its version 1. */
export async function publishCallingSop({ pool }: Database): Promise<void> {
  const source = JSON.stringify(callingSop);
  await pool.query('insert into sops (id) values ($1)', [callingSop.id]);
  await pool.query(
    `insert into sop_versions (sop_id, version, source, format, definition, hash, origin, published_by)
     values ($1, 1, $2, 'json', $3, 'test', 'console', 'test')`,
    [callingSop.id, source, source],
  );
}
