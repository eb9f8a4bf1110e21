import { defaultMetadataStorage as transformations } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import fc from 'fast-check';
import type { DtoClass } from '../../../src/problems/dto-plan.js';

type Value = fc.Arbitrary<unknown>;
type Found = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/** What nobody asks for in most places, with names that mean something to objects. */
const junk: Value = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, 0, -1, 1.5, true, '', ' ', '7', '2026-11-22', [], {}, [[]]),
  fc.constantFrom<unknown>([null], [undefined], [{}], { id: 1 }, ['a', 'a'], '\u0000', 'x'.repeat(20_001)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('constructor', 'prototype', 'toString', '__proto__', 'then').map((name) => {
    const inner: unknown = JSON.parse(`{"${name}": {"${name}": 1}, "a": [{"${name}": null}]}`);
    return inner;
  }),
);

/** Bodies for a DTO, made of its own rules: most of them fit or nearly do. */
export function bodiesOf(dto: DtoClass): Value {
  const byName = new Map<string, Found>();
  for (const one of getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false))
    byName.set(one.propertyName, [...(byName.get(one.propertyName) ?? []), one]);
  const fields = [...byName].map(([name, rules]): fc.Arbitrary<[string, unknown][]> => {
    const isOptional = rules.some((one) => one.type === ValidationTypes.CONDITIONAL_VALIDATION);
    const value = fc.oneof(
      { weight: 24, arbitrary: fitting(dto, name, rules) },
      { weight: 1, arbitrary: junk },
    );
    const there = value.map((one): [string, unknown][] => [[name, one]]);
    const left = fc.constant<[string, unknown][]>([]);
    return fc.oneof({ weight: 24, arbitrary: there }, { weight: isOptional ? 24 : 1, arbitrary: left });
  });
  const strange = fc.oneof(
    { weight: 12, arbitrary: fc.constant<[string, unknown][]>([]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('nobody', 'constructor', 'prototype', 'toString', '__proto__'), junk)
        .map((pair) => [pair]),
    },
  );
  return fc.tuple(fc.tuple(...fields), strange).map(([own, more]) => {
    const body: Record<string, unknown> = {};
    for (const [name, value] of [...own.flat(), ...more])
      Object.defineProperty(body, name, { value, enumerable: true, writable: true, configurable: true });
    return body;
  });
}

function fitting(dto: DtoClass, name: string, rules: Found): Value {
  const { typeFunction } = transformations.findTypeMetadata(dto, name) ?? {};
  const type: unknown = typeFunction?.();
  const isList = rules.some((one) => one.name === 'isArray' || one.each);
  const isNested = rules.some((one) => one.type === ValidationTypes.NESTED_VALIDATION);
  const one = isNested ? bodiesOf(type as DtoClass) : byRules(rules);
  const list = fc.array(one, { minLength: isList ? 1 : 0, maxLength: 3 });
  const isTaken = transformations.findTransformMetadatas(dto, name, 0).length > 0;
  // A transform takes numbers, lists or yes and no as texts.
  const asText = list.map((items) => items.join(','));
  return isList ? (isTaken ? fc.oneof(list, asText) : list) : isTaken ? fc.oneof(one, one.map(String)) : one;
}

function byRules(rules: Found): Value {
  const argumentsOf = (...names: string[]): unknown[] | undefined =>
    rules.find((one) => names.includes(one.name ?? ''))?.constraints;
  const chosen = argumentsOf('isIn', 'isEnum')?.[0];
  if (Array.isArray(chosen)) return fc.constantFrom<unknown>(...(chosen as unknown[]));
  if (argumentsOf('isUuid')) return fc.uuid();
  const pattern = argumentsOf('matches')?.[0];
  if (pattern instanceof RegExp) return matching(pattern);
  if (argumentsOf('isBoolean')) return fc.boolean();
  if (argumentsOf('isInt', 'isNumber', 'min', 'max')) {
    const min = Number(argumentsOf('min')?.[0] ?? 0);
    const max = Number(argumentsOf('max')?.[0] ?? 1_000);
    return fc.oneof(
      fc.integer({ min, max }),
      fc.integer({ min, max }).map(String),
      fc.constantFrom(min - 1, max + 1),
    );
  }
  if (argumentsOf('isObject')) return fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }));
  const [least = 1, most] = argumentsOf('isLength') ?? [argumentsOf('minLength')?.[0]];
  return texts(Number(least), Number(most ?? argumentsOf('maxLength')?.[0] ?? 30));
}

function texts(least: number, most: number): Value {
  const words = fc.string({ minLength: least, maxLength: Math.min(most, least + 20), unit: 'grapheme' });
  const edges = [least - 1, least, most, most + 1].map((n) => 'x'.repeat(Math.max(0, n)));
  return fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: fc.constantFrom(...edges) });
}

/** Fast-check makes texts of simple patterns only. */
function matching(pattern: RegExp): Value {
  const known = ['refunds', 'a@b', '12', '1.2', '1', 'quality-2', 'none.7', '2026-11-22T08:00:00.000Z'];
  const fits = known.filter((text) => pattern.test(text));
  try {
    const made = fc.stringMatching(new RegExp(pattern.source, ''));
    return fits.length > 0 ? fc.oneof(made, fc.constantFrom(...fits)) : made;
  } catch {
    return fc.constantFrom(...known, ...fits, ...fits);
  }
}
