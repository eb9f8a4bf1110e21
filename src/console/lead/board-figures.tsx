import { FireFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { useNow } from '../kit/common/now';
import { sortLanes, type Board } from './lanes';
import { leadTexts } from './texts';
import { classes } from '../kit/common/classes';
import styles from './board-figures.module.css';

/** The board in six numbers. */
export function BoardFigures({ board, team }: { board: Board; team: string | null }) {
  const say = useTexts(leadTexts);
  const format = useFormat();
  const now = useNow();
  const lanes = sortLanes(board.lanes, team, now);
  const people = board.people.filter((one) => team === null || one.teams.some((of) => of.team === team));
  const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
  const overdue = sum(lanes.map((lane) => lane.overdue));
  const oldest = Math.min(...lanes.map(({ oldestSince }) => Date.parse(oldestSince)));
  return (
    <dl className={styles.figures} data-testid="board-figures" aria-label={say('figures')}>
      <Figure name={say('sumWaiting')}>{format.number(sum(lanes.map((lane) => lane.waiting)))}</Figure>
      <Figure name={say('sumOverdue')} isBad={overdue > 0}>
        {overdue > 0 && <FireFilled aria-hidden />} {format.number(overdue)}
      </Figure>
      <Figure name={say('sumOldest')}>{lanes.length === 0 ? '–' : format.duration(now - oldest)}</Figure>
      <Figure name={say('sumPresent')} note={say('ofAll', { count: people.length })}>
        {format.number(people.filter(({ present }) => present).length)}
      </Figure>
      <Figure name={say('sumHeld')}>{format.number(sum(people.map(({ held }) => held.length)))}</Figure>
      <Figure name={say('sumResolved')}>
        {format.number(sum(people.map(({ resolvedToday }) => resolvedToday)))}
      </Figure>
    </dl>
  );
}

function Figure(props: { name: string; note?: string; isBad?: boolean; children: ReactNode }) {
  return (
    <div className={props.isBad ? classes(styles.figure, 'is-bad') : styles.figure}>
      <dt>{props.name}</dt>
      <dd>
        {props.children} {props.note && <small>{props.note}</small>}
      </dd>
    </div>
  );
}
