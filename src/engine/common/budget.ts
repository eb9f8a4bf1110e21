/** What was to be worked out would take too long, and was broken off. The same values always end the same way. */
export class TooCostly extends Error {
  override readonly name = 'TooCostly';
  constructor(what: string, most: number) {
    super(`${what} takes more than ${String(most)} steps with these values`);
  }
}

/**
 * Thrown on the way. CEL's `all` and `exists` swallow it and try the next item, up to the end of their list; to make a
 * new error with its stack for each would be what takes long.
 */
const EXCEEDED = new TooCostly('This', 0);

/** Of the work under way; it is synchronous, and what is done within it spends from it too. */
let left = Infinity;

/**
 * Runs with a budget of steps of its own, of which what lies around it pays its part. A number, not a time: it is the
 * same on every machine and under any load. Throws `TooCostly`, also where something inside swallowed that.
 */
export function withBudget<T>(what: string, most: number, run: () => T): T {
  let isBroken = false;
  const ended = withinBudget(most, () => {
    const done = attempt(run);
    isBroken = left < 0;
    return done;
  });
  if (isBroken) throw new TooCostly(what, most);
  return ended();
}

/**
 * The same for work whose parts each know what to do when they find the budget used up: nothing is thrown for the whole.
 */
export function withinBudget<T>(most: number, run: () => T): T {
  const outer = left;
  const mine = Math.max(0, Math.min(most, outer));
  left = mine;
  try {
    return run();
  } finally {
    // Where the budget around it was the smaller one, that is used up too.
    left = left >= 0 || mine === most ? outer - (mine - Math.max(0, left)) : -1;
  }
}

/** Runs, and gives what came of it when that is asked for. */
function attempt<T>(run: () => T): () => T {
  try {
    const result = run();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Throws when the work under way has used up its budget. */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw EXCEEDED;
}
