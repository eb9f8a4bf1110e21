export const LANGS = ['zh-CN', 'en'] as const;
export type Lang = (typeof LANGS)[number];
export type Text = Record<Lang, string>;

/** The texts of one room, by key, each in both languages. Keys that end in `_one` and `_other` are chosen by `count`. */
export interface Texts<K extends string> {
  room: string;
  entries: Record<K, Text>;
}

/** Every room's texts so far; rooms that load later add theirs. */
export const rooms = new Map<string, Record<string, Text>>();
const listeners = new Set<(room: string, entries: Record<string, Text>) => void>();

/** Declares the texts of a room. `{{name}}` inside is filled in. */
export function defineTexts<K extends string>(room: string, entries: Record<K, Text>): Texts<K> {
  rooms.set(room, entries);
  for (const tell of listeners) tell(room, entries);
  return { room, entries };
}

/** Calls with every room's texts, those of rooms that come later too. */
export function onTexts(tell: (room: string, entries: Record<string, Text>) => void): void {
  listeners.add(tell);
  for (const [room, entries] of rooms) tell(room, entries);
}
