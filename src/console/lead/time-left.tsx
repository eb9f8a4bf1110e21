import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { useNow } from '../kit/common/now';
import { PRESSING_MS } from './lanes';
import { leadTexts } from './texts';
import { classes } from '../kit/common/classes';
import styles from './time-left.module.css';

/** How long until an instant (ISO 8601), or since when it is over; quiet as long as there is time. */
export function TimeLeft({ to }: { to: string | null }) {
  const say = useTexts(leadTexts);
  const format = useFormat();
  const now = useNow();
  if (to === null) return <span className="is-soft">–</span>;
  const left = Date.parse(to) - now;
  const isOver = left < 0;
  const tone = isOver ? 'is-bad' : left < PRESSING_MS ? 'is-warn' : '';
  return (
    <time className={classes(styles.timeLeft, tone)} dateTime={to} title={format.dateTime(to)}>
      {say(isOver ? 'lateBy' : 'timeLeft', { time: format.duration(left) })}
    </time>
  );
}
