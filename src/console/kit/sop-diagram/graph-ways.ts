import type { CelGuard, StateDef } from '../../../engine/common/sop-format';
import type { Text } from '../../i18n/define-texts';
import type { Act, Way, WayKind } from './graph';

/** A transition and where it leads, as written. */
export interface Draft extends Way {
  target: string | null;
}

type Fields = Record<string, unknown>;

/** What is being edited may hold anything anywhere. */
export function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function asString(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function asText(value: unknown): Text | null {
  const fields = asFields(value);
  const en = asString(fields['en']);
  const zh = asString(fields['zh-CN']);
  return en === null && zh === null ? null : { en: en ?? zh ?? '', 'zh-CN': zh ?? en ?? '' };
}

export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function readActs(value: unknown): Act[] {
  return listOf(value).map((entry) => {
    const { type, params } = asFields(entry);
    const fields = asFields(params);
    const to = { ...fields, ...asFields(fields['to']) };
    return {
      type: asString(type) ?? '',
      team: asString(to['team']),
      tier: typeof to['tier'] === 'number' ? to['tier'] : null,
    };
  });
}

function readGuard(value: unknown): CelGuard['params'] | null {
  const params = asFields(asFields(value)['params']);
  const expr = asString(params['expr']);
  return expr === null ? null : { expr, why: asText(params['why']) ?? { en: '', 'zh-CN': '' } };
}

function token(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function readWays(value: unknown, pointer: string, kind: WayKind, event: string): Draft[] {
  return listOf(value).map((entry, i): Draft => {
    const fields = typeof entry === 'string' ? { target: entry } : asFields(entry);
    const acts = readActs(fields['actions']);
    const isEscalation = event === 'ESCALATE' || acts.some((act) => act.type === 'escalate');
    const guard = readGuard(fields['guard']);
    return {
      pointer: Array.isArray(value) ? `${pointer}/${i}` : pointer,
      kind: isEscalation && kind !== 'failure' ? 'escalation' : kind,
      event,
      title: asText(asFields(fields['meta'])['title']),
      guard,
      isOtherwise: i > 0 && guard === null,
      acts,
      target: asString(fields['target']),
    };
  });
}

/** Every transition of a state except `onDone`, in the order of the definition. */
export function waysOf(def: StateDef, at: string): Draft[] {
  const own = asFields(def);
  const ways: Draft[] = [];
  for (const [event, value] of Object.entries(asFields(own['on']))) {
    ways.push(...readWays(value, `${at}/on/${token(event)}`, 'event', event));
  }
  for (const [delay, value] of Object.entries(asFields(own['after']))) {
    ways.push(...readWays(value, `${at}/after/${token(delay)}`, 'timeout', `after ${delay}`));
  }
  ways.push(...readWays(own['always'], `${at}/always`, 'always', ''));
  listOf(own['invoke']).forEach((entry, i) => {
    const invoke = asFields(entry);
    const pointer = Array.isArray(own['invoke']) ? `${at}/invoke/${i}` : `${at}/invoke`;
    const id = asString(invoke['id']) ?? '';
    ways.push(...readWays(invoke['onDone'], `${pointer}/onDone`, 'success', `done.${id}`));
    ways.push(...readWays(invoke['onError'], `${pointer}/onError`, 'failure', `error.${id}`));
  });
  return ways;
}

/** Where a compound or parallel state leads when its work is done. */
export function waysWhenDone(def: StateDef, at: string): Draft[] {
  return readWays(asFields(def)['onDone'], `${at}/onDone`, 'flow', '');
}
