// Search with chips, filters, groups, columns, saved views.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { Button, composing, Icon } from '../../sdk/components/basic.js';
import { Menu, Popover, toast } from '../../sdk/components/overlay.js';
import { words } from '../filters.js';
import { chooseColumns, chosenColumns, possible } from './columns.js';
import { SavedViews } from './saved-views.js';

function Search({ meta, query, conditions, update, setConditions, edit }) {
  const [text, setText] = useState(query.q || '');
  const input = useRef();
  useEffect(() => setText(query.q || ''), [query.q]);
  useEffect(() => {
    if (text === (query.q || '')) return undefined;
    const timer = setTimeout(() => update({ q: text || undefined }), 260);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const slash = e => {
      if (e.key === '/' && !/input|textarea|select/i.test(e.target.tagName) && !document.querySelector('dialog[open]')) {
        e.preventDefault();
        input.current.focus();
      }
    };
    document.addEventListener('keydown', slash);
    return () => document.removeEventListener('keydown', slash);
  }, []);
  const keys = e => {
    if (composing(e)) return;
    if (e.key === 'Enter') update({ q: text || undefined });
    if (e.key === 'Escape') {
      setText('');
      input.current.blur();
    }
    if (e.key === 'Backspace' && !text && conditions.length) setConditions(conditions.slice(0, -1));
    if (e.key === 'ArrowDown') {
      const table = document.querySelector('.table');
      if (table) {
        e.preventDefault();
        table.focus();
      }
    }
  };
  return html`<div class="search" role="search" onClick=${e => e.target === e.currentTarget && input.current.focus()}><${Icon} name="search" />
    ${conditions.map((c, i) => html`<span class="chip" key=${i}><button type="button" class="what ellipsis" title=${words(c, meta)} onClick=${e => c.raw ? 0 : edit(e.currentTarget, i)}>${words(c, meta)}</button><button type="button" aria-label=${t('filter.remove', { name: words(c, meta) })} onClick=${() => setConditions(conditions.filter((_, j) => j !== i))}><${Icon} name="x" size="12px" /></button></span>`)}
    ${query.filter && html`<span class="chip"><span class="what ellipsis" title=${query.filter}>${query.filterTitle || t('filter.given')}</span><button type="button" aria-label=${t('filter.remove', { name: query.filterTitle || t('filter.given') })} onClick=${() => update({ filter: undefined, filterTitle: undefined })}><${Icon} name="x" size="12px" /></button></span>`}
    <input ref=${input} type="search" aria-label=${t('list.searchIn', { name: meta.title })} placeholder=${conditions.length ? '' : t('list.search')} value=${text} onInput=${e => setText(e.target.value)} onKeyDown=${keys} enterkeyhint="search" autocomplete="off" /></div>`;
}

function groupChoices(meta) {
  return meta.fields.filter(f => ['ref', 'enum', 'boolean'].includes(f.type) && !['historic', 'historicState'].includes(f.name)).map(f => ({ key: f.name, label: f.label }))
    .concat(meta.fields.filter(f => f.type === 'date').flatMap(f => [{ key: f.name + ':month', label: t('group.month', { name: f.label }) }, { key: f.name + ':year', label: t('group.year', { name: f.label }) }]));
}

function Columns({ meta, columns, setColumns }) {
  const [open, setOpen] = useState(null);
  const all = possible(meta);
  const set = names => {
    chooseColumns(meta, names);
    setColumns(names || chosenColumns(meta));
  };
  const move = (name, by) => {
    const at = columns.indexOf(name);
    const next = [...columns];
    next.splice(at, 1);
    next.splice(Math.max(0, Math.min(next.length, at + by)), 0, name);
    set(next);
  };
  const order = [...columns.map(n => meta.byName[n]), ...all.filter(f => !columns.includes(f.name))];
  return html`<${Button} kind="ghost" icon="columns-3" label=${t('list.columns')} aria-expanded=${String(Boolean(open))} onClick=${e => setOpen(open ? null : e.currentTarget)} />
    ${open && html`<${Popover} anchor=${open} onClose=${() => setOpen(null)} role="dialog" label=${t('list.columns')}><div class="menu-title">${t('list.columns')}</div><div class="columns-list">${order.map(f => {
      const on = columns.includes(f.name);
      return html`<div class="row column-choice" key=${f.name}><label class="menu-item grow"><input type="checkbox" class="check" checked=${on} disabled=${on && columns.length === 1} onChange=${() => set(on ? columns.filter(n => n !== f.name) : [...columns, f.name])} /><span class="ellipsis">${f.label}</span></label>
        ${on && html`<button type="button" class="mini" aria-label=${t('list.columnUp', { name: f.label })} onClick=${() => move(f.name, -1)}><${Icon} name="arrow-up" size="13px" /></button><button type="button" class="mini" aria-label=${t('list.columnDown', { name: f.label })} onClick=${() => move(f.name, 1)}><${Icon} name="arrow-down" size="13px" /></button>`}</div>`;
    })}</div><div class="menu-line"></div><button type="button" class="menu-item" onClick=${() => { chooseColumns(meta, null); setColumns(chosenColumns(meta)); }}><${Icon} name="rotate-ccw" />${t('list.columnsReset')}</button><//>`}`;
}

/** The bar above the rows. */
export function Toolbar({ meta, query, conditions, update, setConditions, columns, setColumns, group, phone, bare }) {
  const [filter, setFilter] = useState(null);
  const choices = groupChoices(meta);
  const open = (anchor, index) => import('./filter-form.js').then(m => setFilter({ anchor, index, Form: m.FilterForm }), e => toast(e.message, { bad: true }));
  const current = choices.find(c => c.key === group);
  return html`<div class="toolbar"><${Search} meta=${meta} query=${query} conditions=${conditions} update=${update} setConditions=${setConditions} edit=${open} />
    <button type="button" class="button ghost" aria-label=${t('filter.label')} aria-haspopup="dialog" aria-expanded=${String(Boolean(filter))} onClick=${e => filter ? setFilter(null) : open(e.currentTarget, -1)}><${Icon} name="filter" /><span class="text">${t('filter.label')}</span>${conditions.length > 0 && html`<span class="count">${conditions.length}</span>`}</button>
    ${!bare && html`<${Menu} label=${t('group.label')} button=${p => html`<button type="button" class="button ghost" aria-label=${t('group.label') + (current ? ': ' + current.label : '')} ...${p}><${Icon} name="group" /><span class="text">${current ? current.label : t('group.label')}</span></button>`}
      items=${[{ label: t('group.none'), checked: !group, run: () => update({ group: undefined }) }, ...choices.map(c => ({ label: c.label, checked: c.key === group, run: () => update({ group: c.key }) }))]} />`}
    ${!phone && html`<${Columns} meta=${meta} columns=${columns} setColumns=${setColumns} />`}
    ${!bare && html`<${SavedViews} meta=${meta} query=${query} conditions=${conditions} update=${update} columns=${columns} setColumns=${setColumns} />`}
    ${filter && html`<${Popover} anchor=${filter.anchor} onClose=${() => setFilter(null)} role="dialog" label=${t('filter.label')}><${filter.Form} meta=${meta} condition=${filter.index >= 0 ? conditions[filter.index] : null}
      onDone=${c => { setConditions(filter.index >= 0 ? conditions.map((x, i) => i === filter.index ? c : x) : [...conditions, c]); setFilter(null); }} /><//>`}
  </div>`;
}
