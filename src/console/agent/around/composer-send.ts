import { useState } from 'react';
import { api, newKey } from '../../api/client';
import { queries, refresh } from '../../api/queries';
import { useMe } from '../../api/session';
import { messagesKey, type Message } from '../../kit/ticket-story-data';
import { afterSending, keyFor, textOf, type MessageDraft, type Mode } from './composer-draft';
import { readDraft } from '../common/drafts';
import { keepAnswer } from '../common/ticket-cache';

/**
 * Sends what stands in the message box. What was typed stays until the server has it, and a second try after a lost
 * answer does not send it twice.
 */
export function useSend(
  ticketId: string,
  keep: (draft: MessageDraft) => void,
  onSent: (mode: Mode) => void,
): { send: (draft: MessageDraft) => Promise<void>; isSending: boolean; error: unknown } {
  const me = useMe();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (draft: MessageDraft): Promise<void> => {
    const { mode } = draft;
    const body = textOf(draft).trim();
    const key = keyFor(draft, body, newKey);
    keep({ ...draft, tried: { mode, body, key } });
    setSending(true);
    setError(null);
    try {
      const answer = await post(ticketId, mode, body, key);
      const isHeard = mode === 'heard';
      const author: Message['author'] = isHeard
        ? { kind: 'customer', id: '' }
        : { kind: 'agent', id: me.id, name: me.name };
      const recordedBy: Message['recordedBy'] = isHeard ? { kind: 'agent', id: me.id, name: me.name } : null;
      show(ticketId, { ...answer, from: isHeard ? 'customer' : 'agent', author, recordedBy, body });
      keep(afterSending(latest(ticketId, draft), mode, body));
      onSent(mode);
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
    void refresh('/api/tickets/{id}');
  };
  return { send, isSending, error };
}

/** More may have been typed while the answer was on its way. */
function latest(ticketId: string, draft: MessageDraft): MessageDraft {
  return (readDraft(`message/${ticketId}`) as MessageDraft | undefined) ?? draft;
}

type Shown = Pick<Message, 'seq' | 'internal' | 'author' | 'recordedBy' | 'from' | 'body'>;

async function post(
  ticketId: string,
  mode: Mode,
  body: string,
  key: string,
): Promise<{ seq: number; internal: boolean }> {
  const { data } = await api.POST('/api/tickets/{id}/messages', {
    params: { path: { id: ticketId }, header: { 'Idempotency-Key': key } },
    body: { from: mode === 'heard' ? 'customer' : 'agent', body, internal: mode === 'note' },
  });
  if (data === undefined) throw new Error('A success without a body');
  keepAnswer(data);
  return data.message;
}

/** The message is in the conversation at once; the server's own copy replaces it a moment later. */
function show(ticketId: string, message: Shown): void {
  const shown: Message = {
    ...message,
    ticketId,
    id: `new-${message.seq}`,
    at: new Date().toISOString(),
    closing: false,
  };
  queries.setQueryData<Message[]>(messagesKey(ticketId), (known) => known && [...known, shown]);
}
