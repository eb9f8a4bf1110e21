import type { FormInstance } from 'antd';
import { toProblem } from '../../api/problem';

/** Says at the fields of a form what the server finds wrong with them, and goes to the first; false when it is about more. */
export function placeFaults(form: FormInstance, failure: unknown, names: readonly string[]): boolean {
  const { errors } = toProblem(failure);
  const placed = names
    .map((name) => ({
      name,
      errors: errors.filter(({ pointer }) => pointer === `/${name}`).map(({ message }) => message),
    }))
    .filter((field) => field.errors.length > 0);
  const [first] = placed;
  if (first === undefined) return false;
  form.setFields(placed);
  form.focusField(first.name);
  return placed.flatMap((field) => field.errors).length === errors.length;
}
