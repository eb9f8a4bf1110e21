import type { Lang } from '../../i18n/define-texts';

const PATTERN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const UNITS = {
  en: [' wk', ' d', ' h', ' min', ' s'],
  'zh-CN': [' 周', ' 天', ' 小时', ' 分钟', ' 秒'],
} as const;
const WORKING = {
  en: [' working wk', ' working d', ' working h', ' working min', ' working s'],
  'zh-CN': [' 个工作周', ' 个工作日', ' 个工作小时', ' 个工作分钟', ' 个工作秒'],
} as const;

/**
 * An ISO 8601 duration in words, in the units that it was written in: PT24H stays 24 hours, because in working time a
 * day is shorter. What is none is shown as it is.
 */
export function wordDuration(iso: string, lang: Lang, isBusiness = false): string {
  const match = PATTERN.exec(iso);
  const units = isBusiness ? WORKING : UNITS;
  const parts = units[lang].flatMap((unit, i) => {
    const count = match?.[i + 1];
    return count === undefined ? [] : [`${Number(count)}${unit}`];
  });
  return parts.length === 0 ? iso : parts.join(' ');
}

/** A key of `after` in words: "after 3 d", "after 8 working h". */
export function wordDelay(key: string, lang: Lang): string {
  const [iso = '', clock] = key.split(' ');
  const words = wordDuration(iso, lang, clock === 'business');
  return lang === 'en' ? `after ${words}` : `${words}后`;
}
