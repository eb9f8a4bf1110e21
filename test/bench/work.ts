/** The work that everybody does: a refund in seven states, six advances with a payload of about 200 bytes. */
export const STATES = ['created', 'verify', 'inspect', 'approve', 'pay', 'notify', 'closed'] as const;

export const PAYLOAD = {
  orderId: 'ORD-100234',
  amount: 129.9,
  reason: 'damaged',
  operator: 'agent 4711',
  note: 'Two photos arrived; the seal is broken and the lid is cracked. Carrier claim CL-99812 is open.',
};

/** The same states as an SOP: human steps, so that each advance has a visit, a waiting line and an effect. */
export function benchSop(): string {
  const text = (en: string): object => ({ en, 'zh-CN': `步骤 ${en}` });
  const form = {
    type: 'object',
    properties: {
      orderId: { type: 'string' },
      amount: { type: 'number' },
      reason: { type: 'string' },
      operator: { type: 'string' },
      note: { type: 'string' },
    },
    required: ['orderId', 'amount'],
  };
  const states = Object.fromEntries(
    STATES.map((state, i) => [
      state,
      i === STATES.length - 1
        ? { type: 'final', meta: { title: text(state), outcome: 'refunded' } }
        : {
            meta: {
              kind: 'human',
              title: text(state),
              instructions: text(`Look at ${state}`),
              sla: { within: 'PT4H', clock: 'calendar' },
            },
            on: {
              ADVANCE: {
                target: STATES[i + 1],
                guard: {
                  type: 'cel',
                  params: {
                    expr: 'event.data.amount > 0.0 && event.data.amount < 1000000.0',
                    why: text('The amount is out of range'),
                  },
                },
                actions: [
                  {
                    type: 'assign',
                    params: { set: { orderId: 'event.data.orderId', amount: 'event.data.amount' } },
                  },
                ],
                meta: { title: text('Go on'), form },
              },
            },
          },
    ]),
  );
  return JSON.stringify({
    id: 'bench',
    initial: STATES[0],
    context: { orderId: '', amount: 0 },
    meta: {
      title: text('Bench'),
      description: text('Six advances'),
      owner: 'bench',
      team: 'bench',
      intake: { form: { type: 'object', properties: {} } },
      sla: { firstResponse: 'PT1H', resolve: 'P2D', clock: 'calendar' },
      context: { type: 'object', properties: { orderId: { type: 'string' }, amount: { type: 'number' } } },
    },
    states,
  });
}
