import { readIfMatch } from './sop-text.js';
import { IfMatchUnreadable } from './sops-problems.js';

/** The revision that If-Match names; null when it names none. Throws `IfMatchUnreadable`. */
export function readRevision(ifMatch: string | undefined): number | null {
  const revision = readIfMatch(ifMatch);
  if (revision === undefined) throw new IfMatchUnreadable();
  return revision;
}

/** What a writer expects to find: a revision, no draft at all (`If-None-Match: *`), or whatever there is (null). */
export function readExpected(
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
): number | 'none' | null {
  const revision = readRevision(ifMatch);
  return revision === null && ifNoneMatch?.trim() === '*' ? 'none' : revision;
}
