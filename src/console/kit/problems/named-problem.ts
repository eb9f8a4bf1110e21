import { toProblem, type ApiProblem } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { nameProblem, wordPlace, type Names, type Place } from './rights-words';
import { useSkillName } from '../common/skill-names';
import { useTeamName } from '../common/team-names';
import { rightsTexts } from './texts-rights';

/** Lanes in the reader's words. */
export function usePlaceWords(): (place: Place) => string {
  const say = useTexts(rightsTexts);
  const teamOf = useTeamName();
  const skillOf = useSkillName();
  return (place) => wordPlace(place, { teamOf, skillOf }, say);
}

/** The steps of the ticket that the page shows, for their titles and holders. */
interface KnownStep {
  step: string;
  title: string;
  holder: string | null;
  holderName: string | null;
}

/** Makes of whatever was thrown what can be shown. `steps`: those of the ticket that was acted on. */
export function useNamedProblem(steps: readonly KnownStep[] = []): (error: unknown) => ApiProblem {
  const say = useTexts(rightsTexts);
  const teamOf = useTeamName();
  const skillOf = useSkillName();
  const names: Names = {
    teamOf,
    skillOf,
    placeOf: (place) => wordPlace(place, { teamOf, skillOf }, say),
    stepOf: (step) => steps.find((one) => one.step === step)?.title ?? null,
    personOf: (id) => steps.find(({ holder }) => holder === id)?.holderName ?? null,
  };
  return (error) => nameProblem(toProblem(error), names, say);
}
