import type { JsonObject } from '../engine/common/model.js';
import type { Ticket } from '../tickets/model/model.js';
import type { Todo } from './agenda.js';
import type { Chance } from './chance.js';
import type { Door } from './door.js';
import type { Staff } from './staff.js';
import type { Story } from './stories.js';

/** What all cases share. */
export interface Stage {
  door: Door;
  staff: Staff;
  /** How often an act was refused, by the act and the slug of the problem. */
  refused: Map<string, number>;
  leaseMs: number;
}

/** The case as those who act in it see it. */
export interface Scene {
  readonly story: Story;
  readonly chance: Chance;
  readonly stage: Stage;
  readonly ticket: Ticket | null;
  /** How often each event was taken. */
  readonly taken: Map<string, number>;
  data: JsonObject | null;
  plan(todo: Todo): void;
}
