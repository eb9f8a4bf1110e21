import { Segmented, Select } from 'antd';
import { useTexts } from '../../i18n/texts';
import { newCalendar, type Calendar } from './calendar';
import { HoursField } from './calendar-hours';
import { YearField } from './calendar-year';
import { calendarTexts } from './texts-calendar';
import styles from './calendar-field.module.css';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set([HERE, 'UTC', ...Intl.supportedValuesOf('timeZone')])];

/** When a team works: around the clock, or hours by the week with holidays and moved working days. */
export function CalendarField(props: {
  value?: Calendar | null;
  onChange?: (value: Calendar | null) => void;
}) {
  const say = useTexts(calendarTexts);
  const value = props.value ?? null;
  const change = (next: Calendar | null): void => props.onChange?.(next);
  return (
    <div className={styles.calendar}>
      <div className={styles.kind}>
        <Segmented
          aria-label={say('hoursKind')}
          value={value === null ? 'always' : 'byWeek'}
          options={[
            { value: 'byWeek', label: say('byWeek') },
            { value: 'always', label: say('always') },
          ]}
          onChange={(kind) => change(kind === 'always' ? null : newCalendar(HERE))}
        />
        {value && (
          <label className={styles.zone}>
            {say('timeZone')}
            <Select
              showSearch
              aria-label={say('timeZone')}
              value={value.timeZone}
              options={ZONES.map((zone) => ({ value: zone, label: zone }))}
              onChange={(timeZone) => change({ ...value, timeZone })}
            />
          </label>
        )}
      </div>
      <p className="is-soft">{say('hoursHelp')}</p>
      {value && (
        <>
          <HoursField value={value} onChange={change} />
          <YearField value={value} onChange={change} />
        </>
      )}
    </div>
  );
}
