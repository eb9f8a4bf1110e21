import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { queryOf, readFilters, writeFilters, type FigureQuery, type Filters } from './filters';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export interface FilterRoom {
  filters: Filters;
  query: FigureQuery;
  /** The same, with the period before where it is wanted. */
  compared: FigureQuery & { compare?: 'previous' };
  /** Changes the address in place; the page stays. */
  change: (change: Partial<Filters>) => void;
  /** The address of another page with the same filters, or with some of them changed. */
  linkTo: (path: string, extra?: Record<string, string | undefined>, change?: Partial<Filters>) => string;
}

/** What the figures of this page are of, from its address. */
export function useFilters(): FilterRoom {
  const [params, setParams] = useSearchParams();
  const filters = useStable(readFilters(params, Date.now(), ownZone));
  return useMemo(
    () => ({
      filters,
      query: queryOf(filters),
      compared: { ...queryOf(filters), ...(filters.isCompared ? { compare: 'previous' as const } : {}) },
      change: (change) => {
        // The address itself: the page may not have drawn the change before this one yet.
        const shown = new URLSearchParams(window.location.search);
        const old = readFilters(shown, Date.now(), ownZone);
        const next = { ...old, ...change };
        if (change.sop !== undefined && change.sop !== old.sop) next.version = null;
        const said = writeFilters(next, ownZone);
        for (const [name, value] of shown) if (KEPT.includes(name)) said.set(name, value);
        setParams(said, { replace: true });
      },
      linkTo: (path, extra = {}, change = {}) => {
        const said = writeFilters({ ...filters, ...change }, ownZone);
        for (const [name, value] of Object.entries(extra)) if (value !== undefined) said.set(name, value);
        const search = said.toString();
        return `/manager${path}${search === '' ? '' : `?${search}`}`;
      },
    }),
    [filters, setParams],
  );
}

/** What a page says in its address beside the filters, and a change of them does not touch. */
const KEPT = ['list', 'of', 'only', 'colour', 'whose', 'sort', 'trend'];

/** The same object as long as it says the same. */
function useStable(filters: Filters): Filters {
  const key = JSON.stringify(filters);
  return useMemo(() => JSON.parse(key) as Filters, [key]);
}

/** The address that shows just this to everybody, on any day and in any time zone. */
export function fixedLink({ filters }: FilterRoom): string {
  const params = new URLSearchParams(window.location.search);
  for (const [name, value] of writeFilters({ ...filters, preset: null }, '')) params.set(name, value);
  params.delete('days');
  return `${window.location.origin}${window.location.pathname}?${params.toString()}`;
}
