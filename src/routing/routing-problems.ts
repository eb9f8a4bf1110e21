import type { Text } from '../engine/common/text.js';
import type { ProblemError } from '../problems/problem.js';
import { Problem } from '../problems/problem.js';
import type { Lane } from '../queues/lanes/lanes.js';
import * as kinds from '../words/problem-kinds.js';

/**
 * The person does not hold the ticket any more: the lease ended, or was given back or taken over, or (with a lane) they
 * do not serve the lane in which it is now. `reason` in the answer: `ended` or `out-of-reach`.
 */
export class LeaseLost extends Problem {
  readonly kind = kinds.leaseLost;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(ticketId: string, outOfReach: (Lane & { skillTitle: (skill: string) => Text }) | null = null) {
    super();
    if (outOfReach !== null) {
      const { team, tier, skills } = outOfReach;
      const names = skills.map(outOfReach.skillTitle);
      const wanted = names.length === 0 ? '' : `, skills ${names.map(({ en }) => en).join(', ')}`;
      const wantedZh = names.length === 0 ? '' : `，技能：${names.map((name) => name['zh-CN']).join('、')}`;
      this.facts = { reason: 'out-of-reach', team, tier, skills };
      this.detail = {
        en: `You no longer hold ticket ${ticketId}: you do not, or no longer, serve its lane (team ${team}, tier ${tier}${wanted}). What you had not sent is not saved; the ticket goes to somebody else.`,
        'zh-CN': `您已不再持有工单 ${ticketId}：其所在队列（团队：${team}，层级：${tier}${wantedZh}）已不在您的接单范围内。未提交的内容不会保存，该工单将由他人处理。`,
      };
      return;
    }
    this.facts = { reason: 'ended' };
    this.detail = {
      en: `You no longer hold ticket ${ticketId}: it was not renewed in time, or was given back or taken over. What you had not sent is not saved; take it again with Next.`,
      'zh-CN': `您已不再持有工单 ${ticketId}：未及时续期，或已被释放、接管。未提交的内容不会保存，请通过“下一单”重新领取。`,
    };
  }
}

/** Next was asked for a team that the person does not work for. */
export class NotYourTeam extends Problem {
  readonly kind = kinds.notYourTeam;
  readonly detail: Text;
  override readonly errors: ProblemError[];
  override readonly facts: Record<string, unknown>;

  constructor(pointer: string, team: string, accepted: string[]) {
    super();
    const shown = team.slice(0, 80);
    this.detail = {
      en: `You do not work for the team "${shown}". Your teams: ${accepted.join(', ') || '–'}.`,
      'zh-CN': `您不属于团队“${shown}”。您的团队：${accepted.join('、') || '–'}。`,
    };
    this.errors = [{ pointer, message: this.detail }];
    this.facts = { accepted };
  }
}
