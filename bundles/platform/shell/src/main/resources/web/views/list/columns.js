// Columns of a list: which, how wide, in which order.
import { remember, remembered } from '../../sdk/store.js';
import { isMoney, numeric } from '../values.js';

/** Names of the columns: as the user chose, else as the view says; only fields that there are. */
export function chosenColumns(meta) {
  const names = remembered('columns.' + meta.id, null) || meta.views.list.columns;
  const known = names.filter(n => meta.byName[n]);
  return known.length ? known : [meta.label];
}

export const chooseColumns = (meta, names) => remember('columns.' + meta.id, names || undefined);

/** Fields that can be a column. */
export const possible = meta => meta.fields.filter(f => f.type !== 'lines' && !['companyId', 'version'].includes(f.name));

/** Least width and share of the rest, in pixels and parts. */
export function width(field, meta) {
  const set = remembered('width.' + meta.id, {})[field.name];
  if (set) return [set, 0];
  if (field.name === meta.label) return field.length > 100 ? [180, 2] : [140, 1];
  switch (field.type) {
    case 'ref': return [150, 1.6];
    case 'enum': return [126, 0.9];
    case 'date': return [118, 0.7];
    case 'instant': return [140, 0.7];
    case 'boolean': return [84, 0.3];
    case 'decimal': return [isMoney(field) ? 142 : 104, 0.7];
    case 'integer': return [92, 0.4];
    default: return field.length > 500 ? [220, 2] : field.length > 100 ? [150, 1.4] : [/number$|phone|mobile/i.test(field.name) ? 128 : 96, 0.6];
  }
}

/** The grid's template for a set of columns, and its least width. */
export function template(meta, names, lead = '44px') {
  const widths = names.map(n => width(meta.byName[n], meta));
  return { columns: `${lead} ` + widths.map(([least, part]) => part ? `minmax(${least}px, ${part}fr)` : `${least}px`).join(' ') + ' 12px', least: 56 + widths.reduce((sum, [least]) => sum + least, 0) };
}

/** Where a column's text stands. */
export const side = field => numeric(field) ? 'num' : '';
