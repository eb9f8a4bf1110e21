/** What one run of a closed loop showed. Times in ms. */
export interface LoopFigures {
  done: number;
  seconds: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** The value below which a share `p` of the values lies (nearest rank); NaN without values. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/**
 * `inFlight` loops take the next of `tickets` tickets, open it and advance it `steps` times; only advances are
 * timed one by one, the opening is inside the total.
 */
export async function runClosedLoop<T>(work: {
  tickets: number;
  inFlight: number;
  steps: number;
  open: (n: number) => Promise<T>;
  advance: (ticket: T, step: number) => Promise<void>;
}): Promise<LoopFigures> {
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: work.inFlight }, async () => {
      while (next < work.tickets) {
        const ticket = await work.open(next++);
        for (let step = 1; step <= work.steps; step++) {
          const start = performance.now();
          await work.advance(ticket, step);
          times.push(performance.now() - start);
        }
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  return {
    done: times.length,
    seconds: round(seconds, 3),
    perSecond: round(times.length / seconds, 0),
    p50Ms: round(percentile(times, 0.5)),
    p99Ms: round(percentile(times, 0.99)),
  };
}
