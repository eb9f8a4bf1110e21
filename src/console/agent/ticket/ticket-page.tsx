import { Segmented } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { toProblem } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { FaultWall } from '../../kit/problems/fault-wall';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { ContextPanel } from '../around/context-panel';
import { Conversation } from '../around/conversation';
import { KeptTexts } from '../step/kept-texts';
import { StepPanel } from '../step/step-panel';
import { useSignsOfLife } from '../common/signs-of-life';
import { agentTexts } from '../common/texts';
import { useGuide, useTicket } from '../common/ticket-cache';
import { BrakedNotice } from './braked-notice';
import { TicketHead } from './ticket-head';
import { Vanished } from './ticket-vanished';
import styles from './ticket-page.module.css';

type Side = 'conversation' | 'context';

/** One ticket: its step, the conversation, and what is known about it, all at once where there is room. */
export function TicketPage({ ticketId, onNext }: { ticketId: string; onNext: () => void }) {
  const say = useTexts(agentTexts);
  const ticket = useTicket(ticketId);
  const guide = useGuide(ticketId);
  const signs = useSignsOfLife(ticketId);
  const [search, setSearch] = useSearchParams();
  const side: Side = search.get('side') === 'context' ? 'context' : 'conversation';
  const subject = ticket.data?.subject;
  useEffect(() => {
    if (subject === undefined) return;
    const before = document.title;
    document.title = `#${ticketId} ${subject}`;
    return () => {
      document.title = before;
    };
  }, [ticketId, subject]);

  const error = ticket.error ?? guide.error;
  const isGone = error !== null && toProblem(error).status === 404;
  if (isGone) return <Vanished ticketId={ticketId} onNext={onNext} />;
  if (!ticket.data || !guide.data) {
    return (
      <div className={styles.waiting}>
        {error === null ? (
          <Waiting rows={8} />
        ) : (
          <>
            <ProblemNotice
              error={error}
              onRetry={() => void Promise.all([ticket.refetch(), guide.refetch()])}
            />
            <KeptTexts ticketId={ticketId} steps={[]} />
          </>
        )}
      </div>
    );
  }
  return (
    <article className={styles.ticket} data-side={side} {...signs}>
      <TicketHead ticket={ticket.data} guide={guide.data} />
      <BrakedNotice ticket={ticket.data} />
      <div className={styles.body}>
        <div className={styles.step}>
          <StepPanel ticket={ticket.data} guide={guide.data} onNext={onNext} />
        </div>
        <div className={styles.sides}>
          <Segmented<Side>
            className={styles.sidesSwitch}
            block
            aria-label={say('sides')}
            value={side}
            options={[
              { value: 'conversation', label: say('sideConversation') },
              { value: 'context', label: say('sideContext') },
            ]}
            onChange={(next) => setSearch(next === 'context' ? { side: next } : {}, { replace: true })}
          />
          <div className={styles.conversation}>
            <FaultWall name="conversation">
              <Conversation ticketId={ticketId} />
            </FaultWall>
          </div>
          <div className={styles.context}>
            <FaultWall name="context">
              <ContextPanel ticketId={ticketId} />
            </FaultWall>
          </div>
        </div>
      </div>
    </article>
  );
}
