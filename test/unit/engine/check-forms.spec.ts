import { describe, expect, it } from '@jest/globals';
import { checkDefinition, checkSop } from '../../../src/engine/check/check.js';
import type { JsonSchema, SopDefinition, TransitionDef } from '../../../src/engine/common/model.js';
import { end, go, guard, sopOf, step } from '../../support/large-sops.js';

const field = { type: 'string', 'x-title': { en: 'Field', 'zh-CN': '字段' } };
const number = { ...field, type: 'number' };

/** One step with one way out that asks for a form. */
function asking(form: JsonSchema, way: Partial<TransitionDef> = {}): SopDefinition {
  const out = { ...go('end'), ...way };
  return sopOf('a', { a: step({ GO: { ...out, meta: { ...out.meta, form } } }), end });
}
const codes = (sop: SopDefinition): string[] =>
  checkDefinition(sop).map(
    ({ severity, code, path }) => `${severity} ${code} ${path.replace('/states/a/', '')}`,
  );
const impossible = (form: JsonSchema): string[] =>
  codes(asking(form)).map((found) => found.replace('error impossible-form on/GO/meta/form', ''));

describe('a form that cannot be handed in', () => {
  it.each<[JsonSchema, string[]]>([
    [{ required: ['a'], properties: { a: field } }, []],
    [{ required: ['a', 'b'], properties: { a: field } }, ['/required/1']],
    [{ required: ['toString'], properties: { a: field } }, ['/required/0']],
    [{ required: ['b'], properties: { a: field }, additionalProperties: true }, []],
    [{ required: ['b'], properties: { a: field }, patternProperties: { '^b': field } }, []],
    [
      { properties: { a: field }, allOf: [{ required: ['a'] }, { required: ['b'] }] },
      ['/allOf/1/required/0'],
    ],
    [
      {
        properties: { a: field },
        if: { required: ['a'] },
        then: { properties: { b: field }, required: ['b'] },
      },
      [],
    ],
    [
      { properties: { a: { type: 'object', required: ['x'], properties: { y: field } } } },
      ['/properties/a/required/0'],
    ],
    [{ properties: { a: { ...number, minimum: 5, maximum: 5 } } }, []],
    [{ properties: { a: { ...number, minimum: 6, maximum: 5 } } }, ['/properties/a/minimum']],
    [
      { properties: { a: { ...number, exclusiveMinimum: 5, maximum: 5 } } },
      ['/properties/a/exclusiveMinimum'],
    ],
    [
      { properties: { a: { ...number, type: 'integer', minimum: 1.2, maximum: 1.8 } } },
      ['/properties/a/minimum'],
    ],
    [{ properties: { a: { ...number, type: 'integer', minimum: 1.2, maximum: 2 } } }, []],
    [{ properties: { a: { ...number, exclusiveMinimum: 1, exclusiveMaximum: 2 } } }, []],
    [{ properties: { a: { ...field, minLength: 3, maxLength: 2 } } }, ['/properties/a/minLength']],
    [{ properties: { a: { ...field, minLength: 2, maxLength: 2 } } }, []],
    [
      { properties: { a: { ...field, type: 'array', minItems: 3, maxItems: 2 } } },
      ['/properties/a/minItems'],
    ],
    [{ properties: { a: { ...number, enum: ['1', '2'] } } }, ['/properties/a/enum']],
    [{ properties: { a: { ...number, enum: ['1', 2] } } }, []],
  ])('%j: %j', (form, expected) => {
    expect(impossible({ type: 'object', ...form })).toEqual(expected);
  });

  it('is one of a new ticket, of a step, or an answer that no other system can give', () => {
    const wrong = { ...number, minimum: 2, maximum: 1 };
    const sop = asking({ type: 'object', properties: { n: number } });
    sop.meta.intake.form = { type: 'object', properties: { n: wrong } };
    expect(codes(sop)).toEqual(['error impossible-form /meta/intake/form/properties/n/minimum']);
  });
});

describe("a step's form", () => {
  const withForm = (form: true | undefined): SopDefinition => {
    const sop = sopOf('a', {
      a: step({ GO: { ...go('end'), meta: { ...go('end').meta, ...(form && { form }) } } }),
      end,
    });
    Object.assign(sop.states['a']?.meta ?? {}, { form: { type: 'object', properties: { n: number } } });
    return sop;
  };

  it('is asked for by a way out', () => {
    expect(codes(withForm(true))).toEqual([]);
    expect(codes(withForm(undefined))).toEqual(['warning unused-form meta/form']);
  });

  it('is not asked for when another one stands nearer', () => {
    const inner = withForm(true).states['a'];
    if (!inner) throw new Error('no step');
    const title = { en: 'Phase', 'zh-CN': '阶段' };
    const phase = (own: boolean): SopDefinition =>
      sopOf('b', {
        b: {
          initial: 'a',
          meta: { title, form: { type: 'object', properties: { n: number } } },
          states: { a: own ? inner : { ...inner, meta: { ...step({}).meta } } },
          on: {},
        },
        end,
      });
    for (const sop of [phase(true), phase(false)]) {
      const a = sop.states['b']?.states?.['a'];
      if (a?.on?.['GO']) Object.assign(a.on['GO'], { target: '#large.end' });
    }
    expect(codes(phase(true)).filter((one) => one.includes('unused'))).toEqual([
      'warning unused-form /states/b/meta/form',
    ]);
    expect(codes(phase(false)).filter((one) => one.includes('unused'))).toEqual([]);
  });
});

