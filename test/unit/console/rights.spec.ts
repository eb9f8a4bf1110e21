import { describe, expect, it } from '@jest/globals';
import { actsOf, stepMeant, stepsFor } from '../../../src/console/agent/common/act-steps';
import { stepTexts } from '../../../src/console/agent/common/texts-step';
import type { GuideStep } from '../../../src/console/agent/common/ticket-cache';
import { isComplete, type ActAnswers } from '../../../src/console/agent/ticket/act-answers';
import { ApiProblem } from '../../../src/console/api/problem';
import type { Lang } from '../../../src/console/i18n/define-texts';
import { nameProblem, wordPlace, type Names } from '../../../src/console/kit/problems/rights-words';
import { rightsTexts } from '../../../src/console/kit/problems/texts-rights';

const ME = 'u-me';

/** A step that a colleague or nobody holds and that is mine to act in. */
function step(name: string, more: Partial<GuideStep> = {}): GuideStep {
  return {
    ...{ step: name, title: `<${name}>`, kind: 'human', instructions: null, checklist: [], form: null },
    ...{ replies: [], actions: [], team: 'after-sales', tier: 1, skills: [], holder: null, holderName: null },
    ...{ enteredAt: null, dueAt: null, slaDueAt: null, slaBreached: false, cameFrom: null },
    ...{ mayAct: true, mayTake: true, takesOver: false, whyNot: null },
    ...more,
  };
}
const closed = { mayAct: false, mayTake: false };
const names = (steps: GuideStep[]): string[] => steps.map((one) => one.step);

describe('The acts on a ticket', () => {
  it('are those that the server opens, handing back first; taking over stands with what a colleague holds', () => {
    const steps = [step('a', { holder: 'u-lin', holderName: 'Lin', takesOver: true })];
    const acts = ['message', 'transfer', 'hand-back', 'priority', 'merge', 'undo', 'cancel'] as const;
    expect(actsOf({ acts: [...acts], steps }, ME)).toEqual([
      ...['handBack', 'transfer', 'takeOver', 'prioritise', 'merge', 'cancel'],
    ]);
    expect(actsOf({ acts: ['message'], steps: [step('a', closed)] }, ME)).toEqual([]);
  });

  it('give back what I hold, hand back what came from elsewhere, take over what a colleague holds', () => {
    const steps = [
      step('mine', { holder: ME, mayTake: false }),
      step('theirs', { holder: 'u-lin', takesOver: true, cameFrom: { team: 'quality', tier: 1 } }),
      step('foreign', { ...closed, cameFrom: { team: 'quality', tier: 1 } }),
      step('system', { kind: 'automatic' }),
    ];
    expect(names(stepsFor('release', steps, ME))).toEqual(['mine']);
    expect(names(stepsFor('handBack', steps, ME))).toEqual(['theirs']);
    expect(names(stepsFor('takeOver', steps, ME))).toEqual(['theirs']);
  });

  it('transfer what I hold, and what I lead', () => {
    const held = step('held', { holder: ME });
    const led = step('led', { takesOver: true });
    expect(names(stepsFor('transfer', [held, step('other')], ME))).toEqual(['held']);
    expect(names(stepsFor('transfer', [held, led], ME))).toEqual(['held', 'led']);
    // Nothing is held, so it is offered to somebody who leads.
    expect(names(stepsFor('transfer', [step('one'), step('two', closed)], ME))).toEqual(['one']);
  });

  it('ask which step is meant only where there is more than one', () => {
    const [one, two] = [step('one'), step('two')];
    expect(stepMeant([one], '')).toBe(one);
    expect(stepMeant([one, two], '')).toBeNull();
    expect(stepMeant([one, two], 'two')).toBe(two);
    expect(stepMeant([one, two], 'gone')).toBeNull();
    const answers: ActAnswers = { reason: 'Lunch', team: '', priority: 'normal', step: '' };
    expect(isComplete('release', answers, null)).toBe(false);
    expect(isComplete('release', answers, one)).toBe(true);
    expect(isComplete('transfer', { ...answers, team: 'after-sales' }, one)).toBe(false);
    expect(isComplete('transfer', { ...answers, team: 'quality' }, one)).toBe(true);
    expect(isComplete('cancel', { ...answers, reason: ' ' }, undefined)).toBe(false);
  });
});

