// What a rule does: a form for each kind of action.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { Button, FieldError } from '../../sdk/components/basic.js';
import { DateInput } from '../../sdk/components/dates.js';
import { Menu } from '../../sdk/components/overlay.js';
import { Reference } from '../../widgets/reference.js';
import { F } from './editor.js';
import { fieldsOf, Ticks, useMeta, useRows } from './choices.js';
import { readAssignments, writeAssignments } from './assignments.js';

const settable = f => !f.readonly && f.type !== 'lines';

/** A value by the type of its field, or a text with placeholders, or a formula. */
function ValueInput({ field, row, change, label }) {
  const free = row.formula || /\{\{/.test(row.value || '') || !field;
  if (!free && field.type === 'enum') return html`<select class="input" aria-label=${label} value=${row.value || ''} onChange=${e => change({ value: e.target.value })}><option value=""></option>${field.options.map(o => html`<option value=${o.value}>${o.label}</option>`)}</select>`;
  if (!free && field.type === 'boolean') return html`<select class="input" aria-label=${label} value=${row.value || 'true'} onChange=${e => change({ value: e.target.value })}><option value="true">${t('value.yes')}</option><option value="false">${t('value.no')}</option></select>`;
  if (!free && field.type === 'ref') return html`<${Reference} className="input" label=${label} target=${field.target} value=${row.value ? { id: Number(row.value), label: row.label || '#' + row.value } : null} onChange=${v => change({ value: v ? String(v.id) : '', label: v && v.label })} />`;
  if (!free && field.type === 'date' && /^(\d{4}-\d{2}-\d{2})?$/.test(row.value || '')) return html`<${DateInput} label=${label} value=${row.value || null} onChange=${v => change({ value: v || '' })} />`;
  return html`<input class=${'input' + (row.formula ? ' code' : '')} aria-label=${label} value=${row.value ?? ''} placeholder=${row.formula ? t('rule.formulaHint') : ''} onInput=${e => change({ value: e.target.value })} />`;
}

function Assignments({ e, i, of, source }) {
  const text = e.values.actions[i].assignments;
  const [list, setList] = useState(() => readAssignments(text));
  const put = next => {
    setList(next);
    e.setLine('actions', i, { assignments: writeAssignments(next) });
  };
  const change = (j, part) => put(list.map((a, k) => k === j ? { ...a, ...part } : a));
  const names = fieldsOf(of, settable);
  const placeholders = fieldsOf(source, f => f.type !== 'lines');
  return html`<div class="assignments">${list.map((a, j) => {
    const field = of && of.byName[a.field];
    const name = field ? field.label : a.field;
    return html`<div class="assignment" key=${j}><select class="input" aria-label=${t('rule.setField', { n: j + 1 })} value=${a.field} onChange=${x => change(j, { field: x.target.value, value: '', formula: false })}><option value=""></option>${names.map(([n, l]) => html`<option value=${n}>${l}</option>`)}</select>
      <${ValueInput} field=${field} row=${a} change=${part => change(j, part)} label=${t('rule.valueOf', { name })} />
      <span class="line-tools"><${Menu} label=${t('rule.valueKind')} align="end" button=${p => html`<${Button} kind="ghost" icon=${a.formula ? 'calculator' : 'ellipsis'} label=${t('rule.valueKind')} ...${p} />`} items=${[{ label: t('rule.fixed'), checked: !a.formula, run: () => change(j, { formula: false, value: '' }) }, { label: t('rule.formula'), checked: a.formula, run: () => change(j, { formula: true, value: '' }) }, '-', { title: t('rule.fromRecord') }, ...placeholders.slice(0, 40).map(([n, l]) => ({ label: l, run: () => change(j, a.formula ? { value: `${a.value || ''}${n}` } : { value: `{{${n}}}` }) }))]} /><${Button} kind="ghost" icon="x" label=${t('studio.remove', { name })} onClick=${() => put(list.filter((_, k) => k !== j))} /></span></div>`;
  })}<div><${Button} icon="plus" onClick=${() => put([...list, { field: '', formula: false, value: '' }])}>${t('rule.addValue')}<//></div><${FieldError} text=${e.error(`actions[${i}].assignments`)} /></div>`;
}

/** A text with a menu of what can be filled in from the record. */
function Filled({ e, i, name, source, label, area, required }) {
  const fields = fieldsOf(source, f => f.type !== 'lines');
  return html`<${F} e=${e} list="actions" i=${i} name=${name} label=${label} required=${required} wide=${area}>${({ value, change, label: text, invalid }) => html`<span class="with-insert">${area ? html`<textarea class="input" rows="4" aria-label=${text} aria-invalid=${String(invalid)} value=${value || ''} onInput=${x => change(x.target.value || null)}></textarea>` : html`<input class="input" aria-label=${text} aria-invalid=${String(invalid)} value=${value || ''} onInput=${x => change(x.target.value || null)} />`}<${Menu} label=${t('rule.insert')} align="end" button=${p => html`<${Button} kind="ghost" icon="copy" label=${t('rule.insert')} ...${p} />`} items=${fields.slice(0, 60).map(([n, l]) => ({ label: l, hint: `{{${n}}}`, run: () => change(`${value || ''}{{${n}}}`) }))} /></span>`}<//>`;
}

function People({ e, i, target, users, roles, mail }) {
  const userFields = fieldsOf(target, f => f.type === 'ref' && f.target === 'platform.user').map(([n, l]) => [`field:${n}`, l]);
  const text = e.values.actions[i].recipients;
  if (mail) return html`<${Filled} e=${e} i=${i} name="recipients" source=${target} required />`;
  const options = [...userFields, ...roles.map(([c, n]) => [`role:${c}`, t('rule.role', { name: n })]), ...users];
  return html`<div class="labelled wide"><span class="label">${e.lines.actions.byName.recipients.label}<span class="required" aria-hidden="true"> *</span></span><${Ticks} value=${text} options=${options} label=${e.lines.actions.byName.recipients.label} error=${e.error(`actions[${i}].recipients`)} onChange=${x => e.setLine('actions', i, { recipients: x })} /></div>`;
}

/** The form of one action. */
export function ActionForm({ e, i, target, models, users, roles }) {
  const a = e.values.actions[i];
  const created = useMeta(a.kind === 'CREATE' ? a.target : null);
  const templates = useRows(a.kind === 'MAIL' ? '/platform/mail-templates' : null, 'code', r => r.name);
  const kinds = useRows(a.kind === 'ACTIVITY' ? '/platform/activity-types' : null, 'code', r => r.name || r.code);
  switch (a.kind) {
    case 'SET': return html`<${Assignments} e=${e} i=${i} of=${target} source=${target} />`;
    case 'CREATE': return html`<div class="grid-2"><${F} e=${e} list="actions" i=${i} name="target" required options=${models} onChange=${() => e.setLine('actions', i, { assignments: null })} /></div>${created && html`<${Assignments} key=${a.target} e=${e} i=${i} of=${created} source=${target} />`}`;
    case 'ACT': return html`<div class="grid-2"><${F} e=${e} list="actions" i=${i} name="action" required options=${((target && target.actions) || []).map(x => [x.name, x.label])} /></div>`;
    case 'MAIL': return html`<div class="grid-2"><${People} e=${e} i=${i} target=${target} mail /><${F} e=${e} list="actions" i=${i} name="template" options=${templates} empty=${t('rule.ownText')} hint=${t('rule.templateHint')} />${!a.template && html`<${Filled} e=${e} i=${i} name="subject" source=${target} required /><${Filled} e=${e} i=${i} name="text" source=${target} area />`}</div>`;
    case 'NOTIFY': return html`<div class="grid-2"><${Filled} e=${e} i=${i} name="subject" source=${target} /><${People} e=${e} i=${i} target=${target} users=${users} roles=${roles} /><${Filled} e=${e} i=${i} name="text" source=${target} area /></div>`;
    case 'ACTIVITY': return html`<div class="grid-2"><${Filled} e=${e} i=${i} name="subject" source=${target} required /><${F} e=${e} list="actions" i=${i} name="activityKind" options=${kinds} /><${F} e=${e} list="actions" i=${i} name="dueDays" /><${People} e=${e} i=${i} target=${target} users=${users} roles=${roles} /><${Filled} e=${e} i=${i} name="text" source=${target} area /></div>`;
    case 'COMMENT': return html`<${Filled} e=${e} i=${i} name="text" source=${target} area required />`;
    default: return html`<div class="grid-2"><${F} e=${e} list="actions" i=${i} name="topic" required hint=${t('rule.topicHint')} /><${Filled} e=${e} i=${i} name="text" source=${target} area /></div>`;
  }
}
