import { session } from '../../api/session';

/** A text that somebody has changed and not saved, and what it began from. */
export interface Unsaved {
  text: string;
  /** Revision of the draft; null: a published version. */
  revision: number | null;
}

const keyOf = (sop: string): string => `stepwise.sop.${sop}`;

/** What was typed here and not saved, after a reload or on the way to another page of the SOP; not after a sign-out. */
export function readUnsaved(sop: string): Unsaved | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(sop)) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('text' in stored)) return null;
    const { text, revision } = stored as Partial<Unsaved>;
    return typeof text === 'string' ? { text, revision: revision ?? null } : null;
  } catch {
    return null;
  }
}

export function keepUnsaved(sop: string, unsaved: Unsaved | null): void {
  try {
    if (unsaved && session.state.status !== 'out') localStorage.setItem(keyOf(sop), JSON.stringify(unsaved));
    else localStorage.removeItem(keyOf(sop));
  } catch {
    // It lives as long as the page then.
  }
}
