import type { SopFormat } from '../../engine/index.js';
import type { JsonObject, SopDefinition } from '../../engine/common/model.js';
import type { Lang, Text } from '../../engine/common/text.js';
import { taskOf } from '../../threads/task.js';
import type { OpenTicket } from '../model/model.js';
import type { StandIn, WalkAct } from './sop-walk.js';
import type { WalkAnswerDto } from './sop-walk-answer.dto.js';

/** All that a walk needs to know, as plain JSON. */
export interface WalkInput {
  /** The SOP that is walked must have this id. */
  id: string;
  source: string;
  format: SopFormat;
  /** Null: the draft, or a text that is still being written. */
  version: number | null;
  /** What a version was when it was published; it runs even where today's parser refuses the text. */
  stored: SopDefinition | null;
  /** Calendars of the teams as JSON, by id. */
  calendars: Record<string, string>;
  /** How many tiers the teams have, by id. */
  tiers: Record<string, number>;
  /** How skills are called, by name. */
  skills: Record<string, Text>;
  data: JsonObject;
  customer?: OpenTicket['customer'];
  start: number;
  acts: WalkAct[];
  as?: StandIn;
  lang: Lang;
}

/** Throws `SopUnreadable`, `SopIdMismatch`, `SopNotRunnable`, and what opening a ticket throws. */
export const WALK_SOP = taskOf<WalkInput, WalkAnswerDto>(import.meta.url, 'walk.thread', 'walk');
