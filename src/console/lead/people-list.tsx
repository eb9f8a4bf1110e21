import { CloseCircleFilled, CoffeeOutlined, MinusCircleOutlined, PlayCircleFilled } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { useNow } from '../kit/common/now';
import { BoardTable, OpenButton } from './board-table';
import type { BoardPerson } from './lanes';
import { DOINGS, doingOf, sortPeople, type Doing } from './people';
import { leadTexts } from './texts';
import { TimeLeft } from './time-left';
import { useCalmOrder } from './use-board';
import boardHalf from './board-half.module.css';
import boardTable from './board-table.module.css';
import styles from './people-list.module.css';

const SIGNS: Record<Doing, typeof CoffeeOutlined> = {
  working: PlayCircleFilled,
  free: CoffeeOutlined,
  away: MinusCircleOutlined,
};

interface ListProps {
  people: BoardPerson[];
  team: string | null;
  onOpen: (id: string) => void;
}

/** The people of the teams: who holds what, who is free, who is away. */
export function PeopleList({ people, team, onOpen }: ListProps) {
  const say = useTexts(leadTexts);
  const { doing, words, set } = usePeopleFilter();
  const { list, hold } = useCalmOrder(sortPeople(people, { team, doing, words }), ({ id }) => id);
  const count = (one: Doing): number => sortPeople(people, { team, doing: one, words }).length;
  return (
    <section className={boardHalf.half} aria-labelledby="board-people">
      <div className={boardHalf.head}>
        <h2 id="board-people">{say('people')}</h2>
        <Segmented
          size="small"
          aria-label={say('showWhom')}
          value={doing ?? ''}
          onChange={(value) => set('doing', value)}
          options={[
            { value: '', label: say('doing_all') },
            ...DOINGS.map((one) => ({ value: one, label: `${say(`doing_${one}`)} ${String(count(one))}` })),
          ]}
        />
        <Input
          size="small"
          className={boardHalf.find}
          type="search"
          allowClear={{ clearIcon: <CloseCircleFilled aria-label={say('clear')} /> }}
          aria-label={say('findPerson')}
          placeholder={say('findPerson')}
          value={words}
          onChange={(event) => set('q', event.target.value)}
        />
      </div>
      {list.length === 0 && (
        <p className={boardHalf.empty}>{say(people.length === 0 ? 'noPeople' : 'peopleEmpty')}</p>
      )}
      {list.length > 0 && (
        <BoardTable
          hold={hold}
          columns={[
            { name: say('who') },
            { name: say('holds') },
            { name: say('since'), isNumber: true },
            { name: say('left'), isNumber: true },
            { name: say('resolvedToday'), isNumber: true },
          ]}
        >
          {list.map((person) => (
            <PersonRow key={person.id} person={person} onOpen={onOpen} />
          ))}
        </BoardTable>
      )}
    </section>
  );
}

function PersonRow({ person, onOpen }: { person: BoardPerson; onOpen: (id: string) => void }) {
  const say = useTexts(leadTexts);
  const format = useFormat();
  const now = useNow();
  const [first, ...more] = person.held;
  const open = (): void => onOpen(person.id);
  return (
    <tr onClick={open}>
      <th scope="row">
        <OpenButton onOpen={open}>
          <span className={styles.personName}>{person.name}</span>
        </OpenButton>
        <Presence person={person} />
      </th>
      <td className={styles.personHolds} data-testid="person-holds">
        {first ? (
          <>
            <span className={styles.heldSubject} data-testid="held-subject" title={first.subject}>
              #{first.ticketId} {first.subject}
            </span>
            <span className={styles.heldStep}>
              {first.stepTitle}
              {more.length > 0 && ` · ${say('moreHeld', { count: more.length })}`}
            </span>
          </>
        ) : (
          <span className="is-soft">{say('holdsNothing')}</span>
        )}
      </td>
      <td className={boardTable.number}>{first ? format.duration(now - Date.parse(first.heldSince)) : ''}</td>
      <td className={boardTable.number}>{first && <TimeLeft to={first.dueAt} />}</td>
      <td className={boardTable.number}>{format.number(person.resolvedToday)}</td>
    </tr>
  );
}

/** Whether somebody is there and at work; since when not. */
export function Presence({ person }: { person: BoardPerson }) {
  const say = useTexts(leadTexts);
  const format = useFormat();
  const doing = doingOf(person);
  const Sign = SIGNS[doing];
  const seen =
    person.lastSeenAt === null ? say('neverSeen') : say('lastSeen', { time: format.time(person.lastSeenAt) });
  return (
    <span className={styles.presence} data-doing={doing}>
      <Sign aria-hidden /> {say(`doing_${doing}`)}
      {doing === 'away' && <span> · {seen}</span>}
    </span>
  );
}

/** Which people are shown, kept in the address; typing there leaves no trail of pages to go back through. */
function usePeopleFilter() {
  const [search, setSearch] = useSearchParams();
  const set = (name: 'doing' | 'q', value: string): void => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };
  const doing = DOINGS.find((one) => one === search.get('doing')) ?? null;
  return { doing, words: search.get('q') ?? '', set };
}
