import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/texts';
import { useToast } from '../../kit/use-toast';
import { draftsBelow, dropDraft } from '../common/drafts';
import { stepTexts } from '../common/texts-step';
import { wordAnswers } from '../around/answers-in-words';
import styles from './kept-texts.module.css';

/** What was typed for steps in which the ticket is no more. Shown so that it can be used elsewhere. `steps`: where it is now. */
export function KeptTexts({ ticketId, steps }: { ticketId: string; steps: string[] }) {
  const say = useTexts(stepTexts);
  const toast = useToast();
  const [, setDropped] = useState(0);
  const prefix = `form/${ticketId}/`;
  const kept = draftsBelow(prefix).flatMap(({ key, value }) => {
    const text = wordAnswers(value);
    return steps.includes(key.split(' ')[0] ?? '') || text === '' ? [] : [{ key, text }];
  });
  if (kept.length === 0) return null;
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast.success(say('copied'));
  };
  return (
    <section className={styles.kept} aria-labelledby={`kept-${ticketId}`}>
      <h2 id={`kept-${ticketId}`}>{say('keptTexts')}</h2>
      {kept.map(({ key, text }) => (
        <div key={key} className={styles.one}>
          <p>{text}</p>
          <Button size="small" onClick={() => void copy(text)}>
            {say('copy')}
          </Button>
          <Button
            size="small"
            type="text"
            onClick={() => {
              dropDraft(prefix + key);
              setDropped((count) => count + 1);
            }}
          >
            {say('discard')}
          </Button>
        </div>
      ))}
    </section>
  );
}
