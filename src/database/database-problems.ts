import type { Text } from '../engine/common/text.js';
import { Problem } from '../problems/problem.js';
import type { ProblemKind } from '../words/kind.js';
import * as kinds from '../words/problem-kinds.js';

/** PostgreSQL does not answer; the pool comes back by itself when it does. */
export class DatabaseUnavailable extends Problem {
  readonly kind: ProblemKind = kinds.databaseUnavailable;
  readonly detail: Text = {
    en: 'Try again in a few seconds; nothing is done twice.',
    'zh-CN': '请几秒后重试，不会重复执行。',
  };
  override readonly hint: Text | null = {
    en: 'Repeat the request with the same Idempotency-Key if it had one.',
    'zh-CN': '如果请求带有 Idempotency-Key，重试时请沿用同一个值。',
  };
  override readonly headers: Record<string, string> = { 'Retry-After': '2' };

  constructor(override readonly cause?: unknown) {
    super();
  }
}

/** A write was sent, and what became of it could not be learned in time. It is recognised when it comes again under `key`. */
export class OutcomeUnknown extends DatabaseUnavailable {
  override readonly kind = kinds.outcomeUnknown;
  override readonly detail: Text = {
    en: 'The database did not confirm in time; it may have been done. Do it again unchanged: it is not done twice.',
    'zh-CN': '数据库未能及时确认，操作可能已经生效。请原样重试，不会重复执行。',
  };
  override readonly hint: Text = {
    en: 'Repeat the same request with the Idempotency-Key of this answer.',
    'zh-CN': '请用本响应中的 Idempotency-Key 重发同一请求。',
  };
  override readonly facts: Record<string, unknown>;
  override readonly headers: Record<string, string>;

  constructor(key: string | undefined, cause: unknown) {
    super(cause);
    this.facts = key === undefined ? {} : { idempotencyKey: key };
    this.headers = { 'Retry-After': '2', ...(key === undefined ? {} : { 'Idempotency-Key': key }) };
  }
}

/** The database has no room left to write. What was not written is not half there; it goes on when there is room. */
export class StorageFull extends DatabaseUnavailable {
  override readonly kind = kinds.storageFull;
  override readonly hint = null;
  override readonly detail: Text = {
    en: 'Nothing was changed. The database has no room left on its disk; tell who runs the server.',
    'zh-CN': '未做任何修改。数据库所在磁盘空间已满，请通知系统管理员。',
  };
  override readonly headers = { 'Retry-After': '30' };
}

/** Too many wait for the database; this one was let go before anything of it was begun. */
export class DatabaseBusy extends DatabaseUnavailable {
  override readonly kind = kinds.databaseBusy;
  override readonly hint = null;
  override readonly detail: Text;
  override readonly headers = { 'Retry-After': '5' };

  constructor(waitedMs: number) {
    super();
    const s = String(waitedMs / 1000);
    this.detail = {
      en: `Nothing was changed: the request waited ${s} s for its turn and was not begun. Repeat it in a few seconds.`,
      'zh-CN': `未做任何修改：请求排队 ${s} 秒仍未轮到，尚未开始处理。请几秒后重试。`,
    };
  }
}

/** The embedded PostgreSQL cannot be used; says what to do, and holds the end of the server's own log. */
export class EmbeddedDatabaseFailed extends Error {
  constructor(
    readonly en: string,
    readonly zh: string,
    readonly log = '',
  ) {
    super([en, zh, log.trim()].filter((part) => part !== '').join('\n'));
    this.name = 'EmbeddedDatabaseFailed';
  }
}

/** The server of DATABASE_URL cannot be used; one line in each language says why. */
export class DatabaseUnusable extends Error {
  constructor(en: string, zh: string) {
    super(`${en}\n${zh}`);
    this.name = 'DatabaseUnusable';
  }
}

/** A migration that was applied is not the one in the folder, or did not finish. */
export class MigrationFailed extends Error {
  constructor(en: string, zh: string) {
    super(`${en}\n${zh}`);
    this.name = 'MigrationFailed';
  }
}

/** Another living process serves this data folder. */
export class DataFolderBusy extends EmbeddedDatabaseFailed {
  constructor(folder: string) {
    super(
      `Another Stepwise is running on ${folder}. Stop it first, or name another folder in STEPWISE_DATA_DIR.`,
      `另一个 Stepwise 正在使用 ${folder}。请先停止它，或用 STEPWISE_DATA_DIR 指定其他目录。`,
    );
  }
}
