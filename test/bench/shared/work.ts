/** The work that everybody does: a refund in seven states, six advances with a payload of about 200 bytes. */
export const STATES = ['created', 'verify', 'inspect', 'approve', 'pay', 'notify', 'closed'] as const;

export const PAYLOAD = {
  orderId: 'ORD-100234',
  amount: 129.9,
  reason: 'damaged',
  operator: 'agent 4711',
  note: 'Two photos arrived; the seal is broken and the lid is cracked. Carrier claim CL-99812 is open.',
};

/** `desk`: steps of people, with waiting lines and targets; `plain`: just the rows that the rivals write, too. */
export type BenchSop = 'desk' | 'plain';

/** The same states as an SOP. In both of them each advance has a history row, a visit and an effect. */
export function benchSop(kind: BenchSop): string {
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
            ...stepOf(kind, state, text),
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
    id: kind,
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

function stepOf(kind: BenchSop, state: string, text: (en: string) => object): object {
  const meta = { title: text(state), instructions: text(`Look at ${state}`) };
  if (kind === 'desk')
    return { meta: { ...meta, kind: 'human', sla: { within: 'PT4H', clock: 'calendar' } } };
  const input = { connection: 'nobody', method: 'POST', path: '"/pings"', answer: {} };
  return { meta: { ...meta, kind: 'waits-for-others' }, invoke: { id: `ping-${state}`, src: 'http', input } };
}
