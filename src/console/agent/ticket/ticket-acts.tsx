import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { hasRole, useMe, type Me } from '../../api/session';
import { useTexts } from '../../i18n/texts';
import { useHotkeys } from '../../kit/use-hotkeys';
import { TicketActDialog } from './ticket-act-dialog';
import { labelOf, type TicketAct } from './ticket-act';
import { stepTexts } from '../common/texts-step';
import type { Ticket } from '../common/ticket-cache';

/** What can be done with a ticket beside its SOP: transfer, give back, reopen, and what a lead may do. */
export function TicketActs({ ticket }: { ticket: Ticket }) {
  const say = useTexts(stepTexts);
  const me = useMe();
  const [chosen, setChosen] = useState<TicketAct | null>(null);
  const acts = actsFor(ticket, me);
  const has = (act: TicketAct): boolean => acts.includes(act);
  useHotkeys({
    t: () => has('transfer') && setChosen('transfer'),
    g: () => has('release') && setChosen('release'),
  });
  const more = acts.filter((act) => act !== 'transfer' && act !== 'release');
  return (
    <div className="ticket-acts">
      {has('transfer') && (
        <Button size="small" aria-keyshortcuts="t" onClick={() => setChosen('transfer')}>
          {say('transfer')} <kbd aria-hidden>T</kbd>
        </Button>
      )}
      {has('release') && (
        <Button size="small" aria-keyshortcuts="g" onClick={() => setChosen('release')}>
          {say('release')} <kbd aria-hidden>G</kbd>
        </Button>
      )}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: more.map((act) => ({
              key: act,
              label: say(labelOf(act)),
              danger: act === 'cancel',
              onClick: () => setChosen(act),
            })),
          }}
        >
          <Button size="small" icon={<MoreOutlined aria-hidden />} aria-label={say('acts')} />
        </Dropdown>
      )}
      {chosen && (
        <TicketActDialog key={chosen} act={chosen} ticket={ticket} onClose={() => setChosen(null)} />
      )}
    </div>
  );
}

function actsFor(ticket: Ticket, me: Me): TicketAct[] {
  const isLead = hasRole(me, 'lead');
  if (ticket.status === 'resolved') return ['reopen'];
  if (ticket.status !== 'open') return [];
  const acts: TicketAct[] = [];
  if (ticket.waitsFor === 'person') acts.push('transfer');
  if (ticket.assignee === me.id) acts.push('release');
  if (!isLead) return acts;
  if (ticket.assignee !== null && ticket.assignee !== me.id) acts.push('takeOver');
  return [...acts, 'prioritise', 'merge', 'cancel'];
}
