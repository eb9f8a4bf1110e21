import { useEffect, useRef } from 'react';

/**
 * Stands in a dialog and gives the focus to its first field; where there is none, to the button that does it.
 * `isForTyping`: what can be chosen is chosen already, and the first text is what is missing.
 */
export function DialogFocus({ isForTyping = false }: { isForTyping?: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The dialog itself takes the focus when it opens.
    const timer = setTimeout(() => {
      const dialog = place.current?.closest('[role="dialog"]');
      const body = place.current?.parentElement;
      const text = isForTyping ? body?.querySelector<HTMLElement>('textarea, input[type="text"]') : null;
      const field = text ?? body?.querySelector<HTMLElement>('input:checked, input, textarea, select');
      (field ?? dialog?.querySelector<HTMLElement>('.ant-modal-footer button:last-child'))?.focus();
    });
    return () => clearTimeout(timer);
  }, [isForTyping]);
  return <span ref={place} hidden />;
}
