import type { Lang } from './console-room.js';

/** What stands on the first pages, in both languages. */
export const english = {
  ...{ lang: 'en' as Lang, email: 'agent2@demo', account: 'My account', change: 'Change password…' },
  ...{ title: 'Change password', current: 'Current password', next: 'New password', ok: 'Change' },
  ...{
    wrong: 'The current password is wrong',
    short: 'At least 10 characters',
    done: 'Your password is changed',
  },
  ...{ again: 'Please sign in again', password: 'Password', signIn: 'Sign in' },
  ...{ mail: 'E-mail', wait: /^You can try again in 00:0\d\.$/, over: 'You can try again now.' },
  unknown: 'Sign in with the new password; if that is refused, with the old one.',
};
export const chinese: typeof english = {
  ...{ lang: 'zh-CN', email: 'designer@demo', account: '我的账号', change: '修改密码…' },
  ...{ title: '修改密码', current: '当前密码', next: '新密码', ok: '修改' },
  ...{ wrong: '当前密码不正确', short: '至少 10 个字符', done: '密码已修改' },
  ...{ again: '请重新登录', password: '密码', signIn: '登录' },
  ...{ mail: '邮箱', wait: /^00:0\d 后可重试。$/, over: '现在可以重试。' },
  unknown: '请用新密码登录；如被拒绝，再用原密码登录。',
};
