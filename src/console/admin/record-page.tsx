import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../api/client';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { AdminPage } from './admin-page';
import { RecordDetails } from './record-details';
import { RecordFilter, readRecordFilter, toRecordQuery } from './record-filter';
import { adminTexts } from './texts';
import { recordTexts } from './texts-record';

type Row = Schemas['AuditRowDto'];
const PAGE = 50;

/** Who did what, for those who answer for the installation. The link of the page keeps what is looked for. */
export function RecordPage() {
  const say = useTexts(recordTexts);
  const sayAdmin = useTexts(adminTexts);
  const [search, setSearch] = useSearchParams();
  const filter = readRecordFilter(search);
  const query = { limit: PAGE, ...toRecordQuery(filter) };
  const rows = useInfiniteQuery({
    queryKey: ['get', '/api/audit', 'pages', query],
    queryFn: async ({ pageParam, signal }) => {
      const { data } = await api.GET('/api/audit', {
        params: { query: pageParam === null ? query : { ...query, cursor: pageParam } },
        signal,
      });
      return data ?? { items: [], nextCursor: null };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    // To look is recorded too: only when somebody looks.
    refetchOnWindowFocus: false,
  });
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <AdminPage title={sayAdmin('record')} help={say('recordHelp')}>
      <RecordFilter filter={filter} set={(next) => setSearch(next, { replace: true })} />
      {rows.error && <ProblemNotice error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.isPending && <Waiting rows={10} />}
      {rows.data && items.length === 0 && <p className="admin-empty">{say('empty')}</p>}
      {items.length > 0 && (
        <table className="admin-table admin-record">
          <thead>
            <tr>
              <th scope="col">{say('when')}</th>
              <th scope="col">{say('who')}</th>
              <th scope="col">{say('what')}</th>
              <th scope="col">{say('about')}</th>
              <th scope="col">{say('details')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <RecordRow key={row.seq} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {items.length > 0 && (
        <p className="admin-more">
          <span className="is-soft">{say('shown', { count: items.length })}</span>
          {rows.hasNextPage && (
            <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
              {say('more')}
            </Button>
          )}
        </p>
      )}
    </AdminPage>
  );
}

function RecordRow({ row }: { row: Row }) {
  const say = useTexts(recordTexts);
  const format = useFormat();
  return (
    <tr>
      <td className="is-soft">{format.dateTime(row.at)}</td>
      <th scope="row">
        <Who actor={row.actor} />
      </th>
      <td>
        {row.title} {row.outcome === 'refused' && <Tag color="error">{say('refused')}</Tag>}
      </td>
      <td>
        <About row={row} />
      </td>
      <td>
        <RecordDetails row={row} />
      </td>
    </tr>
  );
}

function Who({ actor: { kind, id, name } }: { actor: Row['actor'] }) {
  const say = useTexts(recordTexts);
  if (kind === 'agent') return name ?? say('actor_gone');
  if (kind === 'system') return say('actor_system', { id: id ?? '' });
  return kind === 'database' ? say('actor_database') : say('actor_anonymous');
}

function About({ row: { about, tickets } }: { row: Row }) {
  const say = useTexts(recordTexts);
  const [first] = tickets;
  if (first !== undefined) {
    if (tickets.length > 1) return say('tickets', { count: tickets.length });
    return <Link to={`/agent/tickets/${encodeURIComponent(first)}`}>{say('ticket', { id: first })}</Link>;
  }
  if (about === null) return null;
  const id = encodeURIComponent(about.id);
  if (about.kind === 'person') return <Link to={`/admin/people/${id}`}>{say('about_person')}</Link>;
  if (about.kind === 'team')
    return <Link to={`/admin/teams/${id}`}>{say('about_team', { id: about.id })}</Link>;
  return <code>{about.id}</code>;
}
