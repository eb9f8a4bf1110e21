import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type Language = 'en' | 'zh';
export type Kind = 'closings' | 'follow-ups';
/**
 * `built`: what the phrases were made with. `held back`: what nobody looked at before they were. `later`: written when they
 * were done, to find what they lacked, and built with since.
 */
export type Part = 'built' | 'held back' | 'later';

/** The sentences of a part, one a line in the files beside this one; `\n` stands for the end of a line. */
export function readSentences(language: Language, kind: Kind, part: Part): string[] {
  const file = part === 'later' ? `${language}.${kind}.later.txt` : `${language}.${kind}.txt`;
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && (part === 'later' || halfOf(line) === part))
    .map((line) => line.replaceAll('\\n', '\n'));
}

/** By a hash, so that neither the order of the lines nor a new line moves another to the other half. */
function halfOf(line: string): Part {
  return (createHash('sha256').update(line).digest()[0] ?? 0) % 2 === 0 ? 'built' : 'held back';
}
