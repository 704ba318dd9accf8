// What a barcode says: plain article numbers, and GS1 element strings with lot, expiry, serial and count.

/** Lengths of the values behind application identifiers; a negative one is the most of a value that a separator ends. */
const LENGTHS = { '00': 18, '01': 14, '02': 14, 10: -20, 11: 6, 12: 6, 13: 6, 15: 6, 16: 6, 17: 6, 20: 2, 21: -20, 22: -20, 30: -8, 37: -8, 240: -30, 241: -30, 400: -30, 410: 13, 414: 13, 422: 3 };
const END = '\u001d';

function lengthOf(text, at) {
  for (const size of [2, 3]) {
    const ai = text.substr(at, size);
    if (LENGTHS[ai] !== undefined) return [ai, LENGTHS[ai]];
  }
  const measure = text.substr(at, 4);
  return /^3[1-6]\d\d$/.test(measure) ? [measure, 6] : null;
}

/** Whether the last digit proves the others. */
export function checked(digits) {
  const sum = [...digits.slice(0, -1)].reverse().reduce((s, d, i) => s + Number(d) * (i % 2 === 0 ? 3 : 1), 0);
  return (10 - sum % 10) % 10 === Number(digits[digits.length - 1]);
}

/** YYMMDD as an ISO date; day 00 is the month's last. A year is at most 50 back or 49 ahead of this one. */
function gs1Date(text, thisYear) {
  const [yy, month, day] = [0, 2, 4].map(i => Number(text.substr(i, 2)));
  const century = Math.floor(thisYear / 100) * 100;
  const gap = yy - thisYear % 100;
  const year = century + yy + (gap >= 51 ? -100 : gap <= -50 ? 100 : 0);
  if (month < 1 || month > 12) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > last) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day || last).padStart(2, '0')}`;
}

function elements(text) {
  const found = {};
  let at = 0;
  while (at < text.length) {
    if (text[at] === END) { at++; continue; }
    const known = lengthOf(text, at);
    if (!known) return null;
    const [ai, length] = known;
    at += ai.length;
    const end = text.indexOf(END, at);
    const value = length > 0 ? text.substr(at, length) : text.slice(at, end < 0 ? undefined : end);
    if (!value || length > 0 && value.length < length || length < 0 && value.length > -length) return null;
    found[ai] = value;
    at += value.length;
  }
  return found;
}

/** Digits of an article number in all forms that labels and masters write: GTIN-14, EAN-13, UPC-A, EAN-8. */
export function forms(code) {
  if (!/^\d{8,14}$/.test(code)) return [code];
  const bare = code.replace(/^0+/, '');
  return [...new Set([code, ...[8, 12, 13, 14].filter(n => bare.length <= n).map(n => bare.padStart(n, '0'))])];
}

/**
 * Reads a scan: {code, forms, gtin, lot, expiry, serial, count, gs1}. `code` is what names the article, `forms` are all ways to
 * write it. A text that is no GS1 string is a code as it stands.
 */
export function readBarcode(raw, thisYear = new Date().getFullYear()) {
  const text = String(raw).normalize('NFKC').replace(/[\r\n\t]+$/, '').trim().replace(/^\](C1|d2|Q3|e0|E0|E4)/, '');
  const brackets = /^(\(\d{2,4}\)[^()]+)+$/.test(text);
  const plain = brackets ? text.replace(/\((\d{2,4})\)/g, (all, ai, place) => (place ? END : '') + ai) : text;
  const marked = brackets || plain !== raw && /^\]/.test(String(raw)) || plain.includes(END);
  const found = marked || /^(01\d{14}|00\d{18}$)/.test(plain) ? elements(plain) : null;
  const gtin = found && (found['01'] || found['02']);
  if (found && (gtin || marked) && (!gtin || checked(gtin))) {
    const best = found[17] || found[15] || found[16];
    const code = gtin || found['00'] || found[240] || text;
    return { gs1: true, code, forms: forms(code), gtin: gtin || null, lot: found[10] || null, serial: found[21] || null, expiry: best ? gs1Date(best, thisYear) : null, count: Number(found[37] || found[30]) || null };
  }
  const article = /^(\d{8}|\d{12,14})$/.test(text) && checked(text);
  return { gs1: false, code: text, forms: forms(text), gtin: article ? text.padStart(14, '0') : null, lot: null, serial: null, expiry: null, count: null };
}
