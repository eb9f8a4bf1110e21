import type { ServerRole } from './config.js';

const SIGN_INS = ['agent@demo', 'agent2@demo', 'lead@demo', 'designer@demo', 'manager@demo', 'admin@demo'];

export interface Started {
  url: string;
  /** From the start of the process until it takes requests, ms. */
  ms: number;
  role: ServerRole;
  demo: boolean;
  /** For the first administrator; null when there are people already. Elsewhere: another process has told the link. */
  setup: { token: string } | 'elsewhere' | null;
  /** Where the embedded database lives. */
  folder: string | undefined;
}

/** What a start tells the person at the terminal, in both languages. */
export function announce({ url, ms, role, demo, setup, folder }: Started): string {
  const seconds = (ms / 1000).toFixed(1);
  const lines = [
    '',
    `  Stepwise is ready after ${seconds} s / Stepwise 已就绪，用时 ${seconds} 秒`,
    ...(role === 'worker'
      ? [`  Worker; health at / 工作进程，健康检查：${url}/health/ready`]
      : [`  Open / 访问：${url}`, `  API / 接口文档：${url}/api/docs`]),
    ...(folder === undefined ? [] : [`  Data / 数据目录：${folder}`]),
  ];
  if (demo) {
    lines.push(
      `  Sign in as / 演示账号：${SIGN_INS.join(', ')}`,
      '  Password of each / 密码均为：stepwise',
      '  Only this machine can connect while demo people exist / 演示模式仅限本机访问',
    );
  }
  if (setup === 'elsewhere') {
    lines.push(
      '  The link for the administrator was told by another process / 创建管理员的链接已由另一个进程给出',
    );
  } else if (setup !== null) lines.push(...setupLines(url, setup.token));
  return `${lines.join('\n')}\n\n`;
}

/** Tells the next link for the administrator, when the one before is over. */
export function announceSetup(url: string, token: string): string {
  const why = '  The link before is not valid any more / 之前的链接已失效';
  return `${['', why, ...setupLines(url, token)].join('\n')}\n\n`;
}

function setupLines(url: string, token: string): string[] {
  return [
    '  Create the administrator, once, within 24 hours / 创建管理员（仅一次，24 小时内有效）：',
    `  ${url}/setup#${token}`,
  ];
}

/** Tells about the making of the demo world: a bar on a terminal, every tenth elsewhere. */
export function announceWorld(say: (text: string) => void): (share: number, tickets: number) => void {
  let last = -1;
  return (share, tickets) => {
    const step = Math.floor(share * (process.stdout.isTTY ? 100 : 10));
    if (step === last) return;
    last = step;
    const done = Math.round(share * 20);
    const bar = `${'█'.repeat(done)}${'░'.repeat(20 - done)}`;
    const line = `  Demo world / 正在生成演示数据 ${bar} ${Math.round(share * 100)} % (${tickets})`;
    say(process.stdout.isTTY ? `\r${line}${share >= 1 ? '\n' : ''}` : `${line}\n`);
  };
}
