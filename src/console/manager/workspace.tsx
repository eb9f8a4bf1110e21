import { lazy, Suspense } from 'react';
import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/common/late';
import { FaultWall } from '../kit/problems/fault-wall';
import { BottlenecksPage } from './bottlenecks/bottlenecks-page';
import { CopyLink } from './common/copy-link';
import { FilterBar } from './common/filter-bar';
import { OverviewPage } from './overview/overview-page';
import { PeoplePage } from './people/people-page';
import { StepsPage } from './steps/steps-page';
import { StoryPage } from './tickets/story-page';
import { managerTexts } from './common/texts';
import { TicketsPage } from './tickets/tickets-page';
import { useFilters } from './common/use-filters';
import styles from './workspace.module.css';

const DefinitionsPage = lazy(() => import('./definitions/definitions-page'));

const pages = [
  { path: '', name: 'overview' },
  { path: '/steps', name: 'steps' },
  { path: '/bottlenecks', name: 'bottlenecks' },
  { path: '/people', name: 'people' },
] as const;

/** The manager's day: what the figures say, where the time goes, and the tickets behind every number. */
export default function Workspace() {
  const say = useTexts(managerTexts);
  const room = useFilters();
  const { pathname } = useLocation();
  const hasFilters = !/^\/manager\/(?:tickets\/.|definitions)/.test(pathname);
  return (
    <div className={styles.manager}>
      <div className={styles.head}>
        <nav className={styles.pages} aria-label={say('pages')}>
          {pages.map(({ path, name }) => (
            <NavLink key={name} to={room.linkTo(path)} end={path === ''} className={styles.page}>
              {say(name)}
            </NavLink>
          ))}
        </nav>
        <CopyLink room={room} />
        {hasFilters && <FilterBar room={room} />}
      </div>
      <div className={styles.body}>
        <FaultWall key={pathname} name="manager">
          <Routes>
            <Route index element={<OverviewPage room={room} />} />
            <Route path="steps" element={<StepsPage room={room} />} />
            <Route path="bottlenecks" element={<BottlenecksPage room={room} />} />
            <Route path="people" element={<PeoplePage room={room} />} />
            <Route path="tickets" element={<TicketsPage room={room} />} />
            <Route path="tickets/:id" element={<StoryPage room={room} />} />
            <Route
              path="definitions"
              element={
                <Suspense fallback={<Waiting rows={12} />}>
                  <DefinitionsPage />
                </Suspense>
              }
            />
            <Route path="*" element={<Navigate to="/manager" replace />} />
          </Routes>
        </FaultWall>
      </div>
    </div>
  );
}
