import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router';
import { useTexts } from '../i18n/texts';
import { FaultWall } from '../kit/fault-wall';
import { BottlenecksPage } from './bottlenecks-page';
import { CopyLink } from './copy-link';
import { FilterBar } from './filter-bar';
import './manager.css';
import { OverviewPage } from './overview-page';
import { PeoplePage } from './people-page';
import { StepsPage } from './steps-page';
import { StoryPage } from './story-page';
import { managerTexts } from './texts';
import { TicketsPage } from './tickets-page';
import { useFilters } from './use-filters';

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
  const isStory = /^\/manager\/tickets\/./.test(pathname);
  return (
    <div className="manager">
      <div className="manager-head">
        <nav className="manager-pages" aria-label={say('pages')}>
          {pages.map(({ path, name }) => (
            <NavLink key={name} to={room.linkTo(path)} end={path === ''} className="manager-page">
              {say(name)}
            </NavLink>
          ))}
        </nav>
        <CopyLink room={room} />
        {!isStory && <FilterBar room={room} />}
      </div>
      <div className="manager-body">
        <FaultWall key={pathname} name="manager">
          <Routes>
            <Route index element={<OverviewPage room={room} />} />
            <Route path="steps" element={<StepsPage room={room} />} />
            <Route path="bottlenecks" element={<BottlenecksPage room={room} />} />
            <Route path="people" element={<PeoplePage room={room} />} />
            <Route path="tickets" element={<TicketsPage room={room} />} />
            <Route path="tickets/:id" element={<StoryPage room={room} />} />
            <Route path="*" element={<Navigate to="/manager" replace />} />
          </Routes>
        </FaultWall>
      </div>
    </div>
  );
}
