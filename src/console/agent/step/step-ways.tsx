import {
  FlagOutlined,
  HourglassOutlined,
  LoadingOutlined,
  LockOutlined,
  RightOutlined,
  RiseOutlined,
  RobotOutlined,
} from '@ant-design/icons';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useTexts } from '../../i18n/texts';
import { useIsLate } from '../../kit/common/late';
import { stepTexts } from '../common/texts-step';
import type { GuideAction } from '../common/ticket-cache';
import ways from '../../kit/ways.module.css';
import styles from './step-ways.module.css';

interface Props {
  actions: GuideAction[];
  firstNo: number;
  /** Stays in sight at the bottom while the step is scrolled. */
  isSticky: boolean;
  sending: GuideAction | null;
  /** Id of what says why all of them are closed: the step is somebody else's. */
  closedBy: string | null;
  /** What choosing one of them means beside what it does. */
  note: string | null;
  onChoose: (action: GuideAction) => void;
}

/** The ways out of a step as buttons; closed ones say why and can be reached all the same. */
export function Ways(props: Props) {
  const { actions, firstNo, isSticky, sending, closedBy, note, onChoose } = props;
  const say = useTexts(stepTexts);
  const isLate = useIsLate(sending !== null);
  const open = actions.filter((action) => action.enabled);
  const closed = actions.filter((action) => !action.enabled);
  const noOf = (action: GuideAction): number => firstNo + actions.indexOf(action);
  const box = useRef<HTMLDivElement>(null);
  useRoomBelow(box, isSticky && closedBy === null);
  if (closedBy !== null) return <AllClosed actions={actions} closedBy={closedBy} />;
  return (
    <div
      ref={box}
      className={styles.ways}
      data-testid="ways"
      role="group"
      aria-label={say('waysOut')}
      data-sticky={isSticky}
    >
      {note !== null && open.length > 0 && (
        <p className={styles.note} data-testid="ways-note">
          {note}
        </p>
      )}
      <div className={ways.open} data-testid="ways-open">
        {open.map((action) => (
          <button
            key={`${action.step} ${action.event}`}
            type="button"
            className={ways.way}
            data-testid="way"
            data-tone={action.tone}
            aria-disabled={sending !== null}
            aria-keyshortcuts={noOf(action) <= 9 ? `${noOf(action)} Alt+${noOf(action)}` : undefined}
            onClick={() => onChoose(action)}
          >
            <span className={ways.title}>
              {noOf(action) <= 9 && <kbd aria-hidden>{noOf(action)}</kbd>}
              {action.title}
              {isLate && sending?.event === action.event && sending.step === action.step && (
                <LoadingOutlined aria-label={say('sendingLong')} />
              )}
            </span>
            <Lead action={action} />
          </button>
        ))}
      </div>
      {closed.length > 0 && (
        <ul className={styles.closedOnes}>
          {closed.map((action) => (
            <ClosedWay key={`${action.step} ${action.event}`} action={action} no={noOf(action)} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is scrolled to ends above what stays in sight at the bottom: no field that has the focus lies under it. */
function useRoomBelow(box: RefObject<HTMLDivElement | null>, stays: boolean): void {
  useEffect(() => {
    const below = box.current;
    const room = below?.closest<HTMLElement>('[data-scrolls]');
    if (!stays || !below || !room) return;
    const watch = new ResizeObserver(() => {
      room.style.scrollPaddingBottom = `${String(below.offsetHeight)}px`;
    });
    watch.observe(below);
    return () => {
      watch.disconnect();
      room.style.scrollPaddingBottom = '';
    };
  }, [box, stays]);
}

/** The ways out of a step that is somebody else's: what they could do there, for one reason that is said above. */
function AllClosed({ actions, closedBy }: { actions: GuideAction[]; closedBy: string }) {
  const say = useTexts(stepTexts);
  return (
    <div className={styles.ways} data-testid="ways" role="group" aria-label={say('waysOut')}>
      <ul className={styles.foreign} data-testid="ways-foreign">
        {actions.map(({ step, event, title }) => (
          <li key={`${step} ${event}`} aria-describedby={closedBy}>
            <LockOutlined aria-label={say('closed')} /> {title}
          </li>
        ))}
      </ul>
    </div>
  );
}

function idOfWay({ step, event }: GuideAction): string {
  return `way-${step}-${event}`;
}

/** A closed way says why it is closed as soon as it has the focus. */
export function focusClosedWay(action: GuideAction): void {
  document.getElementById(idOfWay(action))?.focus();
}

function ClosedWay({ action, no }: { action: GuideAction; no: number }) {
  const say = useTexts(stepTexts);
  const id = idOfWay(action);
  return (
    <li className={styles.closedOne}>
      <button
        id={id}
        type="button"
        aria-disabled
        aria-describedby={`${id}-why`}
        className={styles.closedTitle}
      >
        <LockOutlined aria-label={say('closed')} /> {no <= 9 && <kbd aria-hidden>{no}</kbd>} {action.title}
      </button>
      <span id={`${id}-why`}>{action.why ?? say('closedUnsaid')}</span>
    </li>
  );
}

/** What comes after it. */
function Lead({ action }: { action: GuideAction }) {
  const say = useTexts(stepTexts);
  const { to, ends } = action;
  const [first] = to;
  const draw = (icon: ReactNode, text: string): ReactNode => (
    <span className={ways.lead} title={to.map(({ title }) => title).join(' / ') || undefined}>
      {icon} {text}
    </span>
  );
  if (action.event === 'ESCALATE' && first === undefined)
    return draw(<RiseOutlined aria-hidden />, say('toHigherTier'));
  if (first === undefined) {
    return ends
      ? draw(<FlagOutlined aria-hidden />, say('endsTicket'))
      : draw(<RightOutlined aria-hidden />, say('stays'));
  }
  const name = to.map(({ title }) => title).join(' / ');
  if (first.kind === 'waits-for-customer') return draw(<HourglassOutlined aria-hidden />, name);
  if (first.kind === 'automatic') return draw(<RobotOutlined aria-hidden />, name);
  return draw(<RightOutlined aria-hidden />, name);
}
