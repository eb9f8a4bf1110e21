import { DatabaseBusy } from '../database/database-problems.js';
import { mayTryAlone } from '../database/outcome.js';

/** So long something may wait for its turn before the caller is told to come again (ms). */
export const LINE_MS = 10_000;

interface Job<T, R> {
  item: T;
  /** When it must have left the line (performance.now()). */
  until: number;
  settle: (result: R) => void;
  fail: (error: unknown) => void;
}

/**
 * Writes what came in together, together: while one batch is on its way the next one gathers. With one item at a
 * time it is a plain call. `write` answers one result per item, in order. Nothing waits in line for longer than
 * `waitMs`: then it fails with `DatabaseBusy`, and was not begun.
 */
export class GroupCommit<T, R> {
  private readonly waiting: Job<T, R>[] = [];
  private running = 0;
  /** Items in the batches that run. */
  private carried = 0;
  private planned = false;
  private overdue: NodeJS.Timeout | undefined;

  constructor(
    private readonly write: (items: T[]) => Promise<R[]>,
    private readonly limits: {
      batches: number;
      size: number;
      waitMs?: number;
      /** With so many under way and waiting, so many batches may go side by side. */
      busy?: { from: number; batches: number };
    },
  ) {}

  /** The result for this item; rejects with the error of the write that carried it. */
  add(item: T): Promise<R> {
    return new Promise<R>((settle, fail) => {
      this.waiting.push({ item, until: performance.now() + this.waitMs, settle, fail });
      if (this.planned) return;
      this.planned = true;
      setImmediate(() => {
        this.planned = false;
        this.pump();
      });
    });
  }

  private get places(): number {
    const { batches, busy } = this.limits;
    return busy && this.waiting.length + this.carried >= busy.from ? busy.batches : batches;
  }

  private get waitMs(): number {
    return this.limits.waitMs ?? LINE_MS;
  }

  private pump(): void {
    while (this.running < this.places && this.waiting.length > 0) {
      // What waits is shared among the free places: one half is decided while the other one is written.
      const share = Math.ceil(this.waiting.length / (this.places - this.running));
      const jobs = this.waiting.splice(0, Math.min(share, this.limits.size));
      this.running += 1;
      this.carried += jobs.length;
      void this.run(jobs).finally(() => {
        this.running -= 1;
        this.carried -= jobs.length;
        this.pump();
      });
    }
    this.watchLine();
  }

  /** One clock for the whole line: whoever came first is over first. */
  private watchLine(): void {
    const [first] = this.waiting;
    if (this.overdue !== undefined || first === undefined) return;
    this.overdue = setTimeout(
      () => {
        this.overdue = undefined;
        const now = performance.now();
        while (this.waiting[0] !== undefined && this.waiting[0].until <= now)
          this.waiting.shift()?.fail(new DatabaseBusy(this.waitMs));
        this.watchLine();
      },
      Math.max(1, Math.ceil(first.until - performance.now())),
    );
    this.overdue.unref();
  }

  private async run(jobs: Job<T, R>[]): Promise<void> {
    try {
      const results = await this.write(jobs.map((j) => j.item));
      jobs.forEach((job, i) => {
        const result = results[i];
        if (result === undefined) job.fail(new Error('a group commit answered too few results'));
        else job.settle(result);
      });
    } catch (error) {
      // Whose outcome is not known is looked up, each by its own identity (`writeSurely`).
      if (jobs.length === 1 || !mayTryAlone(error)) {
        for (const job of jobs) job.fail(error);
        return;
      }
      // One bad item must not fail the others: each is tried alone.
      await Promise.all(jobs.map((job) => this.run([job])));
    }
  }
}
