// Values of fields as people read them, in lists, cards and read-only forms.
import { html } from '../sdk/html.js';
import { t, tag } from '../sdk/i18n.js';
import { ago, date, money, number, time } from '../sdk/format.js';
import { Avatar, Badge } from '../sdk/components/basic.js';

/** Models whose records are people: their letters stand in a circle. */
export const PEOPLE = new Set(['platform.user', 'masters.contact', 'hr.employee']);

/** A value without its field's metadata would be a guess: asked of every place that shows one. */
export const option = (field, value) => (field.options || []).find(o => o.value === value);

/** The label of a reference, or what else there is of it. */
export const refLabel = value => value === null || value === undefined ? '' : typeof value === 'object' ? value.label || '#' + value.id : '#' + value;

/** Whether values of the field stand right. */
export const numeric = field => field.type === 'decimal' || field.type === 'integer' && !field.target;

/** What HTML of a field says, for a line of a list. */
const plainOf = text => text.includes('<') || text.includes('&') ? new DOMParser().parseFromString(text.replace(/<[^>]*>/g, ' '), 'text/html').body.textContent.replace(/\s+/g, ' ').trim() : text;

/** A country or region by its code: CN as 中国 or China. */
function region(code) {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return (tag() === 'zh-CN' && code === 'TW' ? '中国' : '') + new Intl.DisplayNames([tag()], { type: 'region', style: 'short' }).of(code);
}

/** Plain text of a value. */
export function textOf(field, value, row = {}) {
  if (value === null || value === undefined || value === '') return '';
  switch (field.type) {
    case 'ref': return refLabel(value);
    case 'enum': return (option(field, value) || { label: value }).label;
    case 'boolean': return t(value ? 'value.yes' : 'value.no');
    case 'date': return date(value);
    case 'instant': return time(value);
    case 'decimal':
      if (field.currencyField) return money(value, row[field.currencyField] || undefined);
      if (isMoney(field)) return number(value, 2, 2);
      return number(value, field.scale || 6) + (field.unitField && row[field.unitField] ? ' ' + row[field.unitField] : '') + (/percent/i.test(field.name) ? '%' : '');
    case 'integer': return number(value, 0);
    case 'lines': return t('list.lines', { n: value.length });
    default: return field.widget === 'richtext' ? plainOf(String(value)) : field.widget === 'image' ? '' : field.model === 'masters.country' ? region(value) : (option(field, value) || { label: String(value) }).label;
  }
}

/** Amounts whose currency is known from elsewhere, for example of lines. */
export const isMoney = field => field.type === 'decimal' && Boolean(field.currencyField || !field.unitField && !/quantity/i.test(field.name) && (field.aggregate === 'sum' || /amount|price|cost|debit|credit|total/i.test(field.name)));

/** The field that says what amounts are in, a currency or a unit; undefined where all are in the same. */
export const inWhat = field => field && (field.currencyField || field.unitField) || undefined;

/** The text of a value that needs no elements of its own, null of one that does. */
export function plainText(field, value, row) {
  if (value === null || value === undefined || value === '') return '';
  if (field.type === 'ref') return field.target && (field.target === 'masters.party' || PEOPLE.has(field.target)) ? null : refLabel(value);
  if (field.type === 'boolean' || field.type === 'instant' || field.widget === 'image' || field.type === 'enum' && (option(field, value) || {}).tone) return null;
  return textOf(field, value, row);
}

/** A value as an element. */
export function Value({ field, value, row = {}, strong }) {
  if (value === null || value === undefined || value === '') return null;
  if (field.type === 'ref') {
    const label = refLabel(value);
    if (field.target && (field.target === 'masters.party' || PEOPLE.has(field.target))) {
      return html`<span class="with-avatar"><${Avatar} name=${label} round=${PEOPLE.has(field.target)} /><span class="ellipsis">${label}</span></span>`;
    }
    return html`<span class="ellipsis">${label}</span>`;
  }
  if (field.widget === 'image') return html`<img class="thumb" alt=${field.label} src=${/^data:image\//.test(value) ? value : ''} />`;
  const chosen = field.type === 'enum' && option(field, value);
  if (chosen && chosen.tone) return html`<${Badge} tone=${chosen.tone}>${chosen.label}<//>`;
  if (field.type === 'boolean') return value ? html`<span class="yes"><span class="sr">${t('value.yes')}</span></span>` : html`<span class="muted">${t('value.no')}</span>`;
  if (field.type === 'instant') return html`<time datetime=${value} title=${time(value)}>${ago(value)}</time>`;
  const text = textOf(field, value, row);
  return strong ? html`<b class="ellipsis">${text}</b>` : html`<span class="ellipsis" title=${text.length > 24 ? text : undefined}>${text}</span>`;
}
