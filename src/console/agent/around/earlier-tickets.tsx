import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  MergeCellsOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { $api } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { aroundTexts } from '../common/texts-around';
import type { Ticket } from '../common/ticket-cache';
import styles from './earlier-tickets.module.css';
import tags from './tags.module.css';
import small from '../common/small.module.css';

/** The customer's other tickets, newest first. `ticket`: undefined until it is known. */
export function useEarlier(ticket: Ticket | undefined) {
  const customer = ticket?.customer.id ?? '';
  return $api.useQuery(
    'get',
    '/api/tickets',
    { params: { query: { customer, limit: 50 } } },
    {
      enabled: ticket !== undefined,
      select: ({ items }) => items.filter(({ id }) => id !== ticket?.id),
    },
  );
}

const icons: Record<Ticket['status'], ReactNode> = {
  open: <ClockCircleOutlined aria-hidden />,
  resolved: <CheckCircleOutlined aria-hidden />,
  cancelled: <CloseCircleOutlined aria-hidden />,
  merged: <MergeCellsOutlined aria-hidden />,
};

/** What the customer asked for before, and what became of it. */
export function EarlierTickets(props: { ticket: Ticket; earlier: ReturnType<typeof useEarlier> }) {
  const say = useTexts(aroundTexts);
  const { ticket, earlier } = props;
  if (earlier.error && !earlier.data)
    return <ProblemNotice error={earlier.error} onRetry={() => void earlier.refetch()} />;
  if (!earlier.data) return <Waiting rows={3} />;
  if (earlier.data.length === 0) return <p className={small.none}>{say('noEarlier')}</p>;
  return (
    <ul className={styles.earlier} aria-label={say('earlier')}>
      {earlier.data.map((one) => (
        <EarlierTicket key={one.id} ticket={one} isSameOrder={isSameOrder(one, ticket)} />
      ))}
    </ul>
  );
}

function isSameOrder(one: Ticket, other: Ticket): boolean {
  const order = one.data['orderId'];
  return typeof order === 'string' && order !== '' && order === other.data['orderId'];
}

function EarlierTicket({ ticket, isSameOrder }: { ticket: Ticket; isSameOrder: boolean }) {
  const say = useTexts(aroundTexts);
  const format = useFormat();
  const { id, status, outcomeTitle, stepTitles } = ticket;
  const where = status === 'open' ? stepTitles.join(' · ') : (outcomeTitle ?? '');
  return (
    <li>
      <Link to={`/agent/tickets/${id}`} dir="auto">
        {ticket.subject}
      </Link>
      <div className={styles.state}>
        <Tag icon={icons[status]} className={status === 'open' ? tags.open : ''}>
          {say(`status_${status}`)}
        </Tag>
        {isSameOrder && <Tag className={tags.mark}>{say('sameOrder')}</Tag>}
        <span>{where}</span>
      </div>
      <div className={styles.kind}>
        #{ticket.number} · {ticket.sopTitle} · {format.time(ticket.createdAt)}
      </div>
    </li>
  );
}
