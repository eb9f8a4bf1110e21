import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { hasRole, useMe } from '../api/session';
import type { Schemas } from '../api/client';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { useNow } from '../kit/common/now';
import { useSkillName } from '../kit/common/skill-names';
import { useTeamName } from '../kit/common/team-names';
import { AssignDialog } from './assign-dialog';
import type { Board, BoardPerson } from './lanes';
import { Presence } from './people-list';
import { TakeOverDialog } from './take-over-dialog';
import { leadTexts } from './texts';
import { TimeLeft } from './time-left';
import { useMayAct } from './use-board';
import { useFocusBack } from '../kit/use-focus-back';
import boardHalf from './board-half.module.css';
import drawer from './drawer.module.css';
import peopleList from './people-list.module.css';

type Held = Schemas['BoardHeld'];

/** One person: what they hold, since when, and the ways to lighten it. */
export function PersonDrawer({ id, board, onClose }: { id: string; board: Board; onClose: () => void }) {
  useFocusBack();
  const say = useTexts(leadTexts);
  const format = useFormat();
  const me = useMe();
  const teamName = useTeamName();
  const skillName = useSkillName();
  const [act, setAct] = useState<{ what: 'assign' | 'take-over'; held: Held } | null>(null);
  const person = board.people.find((one) => one.id === id);
  const end = (): void => setAct(null);
  return (
    <Drawer
      open
      size={620}
      title={person?.name ?? say('people')}
      onClose={onClose}
      rootClassName={drawer.drawer}
      extra={person && hasRole(me) && <Link to={`/admin/people/${id}`}>{say('settings')}</Link>}
    >
      {!person && <p className={boardHalf.empty}>{say('personGone')}</p>}
      {person && (
        <>
          <dl className={peopleList.personFacts}>
            <dt>{say('doing')}</dt>
            <dd>
              <Presence person={person} />
            </dd>
            <dt>{say('teamsOf')}</dt>
            <dd>
              {person.teams
                .map(({ team, tier }) => `${teamName(team)} (${say('tier', { tier })})`)
                .join(say('and'))}
            </dd>
            <dt>{say('skills')}</dt>
            <dd>{person.skills.length === 0 ? say('noSkills') : person.skills.map(skillName).join(' · ')}</dd>
            <dt>{say('resolvedToday')}</dt>
            <dd>{format.number(person.resolvedToday)}</dd>
          </dl>
          <h2>{say('inHandTitle')}</h2>
          {person.held.length === 0 && <p className={boardHalf.empty}>{say('holdsNothingLong')}</p>}
          <ul className={drawer.tickets} data-testid="drawer-tickets">
            {person.held.map((held) => (
              <HeldTicket
                key={`${held.ticketId} ${held.step}`}
                held={held}
                teams={person.teams.map(({ team }) => team)}
                isMine={person.id === me.id}
                onAct={(what) => setAct({ what, held })}
              />
            ))}
          </ul>
          {act && <Act act={act} board={board} person={person} onEnd={end} />}
        </>
      )}
    </Drawer>
  );
}

interface ActProps {
  act: { what: 'assign' | 'take-over'; held: Held };
  board: Board;
  person: BoardPerson;
  onEnd: () => void;
}

function Act({ act, board, person, onEnd }: ActProps) {
  const { ticketId, subject, step } = act.held;
  if (act.what === 'take-over')
    return <TakeOverDialog {...{ ticketId, subject, step }} holder={person.name} onClose={onEnd} />;
  return (
    <AssignDialog
      ticketId={ticketId}
      subject={subject}
      people={board.people}
      holder={person.id}
      isMeant={(one) => one.step === step}
      onClose={onEnd}
    />
  );
}

interface HeldProps {
  held: Held;
  /** Where its holder works. */
  teams: string[];
  isMine: boolean;
  onAct: (what: 'assign' | 'take-over') => void;
}

function HeldTicket({ held, teams, isMine, onAct }: HeldProps) {
  const say = useTexts(leadTexts);
  const format = useFormat();
  const now = useNow();
  const may = useMayAct(teams);
  const id = held.ticketId;
  const lease = Date.parse(held.leaseExpiresAt) - now;
  return (
    <li>
      <div className={drawer.ticket}>
        <span className={drawer.subject} data-testid="drawer-subject">
          {may.open ? <Link to={`/agent/tickets/${id}`}>#{id}</Link> : `#${id}`} {held.subject}
        </span>
        <span className={drawer.about} data-testid="drawer-about">
          {held.stepTitle} · {say('heldSince', { time: format.duration(now - Date.parse(held.heldSince)) })}
        </span>
        <span className={drawer.about} data-testid="drawer-about">
          <TimeLeft to={held.dueAt} />
          <span className={peopleList.heldLease}>
            {lease > 0 ? say('leaseEnds', { time: format.clock(lease) }) : say('leaseOver')}
          </span>
        </span>
      </div>
      <div className={drawer.acts}>
        {may.lead && (
          <Button size="small" aria-label={say('reassignNamed', { id })} onClick={() => onAct('assign')}>
            {say('reassign')}
          </Button>
        )}
        {may.lead && !isMine && (
          <Button size="small" aria-label={say('takeOverNamed', { id })} onClick={() => onAct('take-over')}>
            {say('takeOver')}
          </Button>
        )}
      </div>
    </li>
  );
}
