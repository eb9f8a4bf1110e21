import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SopDefinition } from '../../engine/sop-format';
import { $api, api } from '../api/client';
import { useLive } from '../api/live';
import { refresh } from '../api/queries';
import { hasRole, useMe } from '../api/session';
import { useLang } from '../i18n/texts';
import { setServerTime } from '../kit/now';
import { keepOrder, laneOfStep, waitsIn, type LaneName, type Ticket } from './lanes';

/** Who leaves says nothing: the board looks by itself this often (ms). */
const LOOK_MS = 30_000;
const PAGE = 200;
/** So many waiting tickets are looked through for those of a lane. */
const MOST = 1_000;

/** The board as it is, and as it changes. What was shown stays until the next is there. */
export function useBoard() {
  const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const board = $api.useQuery(
    'get',
    '/api/desk/board',
    { params: { query: { tz } } },
    { refetchInterval: LOOK_MS, placeholderData: keepPreviousData },
  );
  useLive('people', () => void refresh('/api/desk/board'));
  useEffect(() => {
    if (board.data) setServerTime(board.data.now);
  }, [board.data]);
  return board;
}

/** What the person who looks at the board may do with the tickets on it. */
export function useMayAct(): { take: boolean; takeOver: boolean; open: boolean } {
  const me = useMe();
  return {
    take: hasRole(me, 'agent', 'lead'),
    takeOver: hasRole(me, 'lead'),
    open: hasRole(me, 'agent', 'lead'),
  };
}

/** The name of a team by its id. */
export function useTeamName(): (id: string) => string {
  const lang = useLang();
  const teams = $api.useQuery('get', '/api/teams', {}, { staleTime: 600_000 }).data?.items;
  return (id) => teams?.find((team) => team.id === id)?.title[lang] ?? id;
}

/** A list that does not move while somebody points at it or is in it by keyboard. */
export function useCalmOrder<T>(list: readonly T[], nameOf: (one: T) => string) {
  const [frozen, setFrozen] = useState<string[] | null>(null);
  const freeze = (): void => setFrozen((before) => before ?? list.map(nameOf));
  const thaw = (): void => setFrozen(null);
  return {
    list: frozen === null ? list : keepOrder(frozen, list, nameOf),
    hold: { onPointerEnter: freeze, onPointerLeave: thaw, onFocus: freeze, onBlur: thaw },
  };
}

/** The tickets that wait in a lane, due first. `isAll` is false when there may be more than were looked through. */
export function useLaneTickets(lane: LaneName) {
  const lang = useLang();
  const waiting = useQuery({
    queryKey: ['get', '/api/tickets', 'waiting-for-a-person', lang],
    queryFn: ({ signal }) => readWaiting(signal),
    placeholderData: keepPreviousData,
  });
  const tickets = waiting.data?.items ?? [];
  const definitions = useDefinitions(tickets);
  const items = tickets.filter((ticket) => {
    const definition = definitions.get(versionOf(ticket));
    return definition !== undefined && waitsIn(lane, ticket, definition);
  });
  return {
    items,
    isAll: waiting.data?.isAll ?? true,
    isPending: waiting.isPending || tickets.some((ticket) => !definitions.has(versionOf(ticket))),
    error: waiting.error,
    retry: () => void waiting.refetch(),
  };
}

async function readWaiting(signal: AbortSignal): Promise<{ items: Ticket[]; isAll: boolean }> {
  const items: Ticket[] = [];
  let cursor: string | undefined;
  do {
    const query = { waitsFor: 'person', sort: 'due', limit: PAGE, cursor } as const;
    const { data } = await api.GET('/api/tickets', { params: { query }, signal });
    if (data === undefined) break;
    items.push(...data.items);
    cursor = data.nextCursor ?? undefined;
  } while (cursor !== undefined && items.length < MOST);
  return { items, isAll: cursor === undefined };
}

function versionOf({ sop, sopVersion }: Ticket): string {
  return `${sop}@${String(sopVersion)}`;
}

/** The versions of SOPs that the tickets are on; what was published never changes. */
function useDefinitions(tickets: readonly Ticket[]): ReadonlyMap<string, SopDefinition> {
  const wanted = new Map(tickets.map((ticket) => [versionOf(ticket), ticket]));
  const answers = useQueries({
    queries: [...wanted.values()].map(({ sop, sopVersion }) =>
      $api.queryOptions(
        'get',
        '/api/sops/{id}/versions/{n}',
        { params: { path: { id: sop, n: String(sopVersion) } } },
        { staleTime: Infinity },
      ),
    ),
  });
  const names = [...wanted.keys()];
  return new Map(
    answers.flatMap(({ data }, at) =>
      // The contract leaves open what a definition looks like inside.
      data === undefined ? [] : [[names[at] ?? '', data as unknown as SopDefinition]],
    ),
  );
}

/** Which lane a ticket's steps are in that wait for people, to see who may do it. Empty until that is known. */
export function useHumanLanes(ticketId: string): { lanes: LaneName[]; version: number | null } {
  const params = { path: { id: ticketId } };
  const ticket = $api.useQuery('get', '/api/tickets/{id}', { params }).data;
  const guide = $api.useQuery('get', '/api/tickets/{id}/guide', { params }).data;
  const definition = useDefinitions(ticket ? [ticket] : [])
    .values()
    .next().value;
  if (ticket === undefined || guide === undefined || definition === undefined)
    return { lanes: [], version: ticket?.version ?? null };
  const lanes = guide.steps
    .filter(({ kind }) => kind === 'human')
    .map(({ step, team, tier }) => {
      const { skills } = laneOfStep(definition, step, ticket);
      return { team, tier, skills };
    });
  return { lanes, version: ticket.version };
}
