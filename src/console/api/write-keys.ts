/** Writes that nobody has answered yet, at most. */
const MOST = 50;

/**
 * The keys of writes: what is sent once more because no answer came goes out under the same key, so it is done once.
 * What was answered is over: the same content after that is meant once more.
 */
export class WriteKeys {
  private readonly open = new Map<string, string>();

  constructor(private readonly newKey: () => string) {}

  /** `said`: all that makes a request the same as another. */
  keyOf(said: string): string {
    const key = this.open.get(said) ?? this.newKey();
    this.open.set(said, key);
    const [oldest] = this.open.keys();
    if (this.open.size > MOST && oldest !== undefined) this.open.delete(oldest);
    return key;
  }

  /** `status`: of the answer; 0 for none. A failure of the server leaves open what was done. */
  answered(said: string, status: number): void {
    if (status !== 0 && status < 500) this.open.delete(said);
  }
}
