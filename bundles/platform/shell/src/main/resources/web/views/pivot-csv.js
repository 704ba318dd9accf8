// The cross table as a file: a column for each group of rows, then the figures as numbers.
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';

/** A cell that a spreadsheet cannot take for a formula. */
function cell(value) {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+$/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
}

function leaves(node, path, out) {
  for (const child of node.list) {
    if (child.list.length) leaves(child, [...path, child.label], out);
    else out.push({ labels: [...path, child.label], node: child });
  }
  return out;
}

/** The table as lines: headings first, then the figures, the total last. */
function linesOf(table, heads, measures, total) {
  const across = table.columns;
  const names = c => measures.map(m => [...c.labels, ...(measures.length > 1 ? [m.label] : [])].join(' / '));
  const lines = [[...heads, ...across.flatMap(names), ...measures.map(m => across.length ? `${total} ${m.label}` : m.label)]];
  for (const { labels, node } of leaves(table.root, [], [])) {
    lines.push([...heads.map((_, i) => labels[i]), ...across.flatMap(c => measures.map(m => (node.cells[c.key] || {})[m.key])), ...measures.map(m => node.total[m.key])]);
  }
  lines.push([...heads.map((_, i) => i ? '' : total), ...across.flatMap(c => measures.map(m => (table.root.cells[c.key] || {})[m.key])), ...measures.map(m => table.root.total[m.key])]);
  return lines;
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Saves it; kind `CSV`, made here, or `XLSX`, made by the server. `heads`: labels of the row groups, `measures`: [{key, label}], `total`: the word for it. */
export async function savePivot(kind, title, table, heads, measures, total) {
  const lines = linesOf(table, heads, measures, total);
  if (kind === 'CSV') return save(new Blob(['\ufeff' + lines.map(l => l.map(cell).join(',')).join('\r\n')], { type: 'text/csv;charset=utf-8' }), `${title}.csv`);
  const [columns, ...rows] = lines;
  const answer = await api.raw('POST', '/exports/table.xlsx', { body: { title, columns, rows: rows.map(r => columns.map((_, i) => r[i] ?? null)) } });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).detail || t('error.status', { status: answer.status }));
  return save(await answer.blob(), `${title}.xlsx`);
}
