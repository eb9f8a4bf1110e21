import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { stepOfPointer } from '../../kit/sop-diagram/graph';

export interface Chosen {
  /** JSON pointer of a step or a way; empty: the SOP as a whole. */
  pointer: string;
  /** Dotted path of the step. */
  step: string;
}

export const PANES = ['diagram', 'yaml', 'panel'] as const;
export type Pane = (typeof PANES)[number];

/** What is chosen and shown on the editor's page, kept in its address: a link leads to the same place. */
export function useChosen(): [Chosen, (pointer: string) => void] {
  const [params, setParams] = useSearchParams();
  const pointer = params.get('at') ?? '';
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  // The rest of the address may change while this waits.
  const latest = useRef(setParams);
  useEffect(() => {
    latest.current = setParams;
  });
  const choose = useCallback((next: string) => {
    // A cursor that runs through the text must not write an address for each line.
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      latest.current((now) => withParam(now, 'at', next), { replace: true });
    }, 60);
  }, []);
  return [{ pointer, step: stepOfPointer(pointer) }, choose];
}

/** The panes that are shown; at least one. */
export function usePanes(): [Pane[], (panes: Pane[]) => void] {
  const [params, setParams] = useSearchParams();
  const hidden = (params.get('hide') ?? '').split(',');
  const shown = PANES.filter((pane) => !hidden.includes(pane));
  const show = (panes: Pane[]): void => {
    const hide = PANES.filter((pane) => !panes.includes(pane));
    if (hide.length < PANES.length)
      setParams((now) => withParam(now, 'hide', hide.join(',')), { replace: true });
  };
  return [shown.length > 0 ? shown : [...PANES], show];
}

function withParam(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
}