describe('a field of a form that is read', () => {
  const form = (required: string[]): JsonSchema => ({
    type: 'object',
    required,
    properties: { amount: number, kind: field },
  });
  const set = (n: string): Partial<TransitionDef> => ({
    actions: { type: 'assign', params: { set: { n } } },
  });

  it.each<[string, Partial<TransitionDef>, string[], string[]]>([
    ['is required', set('event.data.amount'), ['amount'], []],
    ['is optional', set('event.data.amount'), ['kind'], ['error']],
    ['is asked for first', set('has(event.data.amount) ? event.data.amount : 0.0'), [], []],
    ['is read in one case', set('context.n > 1 ? event.data.amount : 0.0'), [], ['warning']],
    ['decides', { guard: guard('event.data.amount > 5') }, [], ['warning']],
    [
      'is asked for by the condition',
      { ...set('event.data.amount'), guard: guard('has(event.data.amount) && event.data.amount > 5') },
      [],
      [],
    ],
  ])('%s', (_name, way, required, expected) => {
    const found = checkDefinition(asking(form(required), way));
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      expected.map((severity) => `${severity} optional-field-read`),
    );
  });

  it('is required when a part of the form requires it', () => {
    const parts = { ...form([]), if: { required: ['kind'] }, then: { required: ['amount'] } };
    expect(codes(asking(parts, set('event.data.amount')))).toEqual([]);
  });

  it('may not be missing in a call that is made when the ticket is opened', () => {
    const opening = (required: string[], initial = ''): SopDefinition => {
      const sop = sopOf('a', {
        a: {
          meta: { kind: 'automatic', title: { en: 'Look', 'zh-CN': '查询' } },
          invoke: {
            id: 'look',
            src: 'http',
            input: { connection: 'shop', method: 'GET', path: '"/orders/" + context.order', answer: {} },
            onDone: 'end',
            onError: 'end',
          },
        },
        end,
      });
      sop.context = { order: initial };
      sop.meta.context = { type: 'object', properties: { order: { type: 'string' } } };
      sop.meta.intake.form = { type: 'object', required, properties: { order: field } };
      return sop;
    };
    expect(codes(opening(['order']))).toEqual([]);
    expect(codes(opening([]))).toEqual(['warning optional-field-read invoke/input/path']);
    expect(codes(opening([], 'ORD-1'))).toEqual([]);
  });
});

describe('a field of the context that is read', () => {
  const reading = (more: Partial<TransitionDef> = {}): SopDefinition => ({
    ...sopOf('a', { a: step({ GO: { ...go('end', 'context.n > 5'), ...more } }), end }),
    context: { n: 0 },
  });

  it('is filled by somebody', () => {
    expect(codes(reading())).toEqual(['warning never-filled on/GO/guard/params/expr']);
    expect(codes(reading({ actions: { type: 'assign', params: { set: { n: '6.0' } } } }))).toEqual([]);
  });

  it('is filled by the form of a new ticket', () => {
    const sop = reading();
    sop.meta.intake.form = { type: 'object', properties: { n: number } };
    expect(codes(sop)).toEqual([]);
  });

  it('may be a setting that has its value', () => {
    const sop = reading();
    sop.context = { n: 500 };
    expect(codes(sop)).toEqual([]);
  });

  it('is missed in texts too', () => {
    const sop = { ...sopOf('a', { a: step({ GO: go('end') }), end }), context: { n: 0 } };
    const instructions = { en: 'Pay {{ context.n }}.', 'zh-CN': '付款 {{ context.n }}。' };
    Object.assign(sop.states['a']?.meta ?? {}, { instructions });
    expect(codes(sop)).toEqual(['warning never-filled meta/instructions/en']);
  });
});

describe('a text that is no UTF-8', () => {
  const text = JSON.stringify(asking({ type: 'object', properties: {} }), null, 1);
  const read = (bytes: Buffer): string[] =>
    checkSop(bytes.toString('utf8'), 'json').findings.map(({ code, line }) => `${code} ${String(line)}`);

  it('is refused where it is damaged', () => {
    expect(read(Buffer.from(text))).toEqual([]);
    const line = text.slice(0, text.indexOf('字段')).split('\n').length;
    expect(line).toBeGreaterThan(0);
    const bytes = Buffer.from(text);
    const at = bytes.indexOf(Buffer.from('文字'));
    bytes[at] = 0xff;
    expect(read(bytes)).toEqual([
      `not-utf8 ${String(text.slice(0, text.indexOf('文字')).split('\n').length)}`,
    ]);
  });

  it('is refused when it is written in another encoding', () => {
    expect(read(Buffer.from(text, 'utf16le'))[0]).toMatch(/^not-utf8 /);
    expect(read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))).toEqual([
      'not-utf8 1',
    ]);
  });

  it.each(['\\u0000', '\\ud800'])('is refused when an escape writes %s', (escape) => {
    const [finding, ...more] = checkSop(text.replace('For tests', `For ${escape}`), 'json').findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'not-utf8', path: '/meta/description/en' });
    expect(checkSop(text.replace('For tests', 'For \\ud83d\\ude00'), 'json').findings).toEqual([]);
  });
});
