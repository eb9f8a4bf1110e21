import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/common/late';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { useTeamName } from '../kit/common/team-names';
import { BoardFigures } from './board-figures';
import { BrakedList } from './braked-list';
import { LaneDrawer } from './lane-drawer';
import { LaneList } from './lane-list';
import { laneFrom, type Board } from './lanes';
import { PeopleList } from './people-list';
import { PersonDrawer } from './person-drawer';
import { leadTexts } from './texts';
import { useBoard } from './use-board';
import styles from './board-page.module.css';

/** Lanes and people of the teams on one screen. What is open and which team is shown stand in the address. */
export function BoardPage() {
  const say = useTexts(leadTexts);
  const board = useBoard();
  const { team, set } = useBoardPlace();
  const teamName = useTeamName();
  return (
    <div className={styles.board}>
      <header className={styles.head}>
        <h1>{say('board')}</h1>
        {board.data && teamsOf(board.data).length > 1 && (
          <Segmented
            aria-label={say('team')}
            value={team ?? ''}
            onChange={(value) => set({ team: value })}
            options={[
              { value: '', label: say('allTeams') },
              ...teamsOf(board.data).map((id) => ({ value: id, label: teamName(id) })),
            ]}
          />
        )}
      </header>
      {board.error && <ProblemNotice error={board.error} onRetry={() => void board.refetch()} />}
      {board.isPending && <Waiting rows={10} />}
      {board.data && (
        <>
          <BrakedList braked={board.data.braked} team={team} />
          <BoardFigures board={board.data} team={team} />
          <div className={styles.halves}>
            <LaneList lanes={board.data.lanes} team={team} onOpen={(lane) => set({ lane })} />
            <PeopleList people={board.data.people} team={team} onOpen={(person) => set({ person })} />
          </div>
          <Opened board={board.data} />
        </>
      )}
    </div>
  );
}

/** The lane or the person that the address names. */
function Opened({ board }: { board: Board }) {
  const { lane, person, set } = useBoardPlace();
  const named = laneFrom(lane ?? '');
  if (named !== null)
    return <LaneDrawer key={lane} lane={named} board={board} onClose={() => set({ lane: '' })} />;
  if (person !== null)
    return <PersonDrawer key={person} id={person} board={board} onClose={() => set({ person: '' })} />;
  return null;
}

interface Place {
  team: string;
  lane: string;
  person: string;
}

/** What of the board is shown, kept in the address. An empty word takes it out. */
function useBoardPlace() {
  const [search, setSearch] = useSearchParams();
  const read = (name: keyof Place): string | null => search.get(name) || null;
  const set = (change: Partial<Place>): void => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      // One thing is open at a time.
      if (change.lane) next.delete('person');
      if (change.person) next.delete('lane');
      for (const [name, value] of Object.entries(change)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    });
  };
  return { team: read('team'), lane: read('lane'), person: read('person'), set };
}

/** The teams that the board is about, in the order of their ids. */
function teamsOf(board: Board): string[] {
  const named = [...board.lanes, ...board.people.flatMap(({ teams }) => teams)];
  return [...new Set(named.map(({ team }) => team))].sort();
}
