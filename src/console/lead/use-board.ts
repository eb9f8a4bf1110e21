import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SopDefinition } from '../../engine/sop-format';
import { $api } from '../api/client';
import { useLive } from '../api/live';
import { refresh } from '../api/queries';
import { hasRole, useMe } from '../api/session';
import { setServerTime } from '../kit/now';
import { keepOrder, laneOfStep, type LaneName, type Ticket } from './lanes';

/** Who leaves says nothing: the board looks by itself this often (ms). */
const LOOK_MS = 30_000;

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

/** The tickets that wait in a lane, due first. `isAll` is false when more wait than are listed. */
export function useLaneTickets({ team, tier, skills }: LaneName) {
  const query = { team, tier, ...(skills.length > 0 && { skills: skills.join(',') }) };
  const waiting = $api.useQuery(
    'get',
    '/api/desk/waiting',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return {
    items: waiting.data?.items ?? [],
    isAll: waiting.data?.isAll ?? true,
    isPending: waiting.isPending,
    error: waiting.error,
    retry: () => void waiting.refetch(),
  };
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
