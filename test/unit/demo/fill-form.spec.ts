import { describe, expect, it } from '@jest/globals';
import { Chance } from '../../../src/demo/chance.js';
import { chooseAction } from '../../../src/demo/choose-action.js';
import { fillForm } from '../../../src/demo/fill-form.js';
import { compileForm } from '../../../src/engine/index.js';
import type { GuideAction, JsonSchema } from '../../../src/engine/common/model.js';

const knowledge = {
  facts: { orderId: 'ORD-123456', amount: 80, reason: 'late', note: 'x' },
  today: '2026-11-20T10:00:00.000Z',
  words: () => 'Checked, plausible.',
};
const text = { en: 'x', 'zh-CN': 'x' };

const FORMS: Record<string, JsonSchema> = {
  'facts, patterns and ranges': {
    type: 'object',
    required: ['orderId', 'amount', 'reason', 'trackingNo', 'finding'],
    properties: {
      orderId: { type: 'string', pattern: '^ORD-[0-9]{6}$' },
      amount: { type: 'number', exclusiveMinimum: 0, maximum: 50 },
      reason: { type: 'string', enum: ['damaged', 'late'] },
      trackingNo: { type: 'string', pattern: '^[A-Za-z0-9-]{6,32}$' },
      finding: { type: 'string', minLength: 30, maxLength: 40 },
      note: { type: 'string', minLength: 5 },
    },
  },
  'numbers, dates, lists and objects': {
    type: 'object',
    required: ['pieces', 'weight', 'on', 'at', 'photos', 'address', 'agreed', 'kind'],
    properties: {
      pieces: { type: 'integer', minimum: 1, maximum: 3 },
      weight: { type: 'number', minimum: 0.5, maximum: 2, multipleOf: 0.5 },
      on: { type: 'string', format: 'date' },
      at: { type: 'string', format: 'date-time' },
      photos: { type: 'array', minItems: 2, maxItems: 3, items: { type: 'string', maxLength: 12 } },
      address: { type: 'object', required: ['city'], properties: { city: { type: 'string' } } },
      agreed: { type: 'boolean' },
      kind: { const: 'parcel' },
    },
  },
};

describe('filling in forms', () => {
  for (const [name, form] of Object.entries(FORMS)) {
    it(`every filled form is valid: ${name}`, () => {
      const check = compileForm(form);
      const chance = new Chance(3, name);
      for (let i = 0; i < 200; i++) expect(check(fillForm(form, knowledge, chance))).toEqual([]);
    });
  }

  it('a fact is used where it fits and not where it does not', () => {
    const data = fillForm(FORMS['facts, patterns and ranges'] ?? {}, knowledge, new Chance(3, 'facts'));
    expect(data).toMatchObject({ orderId: 'ORD-123456', reason: 'late' });
    expect(data['amount']).not.toBe(80);
  });
});

describe('choosing a way out', () => {
  const action = (event: string, more: Partial<GuideAction> = {}): GuideAction => ({
    event,
    step: 'assess',
    title: text,
    tone: 'neutral',
    enabled: true,
    to: [],
    ends: false,
    ...more,
  });
  const count = (actions: GuideAction[], taken: Record<string, number>, event: string) => {
    const chance = new Chance(4, 'choose');
    const times = new Map(Object.entries(taken));
    return Array.from({ length: 1000 }, () => chooseAction(actions, times, chance)?.event).filter(
      (e) => e === event,
    ).length;
  };

  it('a closed way is never taken', () => {
    const actions = [action('APPROVE', { enabled: false, tone: 'primary' }), action('REJECT')];
    expect(count(actions, {}, 'APPROVE')).toBe(0);
    expect(chooseAction([action('APPROVE', { enabled: false })], new Map(), new Chance(1, ''))).toBeNull();
  });

  it('a way that was taken before is taken less often again', () => {
    const actions = [action('APPROVE', { tone: 'primary' }), action('ASK_CUSTOMER')];
    const first = count(actions, {}, 'ASK_CUSTOMER');
    const again = count(actions, { ASK_CUSTOMER: 2 }, 'ASK_CUSTOMER');
    expect(first).toBeGreaterThan(80);
    expect(again).toBeLessThan(first / 3);
  });
});
