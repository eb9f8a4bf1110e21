import {
  FlagOutlined,
  HourglassOutlined,
  LockOutlined,
  RightOutlined,
  RobotOutlined,
} from '@ant-design/icons';
import { useTexts } from '../../i18n/texts';
import type { GuideAction } from './walk';
import { walkTexts } from './texts-walk';
import ways from '../../kit/ways.module.css';
import styles from './walk-ways.module.css';

interface Props {
  actions: GuideAction[];
  firstNo: number;
  isBusy: boolean;
  onChoose: (action: GuideAction) => void;
}

/** The ways out of a step as buttons; those that are closed say why and can be reached all the same. */
export function WalkWays({ actions, firstNo, isBusy, onChoose }: Props) {
  const say = useTexts(walkTexts);
  const noOf = (action: GuideAction): string => {
    const no = firstNo + actions.indexOf(action);
    return no <= 9 ? String(no) : '';
  };
  const closed = actions.filter(({ enabled }) => !enabled);
  return (
    <div className={styles.ways} role="group" aria-label={say('waysOut')}>
      <div className={ways.open}>
        {actions
          .filter(({ enabled }) => enabled)
          .map((action) => (
            <button
              key={`${action.step} ${action.event}`}
              type="button"
              className={ways.way}
              data-tone={action.tone}
              aria-disabled={isBusy}
              aria-keyshortcuts={noOf(action) || undefined}
              onClick={() => onChoose(action)}
            >
              <span className={ways.title}>
                {noOf(action) !== '' && <kbd aria-hidden>{noOf(action)}</kbd>}
                {action.title}
              </span>
              <Lead action={action} />
            </button>
          ))}
      </div>
      {closed.length > 0 && (
        <ul className={styles.closed}>
          {closed.map((action) => {
            const id = `walk-way-${action.step}-${action.event}`;
            return (
              <li key={id}>
                <button id={id} type="button" aria-disabled aria-describedby={`${id}-why`}>
                  <LockOutlined aria-label={say('closed')} />{' '}
                  {noOf(action) !== '' && <kbd aria-hidden>{noOf(action)}</kbd>} {action.title}
                </button>
                <span id={`${id}-why`}>{action.why ?? say('closedUnsaid')}</span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** What comes after it. */
function Lead({ action: { to, ends } }: { action: GuideAction }) {
  const say = useTexts(walkTexts);
  const [first] = to;
  const name = first && to.length > 1 ? say('andMore', { step: first.title }) : first?.title;
  const [Sign, words] =
    first === undefined
      ? ([ends ? FlagOutlined : RightOutlined, say(ends ? 'ends' : 'stays')] as const)
      : first.kind === 'waits-for-customer'
        ? ([HourglassOutlined, name] as const)
        : ([first.kind === 'automatic' ? RobotOutlined : RightOutlined, name] as const);
  return (
    <span className={ways.lead}>
      <Sign aria-hidden /> {words}
    </span>
  );
}
