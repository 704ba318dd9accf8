// What all editors without code share: a record with its lines, its draft, saving, and the frame around it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, attempt } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { go, href, setGuard } from '../../sdk/router.js';
import { Button, Failed, FieldError, Icon, Skeleton } from '../../sdk/components/basic.js';
import { confirmDialog, toast } from '../../sdk/components/overlay.js';
import { meta as load } from '../../shell/boot.js';
import { FieldInput } from '../../widgets/field.js';

const plain = value => value && typeof value === 'object' && !Array.isArray(value) ? value.id : value;
let keys = 0;

/** A line that is not saved yet. */
const fresh = line => ({ _key: 'n' + ++keys, ...line });

function sent(values, meta, lineMetas, base, creating) {
  const out = {};
  for (const [name, value] of Object.entries(values)) {
    const field = meta.byName[name];
    if (!field || field.readonly || field.createOnly && !creating) continue;
    if (field.type === 'lines') {
      const line = lineMetas[name];
      out[name] = (value || []).map((v, i) => Object.fromEntries([...(v.id ? [['id', v.id]] : []), ...Object.entries(v).filter(([k]) => {
        const f = line.byName[k];
        return f && !f.readonly && k !== 'position' && !(f.createOnly && v.id);
      }).map(([k, x]) => [k, plain(x) ?? null]), ...(line.byName.position ? [['position', (i + 1) * 10]] : [])]));
    } else if (creating ? value !== undefined : JSON.stringify(plain(value) ?? null) !== JSON.stringify(plain(base[name]) ?? null)) {
      out[name] = plain(value) ?? null;
    }
  }
  return out;
}

/** A record of a model for an editor. `start`: values of a new one. `prepare`: last changes before it is sent. */
export function useEditor(model, id, start, prepare = v => v) {
  const [kept, setKept] = useState(null);
  const [base, setBase] = useState({});
  const [values, setValues] = useState(null);
  const [errors, setErrors] = useState({});
  const [failure, setFailure] = useState(null);
  const [saving, setSaving] = useState(false);
  const key = useRef(attempt());
  const now = useRef({});
  const creating = id === 'new';
  const take = record => {
    const made = { ...record };
    for (const [k, v] of Object.entries(made)) if (Array.isArray(v)) made[k] = v.map(line => ({ ...line, _key: 'l' + line.id }));
    setBase(made);
    setValues(made);
    setErrors({});
  };
  const read = async () => {
    try {
      setFailure(null);
      const meta = await load(model);
      const lists = meta.fields.filter(f => f.type === 'lines');
      const lines = Object.fromEntries(await Promise.all(lists.map(async f => [f.name, await load(f.target)])));
      setKept({ meta, lines });
      if (creating) {
        setBase({});
        setValues(start());
      } else take(await api.get(`${meta.path}/${id}`));
    } catch (e) {
      setFailure(e);
    }
  };
  useEffect(() => { read(); }, [model, id]);
  const dirty = Boolean(values) && (creating ? Boolean(now.current.touched) : JSON.stringify(values) !== JSON.stringify(base));
  now.current.dirty = dirty;
  useEffect(() => {
    setGuard(() => !now.current.dirty || confirmDialog({ title: t('form.unsaved'), text: t('form.unsavedText'), yes: t('form.discard'), no: t('form.stay'), danger: true }));
    return () => setGuard(null);
  }, []);
  const set = part => {
    now.current.touched = true;
    setValues(v => ({ ...v, ...(typeof part === 'function' ? part(v) : part) }));
  };
  const save = async () => {
    setSaving(true);
    setErrors({});
    try {
      const { meta, lines } = kept;
      const out = sent(prepare(values), meta, lines, base, creating);
      const answer = creating ? await api.post(meta.path, out, { headers: { 'Idempotency-Key': key.current } }) : await api.patch(`${meta.path}/${id}`, base.version, out);
      const record = await api.get(`${meta.path}/${answer.id || id}`);
      now.current = { touched: false, dirty: false };
      take(record);
      toast(t(creating ? 'form.created' : 'form.saved', { name: record[meta.label] }));
      if (creating) go(`/r/${model}/${record.id}`, undefined, { replace: true, force: true });
      return record;
    } catch (e) {
      setErrors(Object.fromEntries([['', e.message], ...(e.errors || []).map(x => [x.field || '', x.message])]));
      if (e.status === 409 || e.status === 412) toast(t('form.changedByOther'), { bad: true });
      return null;
    } finally {
      setSaving(false);
    }
  };
  const setLine = (list, i, part) => set(v => ({ [list]: v[list].map((line, j) => j === i ? { ...line, ...part } : line) }));
  return { model, id, creating, ...kept, base, values, set, setLine, errors, failure, saving, dirty, save, read,
    error: path => errors[path],
    addLine: (list, line) => set(v => ({ [list]: [...(v[list] || []), fresh(line)] })),
    removeLine: (list, i) => set(v => ({ [list]: v[list].filter((_, j) => j !== i) })),
    moveLine: (list, i, by) => set(v => ({ [list]: moved(v[list], i, i + by) })) };
}

/** A list with one item elsewhere. */
export function moved(list, from, to) {
  if (to < 0 || to >= list.length) return list;
  const made = [...list];
  made.splice(to, 0, ...made.splice(from, 1));
  return made;
}

