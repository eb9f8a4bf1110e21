/** Work that is done piece by piece: between two of them whoever has it done may let others go first. */
export type InPieces<T> = Generator<void, T, void>;

/** Does all pieces in a row. */
export function atOnce<T>(work: InPieces<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}

/** What is costly and wanted by and by: each is done once, in its turn or when somebody asks for it before that. */
export class Later {
  private readonly waiting: (() => unknown)[] = [];

  add<T>(make: () => T): () => T {
    let made: { value: T } | null = null;
    const get = (): T => (made ??= { value: make() }).value;
    this.waiting.push(get);
    return get;
  }

  /** Does what waits, in the order in which it came. Throws what the first that fails throws. */
  *work(): InPieces<void> {
    for (const get of this.waiting.splice(0)) {
      get();
      yield;
    }
  }
}
