import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { stepTexts } from './texts-steps';
import styles from './week-bars.module.css';

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** The names of days of the week, 1 = Monday. */
export function useWeekday(weekday: 'narrow' | 'long' = 'long'): (day: number) => string {
  const lang = useLang();
  const name = new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' });
  return (day) => name.format(MONDAY + (day - 1) * DAY);
}

interface Props {
  row: Schemas['BottleneckRow'];
  /** The list of the visits that came on a day of the week. */
  linkOf: (weekday: number) => string;
}

/** On which days of the week what waits comes in, and whether that explains it. */
export function WeekBars({ row: { weekdays, when }, linkOf }: Props) {
  const tell = useTexts(stepTexts);
  const format = useFormat();
  const [short, long] = [useWeekday('narrow'), useWeekday()];
  const sum = weekdays.reduce((total, day) => total + day.idleSeconds, 0);
  const most = Math.max(...weekdays.map((day) => day.idleSeconds), 1);
  return (
    <span className={styles.when}>
      <span className={styles.week}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
          const day = weekdays.find((one) => one.weekday === weekday);
          const idle = day?.idleSeconds ?? 0;
          const words = tell('byDay', {
            day: long(weekday),
            share: format.percent(sum === 0 ? 0 : idle / sum, 0),
            count: format.number(day?.visits ?? 0),
          });
          const isPart = when?.pattern !== 'hours' && when?.weekdays.includes(weekday);
          return (
            <Link
              key={weekday}
              to={linkOf(weekday)}
              tabIndex={-1}
              className={styles.weekDay}
              title={words}
              data-part={isPart ? '' : undefined}
            >
              <span className={styles.weekBar}>
                <span style={{ height: `${(idle / most) * 100}%` }} />
              </span>
              <span aria-hidden>{short(weekday)}</span>
              <span className="sr-only">{words}</span>
            </Link>
          );
        })}
      </span>
      {when !== null && <strong className={styles.whenWord}>{when.text}</strong>}
    </span>
  );
}
