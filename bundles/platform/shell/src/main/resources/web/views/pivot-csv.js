// The cross table as a file: a column for each group of rows, then the figures as numbers.

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

/** Saves it. `heads`: labels of the row groups, `measures`: [{key, label}], `total`: the word for it. */
export function savePivot(title, table, heads, measures, total) {
  const across = table.columns.length ? table.columns : [];
  const names = c => measures.map(m => [...c.labels, ...(measures.length > 1 ? [m.label] : [])].join(' / '));
  const lines = [[...heads, ...across.flatMap(names), ...measures.map(m => across.length ? `${total} ${m.label}` : m.label)]];
  for (const { labels, node } of leaves(table.root, [], [])) {
    lines.push([...heads.map((_, i) => labels[i]), ...across.flatMap(c => measures.map(m => (node.cells[c.key] || {})[m.key])), ...measures.map(m => node.total[m.key])]);
  }
  lines.push([total, ...heads.slice(1).map(() => ''), ...across.flatMap(c => measures.map(m => (table.root.cells[c.key] || {})[m.key])), ...measures.map(m => table.root.total[m.key])]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff' + lines.map(l => l.map(cell).join(',')).join('\r\n')], { type: 'text/csv;charset=utf-8' }));
  link.download = `${title}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
