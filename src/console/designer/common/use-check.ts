import { useEffect, useState } from 'react';
import { api } from '../../api/client';
import type { Finding } from './findings';

const PAUSE_MS = 400;
const AGAIN_MS = 5_000;

export interface Checked {
  /** What the server found in `text`; null before its first answer. */
  findings: Finding[] | null;
  text: string | null;
  /** The newest text could not be checked. */
  isAway: boolean;
}

/** The findings of the server, asked for when somebody pauses. The newest text wins, whichever answer comes last. */
export function useCheck(text: string): Checked {
  const [checked, setChecked] = useState<Checked>({ findings: null, text: null, isAway: false });
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const check = async (): Promise<void> => {
      try {
        const { data } = await api.POST('/api/sops/check', {
          body: { source: text, format: 'yaml' },
          signal: abort.signal,
        });
        if (!abort.signal.aborted && data) setChecked({ findings: data.findings, text, isAway: false });
      } catch {
        if (abort.signal.aborted) return;
        setChecked((before) => ({ ...before, isAway: true }));
        timer = setTimeout(() => void check(), AGAIN_MS);
      }
    };
    timer = setTimeout(() => void check(), PAUSE_MS);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [text]);
  return checked;
}
