import type { Text } from '../../engine/common/text.js';
import { TooOften } from '../../problems/http-problems.js';
import { Problem, type ProblemError } from '../../problems/problem.js';
import type { Act } from './access.js';
import { rolesFor } from './access.js';
import * as kinds from '../../words/problem-kinds.js';

/** Nobody we know: no token, a broken one, or one of a session that was ended. */
export class Unauthenticated extends Problem {
  readonly kind = kinds.unauthenticated;
  readonly detail: Text = {
    en: 'Please sign in first.',
    'zh-CN': '请先登录。',
  };
  override readonly hint: Text = {
    en: 'Sign in with POST /api/auth/login and send the token as "Authorization: Bearer …".',
    'zh-CN': '请先通过 POST /api/auth/login 登录，并在请求头中携带 “Authorization: Bearer …”。',
  };
  override readonly headers: Record<string, string> = { 'www-authenticate': 'Bearer realm="stepwise"' };
}

export class ExpiredToken extends Problem {
  readonly kind = kinds.expiredToken;
  readonly detail: Text = {
    en: 'Please sign in again.',
    'zh-CN': '请重新登录。',
  };
  override readonly hint: Text = {
    en: 'The token is no longer valid; POST /api/auth/login gives another.',
    'zh-CN': '登录凭证已失效，可通过 POST /api/auth/login 重新获取。',
  };
  override readonly headers: Record<string, string> = {
    'www-authenticate': 'Bearer realm="stepwise", error="invalid_token"',
  };
}

/** The same for an unknown address, a wrong password and a user who was deactivated: it must not tell which. */
export class WrongCredentials extends Problem {
  readonly kind = kinds.wrongCredentials;
  readonly detail: Text = {
    en: 'E-mail and password do not belong to an active user.',
    'zh-CN': '邮箱或密码不正确，或账号已停用。',
  };
}

/** Somebody who is signed in gave another password than their own; the session goes on. */
export class WrongPassword extends Problem {
  readonly kind = kinds.wrongPassword;
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
  readonly kind = kinds.reauthenticationRequired;
  readonly detail: Text = {
    en: 'This act asks for the password once more.',
    'zh-CN': '此操作需要再次确认密码。',
  };
  override readonly hint: Text = {
    en: 'POST /api/auth/prove takes it; then send the request again.',
    'zh-CN': '请先调用 POST /api/auth/prove，然后重新发送请求。',
  };
}

export class Forbidden extends Problem {
  readonly kind = kinds.forbidden;
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

const roleNames = { agent: '客服', lead: '组长', designer: '流程设计师', manager: '管理者', admin: '管理员' };

/** Somebody else gave them the password: until they have set their own, it opens nothing else. */
export class PasswordChangeRequired extends Problem {
  readonly kind = kinds.passwordChangeRequired;
  readonly detail: Text = {
    en: 'An administrator set your password. Set one that only you know; then everything is open.',
    'zh-CN': '当前密码由管理员设置。请先设置只有您自己知道的密码。',
  };
  override readonly hint: Text = {
    en: 'PUT /api/me/password sets it.',
    'zh-CN': '可通过 PUT /api/me/password 设置。',
  };
}

/** An endpoint that declares no rule is closed to everybody. */
export class NoAccessRule extends Problem {
  readonly kind = kinds.noAccessRule;
  readonly detail: Text = {
    en: 'It does not say who may use it, so nobody may. This is a fault of the server; please report it.',
    'zh-CN': '该接口没有声明访问规则，因此任何人都不能使用。这是服务端的缺陷，请反馈给维护人员。',
  };
}

export class TooManyTries extends TooOften {
  readonly kind = kinds.tooManyTries;
  readonly detail: Text = {
    en: `The password was wrong too often. Try again in ${this.wait.en}.`,
    'zh-CN': `密码错误次数过多，请在 ${this.wait['zh-CN']}后重试。`,
  };
}

export class SetupRefused extends Problem {
  readonly kind = kinds.setupRefused;
  readonly detail: Text = {
    en: 'It was used, is older than 24 hours, or there are users already. Look at the terminal of the server for a newer link, start it again for one, or ask an administrator.',
    'zh-CN':
      '该链接已被使用、已超过 24 小时，或系统中已有用户。请在服务的终端查看新链接或重启服务获取，或联系管理员。',
  };
}
