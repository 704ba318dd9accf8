// A new record without leaving the form: only what must be said.
import { useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, attempt } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { Button, FieldError, Icon } from '../sdk/components/basic.js';
import { Dialog, openDialog } from '../sdk/components/overlay.js';
import { textOf } from '../views/values.js';
import { FieldInput } from './field.js';

function Form({ meta, name, close }) {
  const label = meta.byName[meta.label];
  const fields = [label, ...meta.fields.filter(f => f.required && f !== label)].filter(f => f && !f.readonly && f.type !== 'lines');
  const [values, setValues] = useState(label && !label.readonly && name ? { [label.name]: name } : {});
  const [errors, setErrors] = useState({});
  const [wait, setWait] = useState(false);
  const submit = async e => {
    e.preventDefault();
    setWait(true);
    try {
      const body = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, v && typeof v === 'object' ? v.id : v]));
      const row = await api.post(meta.path, body, { headers: { 'Idempotency-Key': attempt() } });
      close({ id: row.id, label: textOf(label, row[meta.label], row) || name, row });
    } catch (x) {
      setErrors(Object.fromEntries([['', x.errors && x.errors.length ? '' : x.message], ...(x.errors || []).map(y => [y.field, y.message])]));
      setWait(false);
    }
  };
  return html`<${Dialog} title=${t('form.createOf', { name: meta.title })} onClose=${() => close(null)}><form onSubmit=${submit} novalidate><div class="dialog-body">
      ${errors[''] && html`<div class="notice" role="alert"><${Icon} name="circle-alert" />${errors['']}</div>`}
      ${fields.map(f => html`<div class="labelled" key=${f.name}><label class="label" for=${'quick-' + f.name}>${f.label}${f.required && html`<span class="required" aria-hidden="true"> *</span>`}</label>
        <${FieldInput} meta=${meta} field=${f} id=${'quick-' + f.name} value=${values[f.name]} row=${values} error=${errors[f.name]} onChange=${v => setValues({ ...values, [f.name]: v })} /><${FieldError} text=${errors[f.name]} /></div>`)}
    </div><div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit" disabled=${wait}>${t('action.create')}<//></div></form><//>`;
}

/** Asks for the needed fields and creates; resolves to {id, label, row} or null. */
export const quickCreate = (meta, name) => openDialog(close => html`<${Form} meta=${meta} name=${name} close=${close} />`);
