import { useTexts } from '../../i18n/texts';
import { usePlaceWords } from '../../kit/problems/named-problem';
import { rightsTexts } from '../../kit/problems/texts-rights';
import type { GuideStep } from '../common/ticket-cache';
import styles from './whose.module.css';

/** Whose step it is that the reader may not act in: said once, for all that is closed in it. */
export function Whose({ step, id }: { step: GuideStep; id: string }) {
  const whose = useWhose();
  return (
    <p className={styles.whose} data-testid="step-whose" id={id}>
      {whose(step)}
    </p>
  );
}

/** The same as a sentence, with the names that the reader knows instead of ids. */
export function useWhose(): (step: GuideStep) => string {
  const say = useTexts(rightsTexts);
  const placeOf = usePlaceWords();
  return (step) => {
    const place = placeOf(step);
    return step.holderName === null
      ? say('isFor', { place })
      : say('isForHeld', { place, name: step.holderName });
  };
}
