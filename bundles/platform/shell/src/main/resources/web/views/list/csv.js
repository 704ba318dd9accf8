// The list as CSV made in the page: all rows of the query, or some, the shown columns, with labels as headings.
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { toast } from '../../sdk/components/overlay.js';
import { textOf } from '../values.js';

const PAGE = 1000;
const MOST = 200000;

/** A cell that a spreadsheet cannot take for a formula. */
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+$/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
}

const raw = (field, value, row) => value === null || value === undefined ? '' : field.type === 'decimal' || field.type === 'integer' || field.type === 'date' ? String(value) : textOf(field, value, row);

/** Saves the file. */
export async function exportCsv(meta, columns, params, ids) {
  const lines = [columns.map(n => cell(meta.byName[n].label)).join(',')];
  const fields = [...new Set(['id', ...columns, ...columns.flatMap(n => [meta.byName[n].currencyField, meta.byName[n].unitField]).filter(Boolean)])].join(',');
  try {
    for (let offset = 0; offset < MOST; offset += PAGE) {
      const page = await api.get(meta.path, { ...params, ...(ids ? { filter: `id=in=(${ids.join(',')})`, q: undefined } : {}), fields, offset, limit: PAGE });
      for (const row of page.rows) lines.push(columns.map(n => cell(raw(meta.byName[n], row[n], row))).join(','));
      if (page.rows.length < PAGE) break;
    }
  } catch (e) {
    return toast(e.message, { bad: true });
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff' + lines.join('\r\n')], { type: 'text/csv;charset=utf-8' }));
  link.download = `${meta.title}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  return toast(t('list.exported', { n: lines.length - 1 }));
}
