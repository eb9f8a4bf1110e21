import type { Lang } from '../../i18n/define-texts';

const PATTERN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const UNITS = {
  en: [' wk', ' d', ' h', ' min', ' s'],
  'zh-CN': [' 周', ' 天', ' 小时', ' 分钟', ' 秒'],
} as const;

/**
 * An ISO 8601 duration in words, in the units that it was written in: PT24H stays 24 hours, because in working time a
 * day is shorter. What is none is shown as it is.
 */
export function wordDuration(iso: string, lang: Lang, isBusiness = false): string {
  const match = PATTERN.exec(iso);
  const parts = UNITS[lang].flatMap((unit, i) => {
    const count = match?.[i + 1];
    return count === undefined ? [] : [`${Number(count)}${unit}`];
  });
  if (parts.length === 0) return iso;
  const words = parts.join(' ');
  if (!isBusiness) return words;
  return lang === 'en' ? `${words} of working time` : `${words}（工作时间）`;
}

/** A key of `after` in words: "after 3 d", "after 8 h of working time". */
export function wordDelay(key: string, lang: Lang): string {
  const [iso = '', clock] = key.split(' ');
  if (lang === 'en') return `after ${wordDuration(iso, lang, clock === 'business')}`;
  return clock === 'business' ? `${wordDuration(iso, lang)}后（工作时间）` : `${wordDuration(iso, lang)}后`;
}
