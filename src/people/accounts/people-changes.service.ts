import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { Accounts } from './accounts.service.js';

/** Hears which people may have other roles, skills or teams than before, or are active no more. */
export type PeopleListener = (userIds: readonly string[]) => Promise<void> | void;

/**
 * Where everything that changes a person in this process says so: what is remembered of them is forgotten, and who has
 * to act on it is told, as one act. (Other processes, and SQL by hand, are noticed by those who look again.)
 */
@Injectable()
export class PeopleChanges {
  private readonly log = new Logger(PeopleChanges.name);
  private readonly listeners: PeopleListener[] = [];

  constructor(
    private readonly accounts: Accounts,
    private readonly database: Database,
  ) {}

  /** `listener` is called after each change, and the change answers when it has ended. */
  subscribe(listener: PeopleListener): void {
    this.listeners.push(listener);
  }

  /**
   * These people were changed. All listeners have acted when the change is answered, but none before it is committed.
   * Never throws: the change stands, so a listener that fails is logged and has to notice by itself.
   */
  async tell(...userIds: string[]): Promise<void> {
    await this.database.afterCommit(() => this.tellNow(userIds));
  }

  private async tellNow(userIds: string[]): Promise<void> {
    for (const id of userIds) this.accounts.forget(id);
    if (userIds.length === 0) return;
    for (const listener of this.listeners) {
      try {
        await listener(userIds);
      } catch (error) {
        this.log.error(`What follows from a change of people was not done: ${String(error)}`);
      }
    }
  }
}
