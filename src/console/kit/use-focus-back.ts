import { useEffect, useState } from 'react';

/**
 * For a dialog that leaves the page when it closes: the focus goes back to where it was before, unless it is somewhere
 * else by then. The library gives it back only where it hides a dialog itself.
 */
export function useFocusBack(): void {
  // Taken before the dialog gives the focus to a field of its own.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const { activeElement } = document;
      const isLost = activeElement === null || activeElement === document.body || !activeElement.isConnected;
      if (isLost && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    },
    [before],
  );
}
