import { Segmented } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { toProblem } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { FaultWall } from '../../kit/fault-wall';
import { Waiting } from '../../kit/late';
import { ProblemNotice } from '../../kit/problem-notice';
import { ContextPanel } from '../around/context-panel';
import { Conversation } from '../around/conversation';
import { KeptTexts } from '../step/kept-texts';
import { StepPanel } from '../step/step-panel';
import { agentTexts } from '../common/texts';
import { useGuide, useTicket } from '../common/ticket-cache';
import { TicketHead } from './ticket-head';
import { Vanished } from './ticket-vanished';

type Side = 'conversation' | 'context';

/** One ticket: its step, the conversation, and what is known about it, all at once where there is room. */
export function TicketPage({ ticketId, onNext }: { ticketId: string; onNext: () => void }) {
  const say = useTexts(agentTexts);
  const ticket = useTicket(ticketId);
  const guide = useGuide(ticketId);
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
      <div className="ticket-waiting">
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
    <article className="ticket" data-side={side}>
      <TicketHead ticket={ticket.data} guide={guide.data} />
      <div className="ticket-body">
        <div className="ticket-step">
          <StepPanel ticket={ticket.data} guide={guide.data} onNext={onNext} />
        </div>
        <div className="ticket-sides">
          <Segmented<Side>
            className="ticket-sides-switch"
            block
            aria-label={say('sides')}
            value={side}
            options={[
              { value: 'conversation', label: say('sideConversation') },
              { value: 'context', label: say('sideContext') },
            ]}
            onChange={(next) => setSearch(next === 'context' ? { side: next } : {}, { replace: true })}
          />
          <div className="ticket-conversation">
            <FaultWall name="conversation">
              <Conversation ticketId={ticketId} />
            </FaultWall>
          </div>
          <div className="ticket-context">
            <FaultWall name="context">
              <ContextPanel ticketId={ticketId} />
            </FaultWall>
          </div>
        </div>
      </div>
    </article>
  );
}
