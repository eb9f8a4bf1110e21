import { Injectable, ValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { Text } from '../engine/common/text.js';
import { planOf, type DtoClass } from './dto-plan.js';
import { InvalidBody } from './http-problems.js';
import type { ProblemError } from './problem.js';
import { readDto } from './read-dto.js';
import { findUnstorable } from './storable.js';
import { wordConstraint } from './wording.js';

/** Checks what comes in against its DTO: unknown fields are refused, findings have pointers and both languages. */
@Injectable()
export class RequestValidation implements PipeTransform {
  private readonly byLibrary = new LibraryValidation();

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    refuseUnstorable(value, metadata);
    if (!this.byLibrary.hasRules(metadata)) return this.byLibrary.withoutRules(value, metadata);
    const plan = planOf(metadata.metatype as DtoClass);
    const dto = plan === null ? null : readDto(plan, value);
    // What is wrong with it, and how to say so, the library knows.
    return dto ?? this.byLibrary.transform(value, metadata);
  }
}

/** The rules as class-validator itself goes through them, from their decorators, for each value anew. */
export class LibraryValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      // The arguments of a decorator are found through the object that it stands on.
      validationError: { target: true, value: false },
      exceptionFactory: (errors: ValidationError[]) =>
        new InvalidBody(errors.flatMap((one) => flatten(one, ''))),
    });
  }

  hasRules(metadata: ArgumentMetadata): boolean {
    return metadata.metatype !== undefined && this.toValidate(metadata);
  }

  withoutRules(value: unknown, metadata: ArgumentMetadata): unknown {
    return this.transformPrimitive(value, metadata);
  }
}

function refuseUnstorable(value: unknown, { type, data }: ArgumentMetadata): void {
  if (type === 'custom') return;
  const errors = findUnstorable(value);
  if (errors.length === 0) return;
  const under = data === undefined ? '' : `/${data}`;
  throw new InvalidBody(errors.map((one) => ({ ...one, pointer: `${under}${one.pointer}` })));
}

/** The findings of class-validator as a flat list. */
function flatten(error: ValidationError, parent: string): ProblemError[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
    pointer,
    message: wordingOf(error, name, message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}

/** A DTO may bring its own text as `context: {text}` of a constraint. */
function wordingOf(error: ValidationError, name: string, message: string): Text {
  const context = error.contexts?.[name] as { text?: Text } | undefined;
  return context?.text ?? wordConstraint(name, argumentsOf(error, name), message);
}

/** The arguments of the decorator, e.g. [1, 120] of @Length(1, 120). */
function argumentsOf(error: ValidationError, name: string): unknown[] {
  const target = error.target?.constructor;
  if (target === undefined) return [];
  const found = getMetadataStorage()
    .getTargetValidationMetadatas(target, '', false, false)
    .find((one) => one.propertyName === error.property && one.name === name);
  return found?.constraints ?? [];
}
