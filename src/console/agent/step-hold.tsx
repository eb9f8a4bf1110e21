import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { useMe } from '../api/session';
import { useTexts } from '../i18n/texts';
import { stepTexts } from './texts-step';
import type { GuideStep } from './ticket-cache';

/** Says when the person does not hold what they look at: somebody else does, nobody does, or it was lost. */
export function HoldNotice({ ticketId, steps }: { ticketId: string; steps: GuideStep[] }) {
  const say = useTexts(stepTexts);
  const me = useMe();
  const mine = steps.filter(
    ({ kind, team }) => kind === 'human' && me.teams.some((one) => one.team === team),
  );
  const isHeld = mine.some(({ holder }) => holder === me.id);
  const place = mine.map(({ step, enteredAt }) => `${step}@${enteredAt}`).join(' ');
  /** The stay in which the person held it last. */
  const [heldAt, setHeldAt] = useState<string | null>(null);
  useEffect(() => {
    if (isHeld) setHeldAt(place);
  }, [isHeld, place]);

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
      title={title}
      description={help}
      data-ticket={ticketId}
    />
  );
}
