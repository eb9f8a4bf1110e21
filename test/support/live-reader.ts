/** An event as a reader of the stream gets it. */
export interface HeardEvent {
  event: string;
  data: Record<string, unknown>;
}

/** Reads the live stream of a server like a console does. */
export class LiveReader {
  readonly events: HeardEvent[] = [];
  readonly comments: string[] = [];
  ended = false;
  private rest = '';
  private readonly abort = new AbortController();
  private wake: () => void = () => undefined;

  private constructor(readonly response: Response) {}

  /** Resolves with the answer's beginning; `reader.response.status` says whether it is a stream. */
  static async open(url: string, token: string, accept = 'text/event-stream'): Promise<LiveReader> {
    const abort = new AbortController();
    const response = await fetch(`${url}/api/live`, {
      headers: { authorization: `Bearer ${token}`, accept },
      signal: abort.signal,
    });
    const reader = new LiveReader(response);
    abort.signal.addEventListener('abort', () => undefined);
    reader.abort.signal.addEventListener('abort', () => abort.abort());
    if (response.ok) void reader.read();
    return reader;
  }

  /** The next event that fits, those heard before included; it is taken out. Fails after `withinMs`. */
  async next(event: string, fits: (data: HeardEvent['data']) => boolean = () => true, withinMs = 15_000) {
    const until = performance.now() + withinMs;
    for (;;) {
      const index = this.events.findIndex((one) => one.event === event && fits(one.data));
      if (index >= 0) return this.events.splice(index, 1)[0]?.data ?? {};
      const left = until - performance.now();
      if (left <= 0 || this.ended)
        throw new Error(`No "${event}" came; heard: ${JSON.stringify(this.events)}, ended: ${this.ended}`);
      await this.somethingCame(left);
    }
  }

  /** Waits for the end of the stream. */
  async end(withinMs = 15_000): Promise<void> {
    const until = performance.now() + withinMs;
    while (!this.ended) {
      const left = until - performance.now();
      if (left <= 0) throw new Error('the stream did not end');
      await this.somethingCame(left);
    }
  }

  close(): void {
    this.abort.abort();
  }

  private somethingCame(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body ?? []) {
        this.take(decoder.decode(chunk as Uint8Array, { stream: true }));
        this.wake();
      }
    } catch {
      // Cut off: the same as an end.
    }
    this.ended = true;
    this.wake();
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith(':')) this.comments.push(block);
      else {
        const [, event = '', data = ''] = /^event: (\S+)\ndata: (.*)$/.exec(block) ?? [];
        this.events.push({ event, data: JSON.parse(data) as HeardEvent['data'] });
      }
    }
  }
}
