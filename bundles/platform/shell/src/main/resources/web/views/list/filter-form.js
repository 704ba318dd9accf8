// One condition: field, comparison, value.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { DateInput } from '../../sdk/components/dates.js';
import { DateRange } from '../../sdk/components/date-range.js';
import { Button, composing } from '../../sdk/components/basic.js';
import { OPERATORS, PERIODS } from '../filters.js';
import { Reference } from '../../widgets/reference.js';
import { NumberInput } from '../../widgets/number.js';

function start(meta) {
  const first = meta.state || meta.fields.find(f => f.type === 'ref') || meta.byName[meta.label];
  return { field: first.name, op: OPERATORS[first.type][0], value: undefined };
}

function ValueInput({ field, op, value, set, labels }) {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (op === 'empty' || op === 'filled') return null;
  if (op === 'period') return html`<select class="input" aria-label=${t('filter.value')} value=${value || 'month'} onChange=${e => set(e.target.value)}>${PERIODS.map(p => html`<option value=${p}>${t('period.' + p)}</option>`)}</select>`;
  if (field.type === 'enum') {
    return html`<div class="options" role="group" aria-label=${field.label}>${field.options.map(o => html`<label><input type="checkbox" class="check" checked=${list.includes(o.value)} onChange=${() => set(list.includes(o.value) ? list.filter(v => v !== o.value) : [...list, o.value])} />${o.label}</label>`)}</div>`;
  }
  if (field.type === 'boolean') return html`<select class="input" aria-label=${t('filter.value')} value=${String(value ?? true)} onChange=${e => set(e.target.value)}><option value="true">${t('value.yes')}</option><option value="false">${t('value.no')}</option></select>`;
  if (field.type === 'ref') {
    return html`<div class="stack">${list.map((id, i) => html`<div class="row"><span class="chip"><span class="ellipsis">${labels[i] || id}</span><button type="button" aria-label=${t('filter.remove', { name: labels[i] || id })} onClick=${() => set(list.filter((_, j) => j !== i), labels.filter((_, j) => j !== i))}>×</button></span></div>`)}
      <${Reference} target=${field.target} value=${null} className="input" label=${field.label} onChange=${v => v && !list.includes(v.id) && set([...list, v.id], [...labels, v.label])} /></div>`;
  }
  if (field.type === 'date' || field.type === 'instant') {
    if (op === 'between') return html`<${DateRange} label=${field.label} value=${list} onChange=${set} />`;
    return html`<${DateInput} label=${t('filter.value')} value=${value} onChange=${set} />`;
  }
  if (field.type === 'decimal' || field.type === 'integer') {
    if (op === 'between') return html`<div class="pair"><${NumberInput} className="input" label=${t('op.ge')} value=${list[0]} onChange=${v => set([v, list[1]])} /><${NumberInput} className="input" label=${t('op.le')} value=${list[1]} onChange=${v => set([list[0], v])} /></div>`;
    return html`<${NumberInput} className="input" label=${t('filter.value')} value=${value} onChange=${set} />`;
  }
  return html`<input class="input" aria-label=${t('filter.value')} value=${value || ''} onInput=${e => set(e.target.value)} />`;
}

const DEFAULTS = { period: 'month', is: undefined };

/** The form. `onDone` gets the condition. */
export function FilterForm({ meta, condition, onDone }) {
  const [c, setC] = useState(condition || start(meta));
  const field = meta.byName[c.field];
  const fields = meta.fields.filter(f => OPERATORS[f.type] && !['id', 'version', 'companyId'].includes(f.name) && !(f.type === 'integer' && /By$/.test(f.name)));
  const change = part => setC({ ...c, ...part });
  const setField = name => change({ field: name, op: OPERATORS[meta.byName[name].type][0], value: undefined, labels: undefined });
  const submit = e => {
    e.preventDefault();
    const value = c.value !== undefined ? c.value : c.op === 'period' ? DEFAULTS.period : field.type === 'boolean' ? 'true' : undefined;
    if (value === undefined && !['empty', 'filled'].includes(c.op) || Array.isArray(value) && value.every(v => v === undefined || v === null)) return;
    onDone({ ...c, value });
  };
  return html`<form class="filter-form" onSubmit=${submit} onKeyDown=${e => { if (composing(e) && e.key === 'Enter') e.preventDefault(); }}>
    <div class="filter-line"><select class="input" data-autofocus aria-label=${t('filter.field')} value=${c.field} onChange=${e => setField(e.target.value)}>${fields.map(f => html`<option value=${f.name}>${f.label}</option>`)}</select>
      <select class="input" aria-label=${t('filter.operator')} value=${c.op} onChange=${e => change({ op: e.target.value, value: undefined, labels: undefined })}>${OPERATORS[field.type].map(op => html`<option value=${op}>${t('op.' + op)}</option>`)}</select></div>
    <${ValueInput} field=${field} op=${c.op} value=${c.value} labels=${c.labels || []} set=${(value, labels) => change({ value, labels })} />
    <div class="row" style=${{ justifyContent: 'flex-end' }}><${Button} kind="primary" type="submit">${t('filter.apply')}<//></div></form>`;
}
