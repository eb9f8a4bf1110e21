const text = (en: string, zh: string): object => ({ en, 'zh-CN': zh });

function step(title: object, on: object): object {
  return {
    meta: {
      kind: 'human',
      title,
      instructions: text(
        'Look at the **order** and at what the customer writes.\n\n- Within 7 days: no reason needed\n- Later: with evidence',
        '查看**订单**和买家留言。\n\n- 7 天内：无理由\n- 超过 7 天：须有凭证',
      ),
      replies: [
        {
          id: 'wait',
          title: text('One moment', '请稍等'),
          text: text('Thank you, one moment please.', '您好，请稍等。'),
        },
      ],
      sla: { within: 'PT4H', clock: 'calendar' },
    },
    on,
  };
}

function sop(id: string, states: object, initial: string): string {
  return JSON.stringify({
    id,
    initial,
    context: { orderId: '' },
    meta: {
      title: text('Bench', '性能测试'),
      description: text('Made for measuring', '仅用于性能测试'),
      owner: 'bench',
      team: 'after-sales',
      tier: 1,
      intake: { form: { type: 'object', properties: { orderId: { type: 'string' } } } },
      sla: { firstResponse: 'PT1H', resolve: 'P2D', clock: 'calendar' },
      context: { type: 'object', properties: { orderId: { type: 'string' } } },
    },
    states,
  });
}

/** Two steps of a person that lead to each other for as long as somebody likes. */
export function loopSop(id: string): string {
  const way = (target: string, title: object): object => ({ target, meta: { title, tone: 'primary' } });
  return sop(
    id,
    {
      first: step(text('First step', '第一步'), {
        GO: way('second', text('Go on', '继续')),
        END: way('done', text('End', '结束')),
      }),
      second: step(text('Second step', '第二步'), { GO: way('first', text('Go on', '继续')) }),
      done: { type: 'final', meta: { title: text('Done', '完成'), outcome: 'done' } },
    },
    'first',
  );
}

/** A chain of steps with a way back from every fifth one. */
export function longSop(id: string, steps: number): string {
  const states: Record<string, object> = {};
  for (let n = 0; n < steps; n += 1) {
    const on: Record<string, object> = {
      GO: { target: n + 1 < steps ? `s${n + 1}` : 'done', meta: { title: text('Go on', '继续') } },
    };
    if (n >= 3 && n % 5 === 0) on['BACK'] = { target: `s${n - 3}`, meta: { title: text('Back', '退回') } };
    states[`s${n}`] = step(text(`Step ${n}`, `第 ${n} 步`), on);
  }
  states['done'] = { type: 'final', meta: { title: text('Done', '完成'), outcome: 'done' } };
  return sop(id, states, 's0');
}
