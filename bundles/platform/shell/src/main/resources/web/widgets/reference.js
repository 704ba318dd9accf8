// A record of another model: searched by typing, chosen by keys, made on the spot where it is missing.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { go } from '../sdk/router.js';
import { composing, Icon, newId } from '../sdk/components/basic.js';
import { Popover, toast } from '../sdk/components/overlay.js';
import { allModels, meta as load } from '../shell/boot.js';
import { refLabel, textOf } from '../views/values.js';

async function search(target, text, code, filter, signal) {
  const models = await allModels();
  if (!models[target]) return { rows: [], meta: null };
  const meta = await load(target);
  const more = (meta.views.list.columns || []).filter(n => n !== meta.label && n !== code && meta.byName[n] && ['text', 'ref', 'enum'].includes(meta.byName[n].type)).slice(0, 1);
  const fields = [...new Set(['id', meta.label, code, ...more].filter(Boolean))].join(',');
  const active = meta.byName.active ? 'active==true' : '';
  const page = await api.get(meta.path, { q: text || undefined, limit: 9, fields, filter: [active, filter].filter(Boolean).join(';') || undefined, sort: text ? undefined : undefined }, { signal });
  return { meta, rows: page.rows.map(r => ({ id: r.id, code: code && r[code], label: meta.byName[meta.label] ? textOf(meta.byName[meta.label], r[meta.label], r) : '#' + r.id, hint: [code && r[code] !== r[meta.label] ? r[code] : '', ...more.map(n => textOf(meta.byName[n], r[n], r))].filter(Boolean).join(' · ') })) };
}

/**
 * The input. Value: {id, label} or an id; with `code` a code as text. `onChange` gets {id, label, code} or null.
 */
export function Reference({ target, value, onChange, code, filter, className = '', id, label, invalid, readonly, required, onKeyDown, placeholder }) {
  const shown = code ? value ?? '' : refLabel(value);
  const [text, setText] = useState(null);
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState({ rows: [], meta: null, loading: false });
  const [at, setAt] = useState(0);
  const input = useRef();
  const list = useRef(newId('options')).current;
  const asked = text === null || text === shown ? '' : text.trim();
  useEffect(() => {
    if (!open) return undefined;
    const control = new AbortController();
    setFound(f => ({ ...f, loading: true }));
    const timer = setTimeout(() => search(target, asked, code, filter, control.signal).then(r => {
      setFound({ ...r, loading: false });
      setAt(0);
    }, e => e.name !== 'AbortError' && setFound({ rows: [], meta: null, loading: false, error: e })), asked ? 150 : 0);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [open, asked, target, filter]);
  const close = () => {
    setOpen(false);
    setText(null);
  };
  const choose = row => {
    close();
    onChange(row ? { id: row.id, label: row.label, code: row.code } : null);
  };
  const create = async () => {
    setOpen(false);
    const { quickCreate } = await import('./quick-create.js');
    const made = await quickCreate(found.meta || await load(target), asked);
    setText(null);
    if (made) {
      onChange({ ...made, code: code ? made.row[code] : undefined });
      toast(t('form.created', { name: made.label }));
    }
    input.current && input.current.focus();
  };
  const canCreate = found.meta && found.meta.create && !code;
  const extra = canCreate ? 1 : 0;
  const keys = e => {
    if (composing(e)) return;
    if (open && e.key === 'Escape') {
      e.stopPropagation();
      e.preventDefault();
      return close();
    }
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      if (e.altKey && !open || !open) {
        if (readonly || e.key === 'ArrowUp') return onKeyDown && onKeyDown(e);
        setOpen(true);
      } else setAt((at + (e.key === 'ArrowDown' ? 1 : -1) + found.rows.length + extra) % Math.max(1, found.rows.length + extra));
      e.preventDefault();
      e.stopPropagation();
      return undefined;
    }
    if (open && (e.key === 'Enter' || e.key === 'Tab' && text !== null && asked) && !found.loading) {
      if (found.rows[at]) {
        if (e.key === 'Enter') e.preventDefault();
        choose(found.rows[at]);
        if (e.key === 'Enter') e.stopPropagation();
        return undefined;
      }
      if (e.key === 'Enter' && canCreate && at === found.rows.length) {
        e.preventDefault();
        create();
        return undefined;
      }
    }
    if (open && e.key === 'Enter') return e.preventDefault();
    return onKeyDown && onKeyDown(e);
  };
  const blur = () => setTimeout(() => {
    if (document.activeElement === input.current) return;
    if (text !== null && text.trim() === '' && shown) onChange(null);
    close();
  }, 160);
  const link = !code && value && typeof value === 'object' && value.id;
  return html`<span class="reference"><input ref=${input} id=${id} class=${className} type="text" role="combobox" autocomplete="off" spellcheck="false" aria-label=${label} aria-expanded=${String(open)} aria-controls=${open ? list : undefined} aria-autocomplete="list" aria-activedescendant=${open && found.rows.length + extra ? `${list}-${at}` : undefined}
      aria-invalid=${String(Boolean(invalid))} aria-required=${required ? 'true' : undefined} readonly=${readonly} placeholder=${placeholder} value=${text === null ? shown : text} title=${shown || undefined}
      onInput=${e => { setText(e.target.value); setOpen(true); }} onClick=${() => !readonly && setOpen(true)} onBlur=${blur} onFocus=${e => e.target.select()} onKeyDown=${keys} />
    ${link && html`<button type="button" class="open-ref" tabindex="-1" aria-label=${t('form.openRef', { name: shown })} title=${t('form.openRef', { name: shown })} onClick=${() => go(`/r/${target}/${value.id}`)}><${Icon} name="arrow-right" size="14px" /></button>`}
    ${open && html`<${Popover} anchor=${input.current} onClose=${close} focus=${false} width="anchor"><div role="listbox" id=${list} aria-label=${label || t('action.search')}>
      ${found.rows.map((row, i) => html`<div class="menu-item" id=${`${list}-${i}`} role="option" aria-selected=${String(i === at)} data-active=${String(i === at)} onMouseDown=${e => { e.preventDefault(); choose(row); }} onMouseMove=${() => i !== at && setAt(i)}><span class="ellipsis">${row.label}</span>${row.hint && html`<span class="hint ellipsis" style=${{ marginLeft: 'auto' }}>${row.hint}</span>`}</div>`)}
      ${!found.rows.length && html`<div class="menu-title" role="option" aria-disabled="true" aria-selected="false">${found.error ? found.error.message : found.loading ? t('state.loading') : found.meta === null ? t('form.refAway') : t('palette.none')}</div>`}
      ${canCreate && html`<div class="menu-item" id=${`${list}-${found.rows.length}`} role="option" aria-selected=${String(at === found.rows.length)} data-active=${String(at === found.rows.length)} onMouseDown=${e => { e.preventDefault(); create(); }}><${Icon} name="plus" /><span class="ellipsis">${asked ? t('form.createNamed', { name: asked }) : t('form.createOf', { name: found.meta.title })}</span></div>`}</div><//>`}</span>`;
}
