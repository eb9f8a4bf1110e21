import { QueryClient } from '@tanstack/react-query';
import { toProblem } from './problem';
import { session } from './session';

/** What was fetched, shared by all pages. A failure that may pass is tried again; one that says why is not. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => toProblem(error).isPassing && count < 2,
      retryDelay: (count) => 400 * 2 ** count,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

// What was fetched for one person is not for the next, in whichever tab they signed out.
session.subscribe(() => session.state.status === 'out' && queries.clear());

/** Has everything below these paths fetched anew, shown ones at once. `/api/tickets/{id}` is a path as the contract writes it. */
export function refresh(...paths: string[]): Promise<unknown> {
  return queries.invalidateQueries({
    predicate: ({ queryKey }) => paths.some((path) => String(queryKey[1]).startsWith(path)),
  });
}
