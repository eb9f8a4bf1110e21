import { $api, api, type Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { asCsv } from '../common/csv-button';
import type { Column } from '../common/figure-table';
import { managerTexts } from '../common/texts';
import { ticketTexts } from '../common/texts-tickets';
import { useLengthColumn, useTicketColumns, useTimeColumn, useTimesColumn } from './ticket-columns';
import { TicketRows, useOnly } from './ticket-rows';
import type { FilterRoom } from '../common/use-filters';
import { useRows } from './use-rows';

type Row = Schemas['AgentTicket'];
/** The parts to choose from, and those that only some number opens. */
const USUAL = ['handled', 'replied', 'escalated'] as const;
const OTHERS = [
  ...(['active-days', 'on-time', 'fcr', 'first-contact', 'reopen', 'reopened'] as const),
] as const;

/** What a person did with which tickets. */
export function AgentList({ agent, room }: { agent: string; room: FilterRoom }) {
  const tell = useTexts(ticketTexts);
  const say = useTexts(managerTexts);
  const format = useFormat();
  const only = useOnly([...USUAL, ...OTHERS]);
  const query = { ...room.query, agent, ...(only === null ? {} : { part: only }) };
  const people = $api.useQuery('get', '/api/metrics/agents', { params: { query: { ...room.query, agent } } });
  const name = people.data?.agents.find(({ id }) => id === agent)?.name ?? '';
  const answer = useRows(['agent', query], (page, signal) =>
    api.GET('/api/metrics/agents/tickets', { params: { query: { ...query, ...page } }, signal }),
  );
  const base = useTicketColumns<Row>(room, (row) => row.sopTitle);
  const created = useTimeColumn<Row>('created', say('created'), (row) => row.createdAt);
  const touch = useLengthColumn<Row>('touch', tell('worked'), (row) => row.touchSeconds);
  const reply = useLengthColumn<Row>('reply', tell('reply'), (row) => row.replySeconds);
  const times = useTimesColumn<Row>();
  const isByDay = only === 'active-days';
  const count = (key: 'visits' | 'escalations', title: string): Column<Row> => ({
    ...{ key, title, isNumber: true, sortBy: (row) => row[key], cell: (row) => format.number(row[key]) },
  });
  const yesNo = (key: 'firstContact' | 'reopened'): Column<Row> => ({
    ...{ key, title: tell(key) },
    sortBy: (row) => (row[key] === null ? null : Number(row[key])),
    cell: (row) => (row[key] === null ? '–' : say(row[key] ? 'yes' : 'no')),
  });
  return (
    <TicketRows
      title={tell('agentTickets', { name })}
      room={room}
      answer={answer}
      columns={[
        ...base,
        created,
        ...(isByDay ? [{ ...times, title: tell('days') }] : []),
        count('visits', say('visits')),
        touch,
        reply,
        yesNo('firstContact'),
        yesNo('reopened'),
        count('escalations', tell('escalations')),
      ]}
      rowKey={({ ticketId }) => ticketId}
      sort={isByDay ? '-times' : '-touch'}
      parts={[...USUAL, ...OTHERS.filter((name) => name === only)].map((name) => ({
        ...{ name, label: tell(`only_${name}`) },
      }))}
      only={only}
      fetchFile={() => api.GET('/api/metrics/agents/tickets', { params: { query }, ...asCsv })}
    />
  );
}
