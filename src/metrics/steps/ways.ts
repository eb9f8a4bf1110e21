/** A way between steps as the flows count it. `from` null: a ticket began; `to` null: nothing followed. */
export interface Way {
  from: string | null;
  event: string;
  to: string | null;
}

/** `from~event~to`; before a beginning and after an end stands nothing. No name in an SOP has a tilde. */
export const WAY = /^(?:~(?:opened|reopened)~[^~]+|[^~]+~[^~]+~[^~]*)$/u;

/** A way as the API writes it: `checking.assess~APPROVE~returning.make-label`, `~opened~checking.assess`. */
export function readWay(text: string): Way {
  const [from = '', event = '', to = ''] = text.split('~');
  return { from: from === '' ? null : from, event, to: to === '' ? null : to };
}
