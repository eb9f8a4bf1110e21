import { pathOf } from './path-of.js';

/** Remembers the routes of the server, to tell "wrong method" from "no such address". */
export class AllowedMethods {
  private readonly routes: { method: string; pattern: RegExp }[] = [];

  /** `url` as the router has it, with `:name` for a parameter. */
  add(methods: string | string[], url: string): void {
    if (url.includes('*')) return;
    const pattern = new RegExp(`^${url.split('/').map(segmentPattern).join('/')}/?$`);
    for (const method of [methods].flat()) this.routes.push({ method, pattern });
  }

  /** Methods that the path takes; empty when it does not exist. */
  of(path: string): string[] {
    const bare = decoded(pathOf(path));
    const found = this.routes.filter(({ pattern }) => pattern.test(bare)).map(({ method }) => method);
    return [...new Set(found)].sort();
  }
}

/** As the router reads it; what cannot be decoded is no route of ours. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function segmentPattern(segment: string): string {
  return segment.startsWith(':') ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
