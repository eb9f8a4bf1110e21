import { ClockCircleOutlined, PauseCircleOutlined, WarningFilled } from '@ant-design/icons';
import { Tag, Tooltip } from 'antd';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { useNow } from './now';
import { kitTexts } from './texts';

/**
 * How long until an instant (ISO 8601), ticking; how long since when it has passed. Never colour alone: the sign and
 * the word say it too. `help`: what the instant means, for who asks; `warnMs`: from when on it counts as pressing.
 */
export function Countdown(props: {
  to: string;
  label?: string;
  help?: string;
  isPaused?: boolean;
  warnMs?: number;
}) {
  const say = useTexts(kitTexts);
  const format = useFormat();
  const left = Date.parse(props.to) - useNow();
  if (props.isPaused) {
    return (
      <Tag icon={<PauseCircleOutlined aria-hidden />} className="countdown">
        {props.label} {say('paused')}
      </Tag>
    );
  }
  const isOver = left < 0;
  const isPressing = !isOver && left < (props.warnMs ?? 15 * 60_000);
  const time = format.clock(left);
  return (
    <Tooltip
      title={
        <>
          {format.dateTime(props.to)}
          {props.help !== undefined && <div>{props.help}</div>}
        </>
      }
    >
      <Tag
        className="countdown"
        color={isOver ? 'error' : isPressing ? 'warning' : undefined}
        icon={isOver || isPressing ? <WarningFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      >
        {props.label} {say(isOver ? 'overdueBy' : 'left', { time })}
      </Tag>
    </Tooltip>
  );
}
