import { api, type Schemas } from '../api/client';
import { useTexts } from '../i18n/texts';
import { asCsv } from './csv-button';
import type { Column } from './figure-table';
import { managerTexts } from './texts';
import { ticketTexts, type TicketKey } from './texts-tickets';
import { useLengthColumn, useTicketColumns, useTimeColumn } from './ticket-columns';
import { TicketRows, type Part } from './ticket-rows';
import type { FilterRoom } from './use-filters';
import { useRows } from './use-rows';

type Row = Schemas['TicketItem'];
const RATES = [
  ...(['fcr-gross', 'fcr-strict', 'fcr-net', 'escalation', 'first-response-on-time'] as const),
  ...(['sla-resolution', 'sla-steps', 'reopen'] as const),
] as const;
const TIMES = ['resolution-first', 'resolution-full', 'first-response', 'bot-response'] as const;
type Figure = (typeof RATES | typeof TIMES)[number];

export function isFigure(name: string): name is Figure {
  return [...RATES, ...TIMES].some((one) => one === name);
}

const OUT: Part<Row> = { name: 'out', holds: (row) => !row.counted };

/** What a counted ticket is that fulfils the rate. */
function matterOf(figure: Figure): 'fcr' | 'escalation' | 'reopen' | 'time' {
  if (figure.startsWith('fcr')) return 'fcr';
  return figure === 'escalation' || figure === 'reopen' ? figure : 'time';
}

/** The tickets behind a figure of the overview, also those that it leaves out. */
export function FigureList({ figure, room }: { figure: Figure; room: FilterRoom }) {
  const tell = useTexts(ticketTexts);
  const say = useTexts(managerTexts);
  const query = { ...room.query, figure, excluded: true };
  const answer = useRows(['figure', query], (page, signal) =>
    api.GET('/api/metrics/overview/tickets', { params: { query: { ...query, ...page } }, signal }),
  );
  const matter = matterOf(figure);
  const parts: Part<Row>[] = [
    { name: 'met', label: tell(`met_${matter}`), holds: (row) => row.counted && row.met === true },
    { name: 'unmet', label: tell(`unmet_${matter}`), holds: (row) => row.counted && row.met === false },
    OUT,
  ];
  const isRate = RATES.some((one) => one === figure);
  const base = useTicketColumns<Row>(room, (row) => row.sopTitle);
  const created = useTimeColumn<Row>('created', say('created'), (row) => row.createdAt);
  const seconds = useLengthColumn<Row>('time', tell('duration'), (row) => row.seconds);
  const business = useLengthColumn<Row>('business', tell('business'), (row) => row.businessSeconds);
  const net = useLengthColumn<Row>('net', tell('net'), (row) => row.netSeconds);
  const met: Column<Row> = {
    ...{
      key: 'met',
      title: tell(`met_${matter}`),
      sortBy: (row) => (row.met === null ? null : Number(row.met)),
    },
    cell: (row) => (row.met === null ? '–' : say(row.met ? 'yes' : 'no')),
  };
  const targets: Column<Row> = {
    ...{ key: 'missed', title: tell('targets'), isNumber: true, sortBy: (row) => row.targetsMissed ?? null },
    cell: (row) => `${row.targetsMet ?? 0} · ${row.targetsMissed ?? 0}`,
  };
  const counted: Column<Row> = {
    ...{ key: 'counted', title: tell('counted'), sortBy: (row) => row.excluded ?? '' },
    cell: (row) => (row.counted ? say('yes') : <span className="quiet">{tell(reasonOf(row.excluded))}</span>),
  };
  const isResolution = figure.startsWith('resolution');
  return (
    <TicketRows
      title={tell(figure)}
      room={room}
      answer={answer}
      columns={[
        ...base,
        created,
        ...(figure === 'sla-steps' ? [targets] : isRate ? [met] : [seconds]),
        ...(isResolution ? [business, net] : []),
        counted,
      ]}
      rowKey={({ ticketId }) => ticketId}
      sort={isRate ? '-created' : '-time'}
      parts={isRate && figure !== 'sla-steps' ? parts : [OUT]}
      fetchFile={() => api.GET('/api/metrics/overview/tickets', { params: { query }, ...asCsv })}
    />
  );
}

function reasonOf(excluded: string | null): TicketKey {
  const key = `out_${excluded ?? ''}`;
  return key in ticketTexts.entries ? (key as TicketKey) : 'out_other';
}
