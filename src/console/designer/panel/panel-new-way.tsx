import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useLang, useTexts } from '../../i18n/texts';
import { eventFromTitle } from './edit-steps';
import { addWay } from './edit-ways';
import { Field } from './panel-fields';
import { usePanelRoom } from './panel-room';
import { TargetSelect, useStates } from './panel-target';
import { panelTexts } from './texts-panel';
import { pointerOfPath } from '../yaml/yaml-place';
import { classes } from '../../kit/common/classes';
import styles from './parts.module.css';

/** Nobody clicks it. */
const CUSTOMER_MESSAGE = 'CUSTOMER_MESSAGE';

interface Props {
  /** Why an event or a delay cannot be taken. */
  check: (group: 'on' | 'after', key: string) => string | null;
}

/** Asks for what a way out needs, and adds it whole. */
export function NewWay(props: Props) {
  const say = useTexts(panelTexts);
  const [isOpen, setOpen] = useState<boolean | null>(null);
  if (isOpen) return <NewWayForm {...props} onClose={() => setOpen(false)} />;
  return (
    // Who closes the form goes on where it was opened.
    <button
      type="button"
      className={styles.add}
      data-testid="panel-add"
      autoFocus={isOpen === false}
      onClick={() => setOpen(true)}
    >
      + {say('addWay')}
    </button>
  );
}

function NewWayForm({ check, onClose }: Props & { onClose: () => void }) {
  const say = useTexts(panelTexts);
  const { path, edit, choose } = usePanelRoom();
  const { write } = useStates();
  const ownLang = useLang();
  const [group, setGroup] = useState<'on' | 'after'>('on');
  const [own, setOwn] = useState<string | null>(null);
  const [title, setTitle] = useState({ en: '', 'zh-CN': '' });
  const [target, setTarget] = useState<string | null>();
  const isEvent = group === 'on';
  const key = own ?? (isEvent ? eventFromTitle(title.en) : '');
  const fault = key === '' ? null : check(group, key);
  const needsTitle = isEvent && key !== CUSTOMER_MESSAGE;
  const isTitled = title.en.trim() !== '' && title['zh-CN'].trim() !== '';
  const isReady = key !== '' && fault === null && target !== undefined && (isTitled || !needsTitle);
  const add = (): void => {
    if (!isReady) return;
    const written = target === null ? null : write(target);
    const words = needsTitle ? { en: title.en.trim(), zh: title['zh-CN'].trim() } : { en: '', zh: '' };
    edit(addWay(path, { group, key, target: written, ...words }));
    choose(pointerOfPath([...path, group, key]));
    onClose();
  };
  return (
    <form
      className={classes(styles.item, styles.fields)}
      aria-label={say('newWay')}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className={styles.row}>
        <Field label={say('happens')}>
          <Select
            aria-label={say('happens')}
            value={group}
            options={(['on', 'after'] as const).map((one) => ({ value: one, label: say(`happens-${one}`) }))}
            onChange={(next: 'on' | 'after') => {
              setGroup(next);
              setOwn(null);
            }}
          />
        </Field>
        <TargetSelect
          written={typeof target === 'string' ? write(target) : target}
          onChange={(to) => setTarget(to)}
        />
      </div>
      {needsTitle && (
        <Field label={say('title')}>
          <div className={styles.pair}>
            {(['zh-CN', 'en'] as const).map((lang) => (
              <Input
                key={lang}
                lang={lang}
                autoFocus={lang === ownLang}
                aria-label={say('inLang', { label: say('title'), lang: say(lang) })}
                placeholder={say(lang)}
                value={title[lang]}
                onChange={(event) => setTitle({ ...title, [lang]: event.target.value })}
              />
            ))}
          </div>
        </Field>
      )}
      <Field label={say(isEvent ? 'event' : 'delay')} help={isEvent ? undefined : say('delayHelp')}>
        <Input
          className={styles.code}
          aria-label={say(isEvent ? 'event' : 'delay')}
          aria-invalid={fault !== null}
          status={fault === null ? '' : 'error'}
          value={key}
          onChange={(event) => setOwn(event.target.value)}
        />
        {fault !== null && (
          <span className={styles.fault} role="alert">
            {fault}
          </span>
        )}
      </Field>
      <div className={styles.ends}>
        <Button size="small" onClick={onClose}>
          {say('cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit" disabled={!isReady}>
          {say('add')}
        </Button>
      </div>
    </form>
  );
}
