import { useMemo } from 'react';
import { useLang, type Lang } from './texts';

type Instant = string | number | Date;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = {
  en: { day: ' d', hour: ' h', minute: ' min', second: ' s', between: ' ' },
  'zh-CN': { day: '天', hour: '小时', minute: '分', second: '秒', between: '' },
} as const;

/** A length of time in its two largest units: "2 h 5 min", "2小时5分"; below a minute in seconds. Sign is dropped. */
export function formatDuration(ms: number, lang: Lang): string {
  const unit = UNITS[lang];
  const length = Math.abs(ms);
  if (length < MINUTE) return `${Math.round(length / 1000)}${unit.second}`;
  if (length < HOUR) return `${Math.floor(length / MINUTE)}${unit.minute}`;
  const [large, small, largeName, smallName] =
    length < DAY ? [HOUR, MINUTE, unit.hour, unit.minute] : [DAY, HOUR, unit.day, unit.hour];
  const whole = Math.floor(length / large);
  const rest = Math.floor((length % large) / small);
  return rest === 0 ? `${whole}${largeName}` : `${whole}${largeName}${unit.between}${rest}${smallName}`;
}

/** A running clock: "1:05:09", "05:09"; minutes and seconds below an hour, days in words above one. Sign is dropped. */
export function formatClock(ms: number, lang: Lang): string {
  const length = Math.abs(ms);
  if (length >= DAY) return formatDuration(length, lang);
  const seconds = Math.floor(length / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const tail = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${tail}` : tail;
}

/** Times, lengths and numbers as the reader writes them. */
export interface Format {
  /** Day and minute. */
  dateTime(at: Instant): string;
  /** Minute; with the day when it is not today's. */
  time(at: Instant): string;
  day(at: Instant): string;
  /** ms. */
  duration(ms: number): string;
  /** ms. */
  clock(ms: number): string;
  number(value: number, digits?: number): string;
  /** 0.123 → "12.3%". */
  percent(share: number, digits?: number): string;
  money(amount: number, currency: string): string;
}

function createFormat(lang: Lang): Format {
  const dateTime = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hour12: false });
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' });
  const short = new Intl.DateTimeFormat(lang, {
    ...{ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
  });
  return {
    dateTime: (at) => dateTime.format(new Date(at)),
    time: (at) => {
      const date = new Date(at);
      return date.toDateString() === new Date().toDateString() ? time.format(date) : short.format(date);
    },
    day: (at) => day.format(new Date(at)),
    duration: (ms) => formatDuration(ms, lang),
    clock: (ms) => formatClock(ms, lang),
    number: (value, digits = 0) =>
      new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value),
    percent: (share, digits = 1) =>
      new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: digits }).format(share),
    money: (amount, currency) => new Intl.NumberFormat(lang, { style: 'currency', currency }).format(amount),
  };
}

export function useFormat(): Format {
  const lang = useLang();
  return useMemo(() => createFormat(lang), [lang]);
}
