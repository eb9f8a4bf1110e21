import { describe, expect, it } from '@jest/globals';
import type { GuideAction, Ticket } from '../../../src/console/agent/common/ticket-cache';
import {
  asksTarget,
  errorsAtTarget,
  escalationTargets,
  keyOfTarget,
  targetAsSent,
  withKnownTarget,
  withTargets,
} from '../../../src/console/agent/step/escalation';
import {
  customersDiffer,
  otherOf,
  otherOfProblem,
  readTicketNumber,
  whyNotMerge,
} from '../../../src/console/agent/ticket/merge';
import { ApiProblem } from '../../../src/console/api/problem';
import { filledValues, initialValues } from '../../../src/console/kit/schema-form/model';

const teams = [
  { id: 'after-sales', specialist: false, tiers: 3 },
  { id: 'logistics', specialist: false, tiers: 3 },
  { id: 'quality', specialist: true, tiers: 3 },
];
const form = {
  type: 'object',
  required: ['reason'],
  properties: {
    reason: { type: 'string', minLength: 1 },
    to: { type: 'object', properties: { team: { type: 'string' }, tier: { type: 'integer' } } },
  },
};

describe('An escalation', () => {
  it('goes up in its own team, or to specialists at the tier it has, and nowhere else', () => {
    const from = (tier: number) => escalationTargets({ team: 'after-sales', tier }, teams).map(keyOfTarget);
    expect(from(1)).toEqual(['after-sales 2', 'after-sales 3', 'quality 1']);
    expect(from(2)).toEqual(['after-sales 3', 'quality 2']);
    expect(from(3)).toEqual(['quality 3']);
  });

  it('goes up as far as the team does, and to specialists where they are', () => {
    const small = teams.map((team) => ({ ...team, tiers: team.specialist ? 1 : 2 }));
    const from = (tier: number) => escalationTargets({ team: 'after-sales', tier }, small).map(keyOfTarget);
    expect(from(1)).toEqual(['after-sales 2', 'quality 1']);
    expect(from(2)).toEqual(['quality 1']);
    expect(escalationTargets({ team: 'unknown', tier: 2 }, [])).toEqual([]);
  });

  it('has nowhere to go from the top of the only specialists', () => {
    expect(escalationTargets({ team: 'quality', tier: 3 }, teams)).toEqual([]);
  });

  it('asks one question with the next tier chosen already, and sends team and tier', () => {
    const targets = escalationTargets({ team: 'after-sales', tier: 1 }, teams);
    const choices = targets.map((target) => ({ key: keyOfTarget(target), title: target.team }));
    const schema = withTargets(form, choices, 'To whom');
    const values = { ...initialValues(schema), reason: 'Dangerous' };
    expect(targetAsSent(filledValues(schema, values), targets)).toEqual({
      reason: 'Dangerous',
      to: { team: 'after-sales', tier: 2 },
    });
    const aside = filledValues(schema, { ...values, to: 'quality 1' });
    expect(targetAsSent(aside, targets)).toMatchObject({ to: { team: 'quality', tier: 1 } });
  });

  it('forgets a place that was kept from a lower tier', () => {
    const targets = escalationTargets({ team: 'after-sales', tier: 2 }, teams);
    expect(withKnownTarget({ reason: 'x', to: 'after-sales 2' }, targets)).toEqual({
      reason: 'x',
      to: 'after-sales 3',
    });
    expect(withKnownTarget({ to: 'quality 2' }, targets)).toEqual({ to: 'quality 2' });
  });

  it('says what is wrong with team or tier at the one question', () => {
    expect(errorsAtTarget([{ pointer: '/to/team', message: 'No such team' }])).toEqual([
      { pointer: '/to', message: 'No such team' },
    ]);
  });

  it('leaves the form of an SOP’s own escalation as it is', () => {
    const action = (event: string, own: object) => ({ event, form: own }) as unknown as GuideAction;
    expect(asksTarget(action('ESCALATE', form))).toBe(true);
    expect(asksTarget(action('ESCALATE', { properties: { reason: {} } }))).toBe(false);
    expect(asksTarget(action('APPROVE', form))).toBe(false);
  });
});

describe('A merge', () => {
  const ticket = (id: string, customer: string, more: Partial<Ticket> = {}) =>
    ({
      ...{ id, number: Number(id), subject: `S${id}`, customer: { id: customer, name: customer } },
      ...{ status: 'open', stepTitles: ['Assess', 'Call'], outcomeTitle: null },
      ...more,
    }) as unknown as Ticket;

  it('takes the number of the other ticket as people write it', () => {
    expect(['1560', '#1560', ' # 1560 ', '＃１５６０'].map(readTicketNumber)).toEqual(Array(4).fill('1560'));
    expect(['', '#', '0', '15a', '-3', '1.5'].map(readTicketNumber)).toEqual(Array(6).fill(null));
  });

  it('asks for a second yes only where the customers differ', () => {
    const mine = ticket('1', 'C-1');
    expect(customersDiffer(mine, otherOf(ticket('2', 'C-1')))).toBe(false);
    expect(customersDiffer(mine, otherOf(ticket('2', 'C-2')))).toBe(true);
    expect(otherOf(ticket('2', 'C-2'))).toMatchObject({ place: 'Assess / Call', number: 2 });
  });

  it('does not go into the ticket itself, nor into one that has ended', () => {
    const mine = ticket('1', 'C-1');
    expect(whyNotMerge(mine, otherOf(mine))).toBe('self');
    expect(whyNotMerge(mine, otherOf(ticket('2', 'C-1', { status: 'resolved' })))).toBe('ended');
    expect(whyNotMerge(mine, otherOf(ticket('2', 'C-2')))).toBeNull();
  });

  it('shows the ticket that the server asks about, in the reader’s language', () => {
    const steps = [
      { step: 'assess', title: { en: 'Assess', 'zh-CN': '审核' } },
      { step: 'x', title: null },
    ];
    const other = { id: '2', number: 2, subject: 'S', customer: { id: 'C-2', name: 'W' }, status: 'open' };
    const problem = (slug: string) =>
      new ApiProblem(409, { type: `urn:stepwise:problem:${slug}`, other: { ...other, steps } });
    expect(otherOfProblem(problem('confirm-merge'), 'zh-CN')).toEqual({ ...other, place: '审核 / x' });
    expect(otherOfProblem(problem('merge-refused'), 'en')).toBeNull();
  });
});
