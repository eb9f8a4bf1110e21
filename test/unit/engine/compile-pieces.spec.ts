import { describe, expect, it } from '@jest/globals';
import { compileSop, compileSopInPieces, openTicket, SopInvalid } from '../../../src/engine/index.js';
import type { SopDefinition } from '../../../src/engine/common/model.js';
import { end, go, guardsInTurn, sopOf, step, stepsInARow } from '../../support/large-sops.js';
import { makeInput } from './builders.js';

function countPieces(sop: SopDefinition): number {
  return [...compileSopInPieces(sop, 1)].length;
}

describe('an SOP is compiled piece by piece', () => {
  it('states, expressions and texts are pieces of their own', () => {
    const [few, many] = [countPieces(stepsInARow(10)), countPieces(stepsInARow(110))];
    // Its ways out, its configuration and its transitions.
    expect(many - few).toBe(3 * 100);
    // Each condition is compiled, and it is found out of what it speaks.
    expect(countPieces(guardsInTurn(110)) - countPieces(guardsInTurn(10))).toBe(2 * 100);
    const told = (pieces: number): SopDefinition => {
      const sop = stepsInARow(1);
      const text = '{{ context.n }} '.repeat(pieces);
      (sop.states['s0']?.meta ?? {}).instructions = { en: text, 'zh-CN': text };
      return sop;
    };
    expect(countPieces(told(110)) - countPieces(told(10))).toBe(2 * 100);
  });

  it('what fails first is told, wherever it stands', () => {
    const sop = sopOf('a', { a: step({ GO: go('end', 'context.nothing') }), end });
    const reason = (broken: SopDefinition): string => {
      try {
        compileSop(broken, 1);
      } catch (error) {
        if (error instanceof SopInvalid) return error.reason;
      }
      return '';
    };
    expect(reason(sop)).toContain('context.nothing');
    // The delay is read at once, the condition later; the condition comes first.
    expect(reason({ ...sop, states: { ...sop.states, b: { after: { soon: 'end' } } } })).toContain(
      'context.nothing',
    );
    expect(reason(sopOf('a', { a: { after: { soon: 'end' } }, end }))).toContain('"soon" is not a delay');
  });

  it('two SOPs that are compiled in turn do not mix', () => {
    const [one, other] = [compileSopInPieces(stepsInARow(3), 1), compileSopInPieces(stepsInARow(5), 1)];
    for (;;) {
      const [first, second] = [one.next(), other.next()];
      if (!first.done) continue;
      expect(openTicket(first.value, {}, makeInput())).toMatchObject({ ok: true });
      expect(first.value.steps.size).toBe(3);
      expect(second.done).not.toBe(true);
      break;
    }
  });

  it('a machine can be entered elsewhere, and afterwards begins where it did', () => {
    const sop = compileSop(stepsInARow(3), 1);
    const call = { ...makeInput(), actor: { kind: 'system', id: '', name: '', roles: [], tier: 0 } };
    const enter = (at?: string): string[] =>
      sop.machine.start({ ...call, now: new Date(call.now), limits: null, step: null }, {}, {}, at).leaves;
    expect([enter(), enter('s2'), enter()]).toEqual([['s0'], ['s2'], ['s0']]);
    expect(() => enter('elsewhere')).toThrow('elsewhere');
  });
});
