import { Navigate, NavLink, Route, Routes } from 'react-router';
import { useTexts } from '../i18n/texts';
import { ConnectionsPage } from './connections/connections-page';
import { PeoplePage } from './people/people-page';
import { RecordPage } from './record/record-page';
import { SkillsPage } from './people/skills-page';
import { TeamsPage } from './teams/teams-page';
import { adminTexts } from './common/texts';
import styles from './workspace.module.css';

const PAGES = ['people', 'teams', 'skills', 'connections', 'record'] as const;

/** People, teams, skills, connections and the record: who works here, when, with which other systems, and who did what. */
export default function Workspace() {
  const say = useTexts(adminTexts);
  return (
    <div className={styles.admin}>
      <nav className={styles.nav} aria-label={say('settings')}>
        {PAGES.map((page) => (
          <NavLink key={page} to={`/admin/${page}`}>
            {say(page)}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route path="people/:id?" element={<PeoplePage />} />
        <Route path="teams/:id?" element={<TeamsPage />} />
        <Route path="skills/:skill?" element={<SkillsPage />} />
        <Route path="connections" element={<ConnectionsPage />} />
        <Route path="record" element={<RecordPage />} />
        <Route path="*" element={<Navigate to="/admin/people" replace />} />
      </Routes>
    </div>
  );
}
