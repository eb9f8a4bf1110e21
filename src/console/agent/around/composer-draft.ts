/** Who will read it: the customer, only we; or it is what the customer said elsewhere (on the phone), written down. */
export type Mode = 'reply' | 'note' | 'heard';
export const MODES: readonly Mode[] = ['reply', 'note', 'heard'];

/** The longest message the server takes. */
export const MAX_LENGTH = 20_000;

interface Tried {
  mode: Mode;
  body: string;
  key: string;
  isUnknown?: boolean;
  /** The newest message that was known then; absent: none were known, so nothing can be told from them. */
  after?: number;
}

/** What is looked at of a message in the conversation. */
interface Seen {
  seq: number;
  body: string;
  internal: boolean;
  from: string;
  author: { kind: string; id: string };
  recordedBy: { kind: string; id: string } | null;
}

/** What stands in the message box of a ticket, one text for each reader, so that a note is never sent by mistake. */
export interface MessageDraft {
  mode: Mode;
  texts: Partial<Record<Mode, string>>;
  /** The last try to send: the same text goes with the same key, so that it arrives once. */
  tried: Tried | null;
}

export const EMPTY_DRAFT: MessageDraft = { mode: 'reply', texts: {}, tried: null };

export function textOf(draft: MessageDraft, mode: Mode = draft.mode): string {
  return draft.texts[mode] ?? '';
}

export function withText(draft: MessageDraft, text: string, mode: Mode = draft.mode): MessageDraft {
  return { ...draft, texts: { ...draft.texts, [mode]: text } };
}

/** The draft after a message has arrived: its text goes unless more was typed meanwhile. */
export function afterSending(draft: MessageDraft, mode: Mode, body: string): MessageDraft {
  const isSame = textOf(draft, mode).trim() === body;
  return { ...(isSame ? withText(draft, '', mode) : draft), tried: null };
}

/** Whether the conversation shows the very message that was tried to be sent: newer, of this person, with this text. */
export function hasArrived({ tried }: MessageDraft, messages: readonly Seen[], myId: string): boolean {
  if (tried?.after === undefined) return false;
  const { after, mode, body } = tried;
  return messages.some((one) => {
    if (one.seq <= after || one.body !== body) return false;
    if (mode === 'heard') return one.from === 'customer' && one.recordedBy?.id === myId;
    return one.from === 'agent' && one.author.id === myId && one.internal === (mode === 'note');
  });
}

/** The key for sending this text now: the one of the last try when it was the same text. */
export function keyFor(draft: MessageDraft, body: string, makeKey: () => string): string {
  const { tried, mode } = draft;
  // Another text under the key of one that may have arrived is refused by the server if that one has.
  const isSame = tried?.mode === mode && (tried.body === body || tried.isUnknown === true);
  return isSame ? tried.key : makeKey();
}

/** Puts a text where the caret is, on a line of its own; `caret`: where it stands afterwards. */
export function insertAt(
  text: string,
  range: { start: number; end: number },
  inserted: string,
): { text: string; caret: number } {
  const before = text.slice(0, range.start);
  const after = text.slice(range.end);
  const lead = before === '' || before.endsWith('\n') ? '' : '\n';
  const tail = after === '' || after.startsWith('\n') ? '' : '\n';
  const head = before + lead + inserted;
  return { text: head + tail + after, caret: head.length };
}

/** The draft as it can be shown: who may not write to the customer begins with a note; the text for them is kept. */
export function openDraft(draft: MessageDraft, mayWrite: boolean): MessageDraft {
  return draft.mode === 'reply' && !mayWrite ? { ...draft, mode: 'note' } : draft;
}
