/** Controls, and signs that turn the direction of what is written after them: they would change the words around. */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** A name that came from outside, without what cannot be seen. */
export function visibleName(name: string): string {
  return name.replace(UNSEEN, '').trim();
}
