import { useMemo, type DOMAttributes } from 'react';

/*
 * When the person last pressed a key or clicked in the area of a ticket. Only that instant is kept, in this page and until it
 * is left: nothing of what was pressed, where, or how often. The lease keeper tells it to the server with a renewal.
 */

/** After so long a quiet the first sign is told at once, so that the work counts from there on (ms). */
const QUIET_MS = 60_000;

const lastSigns = new Map<string, number>();
const wakers = new Set<(ticketId: string) => void>();

/** The instant of the last sign in the ticket, by the clock of this page; null: none. */
export function lastSignIn(ticketId: string): number | null {
  return lastSigns.get(ticketId) ?? null;
}

/** Hears of the first sign in a ticket after a while of quiet; the answer ends it. */
export function onWaking(hear: (ticketId: string) => void): () => void {
  wakers.add(hear);
  return () => wakers.delete(hear);
}

function noteSign(ticketId: string, now: number): void {
  const before = lastSigns.get(ticketId);
  lastSigns.set(ticketId, now);
  // The first of all is early enough with the next renewal: the hold itself has begun with an act.
  if (before !== undefined && now - before > QUIET_MS) for (const hear of wakers) hear(ticketId);
}

/** What the area of a ticket listens to; also what is shown above it, like a dialog, belongs to it. */
export function useSignsOfLife(
  ticketId: string,
): Pick<DOMAttributes<HTMLElement>, 'onKeyDownCapture' | 'onPointerDownCapture'> {
  return useMemo(() => {
    // What a script does is no sign of a person.
    const note = ({ nativeEvent }: { nativeEvent: Event }): void => {
      if (nativeEvent.isTrusted) noteSign(ticketId, Date.now());
    };
    return { onKeyDownCapture: note, onPointerDownCapture: note };
  }, [ticketId]);
}
