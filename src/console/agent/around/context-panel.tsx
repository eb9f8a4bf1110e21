import { useTexts } from '../../i18n/texts';
import { FaultWall } from '../../kit/problems/fault-wall';
import { Waiting } from '../../kit/common/late';
import { TicketStory } from '../../kit/ticket-story/ticket-story-view';
import { CaseFacts } from './context-facts';
import { ContextTabs } from './context-tabs';
import { CustomerCard } from './customer-card';
import { EarlierTickets, useEarlier } from './earlier-tickets';
import { MapPanel } from '../map/map-panel';
import { aroundTexts } from '../common/texts-around';
import { useTicket } from '../common/ticket-cache';
import styles from './context-panel.module.css';

/** Beside the step: the customer, the case, the SOP as a map, the customer's other tickets and the story so far. */
export function ContextPanel({ ticketId }: { ticketId: string }) {
  const say = useTexts(aroundTexts);
  const ticket = useTicket(ticketId).data;
  const earlier = useEarlier(ticket);
  if (!ticket) {
    return (
      <aside className={styles.around} data-testid="around" aria-label={say('around')}>
        <Waiting rows={8} />
      </aside>
    );
  }
  return (
    <aside className={styles.around} data-testid="around" aria-label={say('around')}>
      <CustomerCard ticket={ticket} />
      <CaseFacts ticket={ticket} />
      <ContextTabs
        label={say('around')}
        tabs={[
          { id: 'map', title: say('tab_map'), page: <MapPanel key={ticketId} ticket={ticket} /> },
          {
            id: 'earlier',
            title: say('tab_earlier'),
            count: earlier.data?.length,
            page: <EarlierTickets ticket={ticket} earlier={earlier} />,
          },
          {
            id: 'story',
            title: say('tab_story'),
            page: (
              <FaultWall name="story">
                <TicketStory ticket={ticket} first="last" />
              </FaultWall>
            ),
          },
        ]}
      />
    </aside>
  );
}
