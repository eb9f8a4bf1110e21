import { useEffect, useRef } from 'react';

/** Stands in a dialog and gives the focus to its first field; where there is none, to the button that does it. */
export function DialogFocus() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The dialog itself takes the focus when it opens.
    const timer = setTimeout(() => {
      const dialog = place.current?.closest('[role="dialog"]');
      const body = place.current?.parentElement;
      const field = body?.querySelector<HTMLElement>('input:checked, input, textarea, select');
      (field ?? dialog?.querySelector<HTMLElement>('.ant-modal-footer button:last-child'))?.focus();
    });
    return () => clearTimeout(timer);
  }, []);
  return <span ref={place} hidden />;
}
