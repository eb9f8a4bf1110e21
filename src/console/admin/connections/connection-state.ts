/** What is looked at of a connection. */
interface Known {
  configured: boolean;
  calls: { last24h: number; failed: number; lastFailed: boolean };
}

/** `failing`: the last call failed; `someFailed`: others did, and it works again. */
export type ConnectionState = 'notConfigured' | 'failing' | 'someFailed' | 'unused' | 'ok';

/** How a connection stands, by the calls of a day. */
export function stateOf({ configured, calls }: Known): ConnectionState {
  if (!configured) return 'notConfigured';
  if (calls.lastFailed) return 'failing';
  if (calls.failed > 0) return 'someFailed';
  return calls.last24h === 0 ? 'unused' : 'ok';
}
