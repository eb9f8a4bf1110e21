import { keepPreviousData } from '@tanstack/react-query';
import { Link } from 'react-router';
import { $api, api, type Schemas } from '../api/client';
import type { operations } from '../api/schema';
import { useFormat, type Format } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { compareAmounts, compareDurations } from './compare';
import { asCsv, CsvButton } from './csv-button';
import { DayBars } from './day-bars';
import { FigureTable, type Column } from './figure-table';
import { Filled, RateCell, SmallChange, wordSeconds } from './figure-words';
import { NoCases } from './no-cases';
import { PageHead } from './page-head';
import { managerTexts } from './texts';
import { stepTexts } from './texts-steps';
import type { FilterRoom } from './use-filters';

type Row = Schemas['AgentRow'];
type Figures = Schemas['AgentFigures'];
type Part = NonNullable<operations['AgentsController_agentTickets']['parameters']['query']['part']>;

/** What people did, each number with its tickets. */
export function PeoplePage({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const query = room.compared;
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

const ahtOf = ({ handling }: Figures) => ({ value: handling.weightedMeanSeconds, n: handling.n });
const frtOf = ({ firstResponse }: Figures) => ({ value: firstResponse.p50Seconds, n: firstResponse.n });

/** How a length of time moved against the period before, and what it was. */
function movedOf(row: Row, read: (figures: Figures) => { value: number | null; n: number }, format: Format) {
  const before = row.previous && read(row.previous);
  return { change: compareDurations(read(row), before), before: wordSeconds(before?.value ?? null, format) };
}

function NCell({ n, to }: { n: number; to: string }) {
  const say = useTexts(managerTexts);
  const format = useFormat();
  return (
    <small>
      <Filled word={(values) => say('n', values)} slots={{ n: <Link to={to}>{format.number(n)}</Link> }} />
    </small>
  );
}

function PeopleTable({ rows, room }: { rows: Row[]; room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const format = useFormat();
  const ticketsOf = (row: Row, only?: Part): string =>
    room.linkTo('/tickets', { list: 'agent', of: row.id, only });
  const dayOf = (row: Row, day: string): string =>
    room.linkTo(
      '/tickets',
      { list: 'agent', of: row.id, only: 'handled' },
      { preset: null, from: day, to: day },
    );
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
      (row) => (
        <>
          <Link to={ticketsOf(row, 'handled')}>{format.number(row.handled)}</Link>
          <SmallChange
            change={compareAmounts(row.handled, row.previous?.handled ?? null, null)}
            before={row.previous && format.number(row.previous.handled)}
          />
        </>
      ),
    ),
    column(
      'perDay',
      (row) => row.throughput.perActiveDay,
      (row) => (
        <span className="per-day">
          <DayBars days={row.throughput.days} room={room} linkOf={(day) => dayOf(row, day)} />
          {row.throughput.perActiveDay === null ? (
            '–'
          ) : (
            <Link to={ticketsOf(row, 'active-days')}>{format.number(row.throughput.perActiveDay, 1)}</Link>
          )}
        </span>
      ),
    ),
    column(
      'aht',
      (row) => row.handling.weightedMeanSeconds,
      (row) => (
        <span className="rate">
          <Link to={ticketsOf(row, 'handled')}>{wordSeconds(row.handling.weightedMeanSeconds, format)}</Link>
          <NCell n={row.handling.n} to={ticketsOf(row, 'handled')} />
          <SmallChange {...movedOf(row, ahtOf, format)} />
        </span>
      ),
    ),
    column(
      'firstResponse',
      (row) => row.firstResponse.p50Seconds,
      (row) => (
        <span className="rate">
          <Link to={ticketsOf(row, 'replied')}>{wordSeconds(row.firstResponse.p50Seconds, format)}</Link>
          <NCell n={row.firstResponse.n} to={ticketsOf(row, 'replied')} />
          <SmallChange {...movedOf(row, frtOf, format)} />
        </span>
      ),
    ),
    column(
      'onTime',
      (row) => row.firstResponseOnTime.value,
      (row) => (
        <RateCell
          rate={row.firstResponseOnTime}
          to={ticketsOf(row, 'replied')}
          toCount={ticketsOf(row, 'on-time')}
        />
      ),
    ),
    column(
      'fcr',
      (row) => row.fcr.value,
      (row) => (
        <RateCell rate={row.fcr} to={ticketsOf(row, 'fcr')} toCount={ticketsOf(row, 'first-contact')} />
      ),
    ),
    column(
      'reopen',
      (row) => row.reopen.value,
      (row) => (
        <RateCell rate={row.reopen} to={ticketsOf(row, 'reopen')} toCount={ticketsOf(row, 'reopened')} />
      ),
    ),
    column(
      'escalations',
      (row) => row.escalations,
      (row) => <Link to={ticketsOf(row, 'escalated')}>{format.number(row.escalations)}</Link>,
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
