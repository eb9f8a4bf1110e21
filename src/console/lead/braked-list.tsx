import { Alert } from 'antd';
import { Link } from 'react-router';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import type { Board } from './lanes';
import { leadTexts } from './texts';
import styles from './braked-list.module.css';

/** Tickets that ran on without anybody: the SOP is wrong, or another system is. Nothing where there are none. */
export function BrakedList({ braked, team }: { braked: Board['braked']; team: string | null }) {
  const say = useTexts(leadTexts);
  const format = useFormat();
  const shown = braked.filter((one) => team === null || one.teams.includes(team));
  if (shown.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.braked}
      data-testid="board-braked"
      title={say('braked', { count: shown.length })}
      description={
        <>
          <p>{say('brakedHelp')}</p>
          <ul>
            {shown.map(({ ticketId, subject, sopTitle, since }) => (
              <li key={ticketId}>
                <Link to={`/agent/tickets/${ticketId}`}>
                  #{ticketId} {subject}
                </Link>{' '}
                <small>{say('brakedSince', { sop: sopTitle, time: format.dateTime(since) })}</small>
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
