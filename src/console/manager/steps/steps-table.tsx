import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { FigureTable, type Column } from '../common/figure-table';
import { RateCell, wordSeconds, wordShare } from '../common/figure-words';
import { hottest, isDuration, valueOf, type Colour, type StepRow } from '../common/heat';
import { managerTexts } from '../common/texts';
import { stepTexts } from '../common/texts-steps';
import type { FilterRoom } from '../common/use-filters';
import { classes } from '../../kit/common/classes';
import panel from '../common/panel.module.css';
import styles from './steps-table.module.css';

interface Props {
  sop: string;
  version: number;
  steps: StepRow[];
  colour: Colour;
  room: FilterRoom;
}

/** The figures of the steps; the one that colours the diagram is marked in the same colour. */
export function StepsTable({ sop, version, steps, colour, room }: Props) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const format = useFormat();
  const most = hottest(steps, colour);
  const ticketsOf = (
    row: StepRow,
    only?: 'there' | 'finished' | 'critical' | 'again' | 'escalated' | 'due' | 'missed',
  ): string => room.linkTo('/tickets', { list: 'step', of: row.step, only }, { sop, version });

  const figure = (key: Colour, cell: Column<StepRow>['cell']): Column<StepRow> => ({
    ...{ key, title: tell(key), help: tell(`${key}Help`), isNumber: true },
    sortBy: (row) => valueOf(row, key),
    cell: (row) =>
      key === colour ? (
        <span className={styles.hot} style={heatStyle((valueOf(row, key) ?? 0) / most)}>
          {cell(row)}
        </span>
      ) : (
        cell(row)
      ),
  });
  const plain = (key: Colour) => (row: StepRow) => (
    <Link to={ticketsOf(row, key === 'share' ? 'critical' : 'finished')}>
      {isDuration(key) ? wordSeconds(valueOf(row, key), format) : wordShare(valueOf(row, key), format)}
    </Link>
  );
  const columns: Column<StepRow>[] = [
    {
      ...{ key: 'step', title: say('step'), isHead: true, sortBy: (row) => row.title ?? row.step },
      cell: (row) => <Link to={ticketsOf(row)}>{row.title ?? row.step}</Link>,
    },
    {
      ...{ key: 'visits', title: say('visits'), isNumber: true, sortBy: (row) => row.visits },
      cell: (row) => <Link to={ticketsOf(row)}>{format.number(row.visits)}</Link>,
    },
    {
      ...{ key: 'open', title: tell('open'), help: tell('openHelp'), isNumber: true },
      sortBy: (row) => row.openVisits,
      cell: (row) => <Link to={ticketsOf(row, 'there')}>{format.number(row.openVisits)}</Link>,
    },
    figure('share', plain('share')),
    figure('p90', plain('p90')),
    figure('waiting', plain('waiting')),
    figure('rework', (row) => (
      <RateCell rate={row.rework} to={ticketsOf(row)} toCount={ticketsOf(row, 'again')} />
    )),
    figure('escalation', (row) => (
      <RateCell rate={row.escalation} to={ticketsOf(row)} toCount={ticketsOf(row, 'escalated')} />
    )),
    figure('missed', (row) => (
      <RateCell rate={missedOf(row)} to={ticketsOf(row, 'due')} toCount={ticketsOf(row, 'missed')} />
    )),
  ];
  return (
    <section className={classes(panel.panel, styles.table)} aria-label={tell('table')}>
      <FigureTable
        caption={tell('table')}
        {...{ columns }}
        rows={steps}
        rowKey={({ step }) => step}
        sort={`-${colour}`}
      />
    </section>
  );
}

function heatStyle(heat: number): CSSProperties {
  return { '--heat': `${Math.round(heat * 100)}%` } as CSSProperties;
}

/** The other side of the SLA rate. */
function missedOf({ sla: { value, n, count, interval } }: StepRow) {
  return {
    ...{ value: value === null ? null : 1 - value, n, count: n - count },
    interval: interval === null ? null : { low: 1 - interval.high, high: 1 - interval.low },
  };
}
