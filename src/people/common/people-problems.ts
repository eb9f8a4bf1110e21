import type { CalendarError } from '../../calendar/check.js';
import type { Text } from '../../engine/common/text.js';
import { InvalidBody } from '../../problems/http-problems.js';
import { Problem, type ProblemError } from '../../problems/problem.js';
import * as kinds from '../../words/problem-kinds.js';

export class UnknownUser extends Problem {
  readonly kind = kinds.unknownUser;
  override readonly hint: Text = {
    en: 'GET /api/users lists them.',
    'zh-CN': '可通过 GET /api/users 查看。',
  };
  readonly detail: Text;

  constructor(id: string) {
    super();
    this.detail = {
      en: `There is no user "${id}".`,
      'zh-CN': `没有编号为“${id}”的用户。`,
    };
  }
}

export class UnknownSession extends Problem {
  readonly kind = kinds.unknownSession;
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
  readonly kind = kinds.unknownTeam;
  override readonly hint: Text = {
    en: 'GET /api/teams lists them.',
    'zh-CN': '可通过 GET /api/teams 查看。',
  };
  readonly detail: Text;

  constructor(id: string) {
    super();
    this.detail = {
      en: `There is no team "${id}".`,
      'zh-CN': `没有名为“${id}”的团队。`,
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
  readonly kind = kinds.duplicateEmail;
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
  readonly kind = kinds.nameTaken;
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
  readonly kind = kinds.duplicateTeam;
  override readonly hint: Text = {
    en: 'PATCH /api/teams/{id} changes it.',
    'zh-CN': '可通过 PATCH /api/teams/{id} 修改。',
  };
  readonly detail: Text;

  constructor(id: string) {
    super();
    this.detail = {
      en: `There is a team "${id}" already.`,
      'zh-CN': `团队“${id}”已存在。`,
    };
  }
}

/** What is said of a tier above those of its team. */
export function noSuchTier(tiers: number): Text {
  return {
    en: `the team has ${tiers === 1 ? 'one tier only' : `${tiers} tiers only`}`,
    'zh-CN': `该团队只有 ${tiers} 级`,
  };
}

/** Names of each kind that are told; the rest is a number. */
export const NAMES_TOLD = 10;

/** What uses a tier: how many there are, and the names of the first. */
export interface Uses {
  names: readonly string[];
  count: number;
}

function listUses({ names, count }: Uses): Text {
  const told = names.slice(0, NAMES_TOLD);
  const isAll = told.length === count;
  return {
    en: `${told.join(', ')}${isAll ? '' : ` and ${count - told.length} more`}`,
    'zh-CN': `${told.join('、')}${isAll ? '' : ` 等 ${count} 个`}`,
  };
}

/** A team cannot have fewer tiers while people, SOPs in force or open tickets are at those it would lose. */
export class TiersInUse extends Problem {
  readonly kind = kinds.tiersInUse;
  readonly detail: Text;
  override readonly errors: ProblemError[];

  constructor(tiers: number, uses: Record<'members' | 'sops' | 'tickets', Uses>) {
    super();
    const words: [Uses, Text][] = [
      [uses.members, { en: 'members', 'zh-CN': '成员' }],
      [uses.sops, { en: 'SOPs in force', 'zh-CN': '生效中的 SOP' }],
      [uses.tickets, { en: 'open tickets', 'zh-CN': '未结工单' }],
    ];
    this.errors = words
      .filter(([{ count }]) => count > 0)
      .map(([found, kind]) => {
        const all = listUses(found);
        const message = {
          en: `above tier ${tiers} there are ${kind.en}: ${all.en}`,
          'zh-CN': `第 ${tiers} 级以上仍有${kind['zh-CN']}：${all['zh-CN']}`,
        };
        return { pointer: '/tiers', message };
      });
    const reasons = this.errors.map(({ message }) => message);
    this.detail = {
      en: `Nothing was changed: ${reasons.map(({ en }) => en).join('; ')}. Move them to lower tiers first.`,
      'zh-CN': `未做任何修改：${reasons.map((reason) => reason['zh-CN']).join('；')}。请先将其调整到较低层级。`,
    };
  }
}

export class LastAdmin extends Problem {
  readonly kind = kinds.lastAdmin;
  readonly detail: Text = {
    en: 'Nobody could manage people any more. Make somebody else an administrator first.',
    'zh-CN': '修改后将没有人能管理人员。请先把其他人设为管理员。',
  };
}
