import { useInfiniteQuery, useQuery, type InfiniteData, type UseQueryResult } from '@tanstack/react-query';
import type { SopDefinition } from '../../../engine/common/sop-format';
import { $api, api, type Schemas } from '../../api/client';
import { queries } from '../../api/queries';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { useSkillName } from '../common/skill-names';
import { useTeamName } from '../common/team-names';
import { storyTexts } from './texts';
import type { HistoryEntry, StoryWords, Visit } from './words';

export type Message = Schemas['Message'];

const LIMIT = 200;
/** Messages of a conversation that are fetched at a time. */
const SHOWN = 100;
interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** All pages of a list, one after the other. */
async function readAll<T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

async function must<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Error('A success without a body');
  return data;
}

/** Every event of a ticket, oldest first, in the reader's language. */
export function useHistory(ticketId: string): UseQueryResult<HistoryEntry[]> {
  const lang = useLang();
  return useQuery({
    queryKey: ['get', '/api/tickets/{id}/history', ticketId, 'all', lang],
    queryFn: ({ signal }) =>
      readAll((cursor) => {
        const params = { path: { id: ticketId }, query: { limit: LIMIT, cursor } };
        return must(api.GET('/api/tickets/{id}/history', { params, signal }));
      }),
  });
}

/** Where the messages of a ticket are kept. */
function messagesKey(ticketId: string): readonly unknown[] {
  return ['get', '/api/tickets/{id}/messages', ticketId, 'newest'];
}

function inOrder({ pages }: InfiniteData<Page<Message>>): Message[] {
  return pages.flatMap(({ items }) => items).reverse();
}

/** The conversation from its end: what was said last, oldest first; what was said before on demand, page by page. */
export function useMessages(ticketId: string) {
  return useInfiniteQuery({
    queryKey: messagesKey(ticketId),
    queryFn: ({ signal, pageParam }) => {
      const query = { order: 'newest' as const, limit: SHOWN, cursor: pageParam };
      return must(
        api.GET('/api/tickets/{id}/messages', { params: { path: { id: ticketId }, query }, signal }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    select: inOrder,
  });
}

/** The highest number of a message of the ticket, 0 without any; undefined while the page knows nothing of them. */
export function newestSeq(ticketId: string): number | undefined {
  const known = queries.getQueryData<InfiniteData<Page<Message>>>(messagesKey(ticketId));
  return known && Math.max(0, ...inOrder(known).map(({ seq }) => seq));
}

/** A message that has just been sent stands in the conversation at once; the server's own copy replaces it soon. */
export function showMessage(message: Message): void {
  queries.setQueryData<InfiniteData<Page<Message>>>(messagesKey(message.ticketId), (known) => {
    const [newest, ...earlier] = known?.pages ?? [];
    if (known === undefined || newest === undefined) return known;
    return { ...known, pages: [{ ...newest, items: [message, ...newest.items] }, ...earlier] };
  });
}

/** Every stay of a ticket in a step, in order. */
export function useVisits(ticketId: string) {
  return $api.useQuery('get', '/api/tickets/{id}/visits', { params: { path: { id: ticketId } } });
}

/** A version of an SOP; what was published never changes. */
export function useDefinition(of: { sop: string; sopVersion: number } | undefined): SopDefinition | null {
  const { data } = $api.useQuery(
    'get',
    '/api/sops/{id}/versions/{n}',
    { params: { path: { id: of?.sop ?? '', n: String(of?.sopVersion ?? '') } } },
    { enabled: of !== undefined, staleTime: Infinity },
  );
  return data === undefined ? null : (data as unknown as SopDefinition);
}

/** The words for telling a ticket's story to the reader. */
export function useStoryWords(definition: SopDefinition | null, visits: Visit[]): StoryWords {
  const lang = useLang();
  const say = useTexts(storyTexts);
  const format = useFormat();
  const teamOf = useTeamName();
  const skillOf = useSkillName();
  const names = new Map(
    visits.flatMap(({ agents, agentNames }) => agents.map((id, i) => [id, agentNames[i]])),
  );
  return {
    ...{ lang, say, definition, teamOf, skillOf },
    duration: (ms) => format.duration(ms),
    nameOf: (userId) => names.get(userId) ?? null,
    titleOf: (step) =>
      visits.find((visit) => visit.step === step)?.title ?? titleIn(definition, step)?.[lang] ?? step,
  };
}

function titleIn(definition: SopDefinition | null, step: string) {
  let states = definition?.states;
  let title;
  for (const name of step.split('.')) {
    const state = states?.[name];
    title = state?.meta?.title;
    states = state?.states;
  }
  return title;
}
