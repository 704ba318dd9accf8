// Figures of dashboards' tiles as people read them, and where they lead.
import { date, money, number, shortMoney, short, time } from '../../sdk/format.js';
import { t } from '../../sdk/i18n.js';
import { href } from '../../sdk/router.js';
import { timeLabel } from '../../views/graph-groups.js';

/** A value of a type: money, quantity, integer, number; `brief` for axes and large figures. */
export function figure(type, value, currency, brief) {
  if (value === null || value === undefined) return '–';
  if (type === 'money') return brief ? shortMoney(value, currency || undefined) : money(value, currency || undefined);
  if (type === 'integer') return brief && Math.abs(value) >= 10000 ? short(value) : number(value, 0);
  return brief && Math.abs(value) >= 1000 ? short(value) : number(value, 2);
}

/** A cell of a list tile. */
export function cell(column, value, row) {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'object') return value.label || '#' + value.id;
  if (column.type === 'money') return money(value, row.currency || undefined);
  if (column.type === 'date') return date(value);
  if (column.type === 'instant') return time(value);
  if (column.type === 'boolean') return t(value ? 'value.yes' : 'value.no');
  return typeof value === 'number' ? number(value, 2) : String(value);
}

/** A group's key in words. */
const keyLabel = (group, key) => key.value === null || key.value === undefined ? t('list.none') : group.bucket ? timeLabel(group.bucket, String(key.value)) : key.label;

/** The list behind a figure. */
export const target = (tile, filter, title) => ['/r/' + tile.drill.model, { filter: filter || undefined, filterTitle: filter ? title : undefined }];
export const link = (tile, filter, title) => href(...target(tile, filter, title));

/** Groups of one or two keys as categories and series: {categories, filters, series: [{name, values, filters}]}. */
export function chartOf(tile) {
  const [first, second] = tile.groups;
  const measure = tile.measures[0];
  if (!second) {
    return { measure, categories: tile.rows.map(r => keyLabel(first, r.keys[0])), filters: tile.rows.map(r => r.filter),
      series: tile.measures.map((m, i) => ({ name: m.title, values: tile.rows.map(r => r.values[i]), filters: tile.rows.map(r => r.filter) })) };
  }
  const categories = [...new Map(tile.rows.map(r => [String(r.keys[0].value), keyLabel(first, r.keys[0])]))];
  const series = [...new Map(tile.rows.map(r => [String(r.keys[1].value), keyLabel(second, r.keys[1])]))];
  const at = (c, s) => tile.rows.find(r => String(r.keys[0].value) === c && String(r.keys[1].value) === s);
  return { measure, categories: categories.map(([, label]) => label), filters: null, series: series.map(([s, name]) => ({ name, values: categories.map(([c]) => (at(c, s) || { values: [0] }).values[0]), filters: categories.map(([c]) => (at(c, s) || {}).filter) })) };
}

/** A pivot tile: heads of columns and rows with a figure for each measure and column. */
export function crossOf(tile) {
  const down = tile.rowGroups ?? 1;
  const name = (keys, from) => keys.map((k, i) => keyLabel(tile.groups[from + i], k)).join(' · ');
  const id = keys => keys.map(k => String(k.value)).join('\u0001');
  const columns = [...new Map(tile.rows.map(r => [id(r.keys.slice(down)), name(r.keys.slice(down), down)]))].sort(([a], [b]) => a.localeCompare(b, undefined, { numeric: true }));
  const rows = new Map();
  tile.rows.forEach(r => {
    const key = id(r.keys.slice(0, down));
    if (!rows.has(key)) rows.set(key, { key, label: name(r.keys.slice(0, down), 0), cells: {} });
    rows.get(key).cells[id(r.keys.slice(down))] = r;
  });
  return { columns: tile.groups.length > down ? columns : [['', '']], rows: [...rows.values()] };
}
