import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useSkillName } from '../../kit/common/skill-names';
import { AdminPage } from '../common/admin-page';
import { PagedTable } from '../common/paged-table';
import { RecordDetails } from './record-details';
import { RecordFilter, readRecordFilter, toRecordQuery } from './record-filter';
import { adminTexts } from '../common/texts';
import { recordTexts } from './texts-record';
import styles from './record.module.css';

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
  return (
    <AdminPage title={sayAdmin('record')} help={say('recordHelp')}>
      <RecordFilter filter={filter} set={(next) => setSearch(next, { replace: true })} />
      <PagedTable
        list={rows}
        className={styles.record}
        columns={[say('when'), say('who'), say('what'), say('about'), say('details')]}
        empty={say('empty')}
        more={say('more')}
        row={(row) => <RecordRow key={row.seq} row={row} />}
      />
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

/** Parts of the program that do something by themselves. */
const PROGRAM_PARTS = ['cli', 'demo', 'environment', 'files'] as const;

function Who({ actor: { kind, id, name } }: { actor: Row['actor'] }) {
  const say = useTexts(recordTexts);
  if (kind === 'agent') return name ?? say('actor_gone');
  if (kind === 'system') {
    const known = PROGRAM_PARTS.find((part) => part === id);
    return known === undefined ? say('actor_system', { id: id ?? '' }) : say(`actor_${known}`);
  }
  return kind === 'database' ? say('actor_database') : say('actor_anonymous');
}

function About({ row: { about, tickets } }: { row: Row }) {
  const say = useTexts(recordTexts);
  const skillName = useSkillName();
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
  if (about.kind === 'skill') return <Link to={`/admin/skills/${id}`}>{skillName(about.id)}</Link>;
  return <code>{about.id}</code>;
}
