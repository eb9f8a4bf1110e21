import { useEffect, useRef } from 'react';

/** `n`, `Enter`, `mod+Enter` (Ctrl, on a Mac ⌘), `alt+1`, `?`. */
export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

const typing =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"]';

function nameOf(event: KeyboardEvent): string {
  const parts = [event.ctrlKey || event.metaKey ? 'mod+' : '', event.altKey ? 'alt+' : ''];
  // With Alt a Mac types other signs; the key's place says which digit or letter is meant.
  const key = event.altKey ? event.code.replace(/^(Key|Digit)/, '').toLowerCase() : event.key;
  return parts.join('') + (key.length === 1 ? key.toLowerCase() : key);
}

/** Keys for this page. Bare letters do nothing while somebody types or a dialog is open. */
export function useHotkeys(keys: Hotkeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = nameOf(event);
      const act = latest.current[name];
      if (!act) return;
      const isTyping = event.target instanceof Element && event.target.closest(typing) !== null;
      const isBare = !name.includes('+');
      if (isBare && (isTyping || document.querySelector('[role="dialog"]') !== null)) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
