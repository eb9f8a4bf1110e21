import {
  PlusOutlined,
  QuestionCircleOutlined,
  RightCircleOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { NavLink } from 'react-router';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Countdown } from '../../kit/countdown';
import { Waiting } from '../../kit/late';
import { ProblemNotice } from '../../kit/problem-notice';
import type { Schemas } from '../../api/client';
import { useDesk, type HeldTicket } from '../common/lease-keeper';
import { agentTexts } from '../common/texts';
import { useTeamName } from '../../kit/team-names';
import { TicketMarks } from '../common/ticket-marks';
import { OutsideName } from '../../kit/outside-name';

/** What the agent has in hand and what waits: the way from ticket to ticket. */
export function Desk(props: { onNext: () => void; onKeys: () => void; isTaking: boolean }) {
  const { onNext, onKeys, isTaking } = props;
  const say = useTexts(agentTexts);
  const desk = useDesk();
  return (
    <aside className="desk" aria-label={say('desk')}>
      <Tooltip title={say('nextHelp')} placement="right" mouseEnterDelay={0.6}>
        <Button
          type="primary"
          size="large"
          className="desk-next"
          icon={<RightCircleOutlined aria-hidden />}
          aria-keyshortcuts="n"
          loading={isTaking && { delay: 200 }}
          onClick={onNext}
        >
          {say('next')} <kbd aria-hidden>N</kbd>
        </Button>
      </Tooltip>
      {desk.data ? (
        <>
          <Mine held={desk.data.held} />
          <Lanes lanes={desk.data.lanes} />
        </>
      ) : desk.error ? (
        <ProblemNotice error={desk.error} onRetry={() => void desk.refetch()} />
      ) : (
        <Waiting rows={6} />
      )}
      <nav className="desk-links" aria-label={say('all')}>
        <NavLink to="/agent" end className="desk-link">
          <UnorderedListOutlined aria-hidden /> {say('all')} <kbd aria-hidden>/</kbd>
        </NavLink>
        <NavLink to="/agent/new" className="desk-link">
          <PlusOutlined aria-hidden /> {say('newTicket')} <kbd aria-hidden>O</kbd>
        </NavLink>
        <button type="button" className="desk-link" aria-keyshortcuts="?" onClick={onKeys}>
          <QuestionCircleOutlined aria-hidden /> {say('keys')} <kbd aria-hidden>?</kbd>
        </button>
      </nav>
    </aside>
  );
}

function Mine({ held }: { held: HeldTicket[] }) {
  const say = useTexts(agentTexts);
  return (
    <section className="desk-part" aria-labelledby="desk-mine">
      <h2 id="desk-mine">
        {say('mine')} <span className="desk-count">{held.length}</span>
      </h2>
      {held.length === 0 && <p className="desk-empty">{say('mineEmpty')}</p>}
      <ul className="desk-list">
        {held.map(({ ticket }) => (
          <li key={ticket.id}>
            <NavLink to={`/agent/tickets/${ticket.id}`} className="desk-ticket">
              <span className="desk-ticket-subject">{ticket.subject}</span>
              <span className="desk-ticket-line">
                <span className="desk-ticket-step">{ticket.stepTitles.join(' / ')}</span>
                <TicketMarks ticket={ticket} />
              </span>
              <span className="desk-ticket-line">
                <span className="desk-ticket-step">
                  <OutsideName name={ticket.customer.name} />
                </span>
                {ticket.dueAt !== null && <Countdown to={ticket.dueAt} help={say('dueHelp')} />}
              </span>
            </NavLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lanes({ lanes }: { lanes: Schemas['LaneWaiting'][] }) {
  const say = useTexts(agentTexts);
  const format = useFormat();
  const teamName = useTeamName();
  return (
    <section className="desk-part desk-lanes" aria-labelledby="desk-lanes">
      <h2 id="desk-lanes">
        {say('lanes')}{' '}
        <span className="desk-count">{lanes.reduce((sum, { waiting }) => sum + waiting, 0)}</span>
      </h2>
      {lanes.length === 0 && <p className="desk-empty">{say('lanesEmpty')}</p>}
      <ul className="desk-list">
        {lanes.map(({ team, tier, skills, waiting, firstDueAt }) => (
          <li key={`${team} ${tier} ${skills.join(' ')}`} className="desk-lane">
            <span className="desk-lane-name">
              {teamName(team)} · {say('tier', { tier })}
              {skills.length > 0 && <span className="desk-lane-skills"> {skills.join(' · ')}</span>}
            </span>
            <strong>{say('waiting', { count: waiting })}</strong>
            <span className="desk-lane-due">{say('firstDue', { time: format.time(firstDueAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
