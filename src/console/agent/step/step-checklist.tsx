import { CheckOutlined } from '@ant-design/icons';
import { useTexts } from '../../i18n/texts';
import { stepTexts } from '../common/texts-step';
import type { Schemas } from '../common/ticket-cache';
import styles from './step-checklist.module.css';
import stepSection from './step-section.module.css';
import small from '../common/small.module.css';

type Item = Schemas['ChecklistItem'];

/** What is to be checked. Buttons that act as check boxes, so that the keys of the page go on working after a click. */
export function Checklist(props: { items: Item[]; ticked: string[]; onTick: (item: Item) => void }) {
  const { items, ticked, onTick } = props;
  const say = useTexts(stepTexts);
  const done = items.filter(({ id }) => ticked.includes(id)).length;
  return (
    <div className={stepSection.part}>
      <h3 id="checks">
        {say('checklist')} <span className={small.count}>{say('checked', { done, all: items.length })}</span>
      </h3>
      <ul className={styles.checks} aria-labelledby="checks">
        {items.map((item) => {
          const isTicked = ticked.includes(item.id);
          return (
            <li key={item.id}>
              <button
                type="button"
                role="checkbox"
                aria-checked={isTicked}
                className={styles.check}
                onClick={() => onTick(item)}
              >
                <span className={styles.box} aria-hidden>
                  {isTicked && <CheckOutlined aria-hidden />}
                </span>
                {item.text}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
