import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/texts';
import { aroundTexts } from '../common/texts-around';
import styles from './context-copy.module.css';

/** Puts a number into the clipboard, for another system. `what`: what it is. */
export function CopyButton({ what, text }: { what: string; text: string }) {
  const say = useTexts(aroundTexts);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The browser does not allow it; the text can still be marked by hand.
    }
  };
  return (
    <button
      type="button"
      className={styles.copy}
      aria-label={say('copy', { what })}
      onClick={() => void copy()}
    >
      {isCopied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      <span className="sr-only" role="status">
        {isCopied && say('copied')}
      </span>
    </button>
  );
}
