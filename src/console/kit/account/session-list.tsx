import { Button, Tag } from 'antd';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { sessionTexts } from './texts-sessions';
import styles from './session-list.module.css';

type Session = Schemas['SessionDto'];

/** Where a person is signed in; each sign-in can be ended. */
export function SessionList(props: { sessions: Session[]; onEnd: (session: Session) => void }) {
  const say = useTexts(sessionTexts);
  const format = useFormat();
  if (props.sessions.length === 0) return <p className="is-soft">{say('none')}</p>;
  return (
    <ul className={styles.list} data-testid="session-list">
      {props.sessions.map((session) => {
        const { id, device, address, since, usedAt, current } = session;
        const name = device === '' ? say('unknownDevice') : device;
        return (
          <li key={id}>
            <div>
              <strong>{name}</strong> {current && <Tag color="blue">{say('current')}</Tag>}
              <div className="is-soft">
                {say('facts', { address, since: format.time(since), used: format.time(usedAt) })}
              </div>
            </div>
            {!current && (
              <Button
                size="small"
                aria-label={say('endOf', { device: name })}
                onClick={() => props.onEnd(session)}
              >
                {say('end')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
