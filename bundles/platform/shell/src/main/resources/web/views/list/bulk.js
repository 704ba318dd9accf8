// What can be done with the selected records.
import { html } from '../../sdk/html.js';
import { api, attempt } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Icon } from '../../sdk/components/basic.js';
import { confirmDialog, Dialog, openDialog, toast } from '../../sdk/components/overlay.js';
import { area } from '../../shell/lazy.js';
import { exportCsv } from './export.js';

const editor = area('inputs', () => import('./bulk-edit.js'));

async function run(meta, operation, label, ids, done, danger) {
  if (!(await confirmDialog({ title: t('bulk.sure', { action: label, n: ids.length }), yes: label, danger }))) return;
  try {
    const answer = await api.post(meta.path + '/bulk', { operation, atomic: false, items: ids.map(id => ({ id })) }, { headers: { 'Idempotency-Key': attempt() } });
    const results = (answer && (answer.results || answer.items || answer.rows)) || [];
    const failed = results.filter(r => r.error || r.problem || r.status >= 400);
    if (failed.length) {
      openDialog(close => html`<${Dialog} title=${t('bulk.some', { n: failed.length })} onClose=${close}><div class="dialog-body"><ul class="stack">${failed.slice(0, 30).map(f => html`<li>${(f.error || f.problem || f).detail || (f.error || f.problem || f).code}</li>`)}</ul></div><//>`);
    } else toast(t('bulk.done', { n: ids.length }));
  } catch (e) {
    toast(e.message, { bad: true });
  }
  done();
}

/** The bar at the bottom. */
export function BulkBar({ meta, ids, clear, columns, done }) {
  const finished = () => {
    clear();
    done();
  };
  const actions = meta.actions.filter(a => !a.body && !['cancel', 'reopen'].includes(a.name)).slice(0, 3);
  return html`<div class="bulk" role="toolbar" aria-label=${t('bulk.label')}><b>${t('bulk.selected', { n: ids.length })}</b>
    ${actions.map(a => html`<button type="button" onClick=${() => run(meta, a.name, a.label, ids, finished)}><${Icon} name="play" />${a.label}</button>`)}
    ${meta.update && html`<button type="button" onClick=${() => editor().then(m => m.bulkEdit(meta, ids, done)).then(n => { if (n) { toast(t('bulk.done', { n })); clear(); } }, e => toast(e.message, { bad: true }))}><${Icon} name="pencil" />${t('bulk.edit')}</button>`}
    <button type="button" onClick=${() => exportCsv(meta, columns, {}, ids)}><${Icon} name="download" />${t('list.export')}</button>
    ${meta.delete && html`<button type="button" onClick=${() => run(meta, 'delete', t('action.delete'), ids, finished, true)}><${Icon} name="trash-2" />${t('action.delete')}</button>`}
    <button type="button" aria-label=${t('bulk.clear')} onClick=${clear}><${Icon} name="x" /></button></div>`;
}
