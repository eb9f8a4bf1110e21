import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../../src/console/api/problem';
import { apartFrom, faultsOf } from '../../../src/console/agent/step/form-faults';
import type { Sender } from '../../../src/console/agent/common/send-event';
import type { GuideAction, GuideStep } from '../../../src/console/agent/common/ticket-cache';
import type { Schema } from '../../../src/console/kit/schema-form/model';

const form: Schema = {
  type: 'object',
  properties: {
    reason: { type: 'string' },
    items: { type: 'array', items: { type: 'object', properties: { count: { type: 'number' } } } },
  },
};
const errors = [
  { pointer: '/reason', message: 'Too short.' },
  { pointer: '/items/0/count', message: 'Too many.' },
  { pointer: '/total', message: 'Does not add up.' },
  { pointer: '', message: 'Not together.' },
];
const pointers = (list: readonly { pointer: string }[]): string[] => list.map(({ pointer }) => pointer);

describe('what is wrong with a form', () => {
  it('is said once: at its field, or beside the form where it belongs to none', () => {
    const { atFields, beside } = apartFrom(form, errors);
    expect(pointers(atFields)).toEqual(['/reason', '/items/0/count']);
    expect(pointers(beside)).toEqual(['/total', '']);
    expect(pointers(apartFrom(null, errors).beside)).toEqual(pointers(errors));
  });

  it.each([
    ['the form of the step', { event: 'GO', step: 's', form }, ['/reason'], []],
    [
      'that of the dialog',
      { event: 'GO', step: 's', form: { type: 'object', properties: {} } },
      [],
      ['/reason'],
    ],
    ['none, of a step that is gone', { event: 'GO', step: 'gone' }, [], ['/reason']],
  ])('is looked for in %s', (_, action, at, beside) => {
    const problem = new ApiProblem(422, { errors: [{ pointer: '/data/reason', message: 'must be text' }] });
    const step = { step: 's', form, actions: [] } as unknown as GuideStep;
    const standing = { kind: 'failed', problem, data: {}, action: action as unknown as GuideAction };
    const found = faultsOf({ standing } as Pick<Sender, 'standing'>, [step]);
    expect([pointers(found.atFields), pointers(found.beside)]).toEqual([at, beside]);
  });
});
