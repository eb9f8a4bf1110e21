import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import {
  addDays,
  coveredYears,
  coverYear,
  daysOfMonth,
  joinDays,
  stateOfDay,
  toggleDay,
  type Calendar,
  type DayState,
} from './calendar';
import { calendarTexts } from './texts-calendar';
import facts from '../common/facts.module.css';
import styles from './calendar-year.module.css';

interface Props {
  value: Calendar;
  onChange: (value: Calendar) => void;
}

const SAID = { open: 'dayOpen', closed: 'dayClosed', off: 'dayOff', work: 'dayWork' } as const;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** A year at a glance; pressing a day makes it a day off or a working day against the week. */
export function YearField({ value, onChange }: Props) {
  const say = useTexts(calendarTexts);
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [current, setCurrent] = useState(`${String(year)}-01-01`);
  const days = useRef<HTMLDivElement>(null);
  const covered = coveredYears(value);
  const show = (next: number): void => {
    setYear(next);
    setCurrent(`${String(next)}-01-01`);
  };
  const move = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const to = addDays(current, by);
    if (!to.startsWith(String(year))) return;
    setCurrent(to);
    days.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  return (
    <section className={styles.year} aria-label={say('exceptions')}>
      <div className={styles.yearHead}>
        <h3>{say('exceptions')}</h3>
        <Button
          size="small"
          icon={<LeftOutlined aria-hidden />}
          aria-label={say('earlier')}
          onClick={() => show(year - 1)}
        />
        <strong aria-live="polite">{say('year', { year })}</strong>
        <Button
          size="small"
          icon={<RightOutlined aria-hidden />}
          aria-label={say('later')}
          onClick={() => show(year + 1)}
        />
      </div>
      <p className="is-soft">{say('exceptionsHelp')}</p>
      <div className={styles.yearMonths} ref={days} onKeyDown={move}>
        {MONTHS.map((month) => (
          <Month
            key={month}
            year={year}
            month={month}
            calendar={value}
            current={current}
            onPress={(day) => {
              setCurrent(day);
              onChange(toggleDay(value, day));
            }}
          />
        ))}
      </div>
      <YearSummary value={value} year={year} />
      <Checkbox
        checked={covered !== null && covered[0] <= year && year <= covered[1]}
        onChange={(event) => onChange(coverYear(value, year, event.target.checked))}
      >
        {say('covered', { year })} <span className="is-soft">{say('coveredHelp')}</span>
      </Checkbox>
    </section>
  );
}

interface MonthProps {
  year: number;
  month: number;
  calendar: Calendar;
  current: string;
  onPress: (day: string) => void;
}

function Month({ year, month, calendar, current, onPress }: MonthProps) {
  const lang = useLang();
  const utc = { timeZone: 'UTC' } as const;
  const first = new Date(Date.UTC(year, month - 1, 1));
  const title = new Intl.DateTimeFormat(lang, { month: 'long', ...utc }).format(first);
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'narrow', ...utc });
  // 1 January 2024 was a Monday.
  const heads = MONTHS.slice(0, 7).map((day) => weekday.format(new Date(Date.UTC(2024, 0, day))));
  return (
    <div role="group" aria-label={title}>
      <span className={styles.monthTitle} aria-hidden>
        {title}
      </span>
      <div className={styles.monthDays}>
        {heads.map((head, at) => (
          <span key={at} className={styles.monthHead} aria-hidden>
            {head}
          </span>
        ))}
        {daysOfMonth(year, month).map((day, at) =>
          day === null ? (
            <span key={at} />
          ) : (
            <DayButton
              key={day}
              day={day}
              state={stateOfDay(calendar, day)}
              isCurrent={day === current}
              onPress={onPress}
            />
          ),
        )}
      </div>
    </div>
  );
}

interface DayProps {
  day: string;
  state: DayState;
  isCurrent: boolean;
  onPress: (day: string) => void;
}

function DayButton({ day, state, isCurrent, onPress }: DayProps) {
  const say = useTexts(calendarTexts);
  const format = useFormat();
  return (
    <button
      type="button"
      className={styles.day}
      data-state={state}
      data-day={day}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={say(SAID[state], { day: format.day(`${day}T12:00:00`) })}
      onClick={() => onPress(day)}
    >
      {Number(day.slice(8))}
      {(state === 'off' || state === 'work') && <small aria-hidden>{say(state)}</small>}
    </button>
  );
}

/** The exceptions of a year as a list of days. */
function YearSummary({ value, year }: { value: Calendar; year: number }) {
  const say = useTexts(calendarTexts);
  const lang = useLang();
  const short = new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const word = (day: string): string => short.format(new Date(`${day}T00:00:00Z`));
  const isOfYear = (day: string): boolean => day.startsWith(String(year));
  const off = joinDays(value.holidays.filter(isOfYear)).map(([first, last]) =>
    first === last ? word(first) : `${word(first)} – ${word(last)}`,
  );
  const work = value.workdays
    .filter(({ date }) => isOfYear(date))
    .map(({ date, hours }) => {
      const times = hours?.map(([from, to]) => `${from}–${to}`).join(' ') ?? '';
      return times === '' ? word(date) : `${word(date)} (${times})`;
    });
  return (
    <dl className={facts.facts}>
      <dt>{say('offDays', { year })}</dt>
      <dd>{off.length === 0 ? say('noDays') : off.join(' · ')}</dd>
      <dt>{say('workDays', { year })}</dt>
      <dd>{work.length === 0 ? say('noDays') : work.join(' · ')}</dd>
    </dl>
  );
}
