import type { ApiProblem } from '../../api/problem';
import { duplicateEmail, duplicateTeam, nameTaken } from '../../../words/problem-kinds';

/** A place in a form: `['teams', 0, 'tier']`. */
export type FieldPath = (string | number)[];

/** The parts of a JSON pointer; numbers are places in lists. */
export function pathOf(pointer: string): FieldPath {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Problems that are about one field without pointing at it. */
const FIELD_OF_PROBLEM: Record<string, { name: string; words: 'title' | 'detail' }> = {
  [duplicateEmail.slug]: { name: 'email', words: 'detail' },
  [nameTaken.slug]: { name: 'name', words: 'detail' },
  [duplicateTeam.slug]: { name: 'id', words: 'title' },
};

export interface Placed {
  fields: { name: FieldPath; messages: string[] }[];
  /** True when nothing is left to be said beside the fields. */
  isAll: boolean;
}

/**
 * What a server's refusal says of the fields of a form; what is about others is left out. `names`: those of the form,
 * with `/` between the parts of one that lies deeper (`title/en`).
 */
export function placeErrors(problem: ApiProblem, names: readonly string[]): Placed {
  const about = FIELD_OF_PROBLEM[problem.slug];
  if (about !== undefined && names.includes(about.name))
    return { fields: [{ name: [about.name], messages: [problem[about.words]] }], isAll: true };
  const fields = new Map<string, string[]>();
  let rest = 0;
  for (const { pointer, message } of problem.errors) {
    const name = names.find((one) => pointer === `/${one}` || pointer.startsWith(`/${one}/`));
    if (name !== undefined) fields.set(name, [...(fields.get(name) ?? []), message]);
    else rest += 1;
  }
  return {
    fields: [...fields].map(([name, messages]) => ({
      name: pathOf(`/${name}`),
      messages: [...new Set(messages)],
    })),
    isAll: problem.errors.length > 0 && rest === 0,
  };
}

/** The fields of `after` that are not as in `before`: what others changed meanwhile is left alone. */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const changed: Partial<T> = {};
  for (const name of Object.keys(after) as (keyof T)[])
    if (JSON.stringify(after[name]) !== JSON.stringify(before[name])) changed[name] = after[name];
  return changed;
}
