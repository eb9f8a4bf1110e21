import type { Schemas } from '../api/client';
import { useFormat } from '../i18n/format';
import { useLang, useTexts } from '../i18n/texts';
import { stepTexts } from './texts-steps';

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** On which days of the week what waits comes in, and whether that explains it. */
export function WeekBars({ row: { weekdays, when } }: { row: Schemas['BottleneckRow'] }) {
  const tell = useTexts(stepTexts);
  const lang = useLang();
  const format = useFormat();
  const sum = weekdays.reduce((total, day) => total + day.idleSeconds, 0);
  const most = Math.max(...weekdays.map((day) => day.idleSeconds), 1);
  const short = new Intl.DateTimeFormat(lang, { weekday: 'narrow', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  return (
    <span className="when">
      <span className="week">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
          const day = weekdays.find((one) => one.weekday === weekday);
          const idle = day?.idleSeconds ?? 0;
          const words = tell('byDay', {
            day: long.format(MONDAY + (weekday - 1) * DAY),
            share: format.percent(sum === 0 ? 0 : idle / sum, 0),
            count: format.number(day?.visits ?? 0),
          });
          const isPart = when?.pattern !== 'hours' && when?.weekdays.includes(weekday);
          return (
            <span key={weekday} className="week-day" title={words} data-part={isPart ? '' : undefined}>
              <span className="week-bar">
                <span style={{ height: `${(idle / most) * 100}%` }} />
              </span>
              <span aria-hidden>{short.format(MONDAY + (weekday - 1) * DAY)}</span>
              <span className="manager-heard">{words}</span>
            </span>
          );
        })}
      </span>
      {when !== null && <strong className="when-word">{when.text}</strong>}
    </span>
  );
}
