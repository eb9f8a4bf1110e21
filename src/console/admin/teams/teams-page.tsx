import { PlusOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { $api } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { AdminPage } from '../common/admin-page';
import { hoursOfWeek, readCalendar } from './calendar';
import { NewTeam, TeamEditor } from './team-editor';
import { adminTexts } from '../common/texts';
import { calendarTexts } from './texts-calendar';
import { classes } from '../../kit/common/classes';
import styles from '../common/table.module.css';

/** The teams: their names, hours and members. */
export function TeamsPage() {
  const say = useTexts(adminTexts);
  const sayCalendar = useTexts(calendarTexts);
  const lang = useLang();
  const format = useFormat();
  const go = useNavigate();
  const { id } = useParams();
  const teams = $api.useQuery('get', '/api/teams');
  const close = (): void => void go('/admin/teams');
  return (
    <AdminPage
      title={say('teams')}
      help={say('teamsHelp')}
      act={
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => void go('/admin/teams/new')}
        >
          {say('newTeam')}
        </Button>
      }
    >
      {teams.error && <ProblemNotice error={teams.error} onRetry={() => void teams.refetch()} />}
      {teams.isPending && <Waiting rows={6} />}
      {teams.data?.items.length === 0 && <p className={styles.empty}>{sayCalendar('teamsEmpty')}</p>}
      {teams.data && teams.data.items.length > 0 && (
        <table className={styles.table} data-testid="admin-table">
          <thead>
            <tr>
              <th scope="col">{sayCalendar('team')}</th>
              <th scope="col" className={styles.number}>
                {sayCalendar('tiers')}
              </th>
              <th scope="col">{sayCalendar('hours')}</th>
              <th scope="col">{sayCalendar('timeZone')}</th>
              <th scope="col">{sayCalendar('warnings')}</th>
              <th scope="col">{sayCalendar('members')}</th>
            </tr>
          </thead>
          <tbody>
            {teams.data.items.map((team) => {
              const calendar = readCalendar(team.calendar);
              const hours = calendar && format.number(hoursOfWeek(calendar), 1);
              return (
                <tr key={team.id} onClick={() => void go(`/admin/teams/${team.id}`)}>
                  <th scope="row">
                    <Link to={`/admin/teams/${team.id}`} onClick={(event) => event.stopPropagation()}>
                      {team.title[lang]}
                    </Link>{' '}
                    {team.specialist && <Tag>{sayCalendar('specialist')}</Tag>}
                    <code className={styles.sub}>{team.id}</code>
                  </th>
                  <td className={styles.number}>{team.tiers}</td>
                  <td>{hours === null ? sayCalendar('openAlways') : sayCalendar('weekHours', { hours })}</td>
                  <td>{calendar?.timeZone ?? '–'}</td>
                  <td>
                    {team.warnings.map((warning) => (
                      <span key={warning.en} className={classes('is-warn', styles.part)}>
                        <WarningFilled aria-hidden /> {warning[lang]}
                      </span>
                    ))}
                    {team.warnings.length === 0 && <span className="is-soft">{say('none')}</span>}
                  </td>
                  <td>
                    <Link to={`/admin/people?team=${team.id}`} onClick={(event) => event.stopPropagation()}>
                      {sayCalendar('peopleOfTeam')}
                    </Link>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {id === 'new' && teams.data && (
        <NewTeam
          tiers={teams.data.usualTiers}
          mostTiers={teams.data.mostTiers}
          onClose={close}
          onCreated={(one) => void go(`/admin/teams/${one}`)}
        />
      )}
      {id !== undefined && id !== 'new' && <TeamEditor key={id} id={id} onClose={close} />}
    </AdminPage>
  );
}
