import { Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useTexts } from '../i18n/texts';
import { useNamedProblem } from '../kit/problems/named-problem';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { useToast } from '../kit/use-toast';
import { NotYours } from './not-yours';
import { ReasonField } from './reason-field';
import { leadTexts } from './texts';
import { useAct } from './use-act';
import { useHumanSteps } from './use-board';
import { useFocusBack } from '../kit/use-focus-back';
import { isBlank } from '../kit/common/blank';
import styles from './dialog.module.css';

interface Props {
  ticketId: string;
  subject: string;
  /** The step that they hold. */
  step: string;
  /** The name of who has it. */
  holder: string;
  onClose: () => void;
}

/** Takes from somebody what they hold, with a reason; the ticket is then open before the one who took it. */
export function TakeOverDialog({ ticketId, subject, step, holder, onClose }: Props) {
  useFocusBack();
  const say = useTexts(leadTexts);
  const toast = useToast();
  const go = useNavigate();
  const [reason, setReason] = useState('');
  const known = useHumanSteps(ticketId);
  const named = useNamedProblem(known?.steps);
  const place = known?.steps.find((one) => one.step === step);
  const { act, error, isBusy } = useAct(async () => {
    await api.POST('/api/desk/{ticketId}/take', {
      params: { path: { ticketId } },
      body: { reason: reason.trim(), step },
    });
    toast.success(say('taken', { id: ticketId }));
    void go(`/agent/tickets/${ticketId}`);
  });
  const isComplete = !isBlank(reason) && place?.mayTake !== false;
  const send = (): void => {
    if (isComplete) void act();
  };
  return (
    <Modal
      open
      title={say('takeOverTitle', { id: ticketId })}
      okText={say('takeOverGo')}
      cancelText={say('cancel')}
      okButtonProps={{ danger: true, disabled: !isComplete, loading: isBusy && { delay: 200 } }}
      onOk={send}
      onCancel={onClose}
    >
      <p className={styles.subject} data-testid="dialog-subject">
        {subject}
      </p>
      <p className="is-soft">{say('takeOverHelp', { name: holder })}</p>
      {place?.mayTake === false && <NotYours step={place} />}
      <ReasonField value={reason} onChange={setReason} onSend={send} />
      {error !== null && <ProblemNotice error={named(error)} />}
    </Modal>
  );
}
