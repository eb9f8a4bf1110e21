import { ApiProblem } from '../../api/problem';
import type { Say } from '../../i18n/texts';
import { typeOf } from '../../../words/kind';
import * as kinds from '../../../words/problem-kinds';
import type { rightsTexts } from './texts-rights';

type SayRights = Say<keyof typeof rightsTexts.entries>;

/** What lies where: a step, a lane, an end of an escalation. */
export interface Place {
  team: string;
  tier: number;
  skills?: readonly string[];
}

/** How the reader calls what the server names by its id. */
export interface Names {
  placeOf: (place: Place) => string;
  teamOf: (team: string) => string;
  skillOf: (skill: string) => string;
  /** Null: not known here. */
  stepOf: (step: string) => string | null;
  /** Of a user; null: not known here. */
  personOf: (id: string) => string | null;
}

/** A lane in words: the team's name, the tier and the skills that it asks for. */
export function wordPlace(
  { team, tier, skills = [] }: Place,
  { teamOf, skillOf }: Pick<Names, 'teamOf' | 'skillOf'>,
  say: SayRights,
): string {
  const place = say('place', { team: teamOf(team), tier });
  return skills.length === 0
    ? place
    : say('placeSkills', { place, skills: skills.map(skillOf).join(say('listAnd')) });
}

/** A refusal in the names that the reader knows: the server's own words hold ids of teams and steps. */
export function nameProblem(problem: ApiProblem, names: Names, say: SayRights): ApiProblem {
  const detail = wordRefusal(problem, names, say);
  if (detail === null) return problem;
  const { status, slug, title, errors, facts, wait } = problem;
  return new ApiProblem(status, { ...facts, type: typeOf(slug), title, detail, errors }, wait);
}

function wordRefusal({ slug, facts }: ApiProblem, names: Names, say: SayRights): string | null {
  const text = (name: string): string => (typeof facts[name] === 'string' ? facts[name] : '');
  switch (slug) {
    case kinds.notYours.slug: {
      // What keeps this very person from it is said by the SOP already, in words.
      if (facts['why'] !== undefined) return null;
      const place = readPlace(facts);
      if (place)
        return say('stepIsFor', { step: stepWord(text('step'), names), place: names.placeOf(place) });
      if (facts['wanted'] === undefined) return null;
      return say(facts['wanted'] === 'lead' ? 'forLeads' : 'forMembers', {
        team: names.teamOf(text('team')),
      });
    }
    case kinds.ambiguousStep.slug:
      return say('whichStep', { steps: listSteps(facts['steps'], names, say) });
    case kinds.notInStep.slug: {
      const steps = listSteps(facts['steps'], names, say);
      return steps === '' ? say('notInAnyStep') : say('notInStep', { steps });
    }
    case kinds.heldByOther.slug: {
      if (facts['mayTakeOver'] === true) return null;
      const name = text('holderName') || names.personOf(text('holder'));
      return say('heldBy', { name: name ?? say('aColleague') });
    }
    case kinds.notAnEscalation.slug: {
      const [from, to] = [readPlace(facts['from']), readPlace(facts['to'])];
      return from && to ? say('notUp', { from: names.placeOf(from), to: names.placeOf(to) }) : null;
    }
    case kinds.atTheTop.slug: {
      const place = readPlace(facts);
      return place && say('atTheTop', { place: names.placeOf(place) });
    }
    default:
      return null;
  }
}

function readPlace(facts: unknown): Place | null {
  const { team, tier, skills } = (facts ?? {}) as Partial<Record<string, unknown>>;
  if (typeof team !== 'string' || typeof tier !== 'number') return null;
  return { team, tier, skills: Array.isArray(skills) ? skills.map(String) : [] };
}

function stepWord(step: string, names: Names): string {
  return names.stepOf(step) ?? step;
}

function listSteps(steps: unknown, names: Names, say: SayRights): string {
  if (!Array.isArray(steps)) return '';
  return [...new Set(steps.map((step) => stepWord(String(step), names)))].join(say('listAnd'));
}
