import type { Write } from './write/write.js';

/** So many are kept before they are written. */
const MOST = 256;
/** So many go together. */
const BATCH = 128;

/**
 * Writes that are acknowledged before they are in the database, for whoever can begin anew when the process dies:
 * the making of the demo world. They are kept until there are many, or until somebody needs one of them written; those
 * of one ticket go in order, and after one that fails none is taken any more.
 */
export class LateWrites {
  /** By ticket, the oldest first. */
  private readonly kept = new Map<string, Write[]>();
  private count = 0;
  private flushing: Promise<void> | null = null;
  private failure: Error | null = null;

  constructor(private readonly write: (batch: Write[]) => Promise<boolean[]>) {}

  /** Takes a write. Throws when one before it has failed. */
  async add(write: Write): Promise<void> {
    this.mustBeWhole();
    const { id } = write.change.ticket;
    this.kept.set(id, [...(this.kept.get(id) ?? []), write]);
    this.count += 1;
    if (this.count >= MOST) await this.settled();
  }

  /** What was taken of these tickets, or of all, is in the database. Throws when a write has failed. */
  async settled(ids?: readonly string[]): Promise<void> {
    while (ids ? ids.some((id) => this.kept.has(id)) : this.kept.size > 0) {
      this.mustBeWhole();
      await (this.flushing ??= this.flush().finally(() => {
        this.flushing = null;
      }));
    }
    this.mustBeWhole();
  }

  /** Writes the oldest of each ticket, as many as go together. */
  private async flush(): Promise<void> {
    const batch = [...this.kept.values()].flatMap(([oldest]) => oldest ?? []).slice(0, BATCH);
    try {
      const written = await this.write(batch);
      const refused = batch.find((_, at) => written[at] !== true);
      if (refused)
        throw new Error(`ticket ${refused.change.ticket.id}: a write was refused that had been acknowledged`);
      for (const { change } of batch) this.forgetOldest(change.ticket.id);
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  private forgetOldest(id: string): void {
    const [, ...rest] = this.kept.get(id) ?? [];
    this.count -= 1;
    if (rest.length > 0) this.kept.set(id, rest);
    else this.kept.delete(id);
  }

  private mustBeWhole(): void {
    if (this.failure) throw this.failure;
  }
}
