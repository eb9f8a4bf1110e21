import { TransformationType, type ClassTransformOptions } from 'class-transformer';
import type { DtoPlan, PropertyPlan, Rule } from './dto-plan.js';

/** Something that the libraries have to look at themselves. */
const UNUSUAL = Symbol('unusual');

/** Names that an object has by itself, and those that are taken out of what comes in. */
const SPECIAL = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
const NO_OPTIONS: ClassTransformOptions = {};

type Fields = Record<string, unknown>;

/**
 * The DTO that class-transformer makes of a value, where class-validator finds nothing wrong with it. Null for all else:
 * what is wrong, and what is not simply JSON, is for the libraries to read. The value stays as it is.
 */
export function readDto(plan: DtoPlan, value: unknown): object | null {
  const dto = make(plan, value);
  return dto !== UNUSUAL && isValid(plan, dto as Fields) ? dto : null;
}

function make(plan: DtoPlan, value: unknown): object | typeof UNUSUAL {
  if (!isFields(value)) return UNUSUAL;
  const dto = new plan.dto() as Fields;
  for (const name of Object.keys(value)) {
    const property = plan.properties.get(name);
    if (property === undefined) return UNUSUAL;
    const made = makeProperty(property, value);
    if (made === UNUSUAL) return UNUSUAL;
    dto[name] = made;
  }
  return dto;
}

function makeProperty(property: PropertyPlan, fields: Fields): unknown {
  const { name, transforms } = property;
  const given = fields[name];
  let made = Array.isArray(given)
    ? makeList(given, (item) => makeOne(property, item))
    : makeOne(property, given);
  for (const transform of transforms) {
    if (made === UNUSUAL) return UNUSUAL;
    const type = TransformationType.PLAIN_TO_CLASS;
    made = transform({ value: made, key: name, obj: fields, type, options: NO_OPTIONS });
  }
  return made;
}

function makeOne({ nested, convert }: PropertyPlan, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (!isPrimitive(value)) return UNUSUAL;
    return convert === null || value === null || value === undefined ? value : convert(value);
  }
  if (convert !== null) return UNUSUAL;
  return nested === null ? copy(value) : make(nested, value);
}

function makeList(list: readonly unknown[], makeItem: (item: unknown) => unknown): unknown {
  const made: unknown[] = [];
  for (const item of list) {
    // A gap is one.
    const one = item === undefined ? UNUSUAL : makeItem(item);
    if (one === UNUSUAL) return UNUSUAL;
    made.push(one);
  }
  return made;
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return isPrimitive(value) ? value : UNUSUAL;
  if (Array.isArray(value)) return makeList(value, copy);
  if (Object.getPrototypeOf(value) !== Object.prototype) return UNUSUAL;
  const made: Fields = {};
  for (const name of Object.keys(value)) {
    const one = SPECIAL.has(name) ? UNUSUAL : copy((value as Fields)[name]);
    if (one === UNUSUAL) return UNUSUAL;
    made[name] = one;
  }
  return made;
}

/** Fields as JSON and queries have them: of an object that is no instance of a class. */
function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isPrimitive(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}

function isValid(plan: DtoPlan, dto: Fields): boolean {
  for (const property of plan.properties.values()) if (!isFine(property, dto)) return false;
  return true;
}

function isFine({ name, nested, conditions, rules }: PropertyPlan, dto: Fields): boolean {
  const value = dto[name];
  let counts = true;
  for (const condition of conditions) if (!condition(dto, value)) counts = false;
  if (!counts) return true;
  for (const rule of rules) if (!isKept(rule, name, dto, value)) return false;
  return nested === null || value === undefined || isFineWithin(nested, value);
}

function isKept(
  { validate, each, when, constraints }: Rule,
  property: string,
  object: Fields,
  value: unknown,
) {
  if (when !== undefined && !when(object, value)) return true;
  const args = { targetName: object.constructor.name, property, object, value, constraints };
  const holds = (one: unknown): boolean => validate(one, args) === true;
  return each && Array.isArray(value) ? value.every(holds) : holds(value);
}

function isFineWithin(nested: DtoPlan, value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => isFineWithin(nested, item));
  return value instanceof nested.dto && isValid(nested, value as Fields);
}
