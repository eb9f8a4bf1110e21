import type { CalendarError } from '../calendar/check.js';
import type { Text } from '../engine/text.js';
import { InvalidBody } from '../problems/http-problems.js';
import { Problem } from '../problems/problem.js';

export class UnknownUser extends Problem {
  readonly slug = 'unknown-user';
  readonly status = 404;
  readonly title: Text = { en: 'No such user', 'zh-CN': '没有这个用户' };
  readonly detail: Text;

  constructor(id: string) {
    super();
    this.detail = {
      en: `There is no user "${id}". GET /api/users lists them.`,
      'zh-CN': `没有编号为“${id}”的用户，可通过 GET /api/users 查看。`,
    };
  }
}

export class UnknownSession extends Problem {
  readonly slug = 'unknown-session';
  readonly status = 404;
  readonly title: Text = { en: 'No such session', 'zh-CN': '没有这个登录' };
  readonly detail: Text;

  constructor(id: string) {
    super();
    this.detail = {
      en: `This person has no session "${id}".`,
      'zh-CN': `此人没有编号为“${id}”的登录。`,
    };
  }
}

export class UnknownTeam extends Problem {
  readonly slug = 'unknown-team';
  readonly status = 404;
  readonly title: Text = { en: 'No such team', 'zh-CN': '没有这个团队' };
  readonly detail: Text;

  constructor(id: string) {
    super();
    this.detail = {
      en: `There is no team "${id}". GET /api/teams lists them.`,
      'zh-CN': `没有名为“${id}”的团队，可通过 GET /api/teams 查看。`,
    };
  }
}

/** A calendar that stands in the field `calendar` of a body. */
export function invalidCalendar(errors: CalendarError[]): InvalidBody {
  return new InvalidBody(errors.map((e) => ({ ...e, pointer: `/calendar${e.pointer}` })));
}

export function invalidCursor(): InvalidBody {
  return new InvalidBody([
    {
      pointer: '/cursor',
      message: {
        en: 'is not a cursor of this list; leave it out to begin at the top',
        'zh-CN': '不是该列表的有效游标；不传则从头开始',
      },
    },
  ]);
}

export class DuplicateEmail extends Problem {
  readonly slug = 'duplicate-email';
  readonly status = 409;
  readonly title: Text = { en: 'This e-mail is taken', 'zh-CN': '该邮箱已被使用' };
  readonly detail: Text;

  constructor(email: string) {
    super();
    this.detail = {
      en: `Somebody signs in with ${email} already. Change that user, or give another address.`,
      'zh-CN': `已有用户使用 ${email} 登录。请修改该用户，或换一个邮箱。`,
    };
  }
}

/** Somebody wants to be called like a colleague, or so that readers may take them for one. */
export class NameTaken extends Problem {
  readonly slug = 'name-taken';
  readonly status = 409;
  readonly title: Text = { en: 'This name is taken', 'zh-CN': '该姓名已被使用' };
  readonly detail: Text;

  constructor(name: string) {
    super();
    this.detail = {
      en: `It looks like the name of a colleague, ${name}. If you share a name, ask an administrator to set it.`,
      'zh-CN': `与同事“${name}”的姓名相同或难以区分。如确为同名，请联系管理员设置。`,
    };
  }
}

export class DuplicateTeam extends Problem {
  readonly slug = 'duplicate-team';
  readonly status = 409;
  readonly title: Text = { en: 'This team exists', 'zh-CN': '团队已存在' };
  readonly detail: Text;

  constructor(id: string) {
    super();
    this.detail = {
      en: `There is a team "${id}" already. PATCH /api/teams/${id} changes it.`,
      'zh-CN': `团队“${id}”已存在，可通过 PATCH /api/teams/${id} 修改。`,
    };
  }
}

export class LastAdmin extends Problem {
  readonly slug = 'last-admin';
  readonly status = 409;
  readonly title: Text = { en: 'The last administrator', 'zh-CN': '最后一位管理员' };
  readonly detail: Text = {
    en: 'Nobody could manage people any more. Make somebody else an administrator first.',
    'zh-CN': '修改后将没有人能管理人员。请先把其他人设为管理员。',
  };
}
