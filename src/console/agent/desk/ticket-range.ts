/** Which tickets a list shows: by whose turn it is, or how they stand. */
export type Range = 'person' | 'customer' | 'others' | 'resolved' | 'all';

/** What each range asks the server for; what is due first stands first where somebody has to act. */
export const RANGES = {
  person: { waitsFor: 'person', sort: 'due' },
  customer: { waitsFor: 'customer', sort: 'updated' },
  others: { waitsFor: 'others', sort: 'updated' },
  resolved: { status: 'resolved', sort: 'updated' },
  all: { sort: 'updated' },
} as const;

export function rangeOf(name: string | null): Range {
  return name !== null && Object.hasOwn(RANGES, name) ? (name as Range) : 'person';
}
