import { Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { kitTexts } from './texts';

/** True once `isWaiting` has lasted 200 ms: shorter waits show nothing, so that nothing flickers. */
export function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(true), 200);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting]);
  return isWaiting && isLate;
}

/** Stands where something is still on its way. */
export function Waiting({ rows = 4, children }: { rows?: number; children?: ReactNode }) {
  const say = useTexts(kitTexts);
  const isLate = useIsLate(true);
  if (!isLate) return <div aria-busy="true" />;
  return (
    <div aria-busy="true" role="status" aria-label={say('loading')}>
      {children ?? <Skeleton active title={false} paragraph={{ rows }} />}
    </div>
  );
}
