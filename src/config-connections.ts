import { existsSync, readFileSync } from 'node:fs';
import type { Text } from './engine/common/text.js';

/** Another system that SOPs may call by name. */
export interface ConnectionConfig {
  baseUrl: string;
  headers?: Record<string, string>;
  /** Lets calls reach addresses of the own network. */
  allowPrivate?: boolean;
  timeoutMs?: number;
  /** What SOPs may ask of it; absent: everything. */
  methods?: string[];
  /** Beginnings of the paths below the base that SOPs may ask for, in whole segments; absent: all. */
  paths?: string[];
}

/** The connections of `STEPWISE_CONNECTIONS`, JSON or the name of a JSON file; or what is wrong with it. */
export function connectionsOf(value: string): Readonly<Record<string, ConnectionConfig>> | Text {
  if (!value.startsWith('{') && !existsSync(value)) {
    return { en: 'names a file that does not exist', 'zh-CN': '指定的文件不存在' };
  }
  try {
    const parsed: unknown = JSON.parse(value.startsWith('{') ? value : readFileSync(value, 'utf8'));
    const wrong = findWrongConnection(parsed);
    return wrong ?? (parsed as Record<string, ConnectionConfig>);
  } catch {
    // Headers hold keys of other systems: the text is not repeated, not even a part of it.
    return { en: 'is not valid JSON', 'zh-CN': '不是有效的 JSON' };
  }
}

function findWrongConnection(parsed: unknown): Text | null {
  if (!isRecord(parsed))
    return { en: 'must be an object of connections by name', 'zh-CN': '必须是以名称为键的对象' };
  for (const [name, connection] of Object.entries(parsed)) {
    const place = JSON.stringify(name);
    const isRight =
      /^[a-z][a-z0-9-]*$/.test(name) &&
      isRecord(connection) &&
      Object.entries(connection).every(([key, value]) => fitsConnection(key, value)) &&
      'baseUrl' in connection;
    if (!isRight) {
      return {
        en: `connection ${place} must be {baseUrl, headers?, allowPrivate?, timeoutMs?, methods?, paths?} under a name of a-z, 0-9 and "-"`,
        'zh-CN': `连接 ${place} 必须是 {baseUrl, headers?, allowPrivate?, timeoutMs?, methods?, paths?}，名称只能用 a-z、0-9 和“-”`,
      };
    }
  }
  return null;
}

function fitsConnection(key: string, value: unknown): boolean {
  switch (key) {
    case 'baseUrl':
      return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
    case 'headers':
      return isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
    case 'allowPrivate':
      return typeof value === 'boolean';
    case 'timeoutMs':
      return typeof value === 'number' && Number.isInteger(value) && value > 0;
    case 'methods':
      return isListOf(value, (one) => METHODS.includes(one));
    case 'paths':
      return isListOf(value, (one) => /^\/[^?#\\\s]*$/.test(one) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(one));
    default:
      return false;
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** An empty list would close the connection by mistake. */
function isListOf(value: unknown, fits: (one: string) => boolean): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && fits(one))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
