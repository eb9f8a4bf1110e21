import { useSyncExternalStore } from 'react';

function watch(tell: () => void): () => void {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-look'] });
  return () => observer.disconnect();
}

/** Whether the page is dark now. */
export function useIsDark(): boolean {
  return useSyncExternalStore(watch, () => document.documentElement.dataset['look'] === 'dark');
}
