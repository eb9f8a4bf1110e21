import type { HistoryEntry } from '../../kit/ticket-story/words';

/** Something that was ordered. */
export interface OrderLine {
  name: string;
  quantity: number;
  /** Of one piece; null: not known. */
  price: number | null;
}
export interface Order {
  lines: OrderLine[];
  /** ISO 4217; null: not known. */
  currency: string | null;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What the customer ordered, from the last answer of another system that has `items` with name and quantity; null when
 * no system told it.
 */
export function orderOf(history: Pick<HistoryEntry, 'type' | 'data'>[]): Order | null {
  for (const { type, data } of history.toReversed()) {
    const output = type.startsWith('done.') ? data?.['output'] : undefined;
    if (!isFields(output) || !Array.isArray(output['items'])) continue;
    const lines = output['items'].flatMap(lineOf);
    const { currency } = output;
    if (lines.length > 0) return { lines, currency: typeof currency === 'string' ? currency : null };
  }
  return null;
}

function lineOf(item: unknown): OrderLine[] {
  if (!isFields(item)) return [];
  const { name, quantity, price } = item;
  if (typeof name !== 'string' || typeof quantity !== 'number') return [];
  return [{ name, quantity, price: typeof price === 'number' ? price : null }];
}
