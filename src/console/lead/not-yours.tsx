import { Alert } from 'antd';
import { useTexts } from '../i18n/texts';
import { usePlaceWords } from '../kit/problems/named-problem';
import { rightsTexts } from '../kit/problems/texts-rights';
import type { HumanStep } from './lanes';
import { leadTexts } from './texts';

/** Says instead of a refused act whose step it is; four eyes may keep somebody from taking what they lead. */
export function NotYours({ step }: { step: HumanStep }) {
  const say = useTexts(leadTexts);
  const sayRights = useTexts(rightsTexts);
  const placeOf = usePlaceWords();
  const isBarred = step.mayAct && step.whyNot !== null;
  const whose = sayRights('stepIsFor', { step: step.title, place: placeOf(step) });
  return <Alert type="warning" showIcon title={isBarred ? step.whyNot : `${whose} ${say('notYourTeam')}`} />;
}
