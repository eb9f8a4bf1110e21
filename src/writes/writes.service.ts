import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { OutcomeUnknown } from '../database/database-problems.js';
import { Database, type AfterCommit } from '../database/database.service.js';
import type { Identity } from './identity.js';
import { answerWritten, writeSurely } from './sure-write.js';
import { KeyReused } from './write-problems.js';

/** Notes of a write what has to be noted, in its transaction. */
type Recorder = (answer: unknown) => Promise<void>;

/**
 * Writes beside tickets: people, teams, SOPs. Each happens once under its identity, however often it comes and whatever
 * becomes of the database's answer, because the identity is written in the same transaction. (Commands on tickets have
 * the one door for that.)
 */
@Injectable()
export class Writes {
  private readonly records = new AsyncLocalStorage<{ record: Recorder; isRecorded: boolean }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `write` in one transaction under the identity and answers what it answers, as JSON. A copy, here or in another
   * process, waits for it and gets the same answer. `prepare` runs before, outside of the transaction, and only when
   * there is something to be done. Throws what they throw, and `KeyReused`.
   */
  async once<Answer, Prepared = undefined>(
    identity: Identity,
    write: (prepared: Prepared) => Promise<Answer>,
    prepare?: () => Promise<Prepared>,
  ): Promise<Answer> {
    const before = await this.find<Answer>(identity);
    if (before !== null) return before.answer;
    try {
      const prepared = (await prepare?.()) as Prepared;
      await this.write(identity, () => write(prepared));
    } catch (error) {
      if (error instanceof OutcomeUnknown) throw error;
      // A refusal may be what a copy of this very request has brought about: it hears what that was answered.
      const made = await this.find<Answer>(identity);
      if (made !== null) return made.answer;
      throw error;
    }
    const made = await answerWritten(identity.key, () => this.find<Answer>(identity));
    if (made === null) throw new Error('an answer that was just written is not there');
    return made.answer;
  }

  /**
   * Runs `work`; what it writes by `once` is noted by `record` in the same transaction, so that neither is there without
   * the other. `isRecorded` false: nothing was written so.
   */
  async recorded<T>(record: Recorder, work: () => Promise<T>): Promise<{ answer: T; isRecorded: boolean }> {
    const state = { record, isRecorded: false };
    const answer = await this.records.run(state, work);
    return { answer, isRecorded: state.isRecorded };
  }

  private async write(identity: Identity, write: () => Promise<unknown>): Promise<void> {
    let after: AfterCommit[] = [];
    const outcome = await writeSurely(
      () => {
        after = [];
        return this.database.together(() => this.writeNow(identity, write), after);
      },
      async () => (await this.find(identity)) !== null,
      identity.key,
    );
    if (outcome === true) for (const act of after) await act();
  }

  private async writeNow(identity: Identity, write: () => Promise<unknown>): Promise<true | 'taken'> {
    const { scope, key, bodyHash } = identity;
    // A copy that is under way holds this row until it ends.
    const claimed = await this.database.query(
      'writes-claim',
      `insert into idempotency (scope, key, body_hash, answer, at) values ($1, $2, $3, 'null', $4)
       on conflict do nothing returning 1`,
      [scope, key, bodyHash, new Date(this.clock.now())],
    );
    if (claimed.length === 0) return 'taken';
    const answer = await write();
    await this.records.getStore()?.record(answer);
    await this.database.query(
      'writes-answer',
      'update idempotency set answer = $3::json where scope = $1 and key = $2 returning 1',
      [scope, key, JSON.stringify({ answer })],
    );
    return true;
  }

  /** What was answered under this identity; null when nothing was. */
  private async find<Answer>({ scope, key, bodyHash }: Identity): Promise<{ answer: Answer } | null> {
    const [row] = await this.database.query<{ bodyHash: string; answer: { answer: Answer } }>(
      'writes-find',
      'select body_hash as "bodyHash", answer from idempotency where scope = $1 and key = $2',
      [scope, key],
    );
    if (row === undefined) return null;
    if (row.bodyHash !== bodyHash) throw new KeyReused();
    // What stands was noted when it was written.
    const state = this.records.getStore();
    if (state !== undefined) state.isRecorded = true;
    return row.answer;
  }
}
