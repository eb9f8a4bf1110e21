/** Languages in which every text that a user sees exists. */
export const LANGS = ['en', 'zh-CN'] as const;
export type Lang = (typeof LANGS)[number];

/** A text that a user sees, in each language. */
export type Text = Record<Lang, string>;

/** The text in one language. */
export function say(text: Text, lang: Lang): string {
  return text[lang];
}

/** The best of our languages for an Accept-Language header; English when it names none of ours. */
export function pickLang(acceptLanguage: string | undefined): Lang {
  const wishes = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const q = params.map((p) => p.trim()).find((p) => p.startsWith('q='));
    return { tag, q: q === undefined ? 1 : Number(q.slice(2)) || 0 };
  });
  const best = wishes
    .filter((w) => w.q > 0 && (w.tag.startsWith('zh') || w.tag.startsWith('en')))
    .sort((a, b) => b.q - a.q)[0];
  return best?.tag.startsWith('zh') ? 'zh-CN' : 'en';
}
