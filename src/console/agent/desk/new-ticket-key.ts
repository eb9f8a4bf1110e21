/** The last try to open a ticket whose answer is not known yet. */
export interface Try {
  /** All that was sent. */
  said: string;
  key: string;
  isUnknown?: boolean;
}

/**
 * The key under which a ticket is opened now. As long as nobody knows whether the last try opened one, what was changed
 * since goes out under its key too: the server refuses it if there is one, instead of opening a second.
 */
export function keyOfTry(tried: Try | null, said: string, makeKey: () => string): string {
  return tried !== null && (tried.said === said || tried.isUnknown === true) ? tried.key : makeKey();
}
