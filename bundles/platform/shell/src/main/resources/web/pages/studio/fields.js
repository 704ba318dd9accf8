// The fields of a kind of record: those that it was made with, and those added here.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { has, language, t } from '../../sdk/i18n.js';
import { Badge, Button, Failed, Skeleton } from '../../sdk/components/basic.js';
import { confirmDialog, openDialog, toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { Section } from './editor.js';
import { FieldDialog } from './field-dialog.js';

const HIDDEN = new Set(['id', 'version', 'companyId', 'createdAt', 'createdBy', 'changedAt', 'changedBy']);

/** The tab. */
export function FieldsTab({ meta, changed }) {
  const lang = language.use();
  const [all, setAll] = useState(false);
  const asked = useAsk(signal => api.get('/platform/custom-fields', { filter: `model==${meta.id}`, sort: 'position,code', limit: 200 }, { signal }), [meta.id, lang]);
  if (asked.error) return html`<${Failed} error=${asked.error} retry=${asked.reload} />`;
  if (!asked.data) return html`<${Skeleton} lines=${6} />`;
  const rows = asked.data.rows;
  const edit = async row => {
    const full = row ? await api.get('/platform/custom-fields/' + row.id) : null;
    const saved = await openDialog(close => html`<${FieldDialog} meta=${meta} field=${full} close=${close} />`);
    if (!saved) return;
    toast(t('studio.fieldSaved', { name: saved.labelEn }));
    asked.reload();
    await changed();
  };
  const purge = async row => {
    if (!(await confirmDialog({ title: t('studio.purge', { name: row.labelZh && lang === 'zh' ? row.labelZh : row.labelEn }), text: t('studio.purgeText'), yes: t('bin.purge'), danger: true }))) return;
    await api.post(`/platform/custom-fields/${row.id}/purge`, {}).then(() => 0, e => toast(e.message, { bad: true }));
    asked.reload();
    await changed();
  };
  const label = row => lang === 'zh' && row.labelZh || row.labelEn;
  const built = meta.fields.filter(f => !f.custom && !HIDDEN.has(f.name));
  return html`<${Section} title=${t('studio.ownFields')} hint=${t('studio.ownFieldsHint')} tools=${html`<${Button} kind="primary" icon="plus" onClick=${() => edit(null)}>${t('studio.addField')}<//>`}>
      ${rows.length === 0 ? html`<p class="muted">${t('studio.noFields')}</p>` : html`<table class="plain-table"><thead><tr><th scope="col">${t('studio.label')}</th><th scope="col">${t('studio.kind')}</th><th scope="col" class="desk-only">${t('studio.name')}</th><th scope="col" class="desk-only">${t('studio.marks')}</th><th scope="col"><span class="sr">${t('action.more')}</span></th></tr></thead>
        <tbody>${rows.map(r => html`<tr key=${r.id}><td><button type="button" class="link" onClick=${() => edit(r)}>${label(r)}</button>${!r.active && html` <${Badge}>${t('studio.inactive')}<//>`}</td><td>${t('studio.kind.' + r.type)}</td><td class="desk-only"><code>${r.name}</code></td><td class="desk-only"><span class="row wrap-row">${r.required && html`<${Badge} tone="amber">${t('studio.required')}<//>`}${r.unique && html`<${Badge} tone="violet">${t('studio.unique')}<//>`}${r.inList && html`<${Badge} tone="blue">${t('studio.inList')}<//>`}</span></td>
          <td class="num"><${Button} kind="ghost" icon="pencil" label=${t('studio.edit', { name: label(r) })} onClick=${() => edit(r)} />${!r.active && html`<${Button} kind="ghost" icon="trash-2" label=${t('bin.purge')} onClick=${() => purge(r)} />`}</td></tr>`)}</tbody></table>`}<//>
    <${Section} title=${t('studio.builtIn')} tools=${html`<button type="button" class="link" aria-expanded=${String(all)} onClick=${() => setAll(!all)}>${t(all ? 'studio.fewer' : 'studio.showAll', { n: built.length })}</button>`}>${all && html`<table class="plain-table"><tbody>${built.map(f => html`<tr key=${f.name}><td>${f.label}${f.required && html` <span class="required" aria-hidden="true">*</span>`}</td><td class="muted">${has('studio.type.' + f.type) ? t('studio.type.' + f.type) : f.type}</td><td class="desk-only"><code>${f.name}</code></td></tr>`)}</tbody></table>`}<//>`;
}
