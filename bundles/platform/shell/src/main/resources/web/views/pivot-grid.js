// The cross table of an analysis: groups of groups by groups, with subtotals. Pure.
import { groupLabel, keyOf, timely } from './graph-groups.js';

/** How two figures of a measure become one; averages do not, the server is asked for those of totals. */
function join(measure, a, b) {
  if (b === null || b === undefined) return a;
  if (a === null || a === undefined) return b;
  if (/^avg/.test(measure)) return undefined;
  return /^min/.test(measure) ? Math.min(a, b) : /^max/.test(measure) ? Math.max(a, b) : a + b;
}

const number = v => v === null || v === undefined ? undefined : Number(v);

/** Which groups are asked for: the finest, and for averages every subtotal on its own: [[rows], [columns]]. */
export function levels(rows, columns, measures) {
  const all = [[rows, columns]];
  if (!measures.some(m => /^avg/.test(m))) return all;
  for (let n = rows.length; n >= 0; n--) {
    for (const across of columns.length ? [columns, []] : [[]]) {
      if (n < rows.length || across.length < columns.length) all.push([rows.slice(0, n), across]);
    }
  }
  return all;
}

const blank = (key, keys, label, depth, conditions) => ({ key, keys, label, depth, conditions, cells: {}, total: {}, children: new Map() });

function put(target, measures, row) {
  for (const m of measures) target[m] = join(m, target[m], number(row[m]));
}

function order(nodes, key, measure) {
  return nodes.sort((a, b) => timely(key) ? a.keys[a.keys.length - 1].localeCompare(b.keys[b.keys.length - 1]) : (b.total[measure] || 0) - (a.total[measure] || 0) || a.label.localeCompare(b.label));
}

/**
 * The table. `answers`: for each of `levels` its rows. Nodes {label, depth, cells: {column: {measure: figure}}, total, list,
 * conditions: [[key, value]]}; columns {key, labels, conditions}.
 */
export function grid(meta, rows, columns, measures, answers) {
  const root = blank('', [], '', 0, []);
  const across = new Map();
  const columnOf = r => columns.map(c => keyOf(r[c])).join('\u0001');
  const nodeOf = (r, n) => {
    let node = root;
    for (let i = 0; i < n; i++) {
      const key = keyOf(r[rows[i]]);
      if (!node.children.has(key)) node.children.set(key, blank(node.key + '\u0001' + key, [...node.keys, key], groupLabel(meta, rows[i], r[rows[i]]), i + 1, [...node.conditions, [rows[i], r[rows[i]]]]));
      node = node.children.get(key);
    }
    return node;
  };
  for (const r of answers[0]) {
    const column = columnOf(r);
    if (columns.length && !across.has(column)) across.set(column, { key: column, keys: columns.map(c => keyOf(r[c])), labels: columns.map(c => groupLabel(meta, c, r[c])), conditions: columns.map(c => [c, r[c]]) });
    for (let n = 0; n <= rows.length; n++) {
      const node = nodeOf(r, n);
      put(node.cells[column] ||= {}, measures, r);
      put(node.total, measures, r);
    }
  }
  const averages = measures.filter(m => /^avg/.test(m));
  levels(rows, columns, measures).slice(1).forEach(([down, over], i) => {
    for (const r of answers[i + 1]) {
      const node = nodeOf(r, down.length);
      const target = over.length || !columns.length ? node.cells[columnOf(r)] ||= {} : node.total;
      averages.forEach(m => { target[m] = number(r[m]); });
      if (!columns.length) averages.forEach(m => { node.total[m] = number(r[m]); });
    }
  });
  const sorted = (node, depth) => {
    node.list = order([...node.children.values()], rows[depth], measures[0]);
    node.list.forEach(child => sorted(child, depth + 1));
  };
  sorted(root, 0);
  return { root, columns: [...across.values()].sort((a, b) => a.keys.join('\u0001').localeCompare(b.keys.join('\u0001'), undefined, { numeric: true })) };
}

/** The nodes to show: those whose parents are open, or all where few are there. */
export function visible(node, closed, out = []) {
  for (const child of node.list) {
    out.push(child);
    if (child.list.length && !closed.has(child.key)) visible(child, closed, out);
  }
  return out;
}

/** Heads of columns: for each line the labels with how many columns lie below them. */
export function headLines(columns, count) {
  return Array.from({ length: count }, (_, line) => {
    const heads = [];
    columns.forEach(c => {
      const key = c.keys.slice(0, line + 1).join('\u0001');
      const last = heads[heads.length - 1];
      if (last && last.key === key) last.span++;
      else heads.push({ key, label: c.labels[line], span: 1 });
    });
    return heads;
  });
}
