import { useEffect, useState } from 'react';
import { secondsLeft, toProblem } from '../../api/problem';

/** Whole seconds, counting down, until what was refused for too many tries may be tried again; 0: now. */
export function useWait(error: unknown): number {
  const wait = error === null ? null : toProblem(error).wait;
  const [now, setNow] = useState(0);
  const until = wait?.until ?? 0;
  useEffect(() => {
    if (until <= Date.now()) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (until <= Date.now()) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return secondsLeft(wait, now);
}
