import { compileCalendar } from '../../calendar/index.js';
import type { CalendarDef } from '../../calendar/index.js';
import { compileSop, parseSop, SopInvalid, USUAL_TIERS } from '../../engine/index.js';
import type { CompiledSop } from '../../engine/index.js';
import type { BusinessCalendar } from '../../engine/common/model.js';
import type { Text } from '../../engine/common/text.js';
import { SopIdMismatch, SopUnreadable } from '../../sops/sops-problems.js';
import { carried } from '../../threads/task.js';
import { walkSop } from './render-walk.js';
import { SopNotRunnable } from './sop-walk-problems.js';
import type { WalkAnswerDto } from './sop-walk-answer.dto.js';
import type { WalkInput } from './walk-task.js';

/** What was used last; each act of a walk sends the whole walk again. */
class Kept<T> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly most: number) {}

  get(key: string, make: () => T): T {
    const value = this.kept.get(key) ?? make();
    this.kept.delete(key);
    this.kept.set(key, value);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    return value;
  }
}

const sops = new Kept<CompiledSop>(20);
const calendars = new Kept<BusinessCalendar>(200);
const alwaysOpen = compileCalendar(null);

export const walk = carried((input: WalkInput): WalkAnswerDto => {
  const { id, source, format, version, data, customer, lang, start, acts, as } = input;
  const sop = sops.get(JSON.stringify([id, version, format, source]), () => compile(input));
  const calendarOf = (team: string): BusinessCalendar => {
    const def = Object.hasOwn(input.calendars, team) ? input.calendars[team] : undefined;
    if (def === undefined) return alwaysOpen;
    return calendars.get(def, () => compileCalendar(JSON.parse(def) as CalendarDef | null));
  };
  const tiersOf = (team: string): number =>
    (Object.hasOwn(input.tiers, team) ? input.tiers[team] : undefined) ?? USUAL_TIERS;
  const skillTitle = (skill: string): Text =>
    (Object.hasOwn(input.skills, skill) ? input.skills[skill] : undefined) ?? { en: skill, 'zh-CN': skill };
  const teams = { calendarOf, tiersOf, skillTitle };
  return { ...walkSop(sop, { data, customer, lang, start, ...teams }, { acts, as, lang }), version };
});

function compile({ id, source, format, version, stored }: WalkInput): CompiledSop {
  const { definition, findings } = parseSop(source, format);
  const found = definition ?? stored;
  if (found === null) throw new SopUnreadable(findings);
  if (found.id !== id) throw new SopIdMismatch(id, found.id);
  try {
    return compileSop(found, version ?? 0);
  } catch (error) {
    if (error instanceof SopInvalid) throw new SopNotRunnable(error.reason);
    throw error;
  }
}
