import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { $api } from '../api/client';
import { useLive } from '../api/live';
import { refresh } from '../api/queries';
import { hasRole, useMe } from '../api/session';
import { setServerTime } from '../kit/common/now';
import { keepOrder, type HumanStep, type LaneName } from './lanes';

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

/**
 * What the person who looks at the board may do with the tickets on it. `teams`: of one of these they are; a role alone
 * moves no ticket, and a manager only looks.
 */
export function useMayAct(teams: readonly string[]): { take: boolean; lead: boolean; open: boolean } {
  const me = useMe();
  const isOfTeam = me.teams.some(({ team }) => teams.includes(team));
  return {
    take: isOfTeam && hasRole(me, 'agent', 'lead'),
    lead: isOfTeam && hasRole(me, 'lead'),
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

/** The steps of a ticket that are for people, and whether this person may pass one of them on; null until it is known. */
export function useHumanSteps(
  ticketId: string,
): { steps: HumanStep[]; version: number; mayTransfer: boolean } | null {
  const params = { path: { id: ticketId } };
  const guide = $api.useQuery('get', '/api/tickets/{id}/guide', { params }, { staleTime: 0 }).data;
  if (guide === undefined) return null;
  const steps = guide.steps.filter(({ kind }) => kind === 'human');
  return { steps, version: guide.version, mayTransfer: guide.acts.includes('transfer') };
}
