import { useState } from 'react';
import { useTexts, type Lang } from '../../i18n/texts';
import { storyTexts } from './texts';
import { classes } from '../common/classes';
import styles from './ticket-story.module.css';

/** From when on a text is too long to be shown at once. */
interface Limit {
  signs: number;
  lines: number;
}
const LIMIT: Limit = { signs: 600, lines: 12 };
/** In a story one text is one of many. */
export const BRIEF: Limit = { signs: 240, lines: 4 };

/** What somebody wrote, as they wrote it: in its own direction, with its own lines; very long ones open on demand. */
export function Quote(props: { text: string; lang?: Lang | undefined; className?: string; limit?: Limit }) {
  const { text, lang, className, limit = LIMIT } = props;
  const say = useTexts(storyTexts);
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > limit.signs || text.split('\n', limit.lines + 1).length > limit.lines;
  const shown = isLong && !isOpen ? `${shorten(text, limit)}…` : text;
  return (
    <div className={classes(styles.quote, className)}>
      <div dir="auto" lang={lang} className={styles.quoteText}>
        {shown}
      </div>
      {isLong && (
        <button
          type="button"
          className={styles.quoteMore}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {say(isOpen ? 'showLess' : 'showAll')}
        </button>
      )}
    </div>
  );
}

/** Never through the middle of a sign that takes two units. */
function shorten(text: string, limit: Limit): string {
  const lines = text.split('\n', limit.lines).join('\n');
  return Array.from(lines.slice(0, limit.signs)).slice(0, -1).join('');
}
