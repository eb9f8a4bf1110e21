import { keepPreviousData } from '@tanstack/react-query';
import { Link } from 'react-router';
import { $api, api, type Schemas } from '../api/client';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { asCsv, CsvButton } from './csv-button';
import { DayBars } from './day-bars';
import { FigureTable, type Column } from './figure-table';
import { RateCell, wordSeconds } from './figure-words';
import { NoCases } from './no-cases';
import { PageHead } from './page-head';
import { managerTexts } from './texts';
import { stepTexts } from './texts-steps';
import type { FilterRoom } from './use-filters';

type Row = Schemas['AgentRow'];

/** What people did, each number with its tickets. */
export function PeoplePage({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const { query } = room;
  const { data, error, refetch, isPlaceholderData } = $api.useQuery(
    'get',
    '/api/metrics/agents',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <PageHead title={say('people')} room={room} answer={data}>
        {data && <span className="quiet">{tell('total', { count: data.agents.length })}</span>}
        <CsvButton
          name={say('people')}
          room={room}
          fetchFile={() => api.GET('/api/metrics/agents', { params: { query }, ...asCsv })}
        />
      </PageHead>
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={12} />}
      {data?.agents.length === 0 && <NoCases room={room} />}
      {data && data.agents.length > 0 && (
        <div className={isPlaceholderData ? 'panel is-old' : 'panel'}>
          <PeopleTable rows={data.agents} room={room} />
        </div>
      )}
      {data && data.missing.length > 0 && (
        <p className="quiet">
          {tell('missingFigures')} {data.missing.map(({ reason }) => reason).join(' ')}
        </p>
      )}
    </>
  );
}

function PeopleTable({ rows, room }: { rows: Row[]; room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const format = useFormat();
  const ticketsOf = (row: Row): string => room.linkTo('/tickets', { list: 'agent', of: row.id });
  const column = (
    key: 'handled' | 'perDay' | 'aht' | 'firstResponse' | 'onTime' | 'fcr' | 'reopen' | 'escalations',
    sortBy: (row: Row) => number | null,
    cell: Column<Row>['cell'],
  ): Column<Row> => ({ key, title: tell(key), help: tell(`${key}Help`), isNumber: true, sortBy, cell });
  const columns: Column<Row>[] = [
    {
      ...{ key: 'person', title: tell('person'), isHead: true, sortBy: (row) => row.name },
      cell: (row) => (
        <>
          <Link to={ticketsOf(row)}>{row.name ?? row.id}</Link>
          {!row.active && <small>{tell('left')}</small>}
        </>
      ),
    },
    column(
      'handled',
      (row) => row.handled,
      (row) => <Link to={ticketsOf(row)}>{format.number(row.handled)}</Link>,
    ),
    column(
      'perDay',
      (row) => row.throughput.perActiveDay,
      (row) => (
        <span className="per-day">
          <DayBars days={row.throughput.days} room={room} />
          {row.throughput.perActiveDay === null ? '–' : format.number(row.throughput.perActiveDay, 1)}
        </span>
      ),
    ),
    column(
      'aht',
      (row) => row.handling.weightedMeanSeconds,
      (row) => (
        <span className="rate">
          <Link to={ticketsOf(row)}>{wordSeconds(row.handling.weightedMeanSeconds, format)}</Link>
          <small>{say('n', { n: format.number(row.handling.n) })}</small>
        </span>
      ),
    ),
    column(
      'firstResponse',
      (row) => row.firstResponse.p50Seconds,
      (row) => (
        <span className="rate">
          <Link to={ticketsOf(row)}>{wordSeconds(row.firstResponse.p50Seconds, format)}</Link>
          <small>{say('n', { n: format.number(row.firstResponse.n) })}</small>
        </span>
      ),
    ),
    column(
      'onTime',
      (row) => row.firstResponseOnTime.value,
      (row) => <RateCell rate={row.firstResponseOnTime} to={ticketsOf(row)} />,
    ),
    column(
      'fcr',
      (row) => row.fcr.value,
      (row) => <RateCell rate={row.fcr} to={ticketsOf(row)} />,
    ),
    column(
      'reopen',
      (row) => row.reopen.value,
      (row) => <RateCell rate={row.reopen} to={ticketsOf(row)} />,
    ),
    column(
      'escalations',
      (row) => row.escalations,
      (row) => <Link to={ticketsOf(row)}>{format.number(row.escalations)}</Link>,
    ),
  ];
  return (
    <FigureTable
      caption={say('people')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      sort="-handled"
    />
  );
}
