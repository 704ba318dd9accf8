// A record of another model: searched by typing, chosen by keys, made on the spot where it is missing.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { go } from '../sdk/router.js';
import { composing, Icon, moved, newId } from '../sdk/components/basic.js';
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

/** The row whose code or name was typed in full, else the first. */
const best = (rows, text) => rows.find(r => [r.code, r.label, r.hint].some(v => v && String(v).toLowerCase() === text.toLowerCase())) || rows[0];

/**
 * The input. Value: {id, label} or an id; with `code` a code as text, shown as `said` where it has a name. `onChange` gets {id, label, code} or null.
 */
export function Reference({ target, value, onChange, code, filter, className = '', id, label, invalid, readonly, required, onKeyDown, placeholder, said }) {
  const shown = code ? said ?? value ?? '' : refLabel(value);
  const [text, setText] = useState(null);
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState({ rows: [], meta: null, loading: false });
  const [at, setAt] = useState(0);
  // Enter or Tab came before the answer to what was typed: the answer is chosen from when it is there.
  const [hurry, setHurry] = useState(false);
  const [missed, setMissed] = useState(false);
  const input = useRef();
  const list = useRef(newId('options')).current;
  const asked = text === null || text === shown ? '' : text.trim();
  const current = found.asked === asked && !found.loading;
  const latest = useRef();
  latest.current = { asked, hurry, missed };
  const show = answer => {
    setFound({ ...answer, asked, loading: false });
    setAt(Math.max(0, answer.rows.indexOf(best(answer.rows, asked))));
  };
  useEffect(() => {
    if (!open || hurry) return undefined;
    const control = new AbortController();
    setFound(f => ({ ...f, loading: true }));
    const timer = setTimeout(() => search(target, asked, code, filter, control.signal).then(show, e => e.name !== 'AbortError' && show({ rows: [], meta: null, error: e })), asked ? 150 : 0);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [open, asked, target, filter, hurry]);
  const close = () => {
    setOpen(false);
    setText(null);
    setHurry(false);
    setMissed(false);
  };
  const choose = row => {
    close();
    onChange(row ? { id: row.id, label: row.label, code: row.code } : null);
  };
  // What was typed stays, stands for nothing, not for the record before it either, and that is said.
  const miss = error => {
    setMissed(true);
    if (value) onChange(null);
    toast(error ? error.message : t('form.refMissed', { text: asked }), { bad: true });
  };
  // Goes on when the input has gone meanwhile, as in a table where Tab leads to the next cell.
  const decide = async () => {
    setHurry(true);
    const answer = await search(target, asked, code, filter).catch(error => ({ rows: [], meta: null, error }));
    if (latest.current.asked !== asked) return;
    if (answer.rows.length) return choose(best(answer.rows, asked));
    show(answer);
    setHurry(false);
    miss(answer.error);
    if (document.activeElement !== input.current) setOpen(false);
    return undefined;
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
    if (asked && !missed && !current && (e.key === 'Enter' || e.key === 'Tab')) {
      if (!hurry) decide();
      if (e.key === 'Enter') {
        e.preventDefault();
        e.stopPropagation();
        return undefined;
      }
    } else if (open && (e.key === 'Enter' || e.key === 'Tab' && text !== null && asked) && current) {
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
      if (e.key === 'Tab' && !found.rows.length) {
        miss(found.error);
        setOpen(false);
      }
    }
    if (open && e.key === 'Enter') return e.preventDefault();
    return onKeyDown && onKeyDown(e);
  };
  const blur = () => setTimeout(() => {
    if (!input.current || document.activeElement === input.current || latest.current.hurry || latest.current.missed) return;
    if (text !== null && text.trim() === '' && shown) onChange(null);
    close();
  }, 160);
  const link = !code && value && typeof value === 'object' && value.id;
  return html`<span class="reference"><input ref=${input} id=${id} class=${className} type="text" role="combobox" autocomplete="off" spellcheck="false" aria-label=${label} aria-expanded=${String(open)} aria-controls=${open ? list : undefined} aria-autocomplete="list" aria-activedescendant=${open && found.rows.length + extra ? `${list}-${at}` : undefined}
      aria-invalid=${String(Boolean(invalid || missed))} aria-busy=${hurry ? 'true' : undefined} aria-required=${required ? 'true' : undefined} readonly=${readonly} placeholder=${placeholder} value=${text === null ? shown : text} title=${shown || undefined}
      onInput=${e => { setText(e.target.value); setOpen(true); setHurry(false); setMissed(false); }} onClick=${() => !readonly && setOpen(true)} onBlur=${blur} onFocus=${e => e.target.select()} onKeyDown=${keys} />
    ${link && html`<button type="button" class="open-ref" tabindex="-1" aria-label=${t('form.openRef', { name: shown })} title=${t('form.openRef', { name: shown })} onClick=${() => go(`/r/${target}/${value.id}`)}><${Icon} name="arrow-right" size="14px" /></button>`}
    ${open && html`<${Popover} anchor=${input.current} onClose=${close} focus=${false} width="anchor"><div role="listbox" id=${list} aria-label=${label || t('action.search')}>
      ${found.rows.map((row, i) => html`<div class="menu-item" id=${`${list}-${i}`} role="option" aria-selected=${String(i === at)} data-active=${String(i === at)} onMouseDown=${e => { e.preventDefault(); choose(row); }} onMouseMove=${e => moved(e) && i !== at && setAt(i)}><span class="ellipsis">${row.label}</span>${row.hint && html`<span class="hint ellipsis" style=${{ marginLeft: 'auto' }}>${row.hint}</span>`}</div>`)}
      ${!found.rows.length && html`<div class="menu-title" role="option" aria-disabled="true" aria-selected="false">${found.error ? found.error.message : found.loading ? t('state.loading') : found.meta === null ? t('form.refAway') : t('palette.none')}</div>`}
      ${canCreate && html`<div class="menu-item" id=${`${list}-${found.rows.length}`} role="option" aria-selected=${String(at === found.rows.length)} data-active=${String(at === found.rows.length)} onMouseDown=${e => { e.preventDefault(); create(); }}><${Icon} name="plus" /><span class="ellipsis">${asked ? t('form.createNamed', { name: asked }) : t('form.createOf', { name: found.meta.title })}</span></div>`}</div><//>`}</span>`;
}
