import { CheckCircleOutlined, ClockCircleFilled, FireFilled, WarningFilled } from '@ant-design/icons';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { useNow } from '../kit/now';
import { useTeamName } from '../kit/team-names';
import { BoardTable, OpenButton } from './board-table';
import { keyOf, levelOf, sortLanes, type Lane, type Level } from './lanes';
import { leadTexts } from './texts';
import { TimeLeft } from './time-left';
import { useCalmOrder } from './use-board';

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
    <section className="board-half" aria-labelledby="board-lanes">
      <h2 id="board-lanes">{say('lanes')}</h2>
      {list.length === 0 && <p className="board-empty">{say('lanesEmpty')}</p>}
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
    <tr className={`is-${level}`} onClick={open}>
      <th scope="row">
        <span
          className="lane-sign"
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
        <span className="lane-waiting">
          <span className="lane-count">{format.number(lane.waiting)}</span>
          <span className="lane-bar" aria-hidden>
            <span className="lane-late" style={{ width: `${String((lane.overdue / most) * 100)}%` }} />
            <span
              className="lane-rest"
              style={{ width: `${String(((lane.waiting - lane.overdue) / most) * 100)}%` }}
            />
          </span>
        </span>
      </td>
      <td className={lane.overdue > 0 ? 'is-number is-bad' : 'is-number is-soft'}>
        {lane.overdue > 0 ? format.number(lane.overdue) : say('noneOverdue')}
      </td>
      <td className="is-number">{format.duration(now - Date.parse(lane.oldestSince))}</td>
      <td className="is-number">
        <TimeLeft to={lane.firstDueAt} />
      </td>
      <td className="is-number">
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
  return (
    <>
      <span className="lane-team">
        {teamName(lane.team)} · {say('tier', { tier: lane.tier })}
      </span>{' '}
      <span className="lane-skills">
        {lane.skills.length === 0 ? say('anySkill') : lane.skills.join(' · ')}
      </span>
    </>
  );
}
