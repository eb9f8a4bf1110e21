/**
 * Thrown when an expression reads a limit whose sum the caller has not loaded. No fault of the SOP and no answer to the
 * event: whoever asked loads the sum of `limit` under `key` and asks again. It therefore passes everything that
 * otherwise forgives a failing expression: closed guards, gaps in texts, refused events.
 */
export class LimitUnknown extends Error {
  constructor(
    /** Id of the limit, as `meta.limits` names it. */
    readonly limit: string,
    /** What it is counted by, e.g. the number of an order; never empty. */
    readonly key: string,
  ) {
    super(`The sum of the limit "${limit}" under "${key}" has not been loaded.`);
    this.name = 'LimitUnknown';
  }
}

/** For every `catch` that forgives expressions: throws the error again if it only says that a sum is to be loaded. */
export function passLimitUnknown(error: unknown): void {
  if (error instanceof LimitUnknown) throw error;
}
