import { Link } from 'react-router';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useTeamName } from '../../kit/common/team-names';
import type { Column } from '../common/figure-table';
import { wordSeconds } from '../common/figure-words';
import { managerTexts } from '../common/texts';
import { ticketTexts } from '../common/texts-tickets';
import type { FilterRoom } from '../common/use-filters';
import styles from './ticket-columns.module.css';

interface TicketLike {
  ticketId: string;
  subject: string;
  status: string;
  team: string;
}

/** A status in words. */
function useStatusWord(): (status: string) => string {
  const say = useTexts(managerTexts);
  return (status) => {
    const known = (['open', 'resolved', 'cancelled', 'merged'] as const).find((one) => one === status);
    return known === undefined ? status : say(`status_${known}`);
  };
}

/** The columns with which every list of tickets begins. */
export function useTicketColumns<Row extends TicketLike>(
  room: FilterRoom,
  sopOf?: (row: Row) => string,
): Column<Row>[] {
  const say = useTexts(managerTexts);
  const teamName = useTeamName();
  const statusWord = useStatusWord();
  const sop: Column<Row>[] =
    sopOf === undefined ? [] : [{ key: 'sop', title: say('sop'), sortBy: sopOf, cell: sopOf }];
  return [
    {
      ...{ key: 'ticket', title: say('ticket'), sortBy: (row: Row) => Number(row.ticketId) },
      cell: (row) => <Link to={room.linkTo(`/tickets/${row.ticketId}`)}>#{row.ticketId}</Link>,
    },
    {
      ...{ key: 'subject', title: say('subject'), isHead: true, sortBy: (row: Row) => row.subject },
      cell: (row) => (
        <Link
          className={styles.subject}
          dir="auto"
          title={row.subject}
          to={room.linkTo(`/tickets/${row.ticketId}`)}
        >
          {row.subject}
        </Link>
      ),
    },
    ...sop,
    {
      ...{ key: 'team', title: say('team'), sortBy: (row: Row) => teamName(row.team) },
      cell: (row) => teamName(row.team),
    },
    {
      ...{ key: 'status', title: say('status'), sortBy: (row: Row) => row.status },
      cell: (row) => statusWord(row.status),
    },
  ];
}

/** A column with an instant. */
export function useTimeColumn<Row>(
  key: string,
  title: string,
  read: (row: Row) => string | null,
): Column<Row> {
  const format = useFormat();
  return {
    ...{ key, title },
    sortBy: (row) => {
      const at = read(row);
      return at === null ? null : Date.parse(at);
    },
    cell: (row) => {
      const at = read(row);
      return at === null ? '–' : <time dateTime={at}>{format.dateTime(at)}</time>;
    },
  };
}

/** A column with a length of time. */
export function useLengthColumn<Row>(
  key: string,
  title: string,
  seconds: (row: Row) => number | null | undefined,
): Column<Row> {
  const format = useFormat();
  return {
    ...{ key, title, isNumber: true },
    sortBy: (row) => seconds(row) ?? null,
    cell: (row) => {
      const value = seconds(row) ?? null;
      return wordSeconds(value, format);
    },
  };
}

/** How often what the number counts happened to the ticket. */
export function useTimesColumn<Row extends { times?: number }>(): Column<Row> {
  const tell = useTexts(ticketTexts);
  const format = useFormat();
  return {
    ...{ key: 'times', title: tell('times'), isNumber: true, sortBy: (row) => row.times ?? null },
    cell: (row) => (row.times === undefined ? '–' : format.number(row.times)),
  };
}
