import { isKept } from '../../../audit/jsonb-text.js';
import { sealRow, type RowSeal } from '../../../audit/row-seal.js';
import type { Json } from '../../../engine/common/model.js';
import type { Change, HistoryRow, MessageRow } from '../../decide/change.js';

/** A message with the number that its row has, and what covers it. */
export interface SealedMessage extends RowSeal {
  message: MessageRow;
  id: string;
}

/** What covers the rows that a change adds to the chain of its ticket: the event first, then its messages. */
export interface Seals {
  history: RowSeal;
  messages: SealedMessage[];
}

/** Seals what a command writes. `ids`: numbers for its messages. */
export function sealChange(change: Change, commandId: string, ids: readonly string[]): Seals {
  return {
    history: sealHistory(change, commandId),
    messages: change.messages.map((message, n) => sealMessage(change, message, String(ids[n]))),
  };
}

function sealHistory({ ticket, history: h }: Change, commandId: string): RowSeal {
  const personal = new Map<string, unknown>();
  if (h.facts.length > 0) personal.set('facts', h.facts);
  for (const [field, value] of personalData(h.data)) personal.set(field, value);
  return sealRow(personal, [
    ...['history', BigInt(ticket.id), ticket.version, Math.trunc(h.at), h.type, h.cause, ticket.state.steps],
    without(personal, 'actor', h.actor, 'name'),
    without(personal, 'recorded_by', h.recordedBy, 'name'),
    without(personal, 'escalation', h.escalation, 'reason'),
    commandId,
  ]);
}

function sealMessage({ ticket, history }: Change, m: MessageRow, id: string): SealedMessage {
  const personal = new Map<string, unknown>([['body', m.body]]);
  const content = [
    ...['message', BigInt(id), BigInt(ticket.id), ticket.version, Math.trunc(history.at), m.from],
    without(personal, 'author', m.author, 'name'),
    without(personal, 'recorded_by', m.recordedBy, 'name'),
    m.internal,
    m.closing,
  ];
  return { message: m, id, ...sealRow(personal, content) };
}

/** Each field of what was given stands alone; what has no fields is one. */
function personalData(data: HistoryRow['data']): [field: string, value: Json][] {
  if (data === null) return [];
  const fields = Object.entries(data).filter(([, value]) => isKept(value));
  return fields.length === 0 ? [['data', {}]] : fields.map(([key, value]) => [`data.${key}`, value]);
}

/** An object without the one value that names a person, which goes to `personal`. */
function without(
  personal: Map<string, unknown>,
  column: string,
  object: object | null,
  field: string,
): object | null {
  if (object === null) return null;
  const { [field]: value, ...rest } = object as Record<string, unknown>;
  if (isKept(value)) personal.set(`${column}.${field}`, value);
  return rest;
}
