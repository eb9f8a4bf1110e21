import { ValidateBy } from 'class-validator';
import { isBlank } from '../engine/common/blank.js';

/** The text says something: it is neither empty nor made of blanks, line breaks and what has no width alone. */
export function IsNotBlank(): PropertyDecorator {
  return ValidateBy({
    name: 'isNotBlank',
    validator: { validate: (value) => typeof value === 'string' && !isBlank(value) },
  });
}
