import { useState } from 'react';
import { useTexts } from '../i18n/texts';
import { storyTexts } from './ticket-story-texts';

const LONG = 600;
const LONG_LINES = 12;

/** What somebody wrote, as they wrote it: in its own direction, with its own lines; very long ones open on demand. */
export function Quote({ text, className = '' }: { text: string; className?: string }) {
  const say = useTexts(storyTexts);
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > LONG || text.split('\n', LONG_LINES + 1).length > LONG_LINES;
  const shown = isLong && !isOpen ? `${shorten(text)}…` : text;
  return (
    <div className={`quote ${className}`}>
      <div dir="auto" className="quote-text">
        {shown}
      </div>
      {isLong && (
        <button type="button" className="quote-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? 'showLess' : 'showAll')}
        </button>
      )}
    </div>
  );
}

/** Never through the middle of a sign that takes two units. */
function shorten(text: string): string {
  const lines = text.split('\n', LONG_LINES).join('\n');
  return Array.from(lines.slice(0, LONG)).slice(0, -1).join('');
}
