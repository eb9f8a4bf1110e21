/** More than a sentence or two is no reason but a page. */
const LONGEST = 300;

/** Where shops say why, the most telling first: RFC 9457 has `detail` and `title`, the rest is what is usual. */
const FIELDS = ['detail', 'message', 'reason', 'title', 'error'] as const;

/**
 * Why another system refused, as its JSON body says it: one plain line that may be shown to people and written into
 * notes. A reason in two languages gives both. Null where none can be read.
 */
export function readRefusalReason(body: Uint8Array, contentType = ''): string | null {
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType)) return null;
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return null;
  }
  if (typeof answer !== 'object' || answer === null) return null;
  for (const field of FIELDS) {
    const reason = oneLine(textOf((answer as Record<string, unknown>)[field]));
    if (reason !== '') return reason;
  }
  return null;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const { en, 'zh-CN': zh } = value as Record<string, unknown>;
  return [...new Set([en, zh])].filter((text) => typeof text === 'string').join(' / ');
}

/** Control characters, and those that turn or hide text, must reach neither a log nor a screen. */
function oneLine(text: string): string {
  const plain = text
    // Long enough for any reason, short enough to look at character by character.
    .slice(0, 4 * LONGEST)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : plain;
}
