import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { SopDefinition } from '../../../engine/common/sop-format';
import { $api } from '../../api/client';
import { readUnsaved } from '../common/unsaved';
import { useSopSource } from '../common/use-sop-source';
import { isRecord } from '../yaml/yaml-render';
import { readYaml } from '../yaml/yaml-text';

/** Which text is walked through: what stands unsaved in the editor, the draft (else the newest version), or a version. */
export type WalkOf = 'unsaved' | 'draft' | number;

export interface WalkSource {
  of: WalkOf;
  setOf(of: WalkOf): void;
  choices: WalkOf[];
  hasDraft: boolean;
  /** Null: it cannot be read. */
  definition: SopDefinition | null;
  /** What the server is told to walk through. */
  told: { source?: string; version?: number };
  /** Changes whenever the text does. */
  key: string;
  isPending: boolean;
  error: unknown;
}

/** The text that the walk is about, kept in the address. */
export function useWalkSource(sop: string): WalkSource {
  const [params, setParams] = useSearchParams();
  const saved = useSopSource(sop);
  const unsaved = useMemo(() => readUnsaved(sop)?.text ?? null, [sop]);
  const versions = $api.useQuery('get', '/api/sops/{id}/versions', {
    params: { path: { id: sop }, query: { limit: 50 } },
  });
  const hasUnsaved = unsaved !== null && unsaved !== saved.data?.text;
  const of = readOf(params.get('of'), hasUnsaved);
  const number = typeof of === 'number' ? of : 0;
  const version = $api.useQuery(
    'get',
    '/api/sops/{id}/versions/{n}',
    { params: { path: { id: sop, n: String(number) } } },
    { enabled: number > 0, staleTime: Number.POSITIVE_INFINITY },
  );
  const text = of === 'unsaved' ? unsaved : of === 'draft' ? (saved.data?.text ?? null) : null;
  const written = useMemo(() => (text === null ? null : readYaml(text).value), [text]);
  const found: unknown = number > 0 ? version.data : written;
  return {
    of,
    setOf: (next) =>
      setParams(
        (now) => {
          const changed = new URLSearchParams(now);
          changed.set('of', String(next));
          return changed;
        },
        { replace: true },
      ),
    choices: [
      ...(hasUnsaved ? (['unsaved'] as const) : []),
      'draft',
      ...(versions.data?.items.map((one) => one.version) ?? []),
    ],
    hasDraft: (saved.data?.revision ?? null) !== null,
    // Whatever has states can be drawn; the server says whether it runs.
    definition: isRecord(found) && isRecord(found['states']) ? (found as unknown as SopDefinition) : null,
    told: of === 'unsaved' ? { source: unsaved ?? '' } : number > 0 ? { version: number } : {},
    key: number > 0 ? `version ${number}` : `${of} ${saved.data?.revision ?? ''} ${text ?? ''}`,
    isPending: number > 0 ? version.isPending : saved.isPending,
    error: number > 0 ? version.error : saved.error,
  };
}

function readOf(param: string | null, hasUnsaved: boolean): WalkOf {
  if (param !== null && /^[1-9]\d{0,8}$/.test(param)) return Number(param);
  if (param === 'draft') return 'draft';
  return hasUnsaved ? 'unsaved' : 'draft';
}
