import { describe, expect, it } from '@jest/globals';
import { checkSop } from '../../../src/engine/check/check.js';
import type { Known } from '../../../src/engine/check/known.js';
import type { ActionDef, SopDefinition } from '../../../src/engine/common/model.js';
import { MOST_TIERS } from '../../../src/engine/common/tiers.js';
import { SAMPLE } from './check-sample.js';

const THERE: Known = { teams: ['after-sales', 'lab'], skills: ['refunds'], connections: ['shop'] };

/** The sample with something done while a person works, and with what its step asks for. */
function sample(
  onWarn: ActionDef[],
  work: { team?: string; tier?: number; skills?: string[] } = {},
): SopDefinition {
  const { definition } = checkSop(SAMPLE);
  const rest = definition?.states['resting']?.meta;
  if (!definition || !rest?.sla) throw new Error('The sample has no rest.');
  Object.assign(rest, work);
  Object.assign(rest.sla, { warnAfter: 'PT1H', onWarn });
  return definition;
}
const found = (sop: SopDefinition, known: Known): string[] =>
  checkSop(JSON.stringify(sop), 'json', known).findings.map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );

describe('what an SOP names beside itself', () => {
  it('is not judged where nobody says what there is', () => {
    expect(found(sample([], { team: 'nowhere', skills: ['magic'] }), {})).toEqual([]);
  });

  it('is there', () => {
    const actions: ActionDef[] = [
      { type: 'escalate', params: { to: { team: 'lab' } } },
      { type: 'route', params: { team: 'after-sales', skills: ['refunds'] } },
      { type: 'escalate', params: { to: { tier: 2 } } },
    ];
    expect(found(sample(actions, { team: 'lab', skills: ['refunds'] }), THERE)).toEqual([]);
  });

  it('is an error where nobody could take a ticket, and a warning elsewhere', () => {
    const actions: ActionDef[] = [
      { type: 'escalate', params: { to: { team: 'lap' } } },
      { type: 'route', params: { team: 'lan', skills: ['refunds', 'magic'] } },
    ];
    const at = '/states/resting/meta';
    expect(found(sample(actions, { team: 'nowhere', skills: ['toString'] }), THERE).sort()).toEqual([
      `error unknown-team ${at}/sla/onWarn/0/params/to/team`,
      `error unknown-team ${at}/sla/onWarn/1/params/team`,
      `error unknown-team ${at}/team`,
      `warning unknown-skill ${at}/skills/0`,
      `warning unknown-skill ${at}/sla/onWarn/1/params/skills/1`,
    ]);
  });

  it("is the SOP's own team and connections too", () => {
    expect(found(sample([]), { teams: ['lab'], connections: [] })).toEqual([
      'error unknown-team /meta/team',
      'warning unknown-connection /states/checking/states/look-up/invoke/input/connection',
    ]);
  });

  it('is a tier that its team has, else an error where the tier is written', () => {
    const tiers = { 'after-sales': 2, lab: 4 };
    const known = { teams: Object.keys(tiers), tiers };
    const up = (to: { team?: string; tier?: number }): ActionDef => ({ type: 'escalate', params: { to } });
    const at = '/states/resting/meta';
    const fine: ActionDef[] = [up({ tier: 2 }), up({ team: 'lab', tier: 4 })];
    expect(found(sample(fine, { tier: 2 }), known)).toEqual([]);
    expect(found(sample(fine, { team: 'lab', tier: 4 }), known)).toEqual([]);
    const wrong: ActionDef[] = [
      up({ team: 'after-sales', tier: 3 }),
      up({ team: 'lab', tier: 5 }),
      { type: 'route', params: { team: 'after-sales', tier: 3 } },
    ];
    expect(found(sample(wrong, { team: 'after-sales', tier: 3 }), known).sort()).toEqual([
      `error unknown-tier ${at}/sla/onWarn/0/params/to/tier`,
      `error unknown-tier ${at}/sla/onWarn/1/params/to/tier`,
      `error unknown-tier ${at}/sla/onWarn/2/params/tier`,
      `error unknown-tier ${at}/tier`,
    ]);
    // Work of the ticket's own team may be of any that the SOP sends it to.
    expect(found(sample([up({ team: 'lab' })], { tier: 4 }), known)).toEqual([]);
    expect(found(sample([up({ team: 'lab' })], { tier: 5 }), known)).toEqual([
      `error unknown-tier ${at}/tier`,
    ]);
    const begins = sample([]);
    begins.meta.tier = 3;
    expect(found(begins, known)).toEqual(['error unknown-tier /meta/tier']);
    expect(found(begins, { tiers: { 'after-sales': 3 } })).toEqual([]);
  });

  it('has no tier above what a team can have at all', () => {
    const above = sample([], { tier: MOST_TIERS + 1 });
    expect(checkSop(JSON.stringify(above), 'json').ok).toBe(false);
    expect(found(sample([], { tier: MOST_TIERS }), {})).toEqual([]);
  });

  it('is told with what was probably meant', () => {
    const { findings } = checkSop(SAMPLE, 'yaml', { teams: ['after-sale', 'lab'] });
    expect(findings.map(({ line, column }) => [line, column])).toEqual([[12, 9]]);
    expect(findings[0]?.message.en).toContain('Did you mean `after-sale`?');
    expect(findings[0]?.message['zh-CN']).toContain('没有团队 `after-sales`');
  });
});
