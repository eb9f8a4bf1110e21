import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { ApiProblem, toProblem } from '../../api/problem';
import { queries } from '../../api/queries';
import { useLang } from '../../i18n/texts';
import { takenActs, type WalkAct, type WalkAnswer, type WalkBegin } from './walk';
import { keepWalk, readKeptWalk, type KeptWalk } from './walk-store';
import type { WalkSource } from './walk-source';

export type WalkAs = 'due' | 'agent' | 'lead';

/** The refusal of an act that was tried; it is not part of the walk. */
export interface Refusal {
  act: WalkAct;
  problem: ApiProblem;
}

export interface Walk {
  kept: KeptWalk | null;
  answer: WalkAnswer | undefined;
  /** Why the walk as a whole cannot be shown. */
  error: unknown;
  refusal: Refusal | null;
  isBusy: boolean;
  begin(begin: WalkBegin): Promise<ApiProblem | null>;
  /** True when the ticket took it. */
  take(act: WalkAct): Promise<boolean>;
  goBackTo(acts: WalkAct[]): void;
  forgetRefusal(): void;
  restart(): void;
}

/** A walk through an SOP. The server keeps nothing: every answer is made of the beginning and all acts so far. */
export function useWalk(sop: string, source: WalkSource, as: WalkAs): Walk {
  const lang = useLang();
  const [kept, setKept] = useState(() => readKeptWalk(sop));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);

  const { told, key: text, definition } = source;
  const keyOf = (walk: KeptWalk | null): unknown[] =>
    // Named as a path below /api/sops, so that a draft saved elsewhere is walked anew.
    ['walk', '/api/sops/{id}/simulate', sop, text, walk, as, lang];
  const ask = async ({ begin, acts }: KeptWalk): Promise<WalkAnswer> => {
    const body: Schemas['WalkRequest'] = { ...told, ...begin, acts, ...(as === 'due' ? {} : { as }) };
    const { data } = await api.POST('/api/sops/{id}/simulate', { params: { path: { id: sop } }, body });
    if (!data) throw new ApiProblem(0, null);
    return data;
  };
  const query = useQuery({
    queryKey: keyOf(kept),
    queryFn: () => (kept ? ask(kept) : Promise.reject(new ApiProblem(0, null))),
    enabled: kept !== null && definition !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });

  const goOn = (walk: KeptWalk | null, answer?: WalkAnswer): void => {
    if (answer) queries.setQueryData(keyOf(walk), answer);
    keepWalk(sop, walk);
    setKept(walk);
    setRefusal(null);
  };

  const begin = async (start: WalkBegin): Promise<ApiProblem | null> => {
    setBusy(true);
    try {
      const walk = { begin: start, acts: [] };
      goOn(walk, await ask(walk));
      return null;
    } catch (error) {
      return toProblem(error);
    } finally {
      setBusy(false);
    }
  };

  const take = async (act: WalkAct): Promise<boolean> => {
    if (!kept || isBusy || query.isPlaceholderData) return false;
    setBusy(true);
    try {
      const acts = takenActs(kept.acts, query.data?.refusedAct ?? null);
      const made = act.type === 'event' && act.as === undefined && as !== 'due' ? { ...act, as } : act;
      const walk = { begin: kept.begin, acts: [...acts, made] };
      const answer = await ask(walk);
      if (answer.refused) {
        setRefusal({ act, problem: new ApiProblem(answer.refused.status, answer.refused) });
        return false;
      }
      goOn(walk, answer);
      return true;
    } catch (error) {
      setRefusal({ act, problem: toProblem(error) });
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    ...{ kept, refusal, isBusy, begin, take },
    answer: kept ? query.data : undefined,
    error: kept ? query.error : null,
    goBackTo: (acts) => {
      if (kept) goOn({ begin: kept.begin, acts });
    },
    forgetRefusal: useCallback(() => setRefusal(null), []),
    restart: () => goOn(null),
  };
}
