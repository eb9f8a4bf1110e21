import { describe, expect, it } from '@jest/globals';
import { placeErrors } from '../../../src/console/admin/common/field-errors';
import { ApiProblem } from '../../../src/console/api/problem';
import { hasField } from '../../../src/console/kit/schema-form/model';

const TEAM = ['id', 'title/zh-CN', 'title/en', 'members'];
const refused = (...errors: [pointer: string, message: string][]): ApiProblem =>
  new ApiProblem(422, {
    type: 'urn:stepwise:problem:invalid-body',
    errors: errors.map(([pointer, message]) => ({ pointer, message })),
  });

describe('what the server finds wrong', () => {
  it('stands at the very field: the English name is not the Chinese one', () => {
    expect(placeErrors(refused(['/title/en', 'must not be empty']), TEAM)).toEqual({
      fields: [{ name: ['title', 'en'], messages: ['This must not be empty.'] }],
      isAll: true,
    });
  });

  it('stands at the field that holds it, once, and the rest is said beside them', () => {
    const problem = refused(
      ['/members/0/tier', 'a'],
      ['/members/1/tier', 'a'],
      ['/other', 'b'],
      ['/ids', 'c'],
    );
    expect(placeErrors(problem, TEAM)).toEqual({
      fields: [{ name: ['members'], messages: ['This a.'] }],
      isAll: false,
    });
  });

  it('is told without what is meant for programs', () => {
    const problem = new ApiProblem(409, {
      ...{ type: 'urn:stepwise:problem:duplicate-team', title: 'This team exists' },
      detail: 'PATCH /api/teams/x changes it.',
    });
    expect(placeErrors(problem, TEAM).fields).toEqual([{ name: ['id'], messages: ['This team exists'] }]);
  });

  it('is at a field of a form that an SOP asks for, or at none', () => {
    const schema = {
      properties: {
        customer: { type: 'object', properties: { id: { type: 'string' } } },
        items: { type: 'array', items: { $ref: '#/$defs/item' } },
      },
      $defs: { item: { type: 'object', properties: { name: { type: 'string' } } } },
    };
    const pointers = ['/customer/id', '/items/3/name', '/items/3', '/sop', '/customer/x', ''];
    expect(pointers.filter((pointer) => hasField(schema, pointer))).toEqual(pointers.slice(0, 3));
  });
});
