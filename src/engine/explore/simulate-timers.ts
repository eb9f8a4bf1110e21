/** What a timer of a ticket is for, as it can be read from its id. */
export interface TimerMeaning {
  /** Path of the state that set it. */
  step: string;
  kind: 'after' | 'sla-warned' | 'sla-breached';
  /** As the SOP writes it: `PT4H`, `PT8H business`. */
  delay: string;
}

/** Reads a timer's id; null for one that is none of a ticket's timers. */
export function readTimerId(sopId: string, id: string): TimerMeaning | null {
  const found = /^xstate\.after\.([^.]+)\.(.+)$/.exec(id);
  const [, key = '', path = ''] = found ?? [];
  if (found === null || (path !== sopId && !path.startsWith(`${sopId}.`))) return null;
  const step = path.slice(sopId.length + 1);
  const [, delay, happens] = /^(\S+ \S+) (sla-warned|sla-breached)$/.exec(key) ?? [];
  if (delay === undefined) return { step, kind: 'after', delay: key };
  const kind = happens === 'sla-warned' ? 'sla-warned' : 'sla-breached';
  return { step, kind, delay: delay.replace(/ calendar$/, '') };
}
