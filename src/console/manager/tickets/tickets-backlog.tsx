import { api, type Schemas } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import { storyTexts } from '../../kit/ticket-story/texts';
import { asCsv } from '../common/csv-button';
import type { Column } from '../common/figure-table';
import { managerTexts } from '../common/texts';
import { ticketTexts } from '../common/texts-tickets';
import { useTicketColumns, useTimeColumn } from './ticket-columns';
import { TicketRows } from './ticket-rows';
import type { FilterRoom } from '../common/use-filters';
import { useRows } from './use-rows';

type Row = Schemas['BacklogTicket'];
const LISTS = ['open', 'created', 'reopened', 'resolved', 'cancelled', 'merged'] as const;
type List = (typeof LISTS)[number];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

export function isBacklogList(name: string): name is List {
  return LISTS.some((one) => one === name);
}

/** What is open at the end of the period, or what came and went in it. */
export function BacklogList({ what, room }: { what: List; room: FilterRoom }) {
  const tell = useTexts(ticketTexts);
  const say = useTexts(managerTexts);
  const words = useTexts(storyTexts);
  const query = { ...room.query, what };
  const answer = useRows(['backlog', query], (page, signal) =>
    api.GET('/api/metrics/backlog/tickets', { params: { query: { ...query, ...page } }, signal }),
  );
  const base = useTicketColumns<Row>(room, (row) => row.sopTitle);
  const created = useTimeColumn<Row>('created', say('created'), (row) => row.createdAt);
  const at = useTimeColumn<Row>('at', tell(what === 'open' ? 'openSince' : 'since'), (row) => row.at);
  const priority: Column<Row> = {
    key: 'priority',
    title: tell('priority'),
    sortBy: (row) => PRIORITIES.findIndex((one) => one === row.priority),
    cell: (row) => words(`priority_${row.priority}`),
  };
  const sort = what === 'open' ? 'at' : '-at';
  return (
    <TicketRows
      title={tell(`backlog_${what}`)}
      room={room}
      answer={answer}
      columns={[...base, priority, ...(what === 'created' ? [] : [created]), at]}
      rowKey={(row) => `${row.ticketId} ${row.at}`}
      sort={sort}
      fetchFile={() => api.GET('/api/metrics/backlog/tickets', { params: { query }, ...asCsv })}
    />
  );
}
