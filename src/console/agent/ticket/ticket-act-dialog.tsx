import { Modal } from 'antd';
import { useState } from 'react';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { useMe } from '../../api/session';
import { useTexts } from '../../i18n/texts';
import { useNamedProblem } from '../../kit/problems/named-problem';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { useToast } from '../../kit/use-toast';
import { stepMeant, stepsFor } from '../common/act-steps';
import { DialogFocus } from '../common/dialog-focus';
import { dropDraft, useDraft } from '../common/drafts';
import { actTexts } from '../common/texts-acts';
import type { Guide, GuideStep, Ticket } from '../common/ticket-cache';
import { ActFields } from './act-fields';
import { isComplete, labelOf, type ActAnswers, type AskedAct } from './act-answers';
import { doTicketAct } from './ticket-act';
import { useFocusBack } from '../../kit/use-focus-back';
import styles from '../step/act-dialog.module.css';

interface Props {
  act: AskedAct;
  ticket: Ticket;
  guide: Guide;
  onClose: () => void;
}

/** Asks for what an act needs: its reason, and the step that is meant where more than one is possible. */
export function TicketActDialog({ act, ticket, guide, onClose }: Props) {
  useFocusBack();
  const say = useTexts(actTexts);
  const toast = useToast();
  const named = useNamedProblem(guide.steps);
  const draftKey = `act/${ticket.id}/${act}`;
  const [answers, keep] = useDraft<ActAnswers>(draftKey, {
    ...{ reason: '', team: '', step: '' },
    priority: ticket.priority,
  });
  const { candidates, step } = useStepMeant(act, guide, answers.step);
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const isReady = isComplete(act, answers, step);

  const send = async (): Promise<void> => {
    if (!isReady || isSending) return;
    setSending(true);
    setError(null);
    try {
      await doTicketAct(act, ticket, answers, step?.step);
      dropDraft(draftKey);
      toast.success(say(`done_${act}`));
      onClose();
    } catch (failure) {
      setError(failure);
      if (!toProblem(failure).isPassing) void refresh('/api/tickets/{id}');
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
      title={say(labelOf(act))}
      okText={say(labelOf(act))}
      cancelText={say('cancel')}
      okButtonProps={{
        danger: act === 'cancel',
        disabled: !isReady,
        loading: isSending && { delay: 200 },
      }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p>{say(`${act === 'cancel' ? 'cancelTicket' : act}Help`)}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      >
        <DialogFocus />
        <ActFields {...{ act, ticket, answers, candidates, step }} onChange={keep} />
      </form>
      {error !== null && <ProblemNotice error={named(error)} />}
    </Modal>
  );
}

/** `step`: undefined for acts on the whole ticket, null as long as it has to be chosen. */
function useStepMeant(
  act: AskedAct,
  guide: Guide,
  chosen: string,
): { candidates: GuideStep[]; step: GuideStep | null | undefined } {
  const me = useMe();
  switch (act) {
    case 'transfer':
    case 'handBack':
    case 'release':
    case 'takeOver': {
      const candidates = stepsFor(act, guide.steps, me.id);
      return { candidates, step: stepMeant(candidates, chosen) };
    }
    case 'reopen':
    case 'prioritise':
    case 'cancel':
      return { candidates: [], step: undefined };
  }
}
