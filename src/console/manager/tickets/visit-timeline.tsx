import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { wordMs } from '../common/figure-words';
import { managerTexts } from '../common/texts';
import { ticketTexts } from '../common/texts-tickets';
import { barsOf, sharesOf, sumOf, ticksOf, type Bar, type Visit } from './visits';
import { classes } from '../../kit/common/classes';
import visitParts from './visit-parts.module.css';
import styles from './visit-timeline.module.css';

const TICKS = 7;

/** The stays of a ticket on one axis of time, each in the colours of its parts. The table says the same in numbers. */
export function VisitTimeline({ visits, now }: { visits: Visit[]; now: number }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(ticketTexts);
  const format = useFormat();
  const bars = barsOf(visits, now);
  const whole = sharesOf(sumOf(visits));
  return (
    <div className={styles.timeline}>
      <p className="is-soft">{tell('timelineHelp')}</p>
      <ul className={styles.legend}>
        {whole.map(({ part, share, ms }) => (
          <li key={part}>
            <span className={classes(visitParts.part, visitParts.sign)} data-part={part} aria-hidden />
            {tell('partOf', { part: say(part), time: wordMs(ms, format), share: format.percent(share, 0) })}
          </li>
        ))}
      </ul>
      <div className={styles.sum} aria-hidden>
        {whole.map(({ part, share }) => (
          <span key={part} className={visitParts.part} data-part={part} style={{ flexGrow: share }} />
        ))}
      </div>
      <Axis visits={visits} now={now} />
      <ol className={styles.rows} data-testid="timeline-rows">
        {bars.map((bar) => (
          <Row key={bar.visit.no} bar={bar} />
        ))}
      </ol>
    </div>
  );
}

function Axis({ visits, now }: { visits: Visit[]; now: number }) {
  const lang = useLang();
  const begin = Math.min(...visits.map(({ enteredAt }) => Date.parse(enteredAt)));
  const end = Math.max(
    ...visits.map(({ exitedAt }) => (exitedAt === null ? now : Date.parse(exitedAt))),
    begin + 1,
  );
  const offset = -new Date(begin).getTimezoneOffset() * 60_000;
  const day = new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric' });
  const minute = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hour12: false });
  return (
    <div className={styles.axis} aria-hidden>
      <span />
      <span className={styles.scale}>
        {ticksOf(begin, end, TICKS, offset).map((at) => (
          <span key={at} style={{ left: `${((at - begin) / (end - begin)) * 100}%` }}>
            {(at + offset) % 86_400_000 === 0 ? day.format(at) : minute.format(at)}
          </span>
        ))}
      </span>
      <span />
    </div>
  );
}

function Row({ bar: { visit, start, length, parts } }: { bar: Bar }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(ticketTexts);
  const format = useFormat();
  const words = parts.map(({ part, share, ms }) =>
    tell('partOf', { part: say(part), time: wordMs(ms, format), share: format.percent(share, 0) }),
  );
  const at = Math.min(start, 0.996);
  return (
    <li title={[visit.title, format.dateTime(visit.enteredAt), ...words].join('\n')}>
      <span className={styles.step}>
        <span>{visit.title}</span>
        {visit.slaBreached && <span className={styles.missed}>{tell('mark_missed')}</span>}
      </span>
      <span className={styles.track}>
        <span
          className={styles.bar}
          data-testid="timeline-bar"
          data-open={visit.exitedAt === null ? '' : undefined}
          style={{ left: `${at * 100}%`, width: `${Math.min(length, 1 - at) * 100}%` }}
        >
          {parts.map(({ part, share }) => (
            <span key={part} className={visitParts.part} data-part={part} style={{ flexGrow: share }} />
          ))}
        </span>
      </span>
      <span className={styles.length}>{wordMs(visit.dwell, format)}</span>
      <span className="sr-only">{words.join(', ')}</span>
    </li>
  );
}
