import { useTexts } from '../../i18n/texts';
import type { WalkAnswer } from './walk';
import { walkTexts } from './texts-walk';
import styles from './walk-facts.module.css';

/** What stands beside the step: the facts as people read them, and the data as the SOP has it. */
export function WalkFacts({ answer }: { answer: WalkAnswer }) {
  const say = useTexts(walkTexts);
  return (
    <section className={styles.beside}>
      {answer.facts.length > 0 && (
        <details open>
          <summary>{say('facts')}</summary>
          <dl>
            {answer.facts.map(({ name, title, value, valueTitle }) => (
              <div key={name}>
                <dt>{title}</dt>
                <dd>{valueTitle ?? (typeof value === 'string' ? value : JSON.stringify(value))}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <details>
        <summary>{say('data')}</summary>
        <pre>{JSON.stringify({ ...answer.data, ticket: answer.ticket }, null, 2)}</pre>
      </details>
    </section>
  );
}
