import type { Schemas } from '../../api/client';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { addDays, daysOf } from '../common/filters';
import { stepTexts } from '../common/texts-steps';
import type { FilterRoom } from '../common/use-filters';
import styles from './people-page.module.css';

/** Beyond this the bars would be thinner than a pixel. */
const MOST_DAYS = 60;

interface Props {
  days: Schemas['DayCount'][];
  room: FilterRoom;
  /** The list of a day's tickets. */
  linkOf: (day: string) => string;
}

/** Tickets of each day of the period as small bars, for the pointer; the mean beside them is for everybody. */
export function DayBars({ days, room, linkOf }: Props) {
  const tell = useTexts(stepTexts);
  const format = useFormat();
  const count = Math.min(daysOf(room.filters), MOST_DAYS);
  const most = Math.max(...days.map(({ tickets }) => tickets), 1);
  const byDay = new Map(days.map(({ day, tickets }) => [day, tickets]));
  return (
    <span className={styles.days} aria-hidden>
      {Array.from({ length: count }, (_, i) => addDays(room.filters.to, i + 1 - count)).map((day) => {
        const tickets = byDay.get(day) ?? 0;
        const words = tell('dayCount', { day: format.day(`${day}T00:00`), count: tickets });
        return (
          <Link key={day} to={linkOf(day)} title={words} tabIndex={-1}>
            <span style={{ height: `${(tickets / most) * 100}%` }} />
          </Link>
        );
      })}
    </span>
  );
}
