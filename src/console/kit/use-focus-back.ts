import type { MenuProps } from 'antd';
import { useEffect, useRef, useState, type RefObject } from 'react';

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

/**
 * For a button with a menu: whatever an item opens gives the focus back to the button, because the item itself is gone
 * by then. `toButton` is called for each item that was chosen.
 */
export function useMenuButton(): {
  button: RefObject<HTMLButtonElement | null>;
  toButton: NonNullable<MenuProps['onClick']>;
} {
  const button = useRef<HTMLButtonElement>(null);
  const toButton: MenuProps['onClick'] = ({ domEvent }) => {
    // The same key must not press the button that has the focus now.
    domEvent.preventDefault();
    button.current?.focus();
  };
  return { button, toButton };
}
