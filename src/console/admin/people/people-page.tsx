import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, Tag } from 'antd';
import { useDeferredValue } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client';
import type { Role } from '../../api/session';
import { useTexts } from '../../i18n/texts';
import { useSkillName } from '../../kit/common/skill-names';
import { useTeamName } from '../../kit/common/team-names';
import { AdminPage } from '../common/admin-page';
import { FindField } from '../common/find-field';
import { PagedTable } from '../common/paged-table';
import { NewPerson, PersonEditor } from './person-editor';
import { ROLES } from '../common/vocabulary';
import { adminTexts } from '../common/texts';
import { useTeams } from '../common/use-teams';
import filterStyles from '../common/filter.module.css';
import table from '../common/table.module.css';

type User = Schemas['UserDto'];
const PAGE = 50;

/** Everybody who may sign in; one of them, or a new one, is open beside the list. */
export function PeoplePage() {
  const say = useTexts(adminTexts);
  const { id } = useParams();
  const go = useNavigate();
  const [search] = useSearchParams();
  const at = (place: string): string => `/admin/people${place}?${search.toString()}`;
  const close = (): void => void go(at(''));
  return (
    <AdminPage
      title={say('people')}
      help={say('peopleHelp')}
      act={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void go(at('/new'))}>
          {say('newPerson')}
        </Button>
      }
    >
      <PeopleTable linkTo={(one) => at(`/${one}`)} />
      {id === 'new' && <NewPerson onClose={close} onCreated={(one) => void go(at(`/${one}`))} />}
      {id !== undefined && id !== 'new' && <PersonEditor key={id} id={id} onClose={close} />}
    </AdminPage>
  );
}

function PeopleTable({ linkTo }: { linkTo: (id: string) => string }) {
  const say = useTexts(adminTexts);
  const { filter, set } = useFilter();
  const q = useDeferredValue(filter.q.trim());
  const query = {
    limit: PAGE,
    ...(q === '' ? {} : { q }),
    ...(filter.team === '' ? {} : { team: filter.team }),
    ...(filter.role === undefined ? {} : { role: filter.role }),
    ...(filter.state === 'all' ? {} : { active: filter.state === 'active' }),
  };
  const people = useInfiniteQuery({
    queryKey: ['get', '/api/users', 'pages', query],
    queryFn: async ({ pageParam, signal }) => {
      const { data } = await api.GET('/api/users', {
        params: { query: pageParam === null ? query : { ...query, cursor: pageParam } },
        signal,
      });
      return data ?? { items: [], nextCursor: null };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PeopleFilter filter={filter} set={set} />
      <PagedTable
        list={people}
        columns={[say('name'), say('roles'), say('teamsOf'), say('skills'), say('state')]}
        empty={say('peopleEmpty')}
        more={say('more')}
        row={(user) => <PersonRow key={user.id} user={user} to={linkTo(user.id)} />}
      />
    </>
  );
}

function PersonRow({ user, to }: { user: User; to: string }) {
  const say = useTexts(adminTexts);
  const nameOf = useTeamName();
  const skillName = useSkillName();
  const go = useNavigate();
  return (
    <tr onClick={() => void go(to)}>
      <th scope="row">
        <Link to={to} onClick={(event) => event.stopPropagation()}>
          {user.name}
        </Link>
        <span className={table.sub}>{user.email}</span>
      </th>
      <td className={table.ours}>{user.roles.map((role) => say(`role_${role}`)).join(' · ')}</td>
      <td>
        {user.teams.length === 0 && <span className="is-soft">{say('noTeam')}</span>}
        {user.teams.map(({ team, tier }) => (
          <span key={team} className={table.part}>
            {nameOf(team)} <span className="is-soft">{say('tier', { tier })}</span>
          </span>
        ))}
      </td>
      <td>
        {user.skills.length === 0 ? (
          <span className="is-soft">{say('none')}</span>
        ) : (
          user.skills.map(skillName).join(' · ')
        )}
      </td>
      <td className={table.ours}>{user.active ? say('active') : <Tag>{say('inactive')}</Tag>}</td>
    </tr>
  );
}

interface Filter {
  q: string;
  team: string;
  role: Role | undefined;
  state: 'active' | 'inactive' | 'all';
}
type SetFilter = (name: keyof Filter, value: string) => void;

function PeopleFilter({ filter, set }: { filter: Filter; set: SetFilter }) {
  const say = useTexts(adminTexts);
  const teams = useTeams();
  return (
    <div className={filterStyles.filter} role="search">
      <FindField value={filter.q} onChange={(words) => set('q', words)} />
      <Select
        aria-label={say('teams')}
        value={filter.team}
        onChange={(value) => set('team', value)}
        options={[
          { value: '', label: say('anyTeam') },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select<string>
        aria-label={say('roles')}
        value={filter.role ?? ''}
        onChange={(value) => set('role', value)}
        options={[
          { value: '', label: say('anyRole') },
          ...ROLES.map((role) => ({ value: role, label: say(`role_${role}`) })),
        ]}
      />
      <Select<string>
        aria-label={say('state')}
        value={filter.state}
        onChange={(value) => set('state', value === 'active' ? '' : value)}
        options={[
          { value: 'active', label: say('activeOnly') },
          { value: 'inactive', label: say('inactiveOnly') },
          { value: 'all', label: say('everybody') },
        ]}
      />
    </div>
  );
}

/** Who is listed, kept in the address. */
function useFilter(): { filter: Filter; set: SetFilter } {
  const [search, setSearch] = useSearchParams();
  const set: SetFilter = (name, value) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const state = search.get('state');
  const filter: Filter = {
    q: search.get('q') ?? '',
    team: search.get('team') ?? '',
    role: ROLES.find((role) => role === search.get('role')),
    state: state === 'inactive' || state === 'all' ? state : 'active',
  };
  return { filter, set };
}
