type Insert = (text: string) => void;

/** The message box that is on the page; a quick reply goes there. */
let box: Insert | null = null;

/** The message box of the page says where replies go while it is there. */
export function offerComposer(insert: Insert): () => void {
  box = insert;
  return () => {
    if (box === insert) box = null;
  };
}

/** Puts a quick reply into the message to the customer, at the caret, and goes there. False when no box is on the page. */
export function insertReply(text: string): boolean {
  box?.(text);
  return box !== null;
}
