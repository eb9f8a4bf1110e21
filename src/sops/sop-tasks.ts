import type { CheckedSop, Known, SopDiff, SopFormat } from '../engine/index.js';
import type { SopDefinition } from '../engine/common/model.js';
import { taskOf } from '../threads/task.js';

/** An SOP as it was written. */
interface Written {
  source: string;
  format: SopFormat;
}
export interface CheckInput extends Written {
  /** What there is beside the SOP, as far as that is to be judged. */
  known: Known;
}
export interface ReadInput extends Written {
  asYaml: boolean;
}
export interface ReadText {
  definition: SopDefinition;
  /** Null where it was not asked for and the text is none. */
  yaml: string | null;
}
export interface DiffInput {
  before: Written;
  after: Written;
}

const FILE = 'sop-work.thread';

/** What `checkSop` says. */
export const CHECK_SOP = taskOf<CheckInput, CheckedSop>(import.meta.url, FILE, 'check');
/** The definition of a text. Throws `SopUnreadable`. */
export const READ_SOP = taskOf<ReadInput, ReadText>(import.meta.url, FILE, 'read');
/** What differs between two texts. Throws `SopUnreadable`. */
export const DIFF_SOPS = taskOf<DiffInput, SopDiff>(import.meta.url, FILE, 'diff');
