import type { CompiledSop, InvokeDef, Text } from '../engine/index.js';
import type { Connection } from './connections.service.js';

/** A version of an SOP that calls a connection, and in which steps. */
export interface ConnectionUse {
  sop: string;
  titles: Text;
  version: number;
  steps: string[];
  /** In the order of `steps`; the id of one that has no title. */
  stepTitles: Text[];
}

/** Which connections a version of an SOP calls, by name, with the steps in document order. */
export function usesOf(sop: CompiledSop): Map<string, ConnectionUse> {
  const uses = new Map<string, ConnectionUse>();
  for (const { id, def } of sop.states.values()) {
    for (const { input } of invokesOf(def.invoke)) {
      const use = uses.get(input.connection) ?? newUse(sop);
      uses.set(input.connection, use);
      if (use.steps.includes(id)) continue;
      use.steps.push(id);
      use.stepTitles.push(def.meta?.title ?? { en: id, 'zh-CN': id });
    }
  }
  return uses;
}

function newUse({ id, version, meta }: CompiledSop): ConnectionUse {
  return { sop: id, titles: meta.title, version, steps: [], stepTitles: [] };
}

function invokesOf(invoke: InvokeDef | InvokeDef[] | undefined): InvokeDef[] {
  if (invoke === undefined) return [];
  return Array.isArray(invoke) ? invoke : [invoke];
}

/** An address that may be shown: without a name and password, and without a query, where keys may stand. */
export function showUrl(baseUrl: string): string {
  if (!URL.canParse(baseUrl)) return '';
  const url = new URL(baseUrl);
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}

/** A text of another system or library, with everything struck out that the connection keeps secret. */
export function withoutSecrets(text: string, connection: Connection): string {
  const url = URL.canParse(connection.baseUrl) ? new URL(connection.baseUrl) : null;
  const secrets = [
    ...Object.values(connection.headers ?? {}).flatMap((value) => [value, ...value.split(/\s+/)]),
    url?.username ?? '',
    url?.password ?? '',
    ...(url ? [...url.searchParams.values()] : []),
  ];
  return secrets
    .filter((secret) => secret.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replaceAll(secret, '•••'), text);
}