/** The page of an editor: where it belongs, save, errors of no field. */
export function EditorFrame({ e, title, actions, children, side }) {
  useEffect(() => {
    const keysDown = event => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        if (document.activeElement && document.activeElement.blur) document.activeElement.blur();
        requestAnimationFrame(() => document.querySelector('[data-save]') && document.querySelector('[data-save]').click());
      }
    };
    document.addEventListener('keydown', keysDown);
    return () => document.removeEventListener('keydown', keysDown);
  }, []);
  if (e.failure) return html`<${Failed} error=${e.failure} retry=${e.read} />`;
  if (!e.values || !e.meta) return html`<div class="page-body"><${Skeleton} lines=${8} /></div>`;
  const remove = async () => {
    if (!(await confirmDialog({ title: t('form.sureDelete', { name: e.base[e.meta.label] }), yes: t('action.delete'), danger: true }))) return;
    await api.delete(`${e.meta.path}/${e.id}`, e.base.version).then(() => go('/r/' + e.model, undefined, { force: true }), x => toast(x.message, { bad: true }));
  };
  const shown = Object.entries(e.errors).filter(([k]) => k === '' || k === '*').map(([, v]) => v);
  return html`<div class="page"><header class="form-head"><a class="button ghost square" href=${href('/r/' + e.model)} aria-label=${t('form.back', { name: e.meta.title })}><${Icon} name="chevron-left" /></a>
      <nav class="crumbs" aria-label=${t('form.crumbs')}><a class="desk-only" href=${href('/r/' + e.model)}>${e.meta.title}</a><span class="desk-only"><${Icon} name="chevron-right" size="13px" /></span><b class="ellipsis" aria-current="page">${title || t('form.newOf', { name: e.meta.title })}</b></nav><span class="grow"></span>
      ${e.dirty && html`<span class="save-state dirty desk-only" role="status">${t('form.dirty')}</span>`}${!e.creating && e.meta.delete && html`<${Button} kind="ghost" icon="trash-2" label=${t('action.delete')} onClick=${remove} />`}${actions}
      <${Button} kind="primary" data-save="" disabled=${e.saving || !e.dirty && !e.creating} onClick=${e.save}>${t(e.creating ? 'action.create' : 'action.save')}<//></header>
    <div class=${'studio' + (side ? ' with-side' : '')}><div class="studio-main"><h1 class="sr">${title || t('form.newOf', { name: e.meta.title })}</h1>${shown.length > 0 && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${shown.join(' ')}</span></div>`}${children}</div>${side && html`<aside class="studio-side" tabindex="0" aria-label=${t('studio.side')}>${side}</aside>`}</div></div>`;
}

/** A field with its label and what the server says about it. `list` and `i`: of a line. `options`: [[value, text]] instead of free text. */
export function F({ e, name, list, i, label, hint, options, children, required, wide, onChange, empty = '' }) {
  const meta = list ? e.lines[list] : e.meta;
  const field = meta.byName[name];
  if (!field) return null;
  const row = list ? e.values[list][i] : e.values;
  const path = list ? `${list}[${i}].${name}` : name;
  const text = label || field.label;
  const closed = field.readonly || field.createOnly && (list ? Boolean(row.id) : !e.creating);
  const change = v => {
    if (onChange) onChange(v);
    if (list) e.setLine(list, i, { [name]: v });
    else e.set({ [name]: v });
  };
  const must = required ?? field.required;
  const input = children ? children({ value: row[name], change, label: text, closed, invalid: Boolean(e.error(path)) })
    : options ? html`<select class="input" aria-label=${text} aria-invalid=${String(Boolean(e.error(path)))} disabled=${closed} value=${row[name] ?? ''} onChange=${x => change(x.target.value || null)}>${(!must || !row[name]) && html`<option value="">${empty}</option>`}${options.map(([v, l]) => html`<option value=${v}>${l}</option>`)}</select>`
    : html`<${FieldInput} meta=${meta} field=${{ ...field, required: must }} value=${row[name]} row=${row} label=${text} readonly=${closed} error=${e.error(path)} onChange=${change} />`;
  if (field.type === 'boolean' && !children) return html`<div class="labelled flag-line"><span class="row">${input}<span>${text}</span></span>${hint && html`<span class="hint">${hint}</span>`}</div>`;
  return html`<div class=${'labelled' + (wide ? ' wide' : '')}><span class="label">${text}${must && html`<span class="required" aria-hidden="true"> *</span>`}</span>${input}${hint && html`<span class="hint">${hint}</span>`}<${FieldError} text=${e.error(path)} /></div>`;
}

/** Buttons that move and remove a line, for the keyboard as for the mouse. */
export function LineTools({ e, list, i, name }) {
  const many = e.values[list].length;
  return html`<span class="line-tools"><${Button} kind="ghost" icon="arrow-up" label=${t('studio.up', { name })} disabled=${i === 0} onClick=${() => e.moveLine(list, i, -1)} /><${Button} kind="ghost" icon="arrow-down" label=${t('studio.down', { name })} disabled=${i === many - 1} onClick=${() => e.moveLine(list, i, 1)} /><${Button} kind="ghost" icon="trash-2" label=${t('studio.remove', { name })} onClick=${() => e.removeLine(list, i)} /></span>`;
}

/** A box with a heading. */
export const Section = ({ title, hint, children, tools }) => html`<section class="card studio-card"><div class="row wrap-row"><h2 class="grow">${title}</h2>${tools}</div>${hint && html`<p class="hint">${hint}</p>`}${children}</section>`;
