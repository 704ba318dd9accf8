// Where the cells of a report lead: to the records behind them, or to another report, as the module says.
import { href } from '../../sdk/router.js';
import { quoted } from '../../views/filters.js';

const FIGURES = new Set(['money', 'quantity', 'number']);

/** A text with {column} and {?parameter} filled in; null where one is missing. */
function fill(text, row, query, quote = v => v) {
  let whole = true;
  const made = text.replace(/\{(\??)(\w+)\}/g, (all, asked, name) => {
    const value = asked ? query[name] : row[name];
    if (value === null || value === undefined || value === '') {
      if (!asked) whole = false;
      return '';
    }
    return quote(value);
  });
  return whole ? made : null;
}

/** The address behind a cell, null if there is none. `models`: those that the user may read. */
export function drill(look, column, row, query, models) {
  const rules = look && look.drill;
  if (!rules || row[column.id] === null || row[column.id] === undefined) return null;
  const rule = rules[column.id] || FIGURES.has(column.type) && Number(row[column.id]) !== 0 && rules['*'];
  if (!rule) return null;
  if (rule.report) {
    const parameters = Object.entries(rule.parameters || {}).map(([k, v]) => [k, fill(v, row, query)]);
    return parameters.some(([, v]) => v === null) ? null : href('/reports/' + rule.report, Object.fromEntries(parameters));
  }
  if (!models[rule.model]) return null;
  if (rule.id) {
    const id = fill(rule.id, row, query);
    return id && href(`/r/${rule.model}/${id}`);
  }
  const filter = fill(rule.filter, row, query, quoted);
  return filter && href('/r/' + rule.model, { filter });
}
