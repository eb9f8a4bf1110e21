import { defaultMetadataStorage as transformations } from 'class-transformer/cjs/storage.js';
import { TransformationType, type TransformFnParams } from 'class-transformer';
import { getMetadataStorage, ValidationTypes, type ValidatorConstraintInterface } from 'class-validator';

export type DtoClass = new () => object;

/** What is known of a DTO before any value of it comes: what its decorators have noted, in the order of use. */
export interface DtoPlan {
  dto: DtoClass;
  properties: ReadonlyMap<string, PropertyPlan>;
}

export interface PropertyPlan {
  name: string;
  /** `@Type` of a primitive. */
  convert: ((value: unknown) => unknown) | null;
  /** `@Type` of another DTO, whose rules hold within. */
  nested: DtoPlan | null;
  transforms: readonly ((params: TransformFnParams) => unknown)[];
  /** The rules count only where all of these say so. */
  conditions: readonly ((dto: object, value: unknown) => unknown)[];
  rules: readonly Rule[];
}

/** One constraint of class-validator; it decides by itself. */
export interface Rule {
  validate: ValidatorConstraintInterface['validate'];
  /** For the items of a list. */
  each: boolean;
  when: ((dto: object, value: unknown) => boolean) | undefined;
  constraints: unknown[];
}

type RuleMetadata = ReturnType<
  ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']
>[number] & { validateIf?: Rule['when'] };

const PRIMITIVES: readonly unknown[] = [String, Number, Boolean];
const plans = new WeakMap<DtoClass, DtoPlan | null>();

/** Null for a class with something that is not planned for: it is read by the libraries alone. */
export function planOf(dto: DtoClass): DtoPlan | null {
  const known = plans.get(dto);
  if (known !== undefined) return known;
  // A class that holds itself gets no plan.
  plans.set(dto, null);
  const plan = makePlan(dto);
  plans.set(dto, plan);
  return plan;
}

function makePlan(dto: DtoClass): DtoPlan | null {
  if (hidesProperties(dto)) return null;
  const byProperty = new Map<string, RuleMetadata[]>();
  for (const one of getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false))
    byProperty.set(one.propertyName, [...(byProperty.get(one.propertyName) ?? []), one]);
  const properties = new Map<string, PropertyPlan>();
  for (const [name, metadatas] of byProperty) {
    const property = planProperty(dto, name, metadatas);
    if (property === null) return null;
    properties.set(name, property);
  }
  // A class without rules takes anything; one whose own fields have none takes nothing.
  const isCovered = Object.keys(new dto()).every((name) => properties.has(name));
  return properties.size > 0 && isCovered ? { dto, properties } : null;
}

function hidesProperties(dto: DtoClass): boolean {
  return (
    transformations.getStrategy(dto) !== 'none' ||
    transformations.getExposedProperties(dto, TransformationType.PLAIN_TO_CLASS).length > 0 ||
    transformations.getExcludedProperties(dto, TransformationType.PLAIN_TO_CLASS).length > 0
  );
}

function planProperty(dto: DtoClass, name: string, metadatas: RuleMetadata[]): PropertyPlan | null {
  if (name in (dto.prototype as object)) return null;
  const type = typeOf(dto, name);
  const transforms = transformations.findTransformMetadatas(dto, name, TransformationType.PLAIN_TO_CLASS);
  if (type === 'other' || transforms.some(({ options }) => Object.keys(options ?? {}).length > 0))
    return null;
  const ofType = (wanted: string): RuleMetadata[] => metadatas.filter((one) => one.type === wanted);
  const isNested = ofType(ValidationTypes.NESTED_VALIDATION).length > 0;
  // Rules within go with a class, and a class with its rules.
  if (isNested !== (type !== null && 'nested' in type)) return null;
  const rules = [...ofType(ValidationTypes.IS_DEFINED), ...ofType(ValidationTypes.CUSTOM_VALIDATION)].map(
    rulesOf,
  );
  if (rules.includes(null) || ofType(ValidationTypes.PROMISE_VALIDATION).length > 0) return null;
  return {
    name,
    convert: null,
    nested: null,
    ...type,
    transforms: transforms.map(({ transformFn }) => transformFn),
    conditions: ofType(ValidationTypes.CONDITIONAL_VALIDATION).map(
      ({ constraints }) => constraints[0] as PropertyPlan['conditions'][number],
    ),
    rules: rules.flatMap((one) => one ?? []),
  };
}

/** What `@Type` says; null for nothing. */
function typeOf(dto: DtoClass, name: string): Partial<PropertyPlan> | 'other' | null {
  const metadata = transformations.findTypeMetadata(dto, name);
  if (metadata === undefined) return null;
  const { typeFunction, options } = metadata;
  const reflectedType: unknown = metadata.reflectedType;
  const isPlain = typeFunction.length === 0 && options.discriminator === undefined;
  if (!isPlain || reflectedType === Set || reflectedType === Map) return 'other';
  const type: unknown = typeFunction();
  if (PRIMITIVES.includes(type)) return { convert: type as PropertyPlan['convert'] };
  const nested = typeof type === 'function' ? planOf(type as DtoClass) : null;
  return nested === null ? 'other' : { nested };
}

function rulesOf({ constraintCls, constraints, each, validateIf }: RuleMetadata): Rule[] | null {
  const found = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  if (found.some((one) => one.async)) return null;
  return found.map((one) => {
    const constraint = one.instance;
    return {
      validate: (value, args) => constraint.validate(value, args),
      each,
      when: validateIf,
      constraints,
    };
  });
}
