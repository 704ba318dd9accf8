// The input of one field by its type and widget.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { sign } from '../sdk/format.js';
import { Icon } from '../sdk/components/basic.js';
import { DateInput } from '../sdk/components/dates.js';
import { Boundary } from '../shell/boundary.js';
import { contributions } from '../shell/contributions.js';
import { area, Lazy } from '../shell/lazy.js';
import { isMoney, textOf, Value } from '../views/values.js';
import { NumberInput } from './number.js';
import { Reference } from './reference.js';

/** Inputs that view files ask for by name, loaded with the first field that has one. */
const WIDGETS = {
  barcode: area('scan', () => import('./scan.js').then(m => m.BarcodeInput)),
  image: area('inputs', () => import('./image.js').then(m => m.PictureInput)),
  richtext: area('inputs', () => import('./rich-text.js').then(m => m.RichText)),
  tags: area('inputs', () => import('./tags.js').then(m => m.TagsInput)),
};

const MOMENT = area('inputs', () => import('./moment.js').then(m => m.MomentInput));

const MODES = [[/mail/i, 'email'], [/phone|mobile|fax/i, 'tel'], [/website|url/i, 'url']];

function TextArea({ value, onChange, ...rest }) {
  const box = useRef();
  useLayoutEffect(() => {
    box.current.style.height = 'auto';
    box.current.style.height = Math.min(360, box.current.scrollHeight + 2) + 'px';
  }, [value]);
  return html`<textarea ref=${box} rows="1" value=${value ?? ''} onInput=${e => onChange(e.target.value === '' ? null : e.target.value)} ...${rest}></textarea>`;
}

/** The input. `row`: all values of the record, for currency and unit. `plain`: without the suffix, in tables. */
export function FieldInput({ meta, field, value, row, onChange, id, error, readonly, plain, label, onKeyDown, placeholder, required }) {
  const own = contributions.get().widgets.find(w => w.field === meta.id + '.' + field.name || w.id === field.widget);
  const className = plain ? 'cell-input' : 'input';
  const base = { id, label, onKeyDown, readonly, required: required ?? field.required, invalid: Boolean(error), className, placeholder };
  const attributes = { id, class: className, 'aria-label': label, readonly, 'aria-invalid': String(Boolean(error)), 'aria-required': base.required ? 'true' : undefined, onKeyDown, placeholder };
  if (own) return html`<${Boundary} title=${field.label}><${own.render} meta=${meta} field=${field} value=${value} row=${row} onChange=${onChange} readonly=${readonly} id=${id} /><//>`;
  if (WIDGETS[field.widget] && !(plain && ['richtext', 'image'].includes(field.widget))) return html`<${Lazy} key=${field.widget} load=${WIDGETS[field.widget]} ...${base} label=${label || field.label} maxlength=${field.length || undefined} value=${value} onChange=${onChange} />`;
  if (field.type === 'ref') return html`<${Reference} target=${field.target} value=${value} onChange=${onChange} filter=${field.filter} ...${base} />`;
  if (field.widget === 'code') return html`<${Reference} target=${field.model} code=${field.code || 'code'} said=${field.model === 'masters.country' && value ? textOf(field, value) : undefined} value=${value} onChange=${v => onChange(v && v.code)} ...${base} />`;
  if (field.type === 'enum' || field.widget === 'select') {
    if (readonly) return html`<input ...${attributes} value=${textOf(field, value, row)} readonly />`;
    return html`<select ...${attributes} value=${value ?? ''} onChange=${e => onChange(e.target.value || null)}>${(!field.required || !value) && html`<option value=""></option>`}${(field.options || []).map(o => html`<option value=${o.value}>${o.label}</option>`)}</select>`;
  }
  if (field.type === 'boolean') return html`<span class="switch"><input id=${id} type="checkbox" class="check" aria-label=${label} checked=${Boolean(value)} disabled=${readonly} onChange=${e => onChange(e.target.checked)} onKeyDown=${onKeyDown} /></span>`;
  if (field.type === 'date') return readonly ? html`<input ...${attributes} readonly value=${textOf(field, value)} />` : html`<${DateInput} id=${id} value=${value} onChange=${onChange} invalid=${Boolean(error)} label=${label} className=${className} onKeyDown=${onKeyDown} placeholder=${placeholder} required=${base.required} />`;
  if (field.type === 'instant') return readonly ? html`<input ...${attributes} readonly value=${textOf(field, value)} />` : html`<${Lazy} load=${MOMENT} ...${base} value=${value} onChange=${onChange} />`;
  if (field.type === 'decimal' || field.type === 'integer') {
    const money = isMoney(field);
    const currency = field.currencyField ? row[field.currencyField] : null;
    const input = html`<${NumberInput} value=${value} onChange=${onChange} digits=${money ? Math.min(field.scale || 2, 6) : field.scale || 0} least=${money && value !== null && value !== undefined ? 2 : 0} ...${base} className=${className + ' num'} />`;
    if (plain || !(field.currencyField || field.unitField)) return input;
    return html`<span class="affixed">${field.currencyField && html`<span class="affix">${sign(currency || undefined)}</span>`}${input}${field.unitField && row[field.unitField] && html`<span class="affix">${row[field.unitField]}</span>`}</span>`;
  }
  if (field.length >= 1000 && !plain) return html`<${TextArea} value=${value} onChange=${onChange} ...${attributes} maxlength=${field.length} />`;
  const mode = MODES.find(([pattern]) => pattern.test(field.name));
  const input = html`<input type="text" inputmode=${mode ? mode[1] : undefined} autocomplete="off" maxlength=${field.length || undefined} value=${value ?? ''} onInput=${e => onChange(e.target.value === '' ? null : e.target.value)} ...${attributes} />`;
  const link = !plain && value && mode && { tel: 'tel:' + String(value).replace(/[^\d+]/g, ''), email: 'mailto:' + value }[mode[1]];
  return link ? html`<span class="affixed">${input}<a class="affix" href=${link} aria-label=${t(mode[1] === 'tel' ? 'field.call' : 'field.write', { to: value })}><${Icon} name=${mode[1] === 'tel' ? 'phone' : 'mail'} size="15px" /></a></span>` : input;
}

/** A value that cannot be changed here. */
function ReadValue({ field, value, row }) {
  return html`<span class="read-value">${value === null || value === undefined || value === '' ? html`<span class="muted">${t('value.none')}</span>` : html`<${Value} field=${field} value=${value} row=${row} />`}</span>`;
}
