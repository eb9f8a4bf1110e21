import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../api/client';
import { refresh } from '../../api/queries';
import { useMe } from '../../api/session';
import { useTexts } from '../../i18n/texts';
import { useProblemWords } from '../../kit/problem-notice';
import { useToast } from '../../kit/use-toast';
import { servesStep } from './serves-step';
import { stepTexts } from '../common/texts-step';
import { keepAnswer, type GuideStep } from '../common/ticket-cache';

/** Says when the person does not hold what they look at: somebody else does, nobody does, or it was lost. */
export function HoldNotice({ ticketId, steps }: { ticketId: string; steps: GuideStep[] }) {
  const say = useTexts(stepTexts);
  const me = useMe();
  const mine = steps.filter((step) => servesStep(me, step));
  const isHeld = mine.some(({ holder }) => holder === me.id);
  const place = mine.map(({ step, enteredAt }) => `${step}@${enteredAt}`).join(' ');
  /** The stay in which the person held it last. */
  const [heldAt, setHeldAt] = useState<string | null>(null);
  useEffect(() => {
    if (isHeld) setHeldAt(place);
  }, [isHeld, place]);

  const { take, isTaking } = useTake(ticketId);

  if (mine.length === 0 || isHeld) return null;
  const other = mine.find(({ holder }) => holder !== null);
  const isLost = heldAt === place;
  const byOther = other && say('heldByOther', { name: other.holderName ?? '' });
  const title = isLost ? say('holdLost') : (byOther ?? say('notHeld'));
  const help = isLost
    ? `${say('holdLostHelp')} ${byOther ?? say('notHeldHelp')}`
    : say(other ? 'heldByOtherHelp' : 'notHeldHelp');
  return (
    <Alert
      className="notice"
      type={isLost || other ? 'warning' : 'info'}
      showIcon
      role={isLost ? 'alert' : 'status'}
      title={
        <>
          <strong>{title}</strong> <span className="notice-help">{help}</span>
        </>
      }
      action={
        other ? undefined : (
          <Button size="small" loading={isTaking && { delay: 200 }} onClick={() => void take()}>
            {say('take')}
          </Button>
        )
      }
    />
  );
}

/** Takes this very ticket, as Next takes the one that is due first. */
function useTake(ticketId: string): { take: () => Promise<void>; isTaking: boolean } {
  const words = useProblemWords();
  const toast = useToast();
  const [isTaking, setTaking] = useState(false);
  const take = async (): Promise<void> => {
    setTaking(true);
    try {
      const { data } = await api.POST('/api/desk/{ticketId}/take', {
        params: { path: { ticketId } },
        body: {},
      });
      if (data) keepAnswer(data);
    } catch (error) {
      const { title, detail } = words(error);
      toast.warning(`${title} ${detail}`, { key: 'take', duration: 6 });
      void refresh('/api/tickets/{id}');
    } finally {
      setTaking(false);
      void refresh('/api/desk');
    }
  };
  return { take, isTaking };
}
