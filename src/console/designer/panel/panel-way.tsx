import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLang, useTexts } from '../../i18n/texts';
import { wordDelay } from '../../kit/sop-diagram/delay-words';
import { addAlternative } from './edit-alternatives';
import { valueAt } from '../yaml/edit-value';
import { removeWay, type PanelWay } from './edit-ways';
import { Alternatives } from './panel-alternatives';
import { WayDoes } from './panel-automation';
import { ButtonFields, ConditionFields } from './panel-button';
import { Field, Typed } from './panel-fields';
import { usePanelRoom } from './panel-room';
import { TargetField, TargetWords } from './panel-target';
import { NewName } from './panel-words';
import { panelTexts } from './texts-panel';
import styles from './parts.module.css';

interface Props {
  /** One way, or all alternatives of one event. */
  ways: readonly [PanelWay, ...PanelWay[]];
  isChosen: boolean;
  /** JSON pointer of what is chosen. */
  pointer: string;
  check: (event: string) => string | null;
}

/** One way out: what makes it happen, where it leads, when it is open, what the agent sees of it. */
export function WayEditor({ ways, isChosen, pointer, check }: Props) {
  const say = useTexts(panelTexts);
  const lang = useLang();
  const { edit } = usePanelRoom();
  const [way] = ways;
  const [isOpen, setOpen] = useState(isChosen);
  const [wasChosen, setWasChosen] = useState(isChosen);
  if (isChosen !== wasChosen) {
    setWasChosen(isChosen);
    if (isChosen) setOpen(true);
  }
  const words =
    way.group === 'on'
      ? way.key
      : way.group === 'after'
        ? wordDelay(way.key, lang)
        : say(`group-${way.group}`, { key: way.key });
  const title = ways
    .map(({ def }) => valueAt(def, ['meta', 'title', lang]))
    .find((one): one is string => typeof one === 'string' && one !== '');
  return (
    <details
      className={styles.item}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      data-chosen={isChosen || undefined}
    >
      <summary>
        <strong>{title ?? words}</strong>
        <span className={styles.help}>
          {title === undefined ? '' : `${words} `}
          {ways.length > 1 && say('alternativeCount', { count: ways.length })}
          <TargetWords ways={ways} />
        </span>
      </summary>
      {isOpen && (
        <div className={styles.fields}>
          <div className={styles.row}>
            {(way.group === 'on' || way.group === 'after') && <KeyField way={way} check={check} />}
            {ways.length === 1 && <TargetField way={way} />}
          </div>
          {ways.length === 1 ? (
            <>
              {way.group === 'on' && <ButtonFields way={way} />}
              <ConditionFields way={way} />
              <WayDoes way={way} />
            </>
          ) : (
            <Alternatives ways={ways} pointer={pointer} />
          )}
          <NewName
            label={say('newAlternative')}
            button={say('addAlternative')}
            check={() => null}
            onAdd={(expr) => expr.trim() !== '' && edit(addAlternative(ways, expr.trim()))}
          />
          <Button
            type="text"
            size="small"
            className={styles.removeWay}
            icon={<DeleteOutlined aria-hidden />}
            aria-label={say('removeNamed', { name: words })}
            onClick={() => edit(removeWay({ group: way.group, path: way.keyPath }))}
          >
            {say('remove')}
          </Button>
        </div>
      )}
    </details>
  );
}

function KeyField({ way, check }: { way: PanelWay; check: Props['check'] }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const label = say(way.group === 'on' ? 'event' : 'delay');
  return (
    <Field label={label}>
      <Typed
        isCode
        label={label}
        value={way.key}
        refuse={(next) => (next === way.key || (way.group === 'after' && next !== '') ? null : check(next))}
        onCommit={(to) => edit([{ act: 'rename', path: way.keyPath, to }])}
      />
    </Field>
  );
}
