import { CheckCircleOutlined, ClockCircleFilled, FireFilled, WarningFilled } from '@ant-design/icons';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { useNow } from '../kit/common/now';
import { useSkillName } from '../kit/common/skill-names';
import { useTeamName } from '../kit/common/team-names';
import { BoardTable, OpenButton } from './board-table';
import { keyOf, levelOf, sortLanes, type Lane, type Level } from './lanes';
import { leadTexts } from './texts';
import { TimeLeft } from './time-left';
import { useCalmOrder } from './use-board';
import { classes } from '../kit/common/classes';
import boardHalf from './board-half.module.css';
import boardTable from './board-table.module.css';
import styles from './lane-list.module.css';

const SIGNS: Record<Level, typeof FireFilled> = {
  burning: FireFilled,
  pressing: ClockCircleFilled,
  calm: CheckCircleOutlined,
};

/** The lanes in which tickets wait, where it burns most at the top. */
export function LaneList(props: { lanes: Lane[]; team: string | null; onOpen: (key: string) => void }) {
  const say = useTexts(leadTexts);
  const now = useNow();
  const { list, hold } = useCalmOrder(sortLanes(props.lanes, props.team, now), keyOf);
  const most = Math.max(1, ...list.map(({ waiting }) => waiting));
  return (
    <section className={boardHalf.half} aria-labelledby="board-lanes">
      <h2 id="board-lanes">{say('lanes')}</h2>
      {list.length === 0 && <p className={boardHalf.empty}>{say('lanesEmpty')}</p>}
      {list.length > 0 && (
        <BoardTable
          hold={hold}
          columns={[
            { name: say('lane') },
            { name: say('waiting') },
            { name: say('overdue'), isNumber: true },
            { name: say('oldest'), isNumber: true },
            { name: say('firstDue'), isNumber: true },
            { name: say('presentPeople'), isNumber: true },
          ]}
        >
          {list.map((lane) => (
            <LaneRow key={keyOf(lane)} lane={lane} most={most} now={now} onOpen={props.onOpen} />
          ))}
        </BoardTable>
      )}
    </section>
  );
}

interface RowProps {
  lane: Lane;
  most: number;
  now: number;
  onOpen: (key: string) => void;
}

function LaneRow({ lane, most, now, onOpen }: RowProps) {
  const say = useTexts(leadTexts);
  const format = useFormat();
  const level = levelOf(lane, now);
  const Sign = SIGNS[level];
  const open = (): void => onOpen(keyOf(lane));
  return (
    <tr className={styles.lane} data-level={level} onClick={open}>
      <th scope="row">
        <span
          className={styles.sign}
          role="img"
          aria-label={say(`level_${level}`)}
          title={say(`level_${level}`)}
        >
          <Sign aria-hidden />
        </span>
        <OpenButton onOpen={open}>
          <LaneName lane={lane} />
        </OpenButton>
      </th>
      <td>
        <span className={styles.waiting}>
          <span className={styles.count}>{format.number(lane.waiting)}</span>
          <span className={styles.bar} aria-hidden>
            <span className={styles.late} style={{ width: `${String((lane.overdue / most) * 100)}%` }} />
            <span
              className={styles.rest}
              style={{ width: `${String(((lane.waiting - lane.overdue) / most) * 100)}%` }}
            />
          </span>
        </span>
      </td>
      <td
        className={
          lane.overdue > 0 ? classes(boardTable.number, 'is-bad') : classes(boardTable.number, 'is-soft')
        }
      >
        {lane.overdue > 0 ? format.number(lane.overdue) : say('noneOverdue')}
      </td>
      <td className={boardTable.number}>{format.duration(now - Date.parse(lane.oldestSince))}</td>
      <td className={boardTable.number}>
        <TimeLeft to={lane.firstDueAt} />
      </td>
      <td className={boardTable.number}>
        {lane.presentPeople > 0 ? (
          format.number(lane.presentPeople)
        ) : (
          <span className="is-bad">
            <WarningFilled aria-hidden /> {say('nobody')}
          </span>
        )}
      </td>
    </tr>
  );
}

/** A lane in words: team, tier, skills. */
export function LaneName({ lane }: { lane: Pick<Lane, 'team' | 'tier' | 'skills'> }) {
  const say = useTexts(leadTexts);
  const teamName = useTeamName();
  const skillName = useSkillName();
  return (
    <>
      <span className={styles.team}>
        {teamName(lane.team)} · {say('tier', { tier: lane.tier })}
      </span>{' '}
      <span className={styles.skills}>
        {lane.skills.length === 0 ? say('anySkill') : lane.skills.map(skillName).join(' · ')}
      </span>
    </>
  );
}
