import { CloseOutlined, CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTexts } from '../../i18n/texts';
import {
  findBadBlocks,
  isOverMidnight,
  minutesOfBlock,
  nextBlock,
  nightBefore,
  tidyTime,
  WEEKDAYS,
  type Block,
  type Calendar,
  type Weekday,
} from './calendar';
import { calendarTexts } from './texts-calendar';
import styles from './calendar-hours.module.css';

interface Props {
  value: Calendar;
  onChange: (value: Calendar) => void;
}

/** The hours of each weekday: typed, and drawn on a bar of the day. */
export function HoursField({ value, onChange }: Props) {
  const say = useTexts(calendarTexts);
  const set = (day: Weekday, blocks: Block[]): void =>
    onChange({ ...value, weekly: { ...value.weekly, [day]: blocks } });
  const copy = (day: Weekday): void => {
    const all = WEEKDAYS.map((one) => [one, value.weekly[day].map(([from, to]): Block => [from, to])]);
    onChange({ ...value, weekly: Object.fromEntries(all) as Calendar['weekly'] });
  };
  const isEmpty = WEEKDAYS.every((day) => value.weekly[day].length === 0);
  return (
    <div className={styles.week}>
      {WEEKDAYS.map((day) => (
        <Day
          key={day}
          name={say(day)}
          blocks={value.weekly[day]}
          night={nightBefore(value.weekly, day)}
          onChange={(blocks) => set(day, blocks)}
          onCopy={() => copy(day)}
        />
      ))}
      {isEmpty && <p className="is-bad">{say('noHours')}</p>}
    </div>
  );
}

interface DayProps {
  name: string;
  blocks: Block[];
  /** How far the hours of the day before reach into this one, minutes. */
  night: number;
  onChange: (blocks: Block[]) => void;
  onCopy: () => void;
}

function Day({ name, blocks, night, onChange, onCopy }: DayProps) {
  const say = useTexts(calendarTexts);
  const bad = findBadBlocks(blocks, night);
  const next = nextBlock(blocks);
  const set = (at: number, block: Block): void => onChange(blocks.map((one, i) => (i === at ? block : one)));
  return (
    <div className={styles.day} role="group" aria-label={name}>
      <span>{name}</span>
      <DayBar blocks={blocks} night={night} />
      <span className={styles.blocks}>
        {blocks.length === 0 && <span className="is-soft">{say('closed')}</span>}
        {blocks.map(([from, to], at) => (
          <span key={at} className={styles.block}>
            <Time
              label={say('opens', { day: name })}
              value={from}
              isBad={bad.includes(at)}
              onChange={(time) => set(at, [time, to])}
            />
            –
            <Time
              label={say('closes', { day: name })}
              value={to}
              isBad={bad.includes(at)}
              onChange={(time) => set(at, [from, time])}
            />
            {isOverMidnight([from, to]) && <span className={styles.next}>{say('nextDay')}</span>}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={say('removeBlock', { from, to, day: name })}
              onClick={() => onChange(blocks.filter((_, i) => i !== at))}
            />
          </span>
        ))}
        {bad.length > 0 && <span className="is-bad">{say('badBlock')}</span>}
      </span>
      <span>
        <Button
          size="small"
          type="text"
          icon={<PlusOutlined aria-hidden />}
          disabled={next === null}
          aria-label={say('addBlockTo', { day: name })}
          onClick={() => next && onChange([...blocks, next])}
        >
          {say('addBlock')}
        </Button>
        <Button
          size="small"
          type="text"
          icon={<CopyOutlined aria-hidden />}
          aria-label={say('copyFrom', { day: name })}
          onClick={onCopy}
        >
          {say('copy')}
        </Button>
      </span>
    </div>
  );
}

/** What of a day is worked; the end of the night before is paler, and what goes over midnight ends with the bar. */
function DayBar({ blocks, night }: Pick<DayProps, 'blocks' | 'night'>) {
  const style = (begin: number, end: number) => ({
    left: `${String(begin / 14.4)}%`,
    width: `${String((Math.min(end, 1_440) - begin) / 14.4)}%`,
  });
  return (
    <span className={styles.bar} aria-hidden>
      {night > 0 && <span className={styles.night} style={style(0, night)} />}
      {blocks.map((block, at) => {
        const [begin, end] = minutesOfBlock(block);
        return begin < Math.min(end, 1_440) && <span key={at} style={style(begin, end)} />;
      })}
    </span>
  );
}

function Time(props: { label: string; value: string; isBad: boolean; onChange: (time: string) => void }) {
  return (
    <Input
      size="small"
      className={styles.time}
      inputMode="numeric"
      maxLength={5}
      aria-label={props.label}
      aria-invalid={props.isBad}
      status={props.isBad ? 'error' : undefined}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => props.onChange(tidyTime(props.value))}
    />
  );
}
