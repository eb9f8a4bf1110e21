import type { SopDefinition } from '../../src/engine/common/model.js';
import type { ConsoleRoom } from './console-room.js';

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const sla = { within: 'PT4H', clock: 'calendar' as const };

function hand(title: ReturnType<typeof text>) {
  return {
    initial: 'work',
    states: {
      work: {
        meta: { kind: 'human' as const, title, instructions: text('Look.', '请核对。'), sla },
        on: { DONE: { target: 'ready', meta: { title: text('Done', '完成'), tone: 'primary' as const } } },
      },
      ready: { type: 'final' as const, meta: { title: text('Ready', '已完成') } },
    },
  };
}

/**
 * Two people work at the same time, and both end their part with the same event; then somebody names an amount, which
 * counts for a limit.
 */
const pairSop: SopDefinition = {
  id: 'pair',
  initial: 'both',
  context: { orderId: '', paid: 0, amount: 0 },
  meta: {
    title: text('Two hands', '双人处理'),
    description: text('For tests', '测试用'),
    owner: 'after-sales',
    team: 'after-sales',
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
      properties: { orderId: { type: 'string' }, paid: { type: 'number' }, amount: { type: 'number' } },
    },
    limits: [
      {
        id: 'orderRefunds',
        title: text('Refunded on this order', '本单已退'),
        key: 'context.orderId',
        calls: { refund: 'context.amount' },
        most: 'context.paid',
        why: text('More than was paid cannot be refunded.', '退款总额不得超过实付金额。'),
      },
    ],
  },
  states: {
    both: {
      type: 'parallel',
      meta: { title: text('Both', '并行处理') },
      onDone: { target: 'decide' },
      states: {
        call: hand(text('Call the customer', '回电买家')),
        check: hand(text('Check the parcel', '核对包裹')),
      },
    },
    decide: {
      meta: {
        kind: 'human',
        title: text('Decide on the amount', '确定退款金额'),
        instructions: text('Decide.', '请确定。'),
        form: {
          type: 'object',
          required: ['amount'],
          properties: { amount: { type: 'number', 'x-title': text('Amount', '金额') } },
        },
        sla,
      },
      on: {
        PAY: {
          target: 'pay',
          actions: { type: 'assign', params: { set: { amount: 'event.data.amount' } } },
          meta: { title: text('Pay', '退款'), tone: 'primary', form: true },
        },
      },
    },
    pay: {
      meta: { kind: 'automatic', title: text('Pay', '打款') },
      invoke: {
        id: 'refund',
        src: 'http',
        input: {
          ...{ connection: 'shop', method: 'POST', path: '"/refunds"' },
          body: { orderId: 'context.orderId', amount: 'context.amount' },
          answer: { type: 'object', required: ['refundId'], properties: { refundId: { type: 'string' } } },
        },
        onDone: { target: 'paid' },
        onError: { target: 'decide' },
      },
    },
    paid: { type: 'final', meta: { title: text('Paid', '已退款'), outcome: 'paid' } },
  },
};

/** Publishes the SOP `pair`. */
export async function publishPair({ url }: ConsoleRoom): Promise<void> {
  const send = async (method: string, path: string, body: unknown, token = ''): Promise<object> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as object;
  };
  const login = { email: 'designer@demo', password: 'stepwise' };
  const { accessToken } = (await send('POST', '/api/auth/login', login)) as { accessToken: string };
  await send('PUT', '/api/sops/pair/draft', pairSop, accessToken);
  await send('POST', '/api/sops/pair/publish', {}, accessToken);
}
