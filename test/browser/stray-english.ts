import type { Page } from 'playwright-core';

/** Words in Latin letters that people in China write so themselves. */
const ALLOWED = [
  'Stepwise',
  'SOP',
  'SLA',
  'FCR',
  'FRT',
  'Newcombe',
  'Welch',
  'YAML',
  'CSV',
  'VIP',
  'ID',
  'Ctrl',
  'Alt',
  'Enter',
];

/**
 * The Latin words that stand on a page in Chinese, in what is seen and in what is heard, each once. `data`: texts of
 * tickets and people, which may be in any language. Ids, e-mail addresses, durations such as PT4H and single
 * letters (keys) are no words.
 */
export async function findStrayEnglish(
  page: Page,
  data: readonly (string | RegExp)[] = [],
): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const isSeen = (element: Element | null): boolean =>
      element !== null && element.checkVisibility({ visibilityProperty: true });
    // A button with a name of its own is called by it, whatever its icon is called.
    const isHeard = (element: Element): boolean =>
      element.closest('[aria-hidden="true"]') === null &&
      !element.parentElement?.closest('button[aria-label]');
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node;
      // What is written for machines is the same in every language.
      const isCode = parentElement?.closest('[lang="en"], script, style, code, .cm-content');
      if (isCode || !isSeen(parentElement)) continue;
      found.push(node.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (isSeen(element) && isHeard(element)) found.push(element.getAttribute(name) ?? '');
    return found;
  });
  // A name goes before a part of it.
  const names = data.filter((one) => typeof one === 'string').sort((a, b) => b.length - a.length);
  const known = [...data.filter((one) => typeof one !== 'string'), ...names];
  const words = texts.flatMap((text) => {
    const rest = known.reduce<string>((left, one) => left.replaceAll(asPattern(one), ' '), text);
    const named = rest.replace(/[\w.+-]+@[\w.-]+|\b[A-Z]{2,5}-[\w-]*|https?:\S+|\bP[T\d][TDHMS\d]*\b/g, ' ');
    return named.match(/[A-Za-z][A-Za-z'’-]+/g) ?? [];
  });
  return [...new Set(words)].filter((word) => !ALLOWED.includes(word)).sort();
}

function asPattern(known: string | RegExp): RegExp {
  if (known instanceof RegExp) return known;
  return new RegExp(known.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g');
}
