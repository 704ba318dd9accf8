// Sums: neither currencies nor units are ever added to each other, and the others are never left out without a word.
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { homeCurrency, money, number, short, shortMoney } from '../sdk/format.js';
import { Menu } from '../sdk/components/overlay.js';
import { inWhat, isMoney } from './values.js';

/** What rows of groups add up to, for each currency or unit of the field: [{currency, amount}], the company's own first, then the largest. */
export function byCurrency(field, rows, key) {
  const sums = new Map();
  rows.forEach(r => {
    const currency = inWhat(field) ? r[inWhat(field)] || '' : '';
    if (r[key]) sums.set(currency, (sums.get(currency) || 0) + Number(r[key]));
  });
  const home = homeCurrency();
  return [...sums].map(([currency, amount]) => ({ currency, amount })).filter(s => Math.abs(s.amount) > 1e-9).sort((a, b) => (b.currency === home) - (a.currency === home) || Math.abs(b.amount) - Math.abs(a.amount));
}

/** One of them in words; `brief` for heads of columns and tiles. */
export function sumText(field, { currency, amount }, brief) {
  if (isMoney(field)) return brief ? shortMoney(amount, currency || undefined) : money(amount, currency || undefined);
  return (brief ? short(amount) : number(amount, field.scale || 2)) + (currency ? ' ' + currency : '');
}

/** The first of the sums and how many other currencies there are; with `pick(currency)` they open, each leading to its records. */
export function Sum({ field, sums, label, brief, pick }) {
  const shown = sums.length ? sums : [{ currency: '', amount: 0 }];
  const text = html`<b class="num ellipsis">${sumText(field, shown[0], brief)}</b>`;
  const all = shown.map(s => sumText(field, s));
  if (shown.length === 1) return html`<span class="sum" title=${[label, ...all].filter(Boolean).join(' ')}>${text}</span>`;
  const more = t(field.unitField ? 'sum.otherUnits' : 'sum.others', { n: shown.length - 1 });
  if (!pick) return html`<span class="sum" title=${[label, ...all].filter(Boolean).join(' · ')}>${text}<small>${more}<span class="sr"> ${all.slice(1).join(' · ')}</span></small></span>`;
  return html`<${Menu} label=${t(field.unitField ? 'sum.allUnits' : 'sum.all')} align="end" button=${p => html`<button type="button" class="sum" title=${all.join(' · ')} ...${p}>${text}<small>${more}</small></button>`} items=${[{ title: t(field.unitField ? 'sum.allUnits' : 'sum.all') }, ...shown.map((s, i) => ({ label: all[i], run: () => pick(s.currency) }))]} />`;
}
