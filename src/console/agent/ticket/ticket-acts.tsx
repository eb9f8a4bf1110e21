import { MoreOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../../api/session';
import { useTexts } from '../../i18n/texts';
import { ActMenu } from '../../kit/act-menu';
import { useHotkeys } from '../../kit/use-hotkeys';
import { actsOf, type StepAct, type TicketAct } from '../common/act-steps';
import { actTexts } from '../common/texts-acts';
import type { Guide, Ticket } from '../common/ticket-cache';
import { MergeDialog } from './merge-dialog';
import { labelOf } from './act-answers';
import { TicketActDialog } from './ticket-act-dialog';
import styles from './ticket-head.module.css';

/** The acts of everyday work, most with a key; the others stand in a menu. */
const BUTTONS: { act: StepAct; key?: string }[] = [
  { act: 'handBack', key: 'b' },
  { act: 'transfer', key: 't' },
  { act: 'release', key: 'g' },
  { act: 'takeOver' },
];

/** What this person may do with a ticket beside its SOP: hand back, transfer, give back, and what a lead may do. */
export function TicketActs({ ticket, guide }: { ticket: Ticket; guide: Guide }) {
  const say = useTexts(actTexts);
  const me = useMe();
  const [chosen, setChosen] = useState<TicketAct | null>(null);
  const acts = actsOf(guide, me.id);
  const choose = (act: TicketAct): void => {
    if (acts.includes(act)) setChosen(act);
  };
  useHotkeys({
    b: () => choose('handBack'),
    t: () => choose('transfer'),
    g: () => choose('release'),
  });
  const more = acts.filter((act) => !BUTTONS.some((button) => button.act === act));
  const end = (): void => setChosen(null);
  return (
    <div className={styles.acts} data-testid="ticket-acts">
      {BUTTONS.filter(({ act }) => acts.includes(act)).map(({ act, key }) => (
        <Button key={act} size="small" aria-keyshortcuts={key} onClick={() => choose(act)}>
          {say(act)} {key !== undefined && <kbd aria-hidden>{key.toUpperCase()}</kbd>}
        </Button>
      ))}
      {more.length > 0 && (
        <ActMenu
          items={more.map((act) => ({
            key: act,
            label: say(labelOf(act)),
            danger: act === 'cancel',
            onClick: () => choose(act),
          }))}
        >
          {(button) => (
            <Button ref={button} size="small" icon={<MoreOutlined aria-hidden />} aria-label={say('acts')} />
          )}
        </ActMenu>
      )}
      {chosen === 'merge' && <MergeDialog ticket={ticket} onClose={end} />}
      {chosen !== null && chosen !== 'merge' && (
        <TicketActDialog key={chosen} act={chosen} {...{ ticket, guide }} onClose={end} />
      )}
    </div>
  );
}
