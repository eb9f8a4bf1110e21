/** A copy cannot be made or brought back; says why and what to do, in both languages. Nothing was changed. */
export class BackupRefused extends Error {
  constructor(
    readonly en: string,
    readonly zh: string,
  ) {
    super(`${en}\n${zh}`);
    this.name = 'BackupRefused';
  }
}

/** The file is not what was written once: cut short, changed, or never a backup. */
export function damaged(en: string, zh: string): BackupRefused {
  return new BackupRefused(`The backup is damaged: ${en}.`, `备份文件已损坏：${zh}。`);
}
