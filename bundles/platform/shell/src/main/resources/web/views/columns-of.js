// What records pass through one after the other: the columns of a board, the steps of a form.
import { api } from '../sdk/api.js';
import { meta as describe } from '../shell/boot.js';
import { option } from './values.js';

const MOST_COLUMNS = 30;

/** What a card's column is told by: the option, or the id of the record referred to. */
export const keyOf = value => value && typeof value === 'object' ? String(value.id) : value;

/** Columns: the options of a field, or the active records that it may refer to, in their order. */
export async function columnsOf(by, view) {
  if (by.type !== 'ref') return view.columns ? view.columns.map(v => option(by, v)).filter(Boolean) : (by.options || []).filter(o => o.value !== 'CANCELLED');
  const target = await describe(by.target);
  const page = await api.get(target.path, { filter: target.byName.active ? 'active==true' : undefined, sort: target.sort, fields: 'id,' + target.label, limit: MOST_COLUMNS });
  return page.rows.map(r => ({ value: String(r.id), label: r[target.label] }));
}
