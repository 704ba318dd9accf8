// The shown list as a file: all rows of the query, the shown columns, with labels as headings.
import { may } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { saveFile } from '../../sdk/files.js';
import { go } from '../../sdk/router.js';

/** Saves rows as CSV without the server's export; few need it, so it is loaded then. */
export const exportCsv = (...given) => import('./csv.js').then(m => m.exportCsv(...given));

/** Items of a menu: the server's formats, or the CSV made here if the caller may only read the list. */
export function exportItems(meta, columns, params) {
  if (!may('transfer.export.run')) return [{ label: t('list.export'), icon: 'download', run: () => exportCsv(meta, columns, params) }];
  const asked = new URLSearchParams(Object.entries({ ...params, fields: columns.join(','), titles: 'labels' }).filter(([, v]) => v));
  const regularly = { label: t('list.regularly'), icon: 'calendar-clock', run: () => go('/r/platform.scheduledReport/new', { code: 'send-' + Date.now().toString(36), name: meta.title, what: 'LIST', model: meta.id, filter: params.filter, columns: columns.join(','), sort: params.sort }) };
  return [...['csv', 'xlsx', 'json'].map(kind => ({ label: t('list.exportAs', { kind: kind.toUpperCase() }), icon: 'download', run: () => saveFile(`${meta.path.replace('/api/v1/', '/api/v1/exports/')}.${kind}?${asked}`) })), ...(may('platform.scheduledReport.create') ? [regularly] : [])];
}
