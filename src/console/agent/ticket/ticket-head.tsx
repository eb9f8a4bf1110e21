import { Tag } from 'antd';
import { useTexts } from '../../i18n/texts';
import { Countdown } from '../../kit/countdown';
import { TicketActs } from './ticket-acts';
import type { Guide, Ticket } from '../common/ticket-cache';
import { TicketMarks } from '../common/ticket-marks';
import { agentTexts } from '../common/texts';
import { stepTexts } from '../common/texts-step';
import { OutsideName } from '../../kit/outside-name';

const CHANNELS = ['web', 'phone', 'chat', 'email'] as const;

/** Which ticket this is, how it stands, and how long there is. */
export function TicketHead({ ticket, guide }: { ticket: Ticket; guide: Guide }) {
  const say = useTexts(agentTexts);
  const sayStep = useTexts(stepTexts);
  const channel = CHANNELS.find((one) => one === ticket.channel);
  const { clocks } = guide;
  return (
    <header className="ticket-head">
      <div className="ticket-head-words">
        <h1 title={ticket.subject}>{ticket.subject}</h1>
        <p className="ticket-head-line">
          <span className="ticket-no">#{ticket.number}</span>
          <span>{ticket.sopTitle}</span>
          <span className="ticket-head-customer">
            <OutsideName name={ticket.customer.name} other={ticket.customer.id} />
          </span>
          <span>{channel ? say(`channel_${channel}`) : ticket.channel}</span>
          <TicketMarks ticket={ticket} />
          {ticket.status !== 'open' && <Tag>{say(`status_${ticket.status}`)}</Tag>}
        </p>
      </div>
      <div className="ticket-head-clocks">
        {clocks.firstResponseDueAt !== null && ticket.status === 'open' && (
          <Countdown to={clocks.firstResponseDueAt} label={sayStep('firstReply')} />
        )}
        {clocks.resolveDueAt !== null && (
          <Countdown
            to={clocks.resolveDueAt}
            label={sayStep('ticketTarget')}
            isPaused={clocks.paused}
            warnMs={3_600_000}
          />
        )}
      </div>
      <TicketActs ticket={ticket} guide={guide} />
    </header>
  );
}
