import { createContext, useContext } from 'react';
import type { Knowledge } from '../yaml/complete';
import { valueAt, type Edit } from '../yaml/edit-value';
import type { YamlPath } from '../yaml/yaml-text';

/** What every field of the panel needs. */
export interface PanelRoom {
  /** The SOP as it stands in the text. */
  value: unknown;
  /** Where the chosen state stands in it. */
  path: YamlPath;
  /** Dotted path of the chosen state. */
  step: string;
  knowledge: Knowledge | null;
  edit: (edits: readonly Edit[]) => void;
  /** Chooses another place, as a JSON pointer. */
  choose: (pointer: string) => void;
  /** Shows a place in the YAML, for somebody who wants to write there. */
  show: (path: YamlPath) => void;
  /** The chosen state has another id now. */
  follow: (id: string) => void;
}

export const PanelRoomContext = createContext<PanelRoom | null>(null);

export function usePanelRoom(): PanelRoom {
  const room = useContext(PanelRoomContext);
  if (!room) throw new Error('There is no panel around this');
  return room;
}

/** The value at a path of the SOP, and the acts that change it. */
export function useValue(path: YamlPath) {
  const { value, edit } = usePanelRoom();
  return {
    value: valueAt(value, path),
    set: (next: unknown) => edit([{ act: 'set', path, value: next }]),
    /** Takes it away, and what is empty without it, but no state. */
    clear: () => edit([{ act: 'remove', path, keep: keepOf(path) }]),
  };
}

/** Removals stop at the state (or the SOP's own `meta`). */
function keepOf(path: YamlPath): number {
  return path.findLastIndex((key, index) => path[index - 1] === 'states') + 2;
}
