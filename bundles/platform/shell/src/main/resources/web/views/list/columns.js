// Columns of a list: which, how wide, in which order.
import { remember, remembered } from '../../sdk/store.js';
import { isMoney, numeric, PEOPLE } from '../values.js';

/** Names of the columns: as the user chose, else as the view says; only fields that there are. */
export function chosenColumns(meta) {
  const names = remembered('columns.' + meta.id, null) || meta.views.list.columns;
  const known = names.filter(n => meta.byName[n]);
  return known.length ? known : [meta.label];
}

export const chooseColumns = (meta, names) => remember('columns.' + meta.id, names || undefined);

/** Fields that can be a column. */
export const possible = meta => meta.fields.filter(f => f.type !== 'lines' && !['id', 'companyId', 'version'].includes(f.name));

/** About how wide a text of a cell is: Chinese characters are square. */
const wide = text => [...String(text)].reduce((sum, c) => sum + (c > '\u2e80' ? 12.4 : 6.9), 0);

/** Least width and share of the rest, in pixels and parts. */
export function width(field, meta) {
  const set = remembered('width.' + meta.id, {})[field.name];
  if (set) return [set, 0];
  if (field.name === meta.label) return field.length > 100 ? [166, 2] : [158, 1];
  switch (field.type) {
    case 'ref': return PEOPLE.has(field.target) ? [118, 1] : field.target === 'masters.party' ? [144, 1.6] : [112, 1.2];
    case 'enum': return [Math.min(190, Math.max(92, wide(field.label) + 22, ...(field.options || []).map(o => wide(o.label) + 54))), 0.8];
    case 'date': return [Math.min(140, Math.max(112, wide(field.label) + 38)), 0.6];
    case 'instant': return [140, 0.7];
    case 'boolean': return [Math.min(112, Math.max(72, wide(field.label) + 24)), 0.3];
    case 'decimal': return [field.currencyField ? 158 : isMoney(field) ? 138 : 104, 0.7];
    case 'integer': return [92, 0.4];
    default: return field.length > 500 ? [190, 2] : field.length > 100 ? [140, 1.4] : [/number$|phone|mobile/i.test(field.name) ? 136 : 96, 0.6];
  }
}

/** The grid's template for a set of columns, and its least width. */
export function template(meta, names, lead = '44px') {
  const widths = names.map(n => width(meta.byName[n], meta));
  return { columns: `${lead} ` + widths.map(([least, part]) => part ? `minmax(${least}px, ${part}fr)` : `${least}px`).join(' ') + ' 12px', least: 56 + widths.reduce((sum, [least]) => sum + least, 0) };
}

/** Where a column's text stands. */
export const side = field => numeric(field) ? 'num' : '';
