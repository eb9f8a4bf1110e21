import { Radio } from 'antd';
import { useTexts } from '../i18n/texts';
import type { HumanStep } from './lanes';
import { leadTexts } from './texts';
import styles from './dialog.module.css';

interface Props {
  steps: HumanStep[];
  chosen: string;
  onChoose: (step: string) => void;
}

/** Which of several parallel steps is meant. */
export function StepChoice({ steps, chosen, onChoose }: Props) {
  const say = useTexts(leadTexts);
  return (
    <fieldset className={styles.candidates}>
      <legend>{say('whichStep')}</legend>
      <Radio.Group
        value={chosen}
        onChange={(event) => onChoose(String(event.target.value))}
        options={steps.map(({ step, title }) => ({ value: step, label: title }))}
      />
    </fieldset>
  );
}
