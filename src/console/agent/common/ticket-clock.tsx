import { ClockCircleOutlined, PauseCircleOutlined, WarningFilled } from '@ant-design/icons';
import { Tag, Tooltip } from 'antd';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useNow } from '../../kit/common/now';
import { kitTexts } from '../../kit/common/texts';
import { nextClock, readClock, type Clock, type Timed } from './clocks';
import { agentTexts } from './texts';
import { stepTexts } from './texts-step';
import styles from '../../kit/countdown.module.css';

const LABELS = { reply: 'firstReply', step: 'stepTarget', ticket: 'ticketTarget' } as const;
const COLOURS = { over: 'error', pressing: 'warning', calm: undefined, paused: undefined } as const;
const SIGNS = {
  over: WarningFilled,
  pressing: WarningFilled,
  calm: ClockCircleOutlined,
  paused: PauseCircleOutlined,
};

/**
 * One clock of a ticket, ticking: whose it is, and how long there is or since when it has been over. The same on the
 * card, in the head and at the step. Never colour alone: the sign and the word say it too.
 */
export function TicketClock({ clock, help }: { clock: Clock; help?: string }) {
  const say = useTexts(kitTexts);
  const sayStep = useTexts(stepTexts);
  const format = useFormat();
  const { stands, ms } = readClock(clock, useNow());
  const Sign = SIGNS[stands];
  const words =
    stands === 'paused'
      ? say('paused')
      : say(stands === 'over' ? 'overdueBy' : 'left', { time: format.clock(ms) });
  const tag = (
    <Tag
      className={styles.countdown}
      data-testid="countdown"
      color={COLOURS[stands]}
      icon={<Sign aria-hidden />}
      data-clock={clock.whose}
    >
      {sayStep(LABELS[clock.whose])} {words}
    </Tag>
  );
  // The instant of a clock that stands still will be another one.
  if (stands === 'paused' && help === undefined) return tag;
  return (
    <Tooltip
      title={
        <>
          {stands !== 'paused' && format.dateTime(clock.to)}
          {help !== undefined && <div>{help}</div>}
        </>
      }
    >
      {tag}
    </Tooltip>
  );
}

/** Where there is room for one clock only: the one that runs out first. */
export function NextClock({ ticket }: { ticket: Timed & { dueAt: string | null } }) {
  const say = useTexts(agentTexts);
  const format = useFormat();
  const clock = nextClock(ticket);
  if (clock === null) return null;
  return (
    <TicketClock
      clock={clock}
      {...(ticket.dueAt !== null && { help: say('dueHelp', { time: format.time(ticket.dueAt) }) })}
    />
  );
}
