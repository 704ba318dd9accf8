// Actions of a record: what their body asks for, in a dialog; then the call.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, attempt } from '../../sdk/api.js';
import { has, t } from '../../sdk/i18n.js';
import { date, number, today } from '../../sdk/format.js';
import { Button, FieldError, Icon } from '../../sdk/components/basic.js';
import { confirmDialog, Dialog, openDialog } from '../../sdk/components/overlay.js';
import { allModels } from '../../shell/boot.js';
import { FieldInput } from '../../widgets/field.js';
import { refLabel } from '../values.js';

const BACKWARD = new Set(['cancel', 'reverse', 'reject', 'delete', 'endSessions']);
const LINE = /^(line|lineId|orderLine|transferLine)$/;

const label = input => input.label === input.name && has('body.' + input.name) ? t('body.' + input.name) : input.label;

/** Inputs of a body as fields; ids of records become references where their name says of what. */
function asField(input, models, module) {
  const text = label(input);
  if (input.type === 'integer') {
    const target = [`${module}.${input.name}`, ...Object.keys(models).filter(m => m.endsWith('.' + input.name))].find(m => models[m]);
    if (target) return { ...input, label: text, type: 'ref', target };
  }
  return { ...input, label: text, scale: input.type === 'decimal' ? 6 : 0, length: input.name === 'reason' || input.name === 'note' ? 1000 : 255 };
}

/** What the server takes where nothing is typed, shown in grey: today, all that is open. */
const usual = (field, record) => field.type === 'date' && field.name === 'date' ? date(today()) : field.name === 'amount' && typeof record.openAmount === 'number' ? number(Math.abs(record.openAmount), 2, 2) : undefined;

const lineTitle = line => refLabel(line.product) || line.text || line.name || refLabel(line.account) || '#' + (line.lineNo || line.position || line.id);

function BodyForm({ meta, action, record, models, close }) {
  const inputs = action.form || [];
  const simple = inputs.filter(i => i.type !== 'lines').map(i => asField(i, models, meta.module));
  const lists = inputs.filter(i => i.type === 'lines' && i.items && i.items.some(x => LINE.test(x.name)));
  const [values, setValues] = useState({});
  const [lines, setLines] = useState({});
  const [errors, setErrors] = useState({});
  const [wait, setWait] = useState(false);
  const [result, setResult] = useState(null);
  const owned = meta.fields.find(f => f.type === 'lines');
  const rows = owned ? record[owned.name] || [] : [];
  const submit = async e => {
    e.preventDefault();
    setWait(true);
    const body = Object.fromEntries(Object.entries(values).filter(([, v]) => v !== null && v !== undefined && v !== '').map(([k, v]) => [k, v && typeof v === 'object' ? v.id : v]));
    for (const list of lists) {
      const key = list.items.find(x => LINE.test(x.name)).name;
      const given = Object.entries(lines[list.name] || {}).filter(([, v]) => Object.values(v).some(x => x !== null && x !== undefined)).map(([id, v]) => ({ [key]: Number(id), ...v }));
      if (given.length) body[list.name] = given;
    }
    try {
      const answer = await api.post(`${meta.path}/${record.id}/${action.name}`, body, action.secret ? {} : { headers: { 'Idempotency-Key': attempt() } });
      if (answer && answer.result && Object.values(answer.result).some(v => typeof v === 'string' && v.length > 20) && /token|secret/i.test(JSON.stringify(Object.keys(answer.result)))) setResult(answer);
      else close(answer || {});
    } catch (x) {
      setErrors(Object.fromEntries([['', x.message], ...(x.errors || []).map(y => [y.field, y.message])]));
    }
    setWait(false);
  };
  if (result) {
    return html`<${Dialog} title=${action.label} onClose=${() => close(result)} foot=${html`<${Button} kind="primary" onClick=${() => close(result)}>${t('action.done')}<//>`}><div class="dialog-body"><p class="muted">${t('form.secretOnce')}</p>
      ${Object.entries(result.result).filter(([, v]) => v !== null).map(([k, v]) => html`<label class="labelled"><span class="label">${has('body.' + k) ? t('body.' + k) : k}</span><input class="input" readonly value=${String(v)} onFocus=${e => e.target.select()} /></label>`)}</div><//>`;
  }
  const set = (list, id, name, v) => setLines({ ...lines, [list]: { ...lines[list], [id]: { ...(lines[list] || {})[id], [name]: v } } });
  return html`<${Dialog} title=${action.label} size=${lists.length ? 'large' : ''} onClose=${() => close(null)}><form onSubmit=${submit} novalidate><div class="dialog-body">
    ${errors[''] && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${errors['']}</span></div>`}
    ${lists.map(list => html`<div class="body-lines"><p class="hint">${t('form.openQuantities')}</p><table class="plain-table"><thead><tr><th scope="col">${t('form.lineTitle')}</th>${record[owned.name] && rows.some(r => r.quantity !== undefined) && html`<th scope="col" class="num">${t('body.ordered')}</th>`}${list.items.filter(x => !LINE.test(x.name)).map(x => html`<th scope="col" class="num">${label(x)}</th>`)}</tr></thead>
      <tbody>${rows.map(line => html`<tr key=${line.id}><td>${lineTitle(line)}</td>${rows.some(r => r.quantity !== undefined) && html`<td class="num">${line.quantity} ${line.unit || ''}</td>`}${list.items.filter(x => !LINE.test(x.name)).map(x => html`<td><${FieldInput} meta=${meta} field=${asField(x, {}, '')} label=${`${label(x)}: ${lineTitle(line)}`} value=${((lines[list.name] || {})[line.id] || {})[x.name]} row=${{}} onChange=${v => set(list.name, line.id, x.name, v)} /></td>`)}</tr>`)}</tbody></table></div>`)}
    ${simple.map(f => html`<div class="labelled" key=${f.name}>${f.type !== 'boolean' ? html`<label class="label" for=${'body-' + f.name}>${f.label}</label>` : null}
      <span class=${f.type === 'boolean' ? 'row' : ''}>${f.name === 'password' ? html`<input id="body-password" class="input" type="password" autocomplete="new-password" value=${values.password || ''} onInput=${e => setValues({ ...values, password: e.target.value })} />`
        : html`<${FieldInput} meta=${meta} field=${f} id=${'body-' + f.name} value=${values[f.name]} row=${values} placeholder=${usual(f, record)} error=${errors[f.name]} onChange=${v => setValues({ ...values, [f.name]: v })} />`}${f.type === 'boolean' && html`<label for=${'body-' + f.name}>${f.label}</label>`}</span><${FieldError} text=${errors[f.name]} /></div>`)}
  </div><div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit" disabled=${wait}>${action.label}<//></div></form><//>`;
}

/** Runs an action on a saved record. Resolves to the answer, null if the user went back. Throws problems of actions without a form. */
export async function runAction(meta, action, record) {
  if (action.body) {
    const models = await allModels();
    return openDialog(close => html`<${BodyForm} meta=${meta} action=${action} record=${record} models=${models} close=${close} />`);
  }
  if (BACKWARD.has(action.name) && !(await confirmDialog({ title: t('form.sureAction', { action: action.label }), text: record[meta.label] || '', yes: action.label, danger: true }))) return null;
  return (await api.post(`${meta.path}/${record.id}/${action.name}`, {}, { headers: { 'If-Match': `"${record.version}"`, 'Idempotency-Key': attempt() } })) || {};
}
