import { Input, Modal } from 'antd';
import { useEffect, useId, useState } from 'react';
import { $api, api } from '../../api/client';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { useLang, useTexts } from '../../i18n/texts';
import { useNamedProblem } from '../../kit/problems/named-problem';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { useToast } from '../../kit/use-toast';
import { DialogFocus } from '../common/dialog-focus';
import { dropDraft, useDraft } from '../common/drafts';
import { actTexts } from '../common/texts-acts';
import { keepAnswer, type Ticket } from '../common/ticket-cache';
import { customersDiffer, otherOf, otherOfProblem, readTicketNumber, whyNotMerge } from './merge';
import { MergeOther } from './merge-other';
import { useFocusBack } from '../../kit/use-focus-back';
import actDialog from '../step/act-dialog.module.css';
import styles from './merge.module.css';
import schemaForm from '../../kit/schema-form/schema-form.module.css';

/**
 * Merges a ticket into another one, which is looked at before: after the merge this one ends. Where the customers differ
 * nothing is sent before somebody has said that they saw it.
 */
export function MergeDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  useFocusBack();
  const say = useTexts(actTexts);
  const toast = useToast();
  const lang = useLang();
  const id = useId();
  const named = useNamedProblem();
  const draftKey = `act/${ticket.id}/merge`;
  const [text, keep] = useDraft<string>(draftKey, '');
  /** For which ticket it was said that the customers differ. */
  const [seen, setSeen] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const into = useSettled(readTicketNumber(text));
  const found = useOther(into);
  const told = error === null ? null : otherOfProblem(toProblem(error), lang);
  const other = found.data ? otherOf(found.data) : told;
  const isOther = told !== null || (other !== null && customersDiffer(ticket, other));
  const isConfirmed = isOther && seen === other?.id;
  const isReady =
    other !== null &&
    other.id === readTicketNumber(text) &&
    whyNotMerge(ticket, other) === null &&
    (!isOther || isConfirmed) &&
    !isSending;

  const send = async (): Promise<void> => {
    if (!isReady || other === null) return;
    const body = { into: other.id, confirmed: isConfirmed };
    setSending(true);
    setError(null);
    try {
      const header = { 'If-Match': `"${ticket.version}"` };
      const { data } = await api.POST('/api/tickets/{id}/merge', {
        params: { path: { id: ticket.id }, header },
        body,
      });
      if (data) keepAnswer(data);
      dropDraft(draftKey);
      toast.success(say('done_merge'));
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
      void refresh('/api/desk', '/api/tickets');
    }
  };

  return (
    <Modal
      open
      destroyOnHidden
      transitionName=""
      maskTransitionName=""
      title={say('merge')}
      okText={other === null ? say('merge') : say('mergeGo', { number: other.number })}
      cancelText={say('cancel')}
      okButtonProps={{ danger: isOther, disabled: !isReady, loading: isSending && { delay: 200 } }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p>{say('mergeHelp')}</p>
      <form
        className={actDialog.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <DialogFocus />
        <div className={schemaForm.field}>
          <label className={schemaForm.label} htmlFor={id}>
            {say('mergeInto')}
          </label>
          <Input
            id={id}
            className={schemaForm.number}
            placeholder="#1560"
            autoComplete="off"
            maxLength={40}
            value={text}
            onChange={({ target }) => {
              keep(target.value);
              setError(null);
            }}
          />
        </div>
        <div className={styles.otherPlace} aria-live="polite">
          {text.trim() !== '' && readTicketNumber(text) === null && (
            <p className={schemaForm.message} data-testid="sf-message">
              {say('mergeNoNumber')}
            </p>
          )}
          {found.error && toProblem(found.error).status === 404 && (
            <p className={schemaForm.message} data-testid="sf-message">
              {say('mergeNotFound', { number: into ?? '' })}
            </p>
          )}
          {found.error && toProblem(found.error).status !== 404 && (
            <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
          )}
          {other && (
            <MergeOther
              {...{ ticket, other, isOther, isConfirmed }}
              onConfirm={(is) => setSeen(is ? other.id : null)}
            />
          )}
        </div>
      </form>
      {error !== null && told === null && <ProblemNotice error={named(error)} />}
    </Modal>
  );
}

/** The ticket of this number, looked up anew: a merge is decided on how it stands now. */
function useOther(id: string | null) {
  return $api.useQuery(
    'get',
    '/api/tickets/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== null, staleTime: 0 },
  );
}

const PAUSE_MS = 250;

/** What was typed once the typing pauses, so that a number is not looked up digit by digit. */
function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
