import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { refresh } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { useNamedProblem } from '../../kit/problems/named-problem';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { useToast } from '../../kit/use-toast';
import { actTexts } from '../common/texts-acts';
import { keepAnswer, type Ticket } from '../common/ticket-cache';

/** Takes a merge back; why it cannot be any more is said here. */
export function UndoMerge({ ticket }: { ticket: Ticket }) {
  const say = useTexts(actTexts);
  const toast = useToast();
  const named = useNamedProblem();
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const undo = async (): Promise<void> => {
    setSending(true);
    setError(null);
    try {
      const header = { 'If-Match': `"${ticket.version}"` };
      const { data } = await api.POST('/api/tickets/{id}/undo', {
        params: { path: { id: ticket.id }, header },
      });
      if (data) keepAnswer(data);
      toast.success(say('done_undo'));
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
      void refresh('/api/desk', '/api/tickets');
    }
  };
  return (
    <>
      <p>{say('undoHelp')}</p>
      <Button
        icon={<UndoOutlined aria-hidden />}
        loading={isSending && { delay: 200 }}
        onClick={() => void undo()}
      >
        {say('undo')}
      </Button>
      {error !== null && <ProblemNotice error={named(error)} />}
    </>
  );
}
