import type { Mode } from './composer-draft';

interface Box {
  insert: (text: string) => void;
  focus: (mode: Mode) => void;
}

/** The message box that is on the page. */
let box: Box | null = null;

/** The message box of the page offers itself while it is there. Gives the act that takes the offer back. */
export function offerComposer(offered: Box): () => void {
  box = offered;
  return () => {
    if (box === offered) box = null;
  };
}

/**
 * Puts a quick reply into the message to the customer, at the caret, and goes there to edit and send it. False when
 * there is no message box on the page.
 */
export function insertReply(text: string): boolean {
  box?.insert(text);
  return box !== null;
}

/** Goes to the message box, to write to the customer (`reply`) or for colleagues (`note`). */
export function focusComposer(mode: Mode): boolean {
  box?.focus(mode);
  return box !== null;
}
