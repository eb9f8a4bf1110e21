import type { Person } from '../../people/common/model.js';
import type { LiveEvent } from './hints.js';

/** An event as it goes over the wire. Data is one line: JSON holds no line breaks. */
export function writeEvent({ event, data }: LiveEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A comment, so that the connection is not taken for dead. */
export const HEARTBEAT = ': still here\n\n';

/** Where a stream's text goes. */
export interface Outlet {
  /** False: the reader does not keep up. */
  push(text: string): boolean;
  /** Ends the answer, after what was pushed. */
  end(): void;
  /** Cuts the connection. */
  cut(): void;
}

/** Somebody who listens. */
export interface Listener {
  person: Person;
  sessionId: string;
  generation: number;
  /** When the session ends, ms. */
  endsAt: number;
  /** When something was written last, ms. */
  wroteAt: number;
  outlet: Outlet;
}
