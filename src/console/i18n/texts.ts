import i18n from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { LANGS, onTexts, type Lang, type Texts } from './define-texts';

export type { Lang } from './define-texts';

const KEY = 'stepwise.lang';

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

void i18n.use(initReactI18next).init({
  lng: (readStored() ?? navigator.language).startsWith('zh') ? 'zh-CN' : 'en',
  fallbackLng: false,
  resources: {},
  keySeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false, bindI18nStore: 'added' },
});
onTexts((room, entries) => {
  for (const lang of LANGS) {
    const all = Object.entries(entries).map(([key, text]) => [key, text[lang]]);
    i18n.addResourceBundle(lang, room, Object.fromEntries(all), true, true);
  }
});
document.documentElement.lang = i18n.language;
i18n.on('languageChanged', (lang) => {
  document.documentElement.lang = lang;
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // It holds for this page then.
  }
});

type Plural<K> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : never;
export type Say<K extends string> = (key: K | Plural<K>, values?: Record<string, string | number>) => string;

/**
 * The texts of a room in the reader's language: `const say = useTexts(agentTexts); say('next')`. Stays the same function
 * as long as the language does: whatever is made with it is not made anew for each drawing.
 */
export function useTexts<K extends string>(texts: Texts<K>): Say<K> {
  const { t } = useTranslation(texts.room);
  return useCallback((key, values) => t(key, { ...values }), [t]);
}

/** The reader's language. */
export function useLang(): Lang {
  const { i18n: current } = useTranslation();
  return current.language === 'en' ? 'en' : 'zh-CN';
}

export function setLang(lang: Lang): void {
  void i18n.changeLanguage(lang);
}
