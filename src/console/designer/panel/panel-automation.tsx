import { CodeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLang, useTexts } from '../../i18n/texts';
import { listActions, listHappenings, type Happening } from './action-words';
import { valueAt } from '../yaml/edit-value';
import type { PanelWay } from './edit-ways';
import { usePanelRoom } from './panel-room';
import { automationTexts } from './texts-automation';
import styles from './parts.module.css';

/** What the chosen state does by itself. */
export function AutomationList() {
  const say = useTexts(automationTexts);
  const lang = useLang();
  const { value, path } = usePanelRoom();
  const happenings = listHappenings(valueAt(value, path), path, say, lang);
  return <Happenings title={say('byItself')} happenings={happenings} />;
}

/** What is done besides when a way is taken. */
export function WayDoes({ way }: { way: PanelWay }) {
  const say = useTexts(automationTexts);
  const lang = useLang();
  const { value, path } = usePanelRoom();
  const at = [...way.path, 'actions'];
  const happenings = listActions(way.def['actions'], at, valueAt(value, path), say, lang);
  return <Happenings title={say('also')} happenings={happenings} />;
}

function Happenings({ title, happenings }: { title: string; happenings: readonly Happening[] }) {
  const say = useTexts(automationTexts);
  const { show } = usePanelRoom();
  if (happenings.length === 0) return null;
  return (
    <section className={styles.group} aria-label={title}>
      <h4>{title}</h4>
      <ul className={styles.happenings}>
        {happenings.map(({ when, words, path }, index) => (
          <li key={index}>
            <span>
              {when !== 'way' && <span className={styles.help}>{say(`when-${when}`)} </span>}
              {words}
            </span>
            <Button
              type="text"
              size="small"
              icon={<CodeOutlined aria-hidden />}
              aria-label={say('show', { words })}
              title={say('inYaml')}
              onClick={() => show(path)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
