/** What a connection lets SOPs ask for. What is absent is not restricted. */
export interface CallRules {
  methods?: readonly string[];
  /** Beginnings of paths below the base, in whole segments: `/orders` allows `/orders/1`, but not `/orders-old`. */
  paths?: readonly string[];
}

export function allowsMethod({ methods }: CallRules, method: string): boolean {
  return methods === undefined || methods.includes(method);
}

/** `path`: below the base of the connection, as it goes over the wire, without its query. */
export function allowsPath({ paths }: CallRules, path: string): boolean {
  return paths === undefined || paths.some((one) => isBelow(path, wired(one)));
}

/** May a path that begins like this be allowed, whatever follows? */
export function mayAllowPath({ paths }: CallRules, beginning: string): boolean {
  if (paths === undefined) return true;
  const begins = wired(beginning);
  return paths.map(wired).some((one) => isBelow(begins, one) || one.startsWith(begins));
}

function isBelow(path: string, beginning: string): boolean {
  return path === beginning || path.startsWith(beginning.endsWith('/') ? beginning : `${beginning}/`);
}

/** A path as it goes over the wire. */
function wired(path: string): string {
  const url = new URL('http://host');
  url.pathname = path;
  return url.pathname;
}
