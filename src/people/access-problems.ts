import type { Text } from '../engine/text.js';
import { Problem, type ProblemError } from '../problems/problem.js';
import type { Act } from './access.js';
import { rolesFor } from './access.js';

/** Nobody we know: no token, a broken one, or one of a session that was ended. */
export class Unauthenticated extends Problem {
  readonly slug = 'unauthenticated';
  readonly status = 401;
  readonly title: Text = { en: 'Not signed in', 'zh-CN': '尚未登录' };
  readonly detail: Text = {
    en: 'Sign in with POST /api/auth/login and send the token as "Authorization: Bearer …".',
    'zh-CN': '请先通过 POST /api/auth/login 登录，并在请求头中携带 “Authorization: Bearer …”。',
  };
  override readonly headers: Record<string, string> = { 'www-authenticate': 'Bearer realm="stepwise"' };
}

export class ExpiredToken extends Problem {
  readonly slug = 'expired-token';
  readonly status = 401;
  readonly title: Text = { en: 'The session has expired', 'zh-CN': '登录已过期' };
  readonly detail: Text = {
    en: 'The token is no longer valid. Sign in again with POST /api/auth/login.',
    'zh-CN': '登录凭证已失效，请通过 POST /api/auth/login 重新登录。',
  };
  override readonly headers: Record<string, string> = {
    'www-authenticate': 'Bearer realm="stepwise", error="invalid_token"',
  };
}

/** The same for an unknown address, a wrong password and a user who was deactivated: it must not tell which. */
export class WrongCredentials extends Problem {
  readonly slug = 'wrong-credentials';
  readonly status = 401;
  readonly title: Text = { en: 'Sign-in failed', 'zh-CN': '登录失败' };
  readonly detail: Text = {
    en: 'E-mail and password do not belong to an active user.',
    'zh-CN': '邮箱或密码不正确，或账号已停用。',
  };
}

/** Somebody who is signed in gave another password than their own; the session goes on. */
export class WrongPassword extends Problem {
  readonly slug = 'wrong-password';
  readonly status = 422;
  readonly title: Text = { en: 'The current password is wrong', 'zh-CN': '当前密码不正确' };
  readonly detail: Text = {
    en: 'Nothing was done. Who has forgotten it asks an administrator for a new one.',
    'zh-CN': '未执行任何操作。如忘记当前密码，请联系管理员重置。',
  };
  override readonly errors: ProblemError[];

  /** `pointer`: where it stands in what was sent. */
  constructor(pointer: string) {
    super();
    const message = { en: 'is not your current password', 'zh-CN': '与当前密码不一致' };
    this.errors = [{ pointer, message }];
  }
}

/** A sensitive act in a session whose password was given long ago: somebody else may sit at the device. */
export class ReauthenticationRequired extends Problem {
  readonly slug = 'reauthentication-required';
  readonly status = 403;
  readonly title: Text = { en: 'Please give your password again', 'zh-CN': '请再次输入密码' };
  readonly detail: Text = {
    en: 'This act asks for the password once more. POST /api/auth/prove takes it; then send the request again.',
    'zh-CN': '此操作需要再次确认密码。请先调用 POST /api/auth/prove，然后重新发送请求。',
  };
}

export class Forbidden extends Problem {
  readonly slug = 'forbidden';
  readonly status = 403;
  readonly title: Text = { en: 'Not allowed', 'zh-CN': '没有权限' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(act: Act) {
    super();
    const roles = rolesFor(act);
    this.detail = {
      en: `Your role may not do "${act}"; these may: ${roles.join(', ')}.`,
      'zh-CN': `您的角色不能执行“${act}”；有此权限的角色：${roles.map((role) => roleNames[role]).join('、')}。`,
    };
    this.facts = { act, roles };
  }
}

const roleNames = { agent: '客服', lead: '组长', designer: '流程设计师', manager: '经理', admin: '管理员' };

/** Somebody else gave them the password: until they have set their own, it opens nothing else. */
export class PasswordChangeRequired extends Problem {
  readonly slug = 'password-change-required';
  readonly status = 403;
  readonly title: Text = { en: 'Set your own password first', 'zh-CN': '请先设置自己的密码' };
  readonly detail: Text = {
    en: 'An administrator set your password. PUT /api/me/password sets one that only you know; then everything is open.',
    'zh-CN': '当前密码由管理员设置。请先通过 PUT /api/me/password 设置只有您自己知道的密码。',
  };
}

/** An endpoint that declares no rule is closed to everybody. */
export class NoAccessRule extends Problem {
  readonly slug = 'no-access-rule';
  readonly status = 403;
  readonly title: Text = { en: 'This endpoint is closed', 'zh-CN': '该接口未开放' };
  readonly detail: Text = {
    en: 'It does not say who may use it, so nobody may. This is a fault of the server; please report it.',
    'zh-CN': '该接口没有声明访问规则，因此任何人都不能使用。这是服务端的缺陷，请反馈给维护人员。',
  };
}

export class TooManyTries extends Problem {
  readonly slug = 'too-many-tries';
  readonly status = 429;
  readonly title: Text = { en: 'Too many failed tries', 'zh-CN': '尝试次数过多' };
  readonly detail: Text;
  override readonly headers: Record<string, string>;

  /** `waitMs`: until the next try is looked at. */
  constructor(waitMs: number) {
    super();
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    const inSeconds = seconds < 120;
    const count = inSeconds ? seconds : Math.ceil(seconds / 60);
    this.detail = {
      en: `The password was wrong too often. Try again in ${count} ${inSeconds ? 's' : 'min'}.`,
      'zh-CN': `密码错误次数过多，请在 ${count} ${inSeconds ? '秒' : '分钟'}后重试。`,
    };
    this.headers = { 'retry-after': String(seconds) };
  }
}

export class SetupRefused extends Problem {
  readonly slug = 'setup-refused';
  readonly status = 409;
  readonly title: Text = { en: 'The set-up link is not valid', 'zh-CN': '初始化链接无效' };
  readonly detail: Text = {
    en: 'It was used, is older than 24 hours, or there are users already. Start the server again for a new link, or ask an administrator.',
    'zh-CN': '该链接已被使用、已超过 24 小时，或系统中已有用户。请重启服务以获取新链接，或联系管理员。',
  };
}
