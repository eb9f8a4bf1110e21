import { useEffect, useMemo, useState } from 'react';
import { Navigate, Route, Routes, useNavigate, useParams } from 'react-router';
import { useTexts } from '../i18n/texts';
import { FaultWall } from '../kit/problems/fault-wall';
import { useHotkeys } from '../kit/use-hotkeys';
import { Desk } from './desk/desk';
import { dropOldDrafts } from './common/drafts';
import { KeysHelp } from './common/keys-help';
import { useDesk, useLeaseKeeper } from './common/lease-keeper';
import { NewTicket } from './desk/new-ticket';
import { useTakeNext } from './desk/take-next';
import { agentTexts } from './common/texts';
import { TicketList } from './desk/ticket-list';
import { TicketPage } from './ticket/ticket-page';
import styles from './workspace.module.css';

/** The agent's day: what is in hand on the left, the ticket with its step beside it. */
export default function Workspace() {
  const say = useTexts(agentTexts);
  const go = useNavigate();
  const { take, isTaking } = useTakeNext();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const desk = useDesk();
  const held = useMemo(() => desk.data?.held ?? [], [desk.data]);
  useLeaseKeeper(held);
  useEffect(() => dropOldDrafts(Date.now()), []);

  const step = (by: number): void => {
    const here = window.location.pathname.split('/').at(-1);
    const at = held.findIndex(({ ticket }) => ticket.id === here);
    const to = held.at(at < 0 ? 0 : (at + by + held.length) % held.length);
    if (to) void go(`/agent/tickets/${to.ticket.id}`);
  };
  useHotkeys({
    n: () => void take(),
    'alt+n': () => void take(),
    o: () => void go('/agent/new'),
    '?': () => setHelpOpen(true),
    '/': () => void go('/agent?find'),
    j: () => step(1),
    k: () => step(-1),
  });

  return (
    <div className={styles.agent}>
      <Desk onNext={() => void take()} onKeys={() => setHelpOpen(true)} isTaking={isTaking} />
      <div className={styles.main} aria-label={say('desk')}>
        <Routes>
          <Route index element={<TicketList onNext={() => void take()} />} />
          <Route path="new" element={<NewTicket />} />
          <Route path="tickets/:id" element={<OneTicket onNext={() => void take()} />} />
          <Route path="*" element={<Navigate to="/agent" replace />} />
        </Routes>
      </div>
      {isHelpOpen && <KeysHelp onClose={() => setHelpOpen(false)} />}
    </div>
  );
}

function OneTicket({ onNext }: { onNext: () => void }) {
  const { id = '' } = useParams();
  return (
    <FaultWall key={id} name="ticket">
      <TicketPage ticketId={id} onNext={onNext} />
    </FaultWall>
  );
}
