import { Tag } from 'antd';
import { useTexts } from '../../i18n/texts';
import { TicketActs } from './ticket-acts';
import { ticketClocks } from '../common/clocks';
import type { Guide, Ticket } from '../common/ticket-cache';
import { TicketClock } from '../common/ticket-clock';
import { TicketMarks } from '../common/ticket-marks';
import { agentTexts } from '../common/texts';
import { storyTexts } from '../../kit/ticket-story/texts';
import { channelWord } from '../../kit/ticket-story/words';
import { OutsideName } from '../../kit/common/outside-name';
import styles from './ticket-head.module.css';

/** Which ticket this is, how it stands, and how long there is. */
export function TicketHead({ ticket, guide }: { ticket: Ticket; guide: Guide }) {
  const say = useTexts(agentTexts);
  const sayStory = useTexts(storyTexts);
  return (
    <header className={styles.head} data-testid="ticket-head">
      <div className={styles.words}>
        <h1 title={ticket.subject}>{ticket.subject}</h1>
        <p className={styles.line}>
          <span className={styles.no}>#{ticket.number}</span>
          <span>{ticket.sopTitle}</span>
          <span className={styles.customer}>
            <OutsideName name={ticket.customer.name} other={ticket.customer.id} />
          </span>
          <span>{channelWord(ticket.channel, { say: sayStory })}</span>
          <TicketMarks ticket={ticket} />
          {ticket.status !== 'open' && <Tag>{say(`status_${ticket.status}`)}</Tag>}
        </p>
      </div>
      <div className={styles.clocks}>
        {ticketClocks(ticket).map((clock) => (
          <TicketClock key={clock.whose} clock={clock} />
        ))}
      </div>
      <TicketActs ticket={ticket} guide={guide} />
    </header>
  );
}
