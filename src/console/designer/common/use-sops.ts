import { $api } from '../../api/client';

/** All SOPs, as the list of the designer shows them. */
export function useSops() {
  return $api.useQuery('get', '/api/sops', { params: { query: { limit: 200 } } });
}

/** An SOP of that list and its title; the id stands for the title only when the list does not know it. */
export function useListedSop(id: string) {
  const sops = useSops();
  const sop = sops.data?.items.find((one) => one.id === id);
  return { sops, sop, title: sop?.title ?? (sops.isLoading ? '…' : id) };
}
