import { ArrowUpOutlined, CrownOutlined, FireOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTexts } from '../../i18n/texts';
import { agentTexts } from './texts';
import type { Ticket } from './ticket-cache';
import styles from './ticket-marks.module.css';

/** What makes a ticket more pressing than others: its priority and the customer's standing. Usual ones have no mark. */
export function TicketMarks({ ticket }: { ticket: Ticket }) {
  const { priority, customer } = ticket;
  const say = useTexts(agentTexts);
  const tier = useCustomerTier();
  return (
    <span className={styles.marks}>
      {priority === 'urgent' && (
        <Tag color="error" icon={<FireOutlined aria-hidden />}>
          {say('priority_urgent')}
        </Tag>
      )}
      {priority === 'high' && (
        <Tag color="warning" icon={<ArrowUpOutlined aria-hidden />}>
          {say('priority_high')}
        </Tag>
      )}
      {customer.tier !== 'standard' && customer.tier !== '' && (
        <Tag color="gold" icon={<CrownOutlined aria-hidden />}>
          {tier(customer.tier)}
        </Tag>
      )}
    </span>
  );
}

/** The word for a customer's standing; a company's own standings stay as they are. */
export function useCustomerTier(): (tier: string) => string {
  const say = useTexts(agentTexts);
  return (tier) =>
    tier === 'vip' || tier === 'gold' || tier === 'standard' ? say(`customerTier_${tier}`) : tier;
}
