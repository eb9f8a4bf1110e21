import { Injectable } from '@nestjs/common';
import type { CheckedSop } from '../engine/index.js';
import { Threads } from '../threads/threads.service.js';
import type { RunOptions } from '../threads/threads.service.js';
import { KnownNames } from './known-names.service.js';
import { CHECK_SOP } from './sop-tasks.js';
import type { SopFormat } from './sop-versions.service.js';
import { hashSource } from './sop-versions.service.js';

/** Texts whose findings are remembered: those that are being edited now. One takes well under a megabyte. */
const KEPT_CHECKS = 40;

/** The check of SOPs, done once for each text: an editor asks for it, saves the same text and then publishes it. */
@Injectable()
export class SopChecks {
  private readonly kept = new Map<string, CheckedSop>();

  constructor(
    private readonly names: KnownNames,
    private readonly threads: Threads,
  ) {}

  /**
   * What `checkSop` says, by the teams, skills and connections that there are now; not to be changed by whoever reads it.
   * Throws `Busy`, `WorkBrokenOff`.
   */
  async check(source: string, format: SopFormat, options: RunOptions = {}): Promise<CheckedSop> {
    const known = await this.names.all();
    const key = `${format} ${hashSource(source)} ${hashSource(JSON.stringify(known))}`;
    const checked =
      this.kept.get(key) ?? (await this.threads.run(CHECK_SOP, { source, format, known }, options));
    this.kept.delete(key);
    this.kept.set(key, checked);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_CHECKS && oldest !== undefined) this.kept.delete(oldest);
    return checked;
  }
}
