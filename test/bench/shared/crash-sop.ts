const text = (en: string, zh: string): object => ({ en, 'zh-CN': zh });

/** A refund that a person asks for, the shop pays and a person confirms. */
export function crashSop(): string {
  const human = (title: object): object => ({
    kind: 'human',
    title,
    instructions: title,
    sla: { within: 'PT4H', clock: 'calendar' },
  });
  return JSON.stringify({
    id: 'crash',
    initial: 'check',
    context: { orderId: '', note: '', refundId: '' },
    meta: {
      title: text('Refund under fire', '故障中的退款'),
      description: text('One automatic step between two of a person', '两个人工步骤之间有一个自动步骤'),
      owner: 'bench',
      team: 'bench',
      intake: {
        form: { type: 'object', required: ['orderId'], properties: { orderId: { type: 'string' } } },
      },
      sla: { firstResponse: 'PT1H', resolve: 'P2D', clock: 'calendar' },
      context: {
        type: 'object',
        properties: { orderId: { type: 'string' }, note: { type: 'string' }, refundId: { type: 'string' } },
      },
    },
    states: {
      check: {
        meta: human(text('Check the order', '核对订单')),
        on: {
          PAY: {
            target: 'pay',
            actions: [{ type: 'assign', params: { set: { note: 'event.data.note' } } }],
            meta: {
              title: text('Pay', '打款'),
              form: { type: 'object', required: ['note'], properties: { note: { type: 'string' } } },
            },
          },
        },
      },
      pay: {
        meta: { kind: 'automatic', title: text('Pay the refund', '退款打款') },
        invoke: {
          id: 'refund',
          src: 'http',
          input: {
            connection: 'shop',
            method: 'POST',
            path: '"/refunds"',
            body: { orderId: 'context.orderId', amount: '1.0', reason: 'context.note' },
            answer: { type: 'object', required: ['refundId'], properties: { refundId: { type: 'string' } } },
            timeout: 'PT10S',
            retries: 5,
          },
          onDone: {
            target: 'confirm',
            actions: [{ type: 'assign', params: { set: { refundId: 'event.output.refundId' } } }],
          },
          onError: { target: 'failed' },
        },
      },
      confirm: {
        meta: human(text('Tell the customer', '告知买家')),
        on: { CONFIRM: { target: 'paid', meta: { title: text('Told', '已告知') } } },
      },
      failed: {
        meta: human(text('The shop refused', '商城拒绝打款')),
        on: { CONFIRM: { target: 'unpaid', meta: { title: text('Give up', '放弃') } } },
      },
      paid: { type: 'final', meta: { title: text('Paid', '已退款'), outcome: 'refunded' } },
      unpaid: { type: 'final', meta: { title: text('Not paid', '未退款'), outcome: 'failed' } },
    },
  });
}
