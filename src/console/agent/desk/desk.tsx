import {
  PlusOutlined,
  QuestionCircleOutlined,
  RightCircleOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { NavLink, useMatch } from 'react-router';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import type { Schemas } from '../../api/client';
import { useDesk, type HeldTicket } from '../common/lease-keeper';
import { agentTexts } from '../common/texts';
import { useSkillName } from '../../kit/common/skill-names';
import { useTeamName } from '../../kit/common/team-names';
import { NextClock } from '../common/ticket-clock';
import { TicketMarks } from '../common/ticket-marks';
import { OutsideName } from '../../kit/common/outside-name';
import { classes } from '../../kit/common/classes';
import styles from './desk.module.css';
import small from '../common/small.module.css';

/** What the agent has in hand and what waits: the way from ticket to ticket. */
export function Desk(props: { onNext: () => void; onKeys: () => void; isTaking: boolean }) {
  const { onNext, onKeys, isTaking } = props;
  const say = useTexts(agentTexts);
  const desk = useDesk();
  // A ticket and a form have a first act of their own, and there is one such button on a page.
  const isAtList = useMatch('/agent') !== null;
  return (
    <aside className={styles.desk} aria-label={say('desk')}>
      <Tooltip title={say('nextHelp')} placement="right" mouseEnterDelay={0.6}>
        <Button
          type={isAtList ? 'primary' : 'default'}
          size="large"
          className={small.next}
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
      <nav className={styles.links} aria-label={say('all')}>
        <NavLink to="/agent" end className={styles.link}>
          <UnorderedListOutlined aria-hidden /> {say('all')} <kbd aria-hidden>/</kbd>
        </NavLink>
        <NavLink to="/agent/new" className={styles.link}>
          <PlusOutlined aria-hidden /> {say('newTicket')} <kbd aria-hidden>O</kbd>
        </NavLink>
        <button type="button" className={styles.link} aria-keyshortcuts="?" onClick={onKeys}>
          <QuestionCircleOutlined aria-hidden /> {say('keys')} <kbd aria-hidden>?</kbd>
        </button>
      </nav>
    </aside>
  );
}

function Mine({ held }: { held: HeldTicket[] }) {
  const say = useTexts(agentTexts);
  return (
    <section className={styles.part} aria-labelledby="desk-mine">
      <h2 id="desk-mine">
        {say('mine')} <span className={small.count}>{held.length}</span>
      </h2>
      {held.length === 0 && <p className={styles.empty}>{say('mineEmpty')}</p>}
      <ul className={styles.list}>
        {held.map(({ ticket }) => (
          <li key={ticket.id}>
            <NavLink to={`/agent/tickets/${ticket.id}`} className={styles.ticket} data-testid="desk-ticket">
              <span className={styles.ticketSubject}>{ticket.subject}</span>
              <span className={styles.ticketLine}>
                <span className={styles.ticketStep}>{ticket.stepTitles.join(' / ')}</span>
                <TicketMarks ticket={ticket} />
              </span>
              <span className={styles.ticketLine}>
                <span className={styles.ticketStep}>
                  <OutsideName name={ticket.customer.name} />
                </span>
                <NextClock ticket={ticket} />
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
  const skillName = useSkillName();
  return (
    <section className={classes(styles.part, styles.lanes)} aria-labelledby="desk-lanes">
      <h2 id="desk-lanes">
        {say('lanes')}{' '}
        <span className={small.count}>{lanes.reduce((sum, { waiting }) => sum + waiting, 0)}</span>
      </h2>
      {lanes.length === 0 && <p className={styles.empty}>{say('lanesEmpty')}</p>}
      <ul className={styles.list}>
        {lanes.map(({ team, tier, skills, waiting, firstDueAt }) => (
          <li key={`${team} ${tier} ${skills.join(' ')}`} className={styles.lane}>
            <span>
              {teamName(team)} · {say('tier', { tier })}
              {skills.length > 0 && (
                <span className={styles.laneSkills}> {skills.map(skillName).join(' · ')}</span>
              )}
            </span>
            <strong>{say('waiting', { count: waiting })}</strong>
            <span className={styles.laneDue}>{say('firstDue', { time: format.time(firstDueAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
