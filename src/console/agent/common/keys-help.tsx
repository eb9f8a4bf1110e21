import { Modal } from 'antd';
import { useTexts } from '../../i18n/texts';
import { agentTexts } from './texts';
import { KEYS } from './keys';
import { useFocusBack } from '../../kit/use-focus-back';
import styles from './keys-help.module.css';

/** All keys of the agent's workspace. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  useFocusBack();
  const say = useTexts(agentTexts);
  return (
    <Modal
      open
      destroyOnHidden
      transitionName=""
      maskTransitionName=""
      title={say('keys')}
      footer={null}
      onCancel={onClose}
    >
      <dl className={styles.keys}>
        {KEYS.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{say('keyNote')}</p>
    </Modal>
  );
}
