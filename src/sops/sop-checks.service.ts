import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import type { CallRules, CheckedSop } from '../engine/index.js';
import { Threads } from '../threads/threads.service.js';
import type { RunOptions } from '../threads/threads.service.js';
import { CHECK_SOP } from './sop-tasks.js';
import type { SopFormat } from './sop-versions.service.js';
import { hashSource } from './sop-versions.service.js';

/** Texts whose findings are remembered: those that are being edited now. One takes well under a megabyte. */
const KEPT_CHECKS = 40;

/** The check of SOPs, done once for each text: an editor asks for it, saves the same text and then publishes it. */
@Injectable()
export class SopChecks {
  private readonly kept = new Map<string, CheckedSop>();
  private readonly connections: Readonly<Record<string, CallRules>>;

  constructor(
    config: Config,
    private readonly threads: Threads,
  ) {
    // Addresses and headers are nobody's business there.
    this.connections = Object.fromEntries(
      Object.entries(config.connections).map(([name, { methods, paths }]) => [name, { methods, paths }]),
    );
  }

  /**
   * What `checkSop` says, of calls by what the configured connections allow; not to be changed by whoever reads it.
   * Throws `Busy`, `WorkBrokenOff`.
   */
  async check(source: string, format: SopFormat, options: RunOptions = {}): Promise<CheckedSop> {
    const key = `${format} ${hashSource(source)}`;
    const { connections } = this;
    const checked =
      this.kept.get(key) ?? (await this.threads.run(CHECK_SOP, { source, format, connections }, options));
    this.kept.delete(key);
    this.kept.set(key, checked);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_CHECKS && oldest !== undefined) this.kept.delete(oldest);
    return checked;
  }
}
