import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { useTexts, type Say } from '../../i18n/texts';
import { asCsv } from '../common/csv-button';
import {
  hasTimes,
  isRate,
  ONLY,
  partQuery,
  partsOf,
  reasonOf,
  type Figure,
  type Only,
} from '../common/figure-parts';
import type { Column } from '../common/figure-table';
import { managerTexts } from '../common/texts';
import { ticketTexts, type TicketKey } from '../common/texts-tickets';
import { useLengthColumn, useTicketColumns, useTimeColumn, useTimesColumn } from './ticket-columns';
import { TicketRows, useOnly } from './ticket-rows';
import type { FilterRoom } from '../common/use-filters';
import { useRows } from './use-rows';

type Row = Schemas['TicketItem'];

/** What a counted ticket is that fulfils the rate. */
function matterOf(figure: Figure): 'fcr' | 'escalation' | 'reopen' | 'time' {
  if (figure.startsWith('fcr')) return 'fcr';
  return figure === 'escalation' || figure === 'reopen' ? figure : 'time';
}

function wordPart(only: Only, figure: Figure, tell: Say<TicketKey>): string {
  const reason = reasonOf(only);
  if (reason !== null) return tell('only_why', { why: tell(`why_${reason}`) });
  if (only === 'met' || only === 'unmet') return tell(`${only}_${matterOf(figure)}`);
  return tell(`only_${only as Exclude<Only, 'met' | 'unmet' | `out-${string}`>}`);
}

/** The tickets behind a figure of the overview, also those that it leaves out. */
export function FigureList({ figure, room }: { figure: Figure; room: FilterRoom }) {
  const tell = useTexts(ticketTexts);
  const only = useOnly(ONLY);
  const query = { ...room.query, figure, ...partQuery(only) };
  const answer = useRows(['figure', query], (page, signal) =>
    api.GET('/api/metrics/overview/tickets', { params: { query: { ...query, ...page } }, signal }),
  );
  const columns = useColumns(figure, room);
  const times = useTimesColumn<Row>();
  const isCounted = figure !== 'sla-steps' && hasTimes(answer.data?.rows ?? []);
  return (
    <TicketRows
      title={tell(figure)}
      room={room}
      answer={answer}
      columns={isCounted ? [...columns, times] : columns}
      rowKey={({ ticketId }) => ticketId}
      sort={isCounted ? '-times' : isRate(figure) || figure === 'tickets' ? '-created' : '-time'}
      parts={partsOf(figure, only).map((name) => ({ name, label: wordPart(name, figure, tell) }))}
      only={only}
      fetchFile={() => api.GET('/api/metrics/overview/tickets', { params: { query }, ...asCsv })}
    />
  );
}

function useColumns(figure: Figure, room: FilterRoom): Column<Row>[] {
  const tell = useTexts(ticketTexts);
  const say = useTexts(managerTexts);
  const base = useTicketColumns<Row>(room, (row) => row.sopTitle);
  const created = useTimeColumn<Row>('created', say('created'), (row) => row.createdAt);
  const seconds = useLengthColumn<Row>('time', tell('duration'), (row) => row.seconds);
  const business = useLengthColumn<Row>('business', tell('business'), (row) => row.businessSeconds);
  const net = useLengthColumn<Row>('net', tell('net'), (row) => row.netSeconds);
  const met: Column<Row> = {
    ...{ key: 'met', title: tell(`met_${matterOf(figure)}`) },
    sortBy: (row) => (row.met === null ? null : Number(row.met)),
    cell: (row) => (row.met === null ? '–' : say(row.met ? 'yes' : 'no')),
  };
  const targets: Column<Row> = {
    ...{ key: 'missed', title: tell('targets'), isNumber: true, sortBy: (row) => row.targetsMissed ?? null },
    cell: (row) => `${row.targetsMet ?? 0} · ${row.targetsMissed ?? 0}`,
  };
  const counted: Column<Row> = {
    ...{ key: 'counted', title: tell('counted'), sortBy: (row) => row.excluded ?? '' },
    cell: (row) =>
      row.counted ? (
        say('yes')
      ) : (
        <span className="is-soft">{wordExcluded(row.excluded, tell, say('no'))}</span>
      ),
  };
  const broken: Column<Row> = {
    ...{ key: 'broken', title: tell('broken'), sortBy: (row) => row.broken?.why ?? null },
    cell: ({ ticketId, broken: by }) =>
      by === undefined ? (
        '–'
      ) : (
        <>
          {tell(`broken_${by.why}`)}
          {by.ticketId !== ticketId && (
            <>
              {' '}
              <Link to={room.linkTo(`/tickets/${by.ticketId}`)}>#{by.ticketId}</Link>
            </>
          )}
        </>
      ),
  };
  if (figure === 'tickets') return [...base, created];
  return [
    ...base,
    created,
    figure === 'sla-steps' ? targets : isRate(figure) ? met : seconds,
    ...(figure.startsWith('resolution') ? [business, net] : []),
    ...(figure.startsWith('fcr') ? [broken] : []),
    ...(figure === 'first-response' ? [business] : []),
    counted,
  ];
}

function wordExcluded(excluded: string | null, tell: Say<TicketKey>, no: string): string {
  const reason = reasonOf(`out-${excluded ?? ''}` as Only);
  return reason === null ? no : tell('notCounted', { why: tell(`why_${reason}`) });
}
