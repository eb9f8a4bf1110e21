interface Job<T, R> {
  item: T;
  settle: (result: R) => void;
  fail: (error: unknown) => void;
}

/**
 * Writes what came in together, together: while one batch is on its way the next one gathers. With one item at a
 * time it is a plain call. `write` answers one result per item, in order.
 */
export class GroupCommit<T, R> {
  private readonly waiting: Job<T, R>[] = [];
  private running = 0;
  private planned = false;

  constructor(
    private readonly write: (items: T[]) => Promise<R[]>,
    private readonly limits: { batches: number; size: number },
    /** Whether an item of a batch that failed like this may be tried again alone. */
    private readonly mayTryAlone: (error: unknown) => boolean = () => true,
  ) {}

  /** The result for this item; rejects with the error of the write that carried it. */
  add(item: T): Promise<R> {
    return new Promise<R>((settle, fail) => {
      this.waiting.push({ item, settle, fail });
      if (this.planned) return;
      this.planned = true;
      setImmediate(() => {
        this.planned = false;
        this.pump();
      });
    });
  }

  private pump(): void {
    while (this.running < this.limits.batches && this.waiting.length > 0) {
      // What waits is shared among the free places: one half is decided while the other one is written.
      const share = Math.ceil(this.waiting.length / (this.limits.batches - this.running));
      const jobs = this.waiting.splice(0, Math.min(share, this.limits.size));
      this.running += 1;
      void this.run(jobs).finally(() => {
        this.running -= 1;
        this.pump();
      });
    }
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
      if (jobs.length === 1 || !this.mayTryAlone(error)) {
        for (const job of jobs) job.fail(error);
        return;
      }
      // One bad item must not fail the others: each is tried alone.
      await Promise.all(jobs.map((job) => this.run([job])));
    }
  }
}
