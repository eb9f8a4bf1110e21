/** What happens to one thing happens one after the other, in this process; other things do not wait for it. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs when everything on these things that came before has ended. */
  async take<T>(ids: readonly string[], run: () => Promise<T>): Promise<T> {
    const before = ids.flatMap((id) => this.last.get(id) ?? []);
    const mine = before.length === 0 ? run() : Promise.allSettled(before).then(run);
    for (const id of ids) this.last.set(id, mine);
    try {
      return await mine;
    } finally {
      for (const id of ids) if (this.last.get(id) === mine) this.last.delete(id);
    }
  }
}
