import type { Text } from '../engine/common/text.js';

/** One kind of problem: what it is called on the wire, which status it is answered with, and its title. */
export interface ProblemKind<Slug extends string = string> {
  slug: Slug;
  status: number;
  title: Text;
}

/** Marked as pure, so that pages hold only those kinds that they name. */
/* @__NO_SIDE_EFFECTS__ */
export function kind<const Slug extends string>(
  slug: Slug,
  status: number,
  en: string,
  zh: string,
): ProblemKind<Slug> {
  return { slug, status, title: { en, 'zh-CN': zh } };
}

const URN = 'urn:stepwise:problem:';

/** The `type` of a problem on the wire. */
export function typeOf(slug: string): string {
  return `${URN}${slug}`;
}

/** The slug in the `type` of a problem. */
export function slugOf(type: string): string {
  return type.replace(URN, '');
}
