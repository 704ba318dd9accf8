// Fields, tabs and totals of a form.
import { useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { has, t } from '../../sdk/i18n.js';
import { money } from '../../sdk/format.js';
import { FieldError, newId } from '../../sdk/components/basic.js';
import { contributions } from '../../shell/contributions.js';
import { FieldInput } from '../../widgets/field.js';
import { textOf } from '../values.js';
import { Keep } from './keep.js';
import { Lines } from './lines.js';

const idOf = name => 'field-' + name.replace(/\W/g, '-');

function OneField({ meta, field, values, set, errors, shut, creating, wide }) {
  const fixed = shut || field.readonly || field.createOnly && !creating;
  const id = idOf(field.name);
  const error = errors[field.name];
  return html`<div class=${`field${wide || field.length >= 1000 ? ' wide' : ''}${fixed ? ' fixed' : ''}${error ? ' bad' : ''}`}><label for=${id} title=${field.help || undefined}>${field.label}${field.required && !fixed && html`<span class="required" aria-hidden="true"> *</span>`}</label>
    <div class="field-value"><${FieldInput} meta=${meta} field=${field} id=${id} value=${values[field.name]} row=${values} error=${error} readonly=${fixed} onChange=${v => set(field.name, v)} /><${FieldError} text=${error} /></div></div>`;
}

/** Groups of fields in two columns. */
export function Fields(props) {
  const { meta, groups, creating, values, errors, shut } = props;
  const drawn = useRef(new Map()).current;
  const own = contributions.get().widgets;
  // A key in one of many fields draws this one alone: the others stay the elements that they were.
  const one = f => {
    const given = [f, values[f.name], errors[f.name], shut, creating, own, values[f.currencyField], values[f.unitField]];
    const old = drawn.get(f.name);
    const free = own.some(w => w.field === meta.id + '.' + f.name || w.id === f.widget);
    if (old && !free && given.every((v, i) => v === old.given[i])) return old.node;
    const node = html`<${OneField} key=${f.name} ...${props} field=${f} />`;
    drawn.set(f.name, { given, node });
    return node;
  };
  return html`${groups.map(group => {
    const fields = (group.fields || []).map(n => meta.byName[n]).filter(f => f && f.type !== 'lines' && !(creating && f.readonly));
    if (!fields.length) return null;
    return html`<section class="field-group">${group.title && html`<h2>${group.title}</h2>`}<div class="fields">${fields.map(one)}</div></section>`;
  })}`;
}

/** Tabs: lines or fields. */
export function Tabs(props) {
  const { meta, values, set, errors, shut, phone, lineMetas, parent, creating } = props;
  // A field stands once: what a group shows is not shown again below.
  const placed = new Set((meta.views.form.groups || []).flatMap(g => g.fields || []));
  const tabs = (meta.views.form.tabs || []).map(tab => tab.lines ? tab : { ...tab, fields: (tab.fields || []).filter(n => !placed.has(n)) }).filter(tab => tab.lines ? meta.byName[tab.lines] && lineMetas[tab.lines] : (tab.fields || []).some(n => meta.byName[n] && !(creating && meta.byName[n].readonly)));
  const [open, setOpen] = useState(tabs[0] && tabs[0].id);
  const [ids] = useState(newId('tab'));
  if (!tabs.length) return null;
  const current = tabs.find(tab => tab.id === open) || tabs[0];
  const titleOf = tab => tab.title || (tab.lines ? meta.byName[tab.lines].label : has('tab.' + tab.id) ? t('tab.' + tab.id) : tab.id);
  const wrong = tab => tab.lines ? Object.keys(errors).some(k => k.startsWith(tab.lines + '.') || k === tab.lines) : (tab.fields || []).some(n => errors[n]);
  const keys = e => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!by) return;
    e.preventDefault();
    const next = tabs[(tabs.indexOf(current) + by + tabs.length) % tabs.length];
    setOpen(next.id);
    document.getElementById(`${ids}-${next.id}`).focus();
  };
  return html`<div class="tabs" role="tablist" onKeyDown=${keys}>${tabs.map(tab => html`<button type="button" role="tab" id=${`${ids}-${tab.id}`} aria-selected=${String(tab === current)} aria-controls=${`${ids}-panel`} tabindex=${tab === current ? 0 : -1} class=${wrong(tab) ? 'wrong' : ''} onClick=${() => setOpen(tab.id)}>${titleOf(tab)}${tab.lines && (values[tab.lines] || []).length > 0 && html`<span class="pill">${values[tab.lines].length}</span>`}</button>`)}</div>
    <div role="tabpanel" id=${`${ids}-panel`} aria-labelledby=${`${ids}-${current.id}`} class="tab-panel">
      ${current.lines ? html`<${Keep} key=${current.id} by=${[current, lineMetas[current.lines], values[current.lines], shut, errors, phone, parent.currency]} draw=${() => html`<${FieldError} text=${errors[current.lines]} /><${Lines} name=${current.lines} tab=${{ ...current, title: titleOf(current) }} lineMeta=${lineMetas[current.lines]} lines=${values[current.lines] || []} readonly=${shut} errors=${errors} phone=${phone} parent=${parent} onChange=${v => set(current.lines, v)} />`} />`
        : html`<${Fields} ...${props} groups=${[{ ...current, title: null }]} key=${current.id} />`}</div>`;
}

/** Amounts at the foot, as the server computed them. */
export function Totals({ meta, values, base, creating }) {
  const names = (meta.views.form.totals || []).filter(n => meta.byName[n]);
  if (!names.length || creating) return null;
  const lines = (meta.views.form.tabs || []).find(tab => tab.lines);
  const changed = lines && values[lines.lines] !== base[lines.lines];
  const shown = names.filter((n, i) => i === names.length - 1 || i === 0 || base[n]);
  const last = shown.includes('totalAmount') ? 'totalAmount' : shown[shown.length - 1];
  return html`<dl class=${'totals' + (changed ? ' old' : '')} aria-live="polite">${shown.map(n => html`<div class=${n === last ? 'grand' : ''}><dt>${meta.byName[n].label}</dt><dd>${meta.byName[n].currencyField ? textOf(meta.byName[n], base[n], base) : money(base[n], values.currency || undefined)}</dd></div>`)}${changed && html`<p class="hint">${t('form.afterSave')}</p>`}</dl>`;
}
