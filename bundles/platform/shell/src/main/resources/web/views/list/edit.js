// Editing in the list: one row at a time, saved as a whole with the version that was read, errors beside their cells.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { composing, Icon } from '../../sdk/components/basic.js';
import { FieldInput } from '../../widgets/field.js';
import { textOf } from '../values.js';
import { side } from './columns.js';
import { body, changes, locked, same } from '../form/record.js';

const fixed = field => field.readonly || field.createOnly || field.state || field.type === 'lines' || field.type === 'instant';

/** The column to begin with: the wanted one, else the first that may be changed; null if the record may not be. */
export function editable(meta, columns, row, wanted) {
  if (locked(meta, row)) return null;
  const open = columns.filter(n => !fixed(meta.byName[n]));
  return open.includes(wanted) ? wanted : open[0] || null;
}

/** A row in its table while it is edited. `leave(by)` goes to a row below or above, `saved(row)` puts the new values in place. */
export function EditRow({ meta, columns, row, name, typed, index, style, leave, saved, show }) {
  const [at, setAt] = useState(name);
  const [base, setBase] = useState(row);
  const [draft, setDraft] = useState({});
  const [errors, setErrors] = useState({});
  const [wait, setWait] = useState(false);
  const box = useRef();
  const live = useRef({});
  Object.assign(live.current, { draft, base, wait });
  const open = columns.filter(n => !fixed(meta.byName[n]));
  const values = { ...base, ...draft };
  const wanted = [...new Set(['id', 'version', meta.label, ...Object.keys(row)])].filter(n => meta.byName[n] || n === 'version').join(',');
  useEffect(() => {
    const input = box.current.querySelector('.editing-cell input, .editing-cell select, .editing-cell textarea');
    if (!input) return;
    input.focus({ preventScroll: true });
    if (input.select) input.select();
    if (typed && at === name && input.setRangeText) {
      input.setRangeText(typed, 0, input.value.length, 'end');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, [at]);
  const set = (field, value) => {
    const next = { ...live.current.draft, [field]: value };
    live.current.draft = next;
    setDraft(next);
    setErrors(e => ({ ...e, [field]: undefined, '': undefined }));
  };
  const clash = async () => {
    const theirs = await api.get(`${meta.path}/${row.id}`, { fields: wanted });
    const mine = changes(live.current.base, live.current.draft);
    const both = Object.keys(mine).filter(n => !same(live.current.base[n], theirs[n]) && !same(mine[n], theirs[n]));
    setBase(theirs);
    live.current.base = theirs;
    if (!both.length) return save();
    setErrors(Object.fromEntries(both.map(n => [n, t('edit.clash', { value: textOf(meta.byName[n], theirs[n], theirs) || t('value.none') })])));
    setAt(both[0]);
    return false;
  };
  const save = async () => {
    const mine = changes(live.current.base, live.current.draft);
    if (!Object.keys(mine).length) return true;
    setWait(true);
    try {
      await api.patch(`${meta.path}/${row.id}`, live.current.base.version, body(mine, meta, {}, false));
      saved(await api.get(`${meta.path}/${row.id}`, { fields: wanted }));
      return true;
    } catch (error) {
      if (error.status === 412) return clash().catch(e => { setErrors({ '': e.message }); return false; });
      const placed = (error.errors || []).filter(e => columns.includes(e.field));
      setErrors(placed.length ? Object.fromEntries(placed.map(e => [e.field, e.message])) : { '': (error.errors || []).map(e => e.message).join(' ') || error.message });
      if (placed.length) setAt(placed[0].field);
      return false;
    } finally {
      setWait(false);
    }
  };
  // Inputs tell their value when they lose the focus, so they lose it before the row is saved.
  const finish = async by => {
    if (live.current.wait) return;
    live.current.going = true;
    const input = document.activeElement;
    if (input && box.current.contains(input)) input.blur();
    await new Promise(go => setTimeout(go, 0));
    const done = await save();
    live.current.going = false;
    if (done) leave(by);
    else requestAnimationFrame(() => { const again = box.current && box.current.querySelector('.editing-cell input, .editing-cell select'); if (again) again.focus({ preventScroll: true }); });
  };
  const keys = e => {
    if (composing(e)) return;
    if (e.key === 'Tab') {
      e.preventDefault();
      const next = open.indexOf(at) + (e.shiftKey ? -1 : 1);
      const input = document.activeElement;
      if (input && box.current.contains(input)) input.blur();
      if (open[next]) setAt(open[next]);
      else finish(e.shiftKey ? -1 : 1);
    } else if (e.key === 'Enter') {
      if (e.target.getAttribute('aria-expanded') === 'true') return;
      e.preventDefault();
      finish(e.shiftKey ? -1 : 1);
    } else if (e.key === 'Escape') {
      e.preventDefault();
      if (!(at in draft) || same(draft[at], base[at])) return leave(0);
      const { [at]: gone, ...rest } = draft;
      live.current.draft = rest;
      setDraft(rest);
      setErrors({ ...errors, [at]: undefined });
    }
    e.stopPropagation();
    return undefined;
  };
  const left = e => {
    if (live.current.going || !e.relatedTarget || box.current.contains(e.relatedTarget) || e.relatedTarget.closest('.popover, dialog')) return;
    finish(0);
  };
  useEffect(() => {
    const outside = e => {
      if (!box.current || box.current.contains(e.target) || e.target.closest('.popover, dialog, .toasts')) return;
      finish(0);
    };
    document.addEventListener('mousedown', outside);
    return () => document.removeEventListener('mousedown', outside);
  }, []);
  const wrong = columns.filter(n => errors[n]);
  return html`<div class="tr editing" ref=${box} id=${'row-' + index} data-i=${index} role="row" aria-rowindex=${index + 2} aria-busy=${String(wait)} style=${style} onKeyDown=${keys} onFocusOut=${left}>
    <div class="td check-cell" role="gridcell"><${Icon} name=${wait ? 'rotate-cw' : 'pencil'} size="14px" /></div>
    ${columns.map((n, i) => {
      const field = meta.byName[n];
      if (n === at) return html`<div class=${`td editing-cell ${errors[n] ? 'bad' : ''}`} role="gridcell" key=${n + '-edit'}><${FieldInput} meta=${meta} field=${field} value=${values[n]} row=${values} plain label=${field.label} error=${errors[n]} required=${false} onChange=${v => set(n, v)} /></div>`;
      if (fixed(field)) return show(meta, n, values, i === 0);
      return html`<div class=${`td text ${side(field)} ${i === 0 ? 'first' : ''} open-cell${n in draft && !same(draft[n], base[n]) ? ' changed' : ''}${errors[n] ? ' bad' : ''}`} role="gridcell" key=${n} onMouseDown=${e => { e.preventDefault(); if (document.activeElement) document.activeElement.blur(); setAt(n); }}>${textOf(field, values[n], values)}</div>`;
    })}
    ${[...wrong, errors[''] ? '' : null].filter(n => n !== null).map(n => html`<div class="cell-error" role="gridcell" style=${{ gridColumn: n === '' ? '2 / span 3' : `${columns.indexOf(n) + 2} / span ${Math.min(2, columns.length - columns.indexOf(n))}` }}><span role="alert"><${Icon} name="circle-alert" size="14px" />${errors[n]}</span></div>`)}
  </div>`;
}
