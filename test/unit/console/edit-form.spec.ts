import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  addChoice,
  addField,
  changeType,
  listFields,
  moveField,
  removeField,
  renameChoice,
  renameField,
  setRequired,
} from '../../../src/console/designer/panel/edit-form';
import { valueAt, type Edit } from '../../../src/console/designer/yaml/edit-value';
import {
  addWay,
  listWays,
  removeWay,
  setCondition,
  setInWay,
  setTarget,
} from '../../../src/console/designer/panel/edit-ways';
import { editYaml } from '../../../src/console/designer/yaml/edit-yaml';
import { listStates, resolveTarget, writeTarget } from '../../../src/console/designer/yaml/targets';
import { readYaml } from '../../../src/console/designer/yaml/yaml-text';

const SOP = readFileSync('workflows/return-refund.yaml', 'utf8');
const STATE = ['states', 'checking', 'states', 'look-up-by-hand'];
const FORM = [...STATE, 'meta', 'form'];

function formAfter(edits: Edit[]): unknown {
  return valueAt(readYaml(editYaml(SOP, edits)).value, FORM);
}
const form = valueAt(readYaml(SOP).value, FORM);
const fields = listFields(form, FORM);
const [status] = fields;

describe('A form', () => {
  it('shows its fields with their types', () => {
    expect(fields.map(({ name, type, isRequired }) => [name, type, isRequired])).toEqual([
      ['orderStatus', 'choice', true],
      ['orderAmount', 'number', true],
      ['daysSinceDelivery', 'number', true],
    ]);
  });

  it('keeps a renamed field required, and a removed one not', () => {
    if (!status) throw new Error('no field');
    expect(formAfter(renameField(form, status, 'state'))).toMatchObject({
      required: ['state', 'orderAmount', 'daysSinceDelivery'],
      properties: { state: { type: 'string' } },
    });
    expect(formAfter(removeField(form, status))).toMatchObject({
      required: ['orderAmount', 'daysSinceDelivery'],
    });
  });

  it('goes with its last field, and is made with its first', () => {
    const one = { type: 'object', properties: { a: { type: 'string' } } };
    const [field] = listFields(one, FORM);
    if (!field) throw new Error('no field');
    const text = editYaml(SOP, [{ act: 'set', path: FORM, value: one }]);
    expect(valueAt(readYaml(editYaml(text, removeField(one, field))).value, FORM)).toBeUndefined();
    const made = formAfter([{ act: 'remove', path: FORM }, ...addField(undefined, FORM, 'note')]);
    expect(made).toEqual({
      type: 'object',
      properties: { note: { type: 'string', 'x-title': { en: '', 'zh-CN': '' } } },
    });
  });

  it('drops what another type cannot have', () => {
    const amount = fields[1];
    if (!amount || !status) throw new Error('no field');
    expect(valueAt(formAfter(changeType(amount, 'text')), ['properties', 'orderAmount'])).toEqual({
      type: 'string',
      'x-title': { en: 'Amount paid', 'zh-CN': '实付金额' },
    });
    expect(
      valueAt(formAfter(changeType(status, 'yes-no')), ['properties', 'orderStatus', 'enum']),
    ).toBeUndefined();
  });

  it('renames a choice together with its words', () => {
    if (!status) throw new Error('no field');
    expect(formAfter([...renameChoice(status, 0, 'payed'), ...addChoice(status, 'lost')])).toMatchObject({
      properties: {
        orderStatus: {
          enum: ['payed', 'shipped', 'delivered', 'cancelled', 'lost'],
          'x-enum-titles': { payed: { 'zh-CN': '已付款待发货' }, lost: { en: '' } },
        },
      },
    });
  });

  it('moves a field with the comment that stands above it', () => {
    const text =
      'states:\n  a:\n    form:\n      properties:\n        # first\n        one: { type: string } # short\n\n        two:\n          type: number\n';
    const at = ['states', 'a', 'form'];
    const [one] = listFields(valueAt(readYaml(text).value, at), at);
    if (!one) throw new Error('no field');
    const after = editYaml(text, moveField(one, 0, 1));
    expect(after).toBe(
      'states:\n  a:\n    form:\n      properties:\n        two:\n          type: number\n\n        # first\n        one: { type: string } # short\n',
    );
    expect(editYaml(after, moveField(one, 1, 0))).toBe(text);
  });

  it('makes the list of required fields when there is none', () => {
    const bare = { type: 'object', properties: { a: { type: 'string' } } };
    const [field] = listFields(bare, FORM);
    if (!field) throw new Error('no field');
    expect(setRequired(bare, field, true)).toEqual([
      { act: 'set', path: [...FORM, 'required'], value: ['a'] },
    ]);
  });
});

describe('The ways out of a step', () => {
  const small =
    'id: s\nstates:\n  a:\n    on:\n      GO: b # short\n      STOP: { target: b }\n    after:\n      P1D: b\n  b: {}\n';
  const ways = listWays(valueAt(readYaml(small).value, ['states', 'a']), ['states', 'a']);
  const way = (key: string) => {
    const found = ways.find((one) => one.key === key);
    if (!found) throw new Error(`no way ${key}`);
    return found;
  };

  it('keep their target when a way that is one word gets more to say', () => {
    const text = editYaml(small, setInWay(way('GO'), ['meta', 'title'], { en: 'Go', 'zh-CN': '走' }));
    expect(valueAt(readYaml(text).value, ['states', 'a', 'on', 'GO'])).toEqual({
      target: 'b',
      meta: { title: { en: 'Go', 'zh-CN': '走' } },
    });
    expect(text).toContain('# short');
  });

  it('stay one word when only the target changes, and get and lose a condition', () => {
    expect(editYaml(small, setTarget(way('GO'), 'a'))).toBe(small.replace('GO: b', 'GO: a'));
    const closed = editYaml(small, setCondition(way('STOP'), 'context.x > 1'));
    expect(closed).toContain('expr: context.x > 1');
    const [, again] = listWays(valueAt(readYaml(closed).value, ['states', 'a']), ['states', 'a']);
    if (!again) throw new Error('no way');
    expect(readYaml(editYaml(closed, setCondition(again, ' '))).value).toEqual(readYaml(small).value);
  });

  it('come and go without touching the others', () => {
    const more = editYaml(
      small,
      addWay(['states', 'a'], { group: 'on', key: 'SKIP', target: 'b', en: 'Skip', zh: '跳过' }),
    );
    expect(more).toContain('GO: b # short\n      STOP: { target: b }\n      SKIP:\n');
    const none = editYaml(small, removeWay(way('P1D')));
    expect(none).toBe(small.replace('    after:\n      P1D: b\n', ''));
  });
});

describe('A target', () => {
  it('is written the shortest way that leads to the same state, from every step to every other', () => {
    const ids = new Set(listStates(readYaml(SOP).value).map(({ id }) => id));
    const all = [...ids].filter((id) => id !== '');
    expect(all.length).toBeGreaterThan(20);
    for (const from of all) {
      for (const to of all)
        expect(resolveTarget(ids, 'return-refund', from, writeTarget('return-refund', from, to))).toBe(to);
    }
  });
});
