import { describe, expect, it } from '@jest/globals';
import type { GuideStep } from '../../../src/engine/common/model.js';
import { localizeForm, renderFact, renderStep } from '../../../src/sops/render-steps.js';

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh });

describe('a fact beside the step', () => {
  const schema = {
    type: 'string',
    'x-title': text('Reason', '原因'),
    'x-enum-titles': { late: text('Too late', '超时') },
  };

  it('is named in the language of the reader, and so is its value where the SOP names it', () => {
    expect(renderFact({ name: 'reason', value: 'late', schema }, 'zh-CN')).toEqual({
      name: 'reason',
      title: '原因',
      value: 'late',
      valueTitle: '超时',
      type: 'string',
    });
    expect(renderFact({ name: 'reason', value: 'odd', schema }, 'en')).toMatchObject({ valueTitle: null });
  });

  it('tells the format where it has one, and no type where it has none', () => {
    const dated = { 'x-title': text('Day', '日期'), type: 'string', format: 'date' };
    expect(renderFact({ name: 'day', value: '2026-11-22', schema: dated }, 'en').type).toBe('date');
    const loose = { 'x-title': text('Any', '任意') };
    expect(renderFact({ name: 'any', value: [1], schema: loose }, 'en')).toMatchObject({
      type: null,
      value: [1],
    });
  });

  it('has no value by the name of an inherited property', () => {
    expect(renderFact({ name: 'reason', value: 'toString', schema }, 'en').valueTitle).toBeNull();
  });
});

describe('a step of the guide', () => {
  const step: GuideStep = {
    step: 's',
    kind: 'human',
    title: text('Look', '查看'),
    instructions: null,
    checklist: [{ id: 'c', text: text('Seen', '已看') }],
    form: null,
    replies: [{ id: 'r', title: text('Hello', '问候'), text: text('Dear', '您好') }],
    actions: [
      {
        event: 'ASK',
        step: 's',
        title: text('Ask', '询问'),
        tone: 'neutral',
        enabled: false,
        why: text('Later', '稍后'),
        to: [{ step: 'w', title: text('Waiting', '等待'), kind: 'waits-for-customer' }],
        ends: false,
      },
    ],
  };
  const place = {
    ...{ team: 't', tier: 1, skills: [], holder: null, holderName: null, enteredAt: null },
    ...{ dueAt: null, slaDueAt: null, slaBreached: false, cameFrom: null },
  };
  const rights = { mayAct: true, mayTake: true, takesOver: false, whyNot: null };

  it('speaks to the agent in their language and to the customer in theirs', () => {
    expect(renderStep(step, { lang: 'en', customerLang: 'zh-CN' }, place, rights, () => null)).toEqual({
      ...place,
      ...rights,
      step: 's',
      kind: 'human',
      title: 'Look',
      instructions: null,
      checklist: [{ id: 'c', text: 'Seen' }],
      form: null,
      replies: [{ id: 'r', title: 'Hello', text: '您好', lang: 'zh-CN' }],
      actions: [
        {
          event: 'ASK',
          step: 's',
          title: 'Ask',
          tone: 'neutral',
          enabled: false,
          why: 'Later',
          to: [{ step: 'w', title: 'Waiting', kind: 'waits-for-customer' }],
          ends: false,
        },
      ],
    });
  });

  it('closes what the SOP opens to who may not act, with the reason of the rights', () => {
    const open = { ...step, actions: step.actions.map((action) => ({ ...action, enabled: true })) };
    const whyClosed = () => 'For somebody else';
    const { actions } = renderStep(open, { lang: 'en', customerLang: 'zh-CN' }, place, rights, whyClosed);
    expect(actions).toMatchObject([{ enabled: false, why: 'For somebody else' }]);
  });
});

it('a form is shown with its titles and help in one language, wherever they stand', () => {
  const form = {
    type: 'object',
    properties: {
      a: { type: 'string', 'x-title': text('A', '甲'), 'x-help': text('Help', '说明') },
      b: { type: 'array', items: { type: 'string', 'x-enum-titles': { x: text('X', '叉') } } },
    },
  };
  expect(localizeForm(form, 'zh-CN')).toEqual({
    type: 'object',
    properties: {
      a: { type: 'string', title: '甲', description: '说明' },
      b: { type: 'array', items: { type: 'string', 'x-enum-titles': { x: '叉' } } },
    },
  });
});
