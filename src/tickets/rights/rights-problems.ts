import type { Text } from '../../engine/common/text.js';
import { Problem } from '../../problems/problem.js';
import type { Lane } from '../../queues/lanes/lanes.js';
import * as kinds from '../../words/problem-kinds.js';

/** The step, or the act on the ticket, is for somebody else; the ticket itself may be seen. */
export class NotYours extends Problem {
  readonly kind = kinds.notYours;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  /** `why`: what keeps this very person from it although they serve the lane (four eyes). */
  constructor(visit: Lane & { step: string }, words: OwnerWords, why: Text | null = null) {
    super();
    const { step, team, tier, skills } = visit;
    this.detail = why ?? describeOwner(visit, words);
    this.facts = { step, team, tier, skills, ...(why === null ? {} : { why }) };
  }
}

/** How things are called where it is said whose a step is. */
export interface OwnerWords {
  /** Of the step; absent: its id. */
  title?: Text | undefined;
  skillTitle: (skill: string) => Text;
}

/** Whose step it is, in words. */
export function describeOwner(
  { step, team, tier, skills }: Lane & { step: string },
  { title, skillTitle }: OwnerWords,
): Text {
  const names = skills.map(skillTitle);
  const wanted = names.length === 0 ? '' : `, skills ${names.map(({ en }) => en).join(', ')}`;
  const wantedZh = names.length === 0 ? '' : `、技能 ${names.map((name) => name['zh-CN']).join('、')}`;
  return {
    en: `“${title?.en ?? step}” is for team ${team}, tier ${tier}${wanted}. You do not serve that lane and do not lead that team.`,
    'zh-CN': `“${title?.['zh-CN'] ?? step}”由团队 ${team}、层级 ${tier}${wantedZh}的人员处理，您不在该接单范围内，也不是该团队的组长。`,
  };
}

/** An act on the whole ticket that is for its team, or for those who lead it. */
export class NotYourTicket extends Problem {
  readonly kind = kinds.notYours;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(act: string, team: string, wanted: 'member' | 'lead') {
    super();
    this.facts = { act, team, wanted };
    this.detail =
      wanted === 'lead'
        ? {
            en: `"${act}" is for those who lead team ${team}, to which this ticket belongs.`,
            'zh-CN': `“${act}”仅限工单所属团队 ${team} 的组长操作。`,
          }
        : {
            en: `"${act}" is for people of team ${team}, to which this ticket belongs.`,
            'zh-CN': `“${act}”仅限工单所属团队 ${team} 的人员操作。`,
          };
  }
}

/** Somebody who may act, but more than one step is open to them: which one is meant? */
export class AmbiguousStep extends Problem {
  readonly kind = kinds.ambiguousStep;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(steps: string[]) {
    super();
    this.facts = { steps };
    this.detail = {
      en: `More than one step is open to you: ${steps.join(', ')}. Name one as "step".`,
      'zh-CN': `您可处理的步骤不止一个：${steps.join('、')}。请用“step”指明其中之一。`,
    };
  }
}

/** The step that was named is not one in which this can be done now. */
export class NotInStep extends Problem {
  readonly kind = kinds.notInStep;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  /** `steps`: in which it can be done. */
  constructor(step: string | null, steps: string[]) {
    super();
    this.facts = { step, steps };
    const shown = (step ?? '–').slice(0, 120);
    const possible = steps.length === 0 ? '–' : steps.join(', ');
    this.detail = {
      en: `This cannot be done in step ${shown}. Possible: ${possible}.`,
      'zh-CN': `步骤 ${shown} 不能执行该操作。可选：${possible}。`,
    };
  }
}

/** Another person holds the step. */
export class HeldByOther extends Problem {
  readonly kind = kinds.heldByOther;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  constructor(
    step: string,
    readonly holder: string,
  ) {
    super();
    this.facts = { step, holder };
    this.detail = {
      en: `Step ${step} is held by another person. Ask them to release it, or a lead to take it over.`,
      'zh-CN': `步骤 ${step} 正由其他同事处理。请对方先释放，或由组长接管。`,
    };
  }
}

/** The person holds nothing of this ticket. */
export class NothingHeld extends Problem {
  readonly kind = kinds.nothingHeld;
  readonly detail: Text;
  constructor(id: string) {
    super();
    this.detail = {
      en: `You hold no step of ticket ${id}: take it first; or your lease ended, or somebody took it over.`,
      'zh-CN': `您当前未持有工单 ${id} 的任何步骤：请先领取；或持有已到期、已被他人接管。`,
    };
  }
}

/** An escalation goes up, or to a team of specialists; this one would not. */
export class NotAnEscalation extends Problem {
  readonly kind = kinds.notAnEscalation;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(from: { team: string; tier: number }, to: { team: string; tier: number }) {
    super();
    this.facts = { from: { team: from.team, tier: from.tier }, to };
    this.detail = {
      en: `From team ${from.team}, tier ${from.tier} to team ${to.team}, tier ${to.tier} is not up: escalate to a higher tier or to a team of specialists, hand back to who knew the case, or transfer at the same tier.`,
      'zh-CN': `从团队 ${from.team} 层级 ${from.tier} 到团队 ${to.team} 层级 ${to.tier} 不是升级：请升级到更高层级或专家组；如需退回请用“退回”，同级转移请用“转交”。`,
    };
  }
}

/** There is nobody above. */
export class AtTheTop extends Problem {
  readonly kind = kinds.atTheTop;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(at: { team: string; tier: number }) {
    super();
    this.facts = { team: at.team, tier: at.tier };
    this.detail = {
      en: `The step is with team ${at.team} at tier ${at.tier}, the highest there is. Decide here, or name a team of specialists.`,
      'zh-CN': `该步骤已在团队 ${at.team} 的最高层级 ${at.tier}。请在此处理，或指定专家组。`,
    };
  }
}

/** The visit came from nobody to whom it could go back. */
export class NothingToHandBack extends Problem {
  readonly kind = kinds.nothingToHandBack;
  readonly detail: Text;
  constructor(step: string) {
    super();
    this.detail = {
      en: `Step ${step} was not escalated or transferred while it was open, so there is nobody to hand it back to.`,
      'zh-CN': `步骤 ${step} 未经升级或转交，没有可退回的对象。`,
    };
  }
}
