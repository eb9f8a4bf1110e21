import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../api/client';
import { refresh } from '../../api/queries';
import { useMe } from '../../api/session';
import { useTexts } from '../../i18n/texts';
import { useNamedProblem } from '../../kit/problems/named-problem';
import { useProblemWords } from '../../kit/problems/problem-notice';
import { useToast } from '../../kit/use-toast';
import { stepTexts } from '../common/texts-step';
import { keepAnswer, type GuideStep } from '../common/ticket-cache';
import styles from './step-panel.module.css';

interface Props {
  ticketId: string;
  step: GuideStep;
  /** Of several steps each has its own holder. */
  isOnly: boolean;
}

/** Says when the person does not hold a step that they could work on: somebody else does, nobody does, or it was lost. */
export function HoldNotice({ ticketId, step, isOnly }: Props) {
  const say = useTexts(stepTexts);
  const me = useMe();
  const { holder, holderName, mayAct, mayTake, whyNot } = step;
  const isHeld = holder === me.id;
  /** In this stay of the ticket in the step. */
  const [wasHeld, setWasHeld] = useState(isHeld);
  useEffect(() => {
    if (isHeld) setWasHeld(true);
  }, [isHeld]);
  const { take, isTaking } = useTake(ticketId, step);

  // Whose it is instead stands in the step itself.
  if (step.kind !== 'human' || isHeld || (!mayAct && !wasHeld)) return null;
  const byOther = holder !== null && mayAct ? say('heldByOther', { name: holderName ?? '' }) : null;
  const nobody = say(isOnly ? 'notHeld' : 'notHeldStep');
  const rest = byOther === null ? (whyNot ?? say('notHeldHelp')) : say('heldLeadHelp');
  const lost = [say('holdLostHelp'), byOther, mayAct ? rest : null]
    .filter((words) => words !== null)
    .join(' ');
  return (
    <Alert
      className={styles.notice}
      type={wasHeld || holder !== null ? 'warning' : 'info'}
      showIcon
      role={wasHeld ? 'alert' : 'status'}
      title={
        <>
          <strong>{wasHeld ? say('holdLost') : (byOther ?? nobody)}</strong>{' '}
          <span className={styles.noticeHelp}>{wasHeld ? lost : rest}</span>
        </>
      }
      action={
        holder === null && mayTake ? (
          <Button size="small" loading={isTaking && { delay: 200 }} onClick={() => void take()}>
            {say('take')}
          </Button>
        ) : undefined
      }
    />
  );
}

/** Takes this very step, as Next takes the ticket that is due first. */
function useTake(ticketId: string, step: GuideStep): { take: () => Promise<void>; isTaking: boolean } {
  const words = useProblemWords();
  const named = useNamedProblem([step]);
  const toast = useToast();
  const [isTaking, setTaking] = useState(false);
  const take = async (): Promise<void> => {
    setTaking(true);
    try {
      const { data } = await api.POST('/api/desk/{ticketId}/take', {
        params: { path: { ticketId } },
        body: { step: step.step },
      });
      if (data) keepAnswer(data);
    } catch (error) {
      const { title, detail } = words(named(error));
      toast.warning(`${title} ${detail}`, { key: 'take', duration: 6 });
      void refresh('/api/tickets/{id}');
    } finally {
      setTaking(false);
      void refresh('/api/desk');
    }
  };
  return { take, isTaking };
}
