import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormat, type Format } from '../../i18n/format';
import { useTexts, type Say } from '../../i18n/texts';
import { changeOf, type Change, type Comparison, type Good, type Rate } from './compare';
import { figureTexts, type FigureKey } from './texts-figures';
import { managerTexts } from './texts';
import { classes } from '../../kit/common/classes';
import styles from './figure-words.module.css';

/** Seconds in words; null as a dash. */
export function wordSeconds(seconds: number | null, format: Format): string {
  return seconds === null ? '–' : wordMs(seconds * 1000, format);
}

const MINUTE = 60_000;

/** A length of time in its two largest units, below an hour too. */
export function wordMs(ms: number, format: Format): string {
  const rest = Math.floor((ms % MINUTE) / 1000) * 1000;
  if (ms < MINUTE || ms >= 60 * MINUTE || rest === 0) return format.duration(ms);
  return [format.duration(ms - (ms % MINUTE)), format.duration(rest)].join(
    format.duration(61 * 60_000).includes(' ') ? ' ' : '',
  );
}

export function wordShare(share: number | null, format: Format): string {
  return share === null ? '–' : format.percent(share);
}

const SLOT = '\u0000';

/** A text whose numbers are links: `word` fills the text, `slots` are what its values become. */
export function Filled<Name extends string>({
  word,
  slots,
}: {
  word: (values: Record<Name, string>) => string;
  slots: Record<Name, ReactNode>;
}) {
  const names = Object.keys(slots) as Name[];
  const marked = Object.fromEntries(names.map((name) => [name, `${SLOT}${name}${SLOT}`]));
  return word(marked as Record<Name, string>)
    .split(SLOT)
    .map((piece, i) => <Fragment key={i}>{i % 2 === 1 ? slots[piece as Name] : piece}</Fragment>);
}

/** A rate in a table and the lists behind it: `to` what it is of, `toCount` what fulfils it. Below it its interval. */
export function RateCell({ rate, to, toCount }: { rate: Rate; to: string; toCount: string }) {
  const say = useTexts(managerTexts);
  const format = useFormat();
  if (rate.value === null) return <span className="is-soft">–</span>;
  const { count, n, interval } = rate;
  const low = format.percent(interval?.low ?? 0, 0);
  const high = format.percent(interval?.high ?? 1, 0);
  return (
    <span className={styles.rate} title={say('nInterval', { count, n, low, high })}>
      <Link to={to}>{wordShare(rate.value, format)}</Link>
      <small>
        <Link to={toCount}>{format.number(count)}</Link>/<Link to={to}>{format.number(n)}</Link>
      </small>
      <small>{say('intervalShort', { low: format.number((interval?.low ?? 0) * 100), high })}</small>
    </span>
  );
}

/** Beyond this a factor is easier to grasp than a percentage. */
const MUCH_MORE = 1.5;

function wordSize({ unit, size, direction }: Change, say: Say<FigureKey>, format: Format): string {
  if (unit === 'points') return say('points', { size: format.number(size * 100, 1) });
  if (direction === 'up' && size >= MUCH_MORE) return `×${format.number(1 + size, 1)}`;
  return format.percent(size, 0);
}

interface SmallChangeProps {
  comparison: Comparison | null;
  good: Good;
  before: string | null;
}

/** The same below a number in a table; what it was before in its tip. */
export function SmallChange({ comparison, good, before }: SmallChangeProps) {
  const say = useTexts(figureTexts);
  if (comparison === null) return null;
  const change = changeOf(comparison, good);
  if (change === null) return <small className="is-soft">{<TooFew comparison={comparison} />}</small>;
  return (
    <small title={before === null ? undefined : say('beforeShort', { value: before })}>
      <ChangeSign change={change} />
    </small>
  );
}

/** Why a figure is not compared with the period before, and how many cases there are. */
export function TooFew({ comparison: { n, nBefore } }: { comparison: Comparison }) {
  const say = useTexts(figureTexts);
  const format = useFormat();
  return (
    <span title={say('tooFewHelp')}>
      {say('tooFew', { n: format.number(n), before: format.number(nBefore) })}
    </span>
  );
}

/** How a figure moved against the period before: arrow, size and whether that is good, in words. */
export function ChangeSign({ change }: { change: Change }) {
  const say = useTexts(figureTexts);
  const format = useFormat();
  const { direction, isBetter, mayBeChance, test } = change;
  const tested = say(`test_${test}`);
  if (direction === 'same') {
    return (
      <span className={styles.change} data-testid="change" title={tested}>
        <MinusOutlined aria-hidden /> {say('same')}
      </span>
    );
  }
  const tone = mayBeChance || isBetter === null ? '' : isBetter ? 'is-good' : 'is-bad';
  const word = isBetter === null ? (direction === 'up' ? 'more' : 'fewer') : isBetter ? 'better' : 'worse';
  const amount = wordSize(change, say, format);
  return (
    <span className={classes(styles.change, tone)} data-testid="change" title={tested}>
      {direction === 'up' ? <ArrowUpOutlined aria-hidden /> : <ArrowDownOutlined aria-hidden />} {amount}{' '}
      {mayBeChance ? (
        <Tooltip title={`${say('chanceHelp')} ${tested}`}>
          <span tabIndex={0}>· {say('chance')}</span>
        </Tooltip>
      ) : (
        say(word)
      )}
    </span>
  );
}
