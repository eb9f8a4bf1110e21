import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTexts } from '../i18n/texts';
import { leadTexts } from './texts';
import styles from './reason-field.module.css';

const USUAL = ['shift', 'load', 'skill', 'overdue'] as const;

/** Why somebody does it: in their own words, or one of the usual ones. Ctrl+Enter sends. */
export function ReasonField(props: {
  value: string;
  onChange: (reason: string) => void;
  onSend: () => void;
}) {
  const say = useTexts(leadTexts);
  const id = useId();
  return (
    <div className={styles.reason}>
      <label htmlFor={id}>{say('reason')}</label>
      <Input.TextArea
        id={id}
        className={styles.text}
        maxLength={2000}
        required
        placeholder={say('reasonHint')}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onSend();
        }}
      />
      <div className={styles.usual} role="group" aria-label={say('usualReasons')}>
        {USUAL.map((one) => (
          <Button key={one} size="small" onClick={() => props.onChange(say(`reason_${one}`))}>
            {say(`reason_${one}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
