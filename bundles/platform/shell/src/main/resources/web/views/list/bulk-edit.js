// One field of many records set at once; each record is checked and saved by itself.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, attempt } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Button, Icon, Labelled } from '../../sdk/components/basic.js';
import { Dialog, openDialog } from '../../sdk/components/overlay.js';
import { FieldInput } from '../../widgets/field.js';

const SOME = 30;
const choices = meta => meta.fields.filter(f => !f.readonly && !f.createOnly && !f.state && !['lines', 'instant'].includes(f.type) && !(meta.naturalKey || []).includes(f.name) && !['id', 'version', 'companyId'].includes(f.name));

function Form({ meta, ids, close, changed }) {
  const fields = choices(meta);
  const [name, setName] = useState(fields[0] && fields[0].name);
  const [value, setValue] = useState(null);
  const [wait, setWait] = useState(false);
  const [refused, setRefused] = useState(null);
  const field = meta.byName[name];
  const submit = async e => {
    e.preventDefault();
    setWait(true);
    try {
      const sent = value && typeof value === 'object' ? value.id : field.type === 'boolean' ? Boolean(value) : value;
      const bad = [];
      for (let from = 0; from < ids.length; from += 200) {
        const part = ids.slice(from, from + 200);
        // Version unknown on purpose: one field of each is set, whatever else changed meanwhile.
        const rows = (await api.get(meta.path, { filter: `id=in=(${part.join(',')})`, fields: ['id', 'version', meta.label].join(','), limit: 200 })).rows;
        const answer = await api.post(meta.path + '/bulk', { operation: 'update', atomic: false, items: rows.map(r => ({ id: r.id, version: r.version, [name]: sent })) }, { headers: { 'Idempotency-Key': attempt() } });
        (answer.results || []).forEach((r, i) => r.status >= 400 && bad.push({ row: rows[i], problem: r.problem || r.error || r }));
      }
      changed();
      if (!bad.length) return close(ids.length);
      setRefused(bad);
    } catch (error) {
      setRefused([{ row: null, problem: { detail: error.message } }]);
    }
    return setWait(false);
  };
  const words = problem => (problem.errors || []).map(x => x.message).join(' ') || problem.detail || problem.code;
  return html`<${Dialog} title=${t('edit.bulk', { n: ids.length })} onClose=${() => close(null)}>${refused ? html`<div class="dialog-body"><div class="notice" role="alert"><${Icon} name="circle-alert" />${t('edit.refused', { n: refused.length })}</div><ul class="stack refused">${refused.slice(0, SOME).map(r => html`<li>${r.row && html`<b>${String(r.row[meta.label] ?? '#' + r.row.id)}</b>`} <span>${words(r.problem)}</span></li>`)}</ul></div><div class="dialog-foot"><${Button} kind="primary" onClick=${() => close(null)}>${t('action.close')}<//></div>`
    : html`<form onSubmit=${submit} novalidate><div class="dialog-body"><${Labelled} label=${t('edit.field')} id="bulk-field"><select id="bulk-field" class="input" value=${name} onChange=${e => { setName(e.target.value); setValue(null); }}>${fields.map(f => html`<option value=${f.name}>${f.label}</option>`)}</select><//>
      ${field && html`<div class="labelled"><label class="label" for="bulk-value">${t('edit.value')}</label><${FieldInput} key=${name} meta=${meta} field=${field} id="bulk-value" value=${value} row=${{}} required=${field.required} onChange=${setValue} /></div>`}
      <p class="hint">${t('edit.bulkHint')}</p></div>
    <div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit" disabled=${wait || !field || field.required && (value === null || value === '')}>${t('edit.apply')}<//></div></form>`}<//>`;
}

/** Asks for field and value and saves; resolves to the number of changed records, or null. */
export const bulkEdit = (meta, ids, changed) => openDialog(close => html`<${Form} meta=${meta} ids=${ids} close=${close} changed=${changed} />`);
