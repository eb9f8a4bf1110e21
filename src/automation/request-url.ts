import type { CallRules } from '../engine/index.js';
import { allowsMethod, allowsPath } from '../engine/index.js';

/** Why a path cannot be joined to the base of its connection, or is none that the connection allows. */
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
  const root = rootOf(base);
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

/** Throws `PathRefused` for a call that its connection does not allow; `url`: from `requestUrl`. */
export function checkAllowed(rules: CallRules & { baseUrl: string }, method: string, url: URL): void {
  const below = url.pathname.slice(rootOf(new URL(rules.baseUrl)).length);
  if (!allowsMethod(rules, method))
    throw new PathRefused(
      `${method} is not among what the connection allows: ${rules.methods?.join(', ') ?? ''}`,
    );
  if (!allowsPath(rules, below))
    throw new PathRefused(
      `${method} ${below.slice(0, 200)} is not among what the connection allows: ${rules.paths?.join(', ') ?? ''}`,
    );
}

/** The path of a base without slashes at its end. */
function rootOf({ pathname }: URL): string {
  return pathname.replace(/(?<!\/)\/+$/, '');
}

function faultOf(path: string): string | null {
  if (!path.startsWith('/')) return 'does not begin with a slash';
  if (path.startsWith('//')) return 'names another host';
  if ([...path].some((char) => char < ' ' || char === '\u007f')) return 'holds control characters';
  if (/[?#\\]/.test(path)) return 'holds one of ? # \\';
  // Encoded once more, too: some servers decode until nothing is left to decode.
  if (/%(?:25)*(?:2f|5c|00)/i.test(path)) return 'holds an encoded slash';
  // What follows a semicolon is no part of a segment for some servers.
  const segments = path
    .split('/')
    .map((one) => one.replace(/%(?:25)*2e/gi, '.').split(/;|%(?:25)*3b/i, 1)[0]);
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'holds dot segments';
  return null;
}
