import { median, percentile, round } from '../shared/figures.js';

/** Times calls of methods by wrapping them on their objects; for benches that want to see inside. */
export class Parts {
  private readonly times = new Map<string, number[]>();
  private readonly undo: (() => void)[] = [];

  /** From now on each call of `method` counts as `name`, from the call until its promise settles. */
  watch<T extends object>(name: string, object: T, method: keyof T & string): void {
    const original: unknown = Reflect.get(object, method);
    if (typeof original !== 'function') throw new Error(`${method} is no method`);
    const timed = (...args: unknown[]): unknown => {
      const start = performance.now();
      const result: unknown = Reflect.apply(original, object, args);
      if (!(result instanceof Promise)) {
        this.note(name, performance.now() - start);
        return result;
      }
      return result.finally(() => this.note(name, performance.now() - start));
    };
    Reflect.set(object, method, timed);
    this.undo.push(() => Reflect.deleteProperty(object, method));
  }

  note(name: string, ms: number): void {
    const times = this.times.get(name) ?? [];
    times.push(ms);
    this.times.set(name, times);
  }

  /** What was seen so far, by name; the objects are as before. */
  end(): Record<string, { calls: number; p50Ms: number; p99Ms: number }> {
    for (const undo of this.undo) undo();
    return Object.fromEntries(
      [...this.times].map(([name, times]) => [
        name,
        { calls: times.length, p50Ms: round(median(times)), p99Ms: round(percentile(times, 0.99)) },
      ]),
    );
  }
}
