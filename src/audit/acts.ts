import type { Text } from '../engine/common/text.js';

/**
 * Everything that is recorded: API, pages and tests draw from this one list. An act that is not here cannot be written.
 */
export const AUDIT_ACTS = {
  'session.began': { en: 'Signed in', 'zh-CN': '登录' },
  'session.proved': { en: 'Gave the password again', 'zh-CN': '再次验证密码' },
  'session.renewed': { en: 'Renewed a session', 'zh-CN': '续期会话' },
  'session.ended': { en: 'Signed out', 'zh-CN': '退出登录' },
  'installation.set-up': { en: 'Created the first administrator', 'zh-CN': '创建首位管理员' },
  'password.changed': { en: 'Changed a password', 'zh-CN': '修改密码' },
  'person.created': { en: 'Added a person', 'zh-CN': '新增人员' },
  'person.changed': { en: 'Changed a person', 'zh-CN': '修改人员' },
  'team.created': { en: 'Added a team', 'zh-CN': '新增团队' },
  'team.changed': { en: 'Changed a team', 'zh-CN': '修改团队' },
  'skill.titled': { en: 'Named a skill', 'zh-CN': '设置技能名称' },
  'sop.draft-saved': { en: 'Saved a draft of an SOP', 'zh-CN': '保存流程草稿' },
  'sop.draft-discarded': { en: 'Discarded a draft of an SOP', 'zh-CN': '丢弃流程草稿' },
  'sop.published': { en: 'Published an SOP', 'zh-CN': '发布流程' },
  'connection.tested': { en: 'Tested a connection', 'zh-CN': '测试连接' },
  'figures.exported': { en: 'Exported figures', 'zh-CN': '导出指标' },
  'connection.changed': { en: 'Changed a connection', 'zh-CN': '修改连接' },
  'access.refused': { en: 'Was turned away', 'zh-CN': '访问被拒绝' },
  'demo.made': { en: 'Made the demo', 'zh-CN': '生成演示数据' },
  'backup.written': { en: 'Copied everything into a backup', 'zh-CN': '备份全部数据' },
  'backup.restored': { en: 'Brought a backup back', 'zh-CN': '恢复备份' },
  'customer.read': { en: 'Read data of customers', 'zh-CN': '查看买家数据' },
  'customer.exported': { en: 'Exported data of customers', 'zh-CN': '导出买家数据' },
  'ticket.acted': { en: 'Acted on a ticket', 'zh-CN': '操作工单' },
  'audit.read': { en: 'Read the record', 'zh-CN': '查看审计记录' },
  'seals.anchored': { en: 'Covered the tickets of the days before', 'zh-CN': '为此前的工单记录生成锚点' },
  'personal.erased': { en: 'Erased a personal value', 'zh-CN': '清除个人信息' },
} as const satisfies Record<string, Text>;

export type AuditAct = keyof typeof AUDIT_ACTS;
export const AUDIT_ACT_NAMES = Object.keys(AUDIT_ACTS) as AuditAct[];

export const AUDIT_OUTCOMES = ['done', 'refused'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** One thing that somebody did, or was refused. */
export interface AuditEntry {
  actorKind: 'agent' | 'anonymous' | 'system';
  /** By reference: a name that changes, or is erased, changes nothing here. */
  actorId: string | null;
  act: AuditAct;
  outcome: AuditOutcome;
  about?: { kind: string; id: string } | undefined;
  /** The tickets whose data it was about. */
  tickets?: string[] | undefined;
  requestId?: string | undefined;
  /** Small, and without personal values. */
  data?: Record<string, unknown> | undefined;
  /** What names a person: an address, an e-mail, a stated reason. Covered by a salted digest, can be erased. */
  personal?: Record<string, string> | undefined;
}