const TEAMS: Record<string, Record<Lang, string>> = {
  'after-sales': { en: 'After-sales', 'zh-CN': '售后组' },
  quality: { en: 'Quality', 'zh-CN': '品控组' },
};
const SKILLS: Record<string, Record<Lang, string>> = { refunds: { en: 'Refunds', 'zh-CN': '退款' } };

function wordsIn(lang: Lang) {
  const say = (key: string, values: Record<string, string | number> = {}): string =>
    rightsTexts.entries[key as keyof typeof rightsTexts.entries][lang].replace(
      /\{\{(\w+)\}\}/g,
      (_, name: string) => String(values[name]),
    );
  const teamOf = (team: string): string => TEAMS[team]?.[lang] ?? team;
  const skillOf = (skill: string): string => SKILLS[skill]?.[lang] ?? skill;
  const known: Names = {
    teamOf,
    skillOf,
    placeOf: (place) => wordPlace(place, { teamOf, skillOf }, say),
    stepOf: (name) => ({ assess: { en: 'Assess', 'zh-CN': '审核' }[lang] })[name] ?? null,
    personOf: (id) => ({ 'u-lin': '林若溪' })[id] ?? null,
  };
  return (slug: string, facts: Record<string, unknown>): string =>
    nameProblem(
      new ApiProblem(409, {
        ...facts,
        type: `urn:stepwise:problem:${slug}`,
        title: 'T',
        detail: 'as it came',
      }),
      known,
      say,
    ).detail;
}

describe('A refusal', () => {
  const lane = { team: 'after-sales', tier: 3, skills: ['refunds', 'en'] };

  it('says whose step it is by the names that the reader knows', () => {
    const facts = { step: 'assess', ...lane };
    expect(wordsIn('en')('not-yours', facts)).toBe(
      '“Assess” is for After-sales · tier 3 (skills: Refunds, en).',
    );
    expect(wordsIn('zh-CN')('not-yours', facts)).toBe('“审核”由售后组 · 3 线（技能：退款、en）处理。');
    expect(wordsIn('zh-CN')('not-yours', { act: 'merge', team: 'quality', wanted: 'lead' })).toBe(
      '仅限品控组的组长操作。',
    );
  });

  it('keeps the words of the SOP where four eyes are the reason', () => {
    const facts = { step: 'assess', ...lane, why: { en: 'You proposed it.' } };
    expect(wordsIn('en')('not-yours', facts)).toBe('as it came');
  });

  it('names steps, people and places, and no ids', () => {
    const en = wordsIn('en');
    expect(en('ambiguous-step', { steps: ['assess', 'assess', 'b'] })).toContain('Assess, b.');
    expect(en('not-in-step', { step: 'b', steps: ['assess'] })).toContain('Possible: Assess.');
    expect(en('not-in-step', { step: 'b', steps: [] })).toContain('any step');
    expect(en('held-by-other', { step: 'assess', holder: 'u-lin' })).toContain('林若溪 is working');
    expect(en('held-by-other', { step: 'assess', holder: 'u-gone' })).toContain('A colleague');
    expect(en('at-the-top', { team: 'after-sales', tier: 3 })).toContain('with After-sales · tier 3 already');
    expect(en('not-an-escalation', { from: lane, to: { team: 'quality', tier: 1 } })).toContain(
      'to Quality · tier 1 is not up',
    );
    expect(en('limit-reached', { left: 1 })).toBe('as it came');
  });
});

it('what a lead is told before they act is said in both languages', () => {
  expect(stepTexts.entries.actsAsLead).toEqual({
    en: 'You act here as a lead; it is recorded as a take-over.',
    'zh-CN': '您将以组长身份处理，系统会记录接管。',
  });
});
