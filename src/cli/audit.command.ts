import type { Command } from 'commander';
import type { AuditFinding } from '../audit/verify-audit.service.js';
import type { Text } from '../engine/common/text.js';
import { say } from '../engine/common/text.js';
import { withDatabase } from './database.js';
import type { CliIo } from './io.js';
import { EXIT, pickTerminalLang } from './io.js';

const FINDINGS: Record<AuditFinding['kind'], Text> = {
  changed: { en: 'was changed', 'zh-CN': '内容被修改' },
  unlinked: { en: 'rows between were removed, put in or moved', 'zh-CN': '其间有记录被删除、插入或调换' },
  'personal-changed': { en: 'a personal value was changed', 'zh-CN': '个人信息被修改' },
  'end-missing': { en: 'the newest rows are missing or others', 'zh-CN': '最新的记录缺失或被替换' },
  'anchor-wrong': { en: 'the day does not end as it was anchored', 'zh-CN': '当天的末条记录与锚点不符' },
  'anchor-missing': { en: 'the day has no anchor', 'zh-CN': '当天没有锚点' },
  'head-unknown': { en: 'this head is not part of the chain', 'zh-CN': '链中没有这个头' },
  'value-changed': { en: 'a personal value was changed', 'zh-CN': '个人信息被修改' },
  'row-changed': { en: 'was changed', 'zh-CN': '内容被修改' },
  'rows-unlinked': {
    en: 'rows between were removed, put in or moved',
    'zh-CN': '其间有记录被删除、插入或调换',
  },
  'rows-missing': {
    en: 'rows of history or messages are missing, put in or others',
    'zh-CN': '事件或消息缺失、多余或被替换',
  },
  'events-missing': { en: 'events are missing or too many', 'zh-CN': '事件缺失或多余' },
  'seals-wrong': {
    en: 'what is kept of the tickets of that day is not what the record covered',
    'zh-CN': '当日工单锚点与审计记录不符',
  },
  'seal-lost': {
    en: 'history and messages are not those that the record covered',
    'zh-CN': '事件和消息与审计记录中的锚点不符',
  },
  'ticket-missing': { en: 'the ticket is not there any more', 'zh-CN': '工单已不存在' },
};

/** `audit verify` and `audit head`: whether the record of who did what is as it was written. */
export function registerAudit(program: Command, io: CliIo, finish: (code: number) => void): void {
  const audit = program.command('audit').description('the record of who did what · 审计记录');
  audit
    .command('verify')
    .description('find what was changed, removed, put in or moved, and where · 校验审计记录')
    .option('--head <heads...>', 'heads that were kept elsewhere, as SEQ:HASH')
    .action(({ head }: { head?: string[] }) =>
      onDatabase(io, async (pool) => {
        const { verifyAudit } = await import('../audit/verify-audit.service.js');
        const verdict = await verifyAudit(pool, head);
        const lang = pickTerminalLang(io.env);
        for (const { kind, where } of verdict.findings) io.err(`${where}: ${say(FINDINGS[kind], lang)}\n`);
        io.out(`${String(verdict.rows)} rows, head ${verdict.head}\n`);
        if (verdict.findings.length > 0) finish(EXIT.failed);
      }),
    );
  audit
    .command('head')
    .description('the newest row as SEQ:HASH, to be kept elsewhere · 输出链头，供另行保存')
    .action(() =>
      onDatabase(io, async (pool) => {
        const { readAuditHead } = await import('../audit/verify-audit.service.js');
        io.out(`${await readAuditHead(pool)}\n`);
      }),
    );
}

function onDatabase(io: CliIo, work: (pool: import('pg').Pool) => Promise<void>): Promise<void> {
  return withDatabase(io, async ({ url }) => {
    const { default: pg } = await import('pg');
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    try {
      await work(pool);
    } finally {
      await pool.end();
    }
  });
}
