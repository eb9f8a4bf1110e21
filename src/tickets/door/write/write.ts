import type { Change } from '../../decide/change.js';
import type { Seals } from './seals.js';

/** A command's key and its answer, as the write stores them. */
export interface CommandKey {
  scope: string;
  key: string;
  bodyHash: string;
}

/** A change on its way into the tables. */
export interface Write {
  change: Change;
  /** Under which it is stored with its answer; null: the caller gave none. */
  key: CommandKey | null;
  /** The command's identity, made at the door. */
  commandId: string;
  seals: Seals;
}
