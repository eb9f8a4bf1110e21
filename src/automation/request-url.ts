/** Why a path cannot be joined to the base of its connection. */
export class PathRefused extends Error {}

/**
 * The address of a call: the connection's base, the path below it, and the query. The path may not leave the base:
 * it begins with a slash and holds no dot segments, no query, no fragment and no backslash, encoded or not.
 * Throws `PathRefused`, and `TypeError` for a base that is no URL.
 */
export function requestUrl(baseUrl: string, path: string, query: Readonly<Record<string, string>>): URL {
  const base = new URL(baseUrl);
  if (base.protocol !== 'http:' && base.protocol !== 'https:') {
    throw new PathRefused(`the connection speaks ${base.protocol} instead of http or https`);
  }
  const fault = faultOf(path);
  if (fault) throw new PathRefused(`the path ${JSON.stringify(path.slice(0, 200))} ${fault}`);
  const root = base.pathname.replace(/(?<!\/)\/+$/, '');
  const url = new URL(base);
  url.pathname = root + path;
  url.search = '';
  url.hash = '';
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  if (url.origin !== base.origin || !url.pathname.startsWith(`${root}/`)) {
    throw new PathRefused(`the path ${JSON.stringify(path.slice(0, 200))} leaves its connection`);
  }
  return url;
}

function faultOf(path: string): string | null {
  if (!path.startsWith('/')) return 'does not begin with a slash';
  if (path.startsWith('//')) return 'names another host';
  if ([...path].some((char) => char < ' ' || char === '\u007f')) return 'holds control characters';
  if (/[?#\\]/.test(path)) return 'holds one of ? # \\';
  if (/%(?:2f|5c|00)/i.test(path)) return 'holds an encoded slash';
  const segments = path.split('/').map((segment) => segment.replace(/%2e/gi, '.'));
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'holds dot segments';
  return null;
}
