import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';

type User = Schemas['UserDto'];

/** All active people, all pages. */
export function useEverybody() {
  return useQuery({
    queryKey: ['get', '/api/users', 'everybody'],
    queryFn: async ({ signal }) => {
      const all: User[] = [];
      let cursor: string | undefined;
      do {
        const query = { active: true, limit: 200, cursor };
        const { data } = await api.GET('/api/users', { params: { query }, signal });
        all.push(...(data?.items ?? []));
        cursor = data?.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return all;
    },
  });
}
