import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { checkSop } from '../engine/index.js';
import type { CheckedSop } from '../engine/index.js';
import type { SopFormat } from './sop-versions.service.js';
import { hashSource } from './sop-versions.service.js';

/** Texts whose findings are remembered: those that are being edited now. One takes well under a megabyte. */
const KEPT_CHECKS = 40;

/** The check of SOPs, done once for each text: an editor asks for it, saves the same text and then publishes it. */
@Injectable()
export class SopChecks {
  private readonly kept = new Map<string, CheckedSop>();

  constructor(private readonly config: Config) {}

  /** What `checkSop` says, of calls by what the configured connections allow; not to be changed by whoever reads it. */
  check(source: string, format: SopFormat): CheckedSop {
    const key = `${format} ${hashSource(source)}`;
    const checked = this.kept.get(key) ?? checkSop(source, format, this.config.connections);
    this.kept.delete(key);
    this.kept.set(key, checked);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_CHECKS && oldest !== undefined) this.kept.delete(oldest);
    return checked;
  }
}
