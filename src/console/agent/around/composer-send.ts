import { useEffect, useRef, useState } from 'react';
import { api, newKey } from '../../api/client';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { useMe } from '../../api/session';
import { newestSeq, showMessage, useMessages, type Message } from '../../kit/ticket-story/data';
import { idempotencyKeyReused } from '../../../words/problem-kinds';
import { afterSending, hasArrived, keyFor, textOf, type MessageDraft, type Mode } from './composer-draft';
import { readDraft } from '../common/drafts';
import { keepAnswer } from '../common/ticket-cache';

/**
 * Sends what stands in the message box. What was typed stays until the server has it, and a second try after a lost
 * answer does not send it twice.
 */
export function useSend(
  ticketId: string,
  kept: MessageDraft,
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
    const after = newestSeq(ticketId);
    keep({ ...draft, tried: { mode, body, key, after } });
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
      const { isUnknown, slug } = toProblem(failure);
      // The text before has arrived: what is sent now is a message of its own, if the person sends it again.
      const tried = slug === idempotencyKeyReused.slug ? null : { mode, body, key, isUnknown, after };
      keep({ ...latest(ticketId, draft), tried });
    } finally {
      setSending(false);
    }
    void refresh('/api/tickets/{id}');
  };
  useArrival(ticketId, isSending ? null : kept, (mode, body) => {
    setError(null);
    keep(afterSending(latest(ticketId, kept), mode, body));
    onSent(mode);
  });
  return { send, isSending, error };
}

/** The answer was lost, but the conversation shows the message: it is as if it had been answered. */
function useArrival(
  ticketId: string,
  draft: MessageDraft | null,
  onArrived: (mode: Mode, body: string) => void,
): void {
  const me = useMe();
  const messages = useMessages(ticketId).data ?? [];
  const tried = draft !== null && hasArrived(draft, messages, me.id) ? draft.tried : null;
  const tell = useRef(onArrived);
  useEffect(() => {
    tell.current = onArrived;
  });
  useEffect(() => {
    if (tried !== null) tell.current(tried.mode, tried.body);
  }, [tried]);
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
  showMessage(shown);
}
