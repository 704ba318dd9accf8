// Numbers, money, dates and times as people of the chosen language write them.
import { language, t, tag } from './i18n.js';

const formats = new Map();
const place = { zone: undefined, currency: 'CNY', today: null };

/** What the company says: time zone, currency, business date. */
export function setPlace(values) {
  Object.assign(place, values);
  formats.clear();
}
export const homeCurrency = () => place.currency;
/** The company's time zone. */
export const zone = () => place.zone;

function format(kind, options) {
  const key = kind + tag() + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) formats.set(key, made = new Intl[kind](tag(), options));
  return made;
}

/** A number with at most `digits` decimals. */
export function number(value, digits = 6, least = 0) {
  if (value === null || value === undefined || value === '') return '';
  return format('NumberFormat', { maximumFractionDigits: Math.max(digits, least), minimumFractionDigits: least }).format(value);
}

/** The sign of a currency, for example ¥. */
export function sign(currency) {
  if (!currency) return '';
  try {
    const parts = format('NumberFormat', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
    return parts.find(p => p.type === 'currency').value;
  } catch (e) {
    return currency + ' ';
  }
}

/** Money with the sign of its currency; foreign money also says its code where `code` asks for it. */
export function money(value, currency = place.currency) {
  if (value === null || value === undefined || value === '') return '';
  try {
    const text = format('NumberFormat', { style: 'currency', currency: currency || place.currency, currencyDisplay: 'narrowSymbol' }).format(value);
    return currency && currency !== place.currency ? currency + ' ' + text.replace(/^(-?)[A-Z]{3}\s?/, '$1') : text;
  } catch (e) {
    return number(value, 2, 2) + ' ' + (currency || '');
  }
}

/** Money with its sign only, where the currency is said elsewhere. */
export function bare(value, currency = place.currency) {
  if (value === null || value === undefined || value === '') return '';
  try {
    return format('NumberFormat', { style: 'currency', currency: currency || place.currency, currencyDisplay: 'narrowSymbol' }).format(value);
  } catch (e) {
    return number(value, 2, 2);
  }
}

/** Money in short: 62.6万 and 1.2亿 in Chinese, 626K and 120M in English. */
export function shortMoney(value, currency = place.currency) {
  if (value === null || value === undefined) return '';
  return (currency && currency !== place.currency ? currency + ' ' : '') + short(value, sign(currency));
}

/** A number in short. */
export function short(value, before = '') {
  const minus = value < 0 ? '-' : '';
  const size = Math.abs(value);
  const steps = language.get() === 'zh' ? [[1e8, '亿'], [1e4, '万']] : [[1e9, 'B'], [1e6, 'M'], [1e3, 'K']];
  for (const [step, word] of steps) {
    if (size >= step) {
      const scaled = size / step;
      return minus + before + number(scaled, scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2) + word;
    }
  }
  return minus + before + number(size, size < 100 ? 2 : 0);
}

/** An ISO date (2026-11-22) as 2026/11/22 or Nov 22, 2026. */
export function date(value) {
  if (!value) return '';
  const [y, m, d] = String(value).slice(0, 10).split('-').map(Number);
  const options = language.get() === 'zh' ? { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' }
    : { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' };
  return format('DateTimeFormat', options).format(Date.UTC(y, m - 1, d));
}

/** A month (2026-11) as 2026年11月 or November 2026. */
export function month(value) {
  const [y, m] = String(value).split('-').map(Number);
  return format('DateTimeFormat', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, 1));
}

/** An instant in the company's zone. */
export function time(value) {
  if (!value) return '';
  return format('DateTimeFormat', { dateStyle: 'medium', timeStyle: 'short', timeZone: place.zone }).format(new Date(value));
}

/** An instant as one says it: just now, 5 minutes ago, yesterday, else the date. */
export function ago(value) {
  if (!value) return '';
  const seconds = (Date.now() - new Date(value)) / 1000;
  if (seconds < 60) return t('time.now');
  const relative = format('RelativeTimeFormat', { numeric: 'auto' });
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86400) return relative.format(-Math.floor(seconds / 3600), 'hour');
  if (seconds < 86400 * 7) return relative.format(-Math.floor(seconds / 86400), 'day');
  return time(value);
}

/** The hour in the company. */
export const hour = () => Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: place.zone }).format(new Date()));

/** Today in the company as an ISO date. */
export const today = () => place.today || iso(new Date());

/** A local day as ISO text. */
export const iso = day => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;

/** Days after an ISO date. */
export function plusDays(value, days) {
  const [y, m, d] = value.split('-').map(Number);
  return new Date(Date.UTC(y, m - 1, d + days)).toISOString().slice(0, 10);
}

/** Names of the weekdays from Monday on. */
export const weekdays = (style = 'narrow') => Array.from({ length: 7 }, (_, i) =>
  format('DateTimeFormat', { weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + i)));

/** Reads a number as typed: 1,234.50 and full-width digits too. Null if empty, NaN if it is none. */
export function readNumber(text) {
  const plain = String(text).normalize('NFKC').replace(/[,\s_]/g, '').replace(/[¥$€£%]/g, '');
  if (plain === '') return null;
  const scaled = /^(-?[\d.]+)(万|亿|k|m)$/i.exec(plain);
  if (scaled) return Number(scaled[1]) * { 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6 }[scaled[2].toLowerCase()];
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

/** Reads a date as typed: 2026-11-22, 20261122, 11/22, 22, today, +3. Null if empty, undefined if it is none. */
export function readDate(text) {
  const plain = String(text).normalize('NFKC').trim();
  if (!plain) return null;
  if (/^(t|today|今天)$/i.test(plain)) return today();
  if (/^[+-]\d{1,4}$/.test(plain)) return plusDays(today(), Number(plain));
  const [y, m] = today().split('-').map(Number);
  const whole = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) || /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const some = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  const day = /^(\d{1,2})日?$/.exec(plain);
  const parts = whole ? whole.slice(1).map(Number) : some ? [y, Number(some[1]), Number(some[2])] : day ? [y, m, Number(day[1])] : null;
  if (!parts) {
    const parsed = new Date(plain);
    return /[a-z]{3}/i.test(plain) && !Number.isNaN(parsed.getTime()) ? iso(parsed) : undefined;
  }
  const made = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]));
  return made.getUTCMonth() === parts[1] - 1 && made.getUTCDate() === parts[2] ? made.toISOString().slice(0, 10) : undefined;
}
